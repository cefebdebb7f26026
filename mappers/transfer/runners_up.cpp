// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "mappers/transfer/line_draft.hpp"

namespace crosswalk::transfer {
namespace {

constexpr std::size_t most_shown = 4;

std::string who_decides(const PreparedRule& winner, const PreparedRule& loser) {
  const std::string lower(name(loser.rule->layer));
  if (loser.conflict == OnConflict::yield_to_lower) return "a default of the layer " + lower + ", which gives way";
  return "the layer " + std::string(name(winner.rule->layer)) + " decides before " + lower;
}

std::string difference(const Candidate& winner, const Candidate& loser, const RuleIndex& rules, const RuleSet& set) {
  const Standing &won = winner.standing, &lost = loser.standing;
  if (lost.precedence > won.precedence) return "the whole record is served better without it here";
  if (lost.precedence < won.precedence) return who_decides(rules.rules()[winner.rule], rules.rules()[loser.rule]);
  if (lost.rank != won.rank) return "its rank is lower: " + std::to_string(lost.rank);
  if (lost.specificity != won.specificity) return "it is less specific";
  if (lost.breadth != won.breadth) return "the larger set of courses decides first";
  if (!loser.truth.yes() && winner.truth.yes()) return "less certain: " + loser.truth.doubts().front().text;
  if (loser.draft.targets == winner.draft.targets) return "it awards the same";
  if (loser.draft.given != winner.draft.given)
    return "it awards " + to_string(Credit{loser.draft.given, set.system}) + " where " +
           to_string(Credit{winner.draft.given, set.system}) + " can be awarded";
  if (loser.uses.size() != winner.uses.size()) return "it uses more courses";
  return "equal; the order of rule ids decides";
}

// Adds reasons to one line, each rule once.
class Reasons {
 public:
  Reasons(LineDraft& line, const RuleIndex& rules) : line_(line), rules_(rules) {
    if (line.rule != nullptr) named_.insert(line.rule->id);
  }
  void add(std::uint32_t rule, std::string why) {
    if (line_.line.runners_up.size() >= most_shown) return;
    const RuleId& id = rules_.rules()[rule].rule->id;
    if (named_.insert(id).second) line_.line.runners_up.push_back({id, std::move(why)});
  }

 private:
  LineDraft& line_;
  const RuleIndex& rules_;
  std::set<RuleId> named_;
};

// Candidates by unit, so that a line looks only at those that concern it.
std::vector<std::vector<std::uint32_t>> by_unit(const CandidateSet& set) {
  std::vector<std::vector<std::uint32_t>> out;
  for (std::uint32_t i = 0; i < set.candidates.size(); ++i)
    for (const Use& use : set.candidates[i].uses) {
      if (out.size() <= use.unit) out.resize(use.unit + 1);
      out[use.unit].push_back(i);
    }
  return out;
}

std::vector<std::vector<const Rejected*>> rejected_by_unit(const CandidateSet& set) {
  std::vector<std::vector<const Rejected*>> out;
  for (const Rejected& rejected : set.rejected) {
    if (out.size() <= rejected.unit) out.resize(rejected.unit + 1);
    out[rejected.unit].push_back(&rejected);
  }
  return out;
}

}  // namespace

void add_runners_up(std::vector<LineDraft>& lines, const CandidateSet& set, const Choice& choice,
                    const RuleIndex& rules) {
  const auto concerning = by_unit(set);
  const auto turned_down = rejected_by_unit(set);
  for (LineDraft& line : lines) {
    Reasons reasons(line, rules);
    const auto pick = std::ranges::find_if(choice.picks, [&](const Pick& each) {
      return line.rule != nullptr && set.candidates[each.candidate].uses.front().unit == line.units.front() &&
             rules.rules()[set.candidates[each.candidate].rule].rule == line.rule;
    });
    for (const std::uint32_t unit : line.units) {
      if (unit >= concerning.size()) continue;
      for (const std::uint32_t i : concerning[unit]) {
        const Candidate& other = set.candidates[i];
        if (pick != choice.picks.end())
          reasons.add(other.rule, difference(set.candidates[pick->candidate], other, rules, rules.set()));
        else
          reasons.add(other.rule, "the courses it takes together are used by other rules");
      }
    }
    for (const std::uint32_t unit : line.units)
      if (unit < turned_down.size())
        for (const Rejected* rejected : turned_down[unit]) reasons.add(rejected->rule, rejected->why);
  }
}

}  // namespace crosswalk::transfer
