// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/candidates.hpp"

#include <algorithm>
#include <limits>

#include "mappers/transfer/guards.hpp"
#include "mappers/transfer/taking.hpp"

namespace crosswalk::transfer {
namespace {

using Proposal = std::pair<std::uint32_t, std::uint32_t>;  // rule, unit

std::vector<Proposal> proposals(const std::vector<Unit>& units, const RuleIndex& rules) {
  std::vector<Proposal> out;
  out.reserve(units.size() * 8);
  std::vector<std::uint32_t> proposed;
  for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
    if (units[unit].settled) continue;
    proposed.clear();
    rules.propose(units[unit].key, proposed);
    for (const std::uint32_t rule : proposed) out.emplace_back(rule, unit);
  }
  std::ranges::sort(out);
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

Standing standing_of(const PreparedRule& rule, const std::vector<Use>& uses) {
  int least = std::numeric_limits<int>::max();
  for (const Use& use : uses) least = std::min(least, use.specificity);
  return {rule.precedence, rule.rule->rank, least * 8 + rule.scope, rule.breadth};
}

// Finds the candidates of one rule among the units proposed for it.
class RuleSearch final : Applicability {
 public:
  RuleSearch(const std::vector<Unit>& units, const RuleIndex& rules, Situation situation, const Options& options,
             CandidateSet& out)
      : units_(units), rules_(rules), situation_(std::move(situation)), options_(options), out_(out) {}

  void run(std::uint32_t at, const std::vector<std::uint32_t>& proposed) {
    const PreparedRule& rule = rules_.rules()[at];
    here_.clear();
    for (const std::uint32_t unit : proposed)
      if (!elsewhere(rule, units_[unit])) here_.push_back(unit);
    if (here_.empty() && rule.breadth == 1) return;
    const Guarded guard = rule_guard(rule, rules_.set(), situation_, options_);
    if (guard.truth.no() && !options_.explain) return;
    rule_ = &rule;
    misses_.clear();
    WaySearch search{units_, here_, situation_, *this, &misses_};
    const bool any = rule.single ? each_alone(at, guard, search) : all_ways(at, guard, search);
    if (!any && options_.explain && misses_.empty() && rule.breadth > 1) incomplete(at, rule, proposed);
  }

 private:
  bool each_alone(std::uint32_t at, const Guarded& guard, WaySearch& search) {
    bool any = false;
    for (const std::uint32_t unit : here_)
      if (auto way = alone(rule_->match, unit, search)) {
        any = true;
        weigh(at, std::move(*way), guard);
      }
    record_misses(at);
    return any;
  }

  bool all_ways(std::uint32_t at, const Guarded& guard, WaySearch& search) {
    auto found = ways(rule_->match, search);
    out_.cut = out_.cut || search.cut;
    record_misses(at);
    for (Way& way : found)
      if (!way.uses.empty()) weigh(at, std::move(way), guard);
    return !found.empty();
  }

  void record_misses(std::uint32_t at) {
    for (Miss& miss : misses_) out_.rejected.push_back({at, miss.unit, std::move(miss.why), miss.graded});
  }

  Truth of(const Unit& unit) override {
    if (!rule_->dated && rule_->from.empty()) return true;
    Guarded guard = unit_guard(*rule_, unit);
    if (guard.truth.no() && options_.explain)
      misses_.push_back({static_cast<std::uint32_t>(&unit - units_.data()), std::move(guard.why)});
    return std::move(guard.truth);
  }

  void weigh(std::uint32_t at, Way way, const Guarded& guard) {
    if (guard.truth.no()) return reject(at, way, guard.why);
    consider(at, std::move(way), guard.truth);
  }

