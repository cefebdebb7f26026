// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

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
  if (gives_alike(loser.draft, winner.draft)) return "it awards the same";
  if (loser.draft.given != winner.draft.given)
    return "it awards " + to_string(Credit{loser.draft.given, set.system}) + " where " +
           to_string(Credit{winner.draft.given, set.system}) + " can be awarded";
  if (loser.uses.size() != winner.uses.size()) return "it uses more courses";
  return "equal; the order of rule ids decides";
}

// Adds reasons to one line, each rule once.
class Reasons {
 public:
  Reasons(LineDraft& line, const RuleIndex& rules) : line_(line), rules_(rules) {}
  [[nodiscard]] bool wants(std::uint32_t rule) const {
    const Rule* asked = rules_.rules()[rule].rule;
    return line_.line.runners_up.size() < most_shown && asked != line_.rule &&
           std::ranges::find(named_, asked) == named_.end();
  }
  void add(std::uint32_t rule, std::string why) {
    const Rule* added = rules_.rules()[rule].rule;
    named_.push_back(added);
    line_.line.runners_up.push_back({added->id, std::move(why)});
  }

 private:
  LineDraft& line_;
  const RuleIndex& rules_;
  std::vector<const Rule*> named_;
};

}  // namespace

void add_runners_up(std::vector<LineDraft>& lines, const CandidateSet& set, const ByUnit& turned_down,
                    const RuleIndex& rules, std::size_t units) {
  const ByUnit concerning = candidates_by_unit(set, units);
  for (LineDraft& line : lines) {
    Reasons reasons(line, rules);
    for (const std::uint32_t unit : line.units)
      for (const std::uint32_t i : concerning.of(unit)) {
        const Candidate& other = set.candidates[i];
        if (!reasons.wants(other.rule)) continue;
        reasons.add(other.rule, line.candidate == nullptr ? "the courses it takes together are used by other rules"
                                                          : difference(*line.candidate, other, rules, rules.set()));
      }
    for (const std::uint32_t unit : line.units)
      for (const std::uint32_t i : turned_down.of(unit))
        if (const Rejected& rejected = set.rejected[i]; reasons.wants(rejected.rule))
          reasons.add(rejected.rule, rejected.why);
  }
}

}  // namespace crosswalk::transfer
