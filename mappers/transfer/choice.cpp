// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/choice.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>

namespace crosswalk::transfer {
namespace {

// Courses that the learner passed here, by RuleIndex::courses().
std::vector<std::uint32_t> earned_here(const LearnerRecord& record, const RuleIndex& rules) {
  std::vector<std::uint32_t> out;
  for (const Attempt& attempt : record.attempts) {
    if (!is_resident(attempt, rules.set()) || !attempt.achieved() || attempt.code.empty()) continue;
    const std::string key = attempt.code.key();
    const auto at = std::ranges::lower_bound(rules.courses(), key);
    if (at != rules.courses().end() && *at == key)
      out.push_back(static_cast<std::uint32_t>(at - rules.courses().begin()));
  }
  std::ranges::sort(out);
  return out;
}

// The courses here that candidates would earn. Those that two candidates with different units could earn are contested:
// each becomes an item of the packing.
class Earnings {
 public:
  Earnings(const CandidateSet& set, const LearnerRecord& record, const RuleIndex& rules)
      : here_(earned_here(record, rules)) {
    starts_.reserve(set.candidates.size() + 1);
    for (const Candidate& candidate : set.candidates) {
      starts_.push_back(courses_.size());
      for (const Grant& grant : candidate.draft.grants)
        if (const auto course = rules.rules()[candidate.rule].earns[grant.place]; course != no_course)
          courses_.push_back(course);
    }
    starts_.push_back(courses_.size());
    find_contested(set);
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::size_t candidate) const {
    return std::span(courses_).subspan(starts_[candidate], starts_[candidate + 1] - starts_[candidate]);
  }
  [[nodiscard]] bool is_earned_here(std::uint32_t course) const { return std::ranges::binary_search(here_, course); }
  [[nodiscard]] std::optional<std::uint32_t> item(std::uint32_t course) const {
    const auto at = std::ranges::lower_bound(contested_, course);
    if (at == contested_.end() || *at != course) return {};
    return static_cast<std::uint32_t>(at - contested_.begin());
  }
  [[nodiscard]] std::uint32_t contested() const { return static_cast<std::uint32_t>(contested_.size()); }

 private:
  void find_contested(const CandidateSet& set) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> all;  // course, candidate
    all.reserve(courses_.size());
    for (std::uint32_t i = 0; i < set.candidates.size(); ++i)
      for (const std::uint32_t course : of(i)) all.emplace_back(course, i);
    std::ranges::sort(all);
    std::size_t first = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i].first != all[first].first) first = i;
      const bool other = set.candidates[all[i].second].uses != set.candidates[all[first].second].uses;
      if (other && (contested_.empty() || contested_.back() != all[i].first)) contested_.push_back(all[i].first);
    }
  }

  std::vector<std::uint32_t> here_, courses_, contested_;
  std::vector<std::size_t> starts_;
};

// Credit as whole numbers: over the least common denominator, as far as that stays small.
std::int64_t common_denominator(const CandidateSet& set) {
  std::int64_t out = 1;
  for (const Candidate& candidate : set.candidates) {
    const std::int64_t next = std::lcm(out, candidate.draft.given.denominator());
    if (next > 0 && next < 1'000'000) out = next;
  }
  return out;
}