  void consider(std::uint32_t at, Way way, const Truth& rule_truth) {
    const PreparedRule& rule = rules_.rules()[at];
    Guarded guard = way_guard(rule, way, units_, rules_.set(), situation_);
    if (guard.truth.no()) return reject(at, way, guard.why, guard.graded);
    Candidate candidate{at, std::move(way.uses), std::move(guard.truth), {}, {}};
    if (!rule_truth.yes()) candidate.truth = candidate.truth && rule_truth;
    candidate.standing = standing_of(rule, candidate.uses);
    candidate.draft = draft(*rule.rule, candidate.uses, units_, rules_.set());
    auto& list = rule.conflict == OnConflict::combine ? out_.combined : out_.candidates;
    list.push_back(std::move(candidate));
  }

  void reject(std::uint32_t rule, std::uint32_t unit, std::string why, bool graded = false) {
    if (options_.explain || graded) out_.rejected.push_back({rule, unit, std::move(why), graded});
  }
  void reject(std::uint32_t rule, const Way& way, const std::string& why, bool graded = false) {
    for (const Use& use : way.uses) reject(rule, use.unit, why, graded);
  }

  // The course is named, the others that the rule takes with it are not there.
  void incomplete(std::uint32_t at, const PreparedRule& rule, const std::vector<std::uint32_t>& proposed) {
    for (const std::uint32_t unit : proposed) reject(at, unit, "not all of " + to_string(*rule.match.condition));
  }

  const std::vector<Unit>& units_;
  const RuleIndex& rules_;
  Situation situation_;
  const Options& options_;
  CandidateSet& out_;
  const PreparedRule* rule_ = nullptr;  // the one at work
  std::vector<std::uint32_t> here_;
  std::vector<Miss> misses_;
};

bool share_unit(const std::vector<Use>& a, const std::vector<Use>& b) {
  return std::ranges::any_of(a, [&](const Use& use) { return std::ranges::find(b, use.unit, &Use::unit) != b.end(); });
}

// A rule that names others as overridden removes them where it applies itself.
void override_named(CandidateSet& set, const RuleIndex& rules, bool explain) {
  std::vector<bool> removed(set.candidates.size(), false);
  for (const Candidate& over : set.candidates) {
    const Rule& rule = *rules.rules()[over.rule].rule;
    if (rule.overrides.empty()) continue;
    for (std::size_t i = 0; i < set.candidates.size(); ++i) {
      const Candidate& under = set.candidates[i];
      const RuleId& id = rules.rules()[under.rule].rule->id;
      if (std::ranges::find(rule.overrides, id) == rule.overrides.end() || !share_unit(over.uses, under.uses)) continue;
      removed[i] = true;
      for (const Use& use : under.uses)
        if (explain) set.rejected.push_back({under.rule, use.unit, "overridden by " + rule.id.text});
    }
  }
  if (std::ranges::find(removed, true) == removed.end()) return;
  std::size_t at = 0;
  std::erase_if(set.candidates, [&](const Candidate&) { return removed[at++]; });
}

}  // namespace

ByUnit candidates_by_unit(const CandidateSet& set, std::size_t units) {
  return {units, [&](const auto& enter) {
            for (std::uint32_t i = 0; i < set.candidates.size(); ++i)
              for (const Use& use : set.candidates[i].uses) enter(use.unit, i);
          }};
}

ByUnit rejected_by_unit(const CandidateSet& set, std::size_t units) {
  return {units, [&](const auto& enter) {
            for (std::uint32_t i = 0; i < set.rejected.size(); ++i) enter(set.rejected[i].unit, i);
          }};
}

CandidateSet find_candidates(const std::vector<Unit>& units, const RuleIndex& rules, const Situation& situation,
                             const Options& options) {
  CandidateSet out;
  const auto proposed = proposals(units, rules);
  out.candidates.reserve(units.size() * 2);
  out.rejected.reserve(units.size() * 2);
  RuleSearch search(units, rules, situation, options, out);
  std::vector<std::uint32_t> of_rule;
  for (std::size_t i = 0; i < proposed.size();) {
    const std::uint32_t rule = proposed[i].first;
    of_rule.clear();
    for (; i < proposed.size() && proposed[i].first == rule; ++i) of_rule.push_back(proposed[i].second);
    search.run(rule, of_rule);
  }
  override_named(out, rules, options.explain);
  return out;
}

}  // namespace crosswalk::transfer