std::vector<Standing> standings(const CandidateSet& set) {
  std::vector<Standing> out;
  out.reserve(set.candidates.size());
  for (const Candidate& candidate : set.candidates) out.push_back(candidate.standing);
  std::ranges::sort(out, std::greater<>());
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

std::int64_t certainty(const Candidate& candidate) {
  const bool sure = candidate.truth.yes() && candidate.draft.doubts.empty();
  return sure ? 2 : conditional(candidate.truth) ? 1 : 0;
}

// A pack and the candidate it stands for; a duplicate one uses the units and earns nothing.
struct Build {
  solve::PackingProblem problem;
  std::vector<std::uint32_t> candidate;
  std::vector<bool> duplicate;
};

Build build(const CandidateSet& set, std::size_t units, const RuleIndex& rules, const LearnerRecord& record) {
  const Earnings earnings(set, record, rules);
  const auto levels = standings(set);
  const std::int64_t scale = common_denominator(set);
  Build out;
  out.problem.items = static_cast<std::uint32_t>(units) + earnings.contested();
  out.problem.packs.reserve(set.candidates.size());
  for (std::uint32_t at = 0; at < set.candidates.size(); ++at) {
    const Candidate& candidate = set.candidates[at];
    solve::Pack pack{{}, solve::Worth(levels.size() + 3, 0)};
    pack.items.reserve(candidate.uses.size() + 1);
    for (const Use& use : candidate.uses) pack.items.push_back(use.unit);
    const auto level = std::ranges::lower_bound(levels, candidate.standing, std::greater<>()) - levels.begin();
    pack.worth[static_cast<std::size_t>(level)] = candidate.standing.breadth;
    pack.worth[levels.size() + 2] = -static_cast<std::int64_t>(candidate.uses.size());
    pack.worth[levels.size()] = certainty(candidate) * candidate.standing.breadth;
    const Rational scaled = candidate.draft.given * Rational(scale);
    pack.worth[levels.size() + 1] = scaled.numerator() / scaled.denominator();
    bool here = false, shared = false;
    for (const std::uint32_t course : earnings.of(at)) {
      here = here || earnings.is_earned_here(course);
      const auto item = earnings.item(course);
      shared = shared || item.has_value();
      const auto place = static_cast<std::uint32_t>(units) + item.value_or(0);
      if (item && std::ranges::find(pack.items, place) == pack.items.end()) pack.items.push_back(place);
    }
    std::ranges::sort(pack.items);
    const auto add = [&](solve::Pack made, bool is_duplicate) {
      out.problem.packs.push_back(std::move(made));
      out.candidate.push_back(at);
      out.duplicate.push_back(is_duplicate);
    };
    if (!here && !shared) {
      add(std::move(pack), false);
      continue;
    }
    solve::Pack duplicate = pack;  // uses the units, earns nothing
    std::erase_if(duplicate.items, [&](std::uint32_t item) { return item >= units; });
    duplicate.worth[levels.size()] = duplicate.worth[levels.size() + 1] = 0;
    if (!here) add(std::move(pack), false);
    add(std::move(duplicate), true);
  }
  return out;
}

bool same_units(const Candidate& a, const Candidate& b) {
  return std::ranges::equal(a.uses, b.uses, {}, &Use::unit, &Use::unit);
}

bool overlap(const Candidate& a, const Candidate& b) {
  return std::ranges::any_of(
      a.uses, [&](const Use& use) { return std::ranges::find(b.uses, use.unit, &Use::unit) != b.uses.end(); });
}

bool awards_alike(const Candidate& a, const Candidate& b, const RuleIndex& rules) {
  return gives_alike(a.draft, b.draft) && rejects(*rules.rules()[a.rule].rule) == rejects(*rules.rules()[b.rule].rule);
}

// Candidates that share a unit with this one, rising.
std::vector<std::uint32_t> neighbours(const Candidate& it, const ByUnit& by_unit) {
  std::vector<std::uint32_t> out;
  for (const Use& use : it.uses) {
    const auto some = by_unit.of(use.unit);
    out.insert(out.end(), some.begin(), some.end());
  }
  if (it.uses.size() > 1) {
    std::ranges::sort(out);
    const auto repeated = std::ranges::unique(out);
    out.erase(repeated.begin(), repeated.end());
  }
  return out;
}

std::vector<std::uint32_t> rivals_of(std::uint32_t at, const CandidateSet& set, const RuleIndex& rules,
                                     const ByUnit& by_unit) {
  std::vector<std::uint32_t> out;
  const Candidate& it = set.candidates[at];
  if (!it.truth.yes()) return out;
  const bool reports = rules.rules()[it.rule].conflict == OnConflict::report;
  for (const std::uint32_t i : neighbours(it, by_unit)) {
    const Candidate& other = set.candidates[i];
    if (other.rule == it.rule || !other.truth.yes()) continue;
    const bool equal = other.standing == it.standing && same_units(it, other);
    const bool reported = reports && other.standing.precedence < it.standing.precedence && overlap(it, other);
    if ((equal || reported) && !awards_alike(it, other, rules)) out.push_back(i);
  }
  return out;
}

std::string earned_elsewhere(const Candidate& candidate, const LearnerRecord& record, const RuleIndex& rules) {
  const auto& grants = candidate.draft.grants;
  const auto here = earned_here(record, rules);
  for (const Grant& grant : grants)
    if (std::ranges::binary_search(here, rules.rules()[candidate.rule].earns[grant.place]))
      return to_string(grant.award->course) + ", passed here";
  return grants.empty() ? "" : to_string(grants.front().award->course);
}

}  // namespace

bool conditional(const Truth& truth) {
  return std::ranges::all_of(truth.doubts(), [](const Doubt& doubt) {
    return doubt.why == Unknown::needs_person || doubt.why == Unknown::in_progress;
  });
}

solve::PackingProblem packing_of(const CandidateSet& set, std::size_t units, const RuleIndex& rules,
                                 const LearnerRecord& record) {
  return build(set, units, rules, record).problem;
}

Choice choose(const CandidateSet& set, const std::vector<Unit>& units, const RuleIndex& rules,
              const LearnerRecord& record, const Options& options) {
  const Build built = build(set, units.size(), rules, record);
  const solve::PackingAnswer answer = solve::pack(built.problem, options.work);
  const ByUnit by_unit = candidates_by_unit(set, units.size());
  Choice out;
  out.picks.reserve(answer.chosen.size());
  out.proof = {answer.proven && !set.cut,
               answer.certified ? "prices"
               : answer.proven  ? "search"
                                : "limit",
               set.candidates.size(), answer.steps};
  if (set.cut) out.proof.kind = "limit";
  for (const std::uint32_t chosen : answer.chosen) {
    const std::uint32_t at = built.candidate[chosen];
    Pick pick{at, {}, {}};
    if (built.duplicate[chosen])
      pick.duplicate_of = earned_elsewhere(set.candidates[at], record, rules);
    else
      pick.rivals = rivals_of(at, set, rules, by_unit);
    out.picks.push_back(std::move(pick));
  }
  std::ranges::sort(out.picks, {}, &Pick::candidate);
  return out;
}

}  // namespace crosswalk::transfer
