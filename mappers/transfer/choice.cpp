// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/choice.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

namespace crosswalk::transfer {
namespace {

bool repeatable(const Target& target) {
  const auto at = target.attributes.find("repeatable");
  return at != target.attributes.end() && at->second == "true";
}

// The courses here that a candidate would earn, by key.
std::vector<std::string> earned(const Candidate& candidate) {
  std::vector<std::string> out;
  for (const Target& target : candidate.draft.targets) {
    const bool course = target.kind == AwardKind::course || target.kind == AwardKind::exemption ||
                        target.kind == AwardKind::subject_only;
    if (course && !target.course.empty() && !repeatable(target)) out.push_back(target.course.key());
  }
  return out;
}

std::set<std::string> earned_here(const LearnerRecord& record, const RuleSet& set) {
  std::set<std::string> out;
  for (const Attempt& attempt : record.attempts)
    if (is_resident(attempt, set) && attempt.achieved() && !attempt.code.empty()) out.insert(attempt.code.key());
  return out;
}

// Courses that two candidates with different units could earn: each becomes an item of the packing.
class Contested {
 public:
  Contested(const CandidateSet& set, const std::vector<std::vector<std::string>>& keys, const LearnerRecord& record,
            const RuleSet& rules)
      : here_(earned_here(record, rules)) {
    std::unordered_map<std::string_view, const Candidate*> first;  // never iterated
    for (std::size_t i = 0; i < keys.size(); ++i)
      for (const std::string& key : keys[i]) {
        const auto [at, fresh] = first.try_emplace(key, &set.candidates[i]);
        if (!fresh && at->second->uses != set.candidates[i].uses) items_.try_emplace(key, 0U);
      }
    std::uint32_t next = 0;
    for (auto& [key, item] : items_) item = next++;
  }
  [[nodiscard]] bool is_earned_here(const std::string& key) const { return here_.contains(key); }
  [[nodiscard]] const std::uint32_t* item(const std::string& key) const {
    const auto at = items_.find(key);
    return at == items_.end() ? nullptr : &at->second;
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(items_.size()); }

 private:
  std::set<std::string> here_;
  std::map<std::string, std::uint32_t> items_;
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
  std::vector<std::vector<std::string>> keys;
  for (const Candidate& candidate : set.candidates) keys.push_back(earned(candidate));
  const Contested contested(set, keys, record, rules.set());
  const auto levels = standings(set);
  const std::int64_t scale = common_denominator(set);
  Build out;
  out.problem.items = static_cast<std::uint32_t>(units) + contested.size();
  for (std::uint32_t at = 0; at < set.candidates.size(); ++at) {
    const Candidate& candidate = set.candidates[at];
    solve::Pack pack{{}, solve::Worth(levels.size() + 3, 0)};
    for (const Use& use : candidate.uses) pack.items.push_back(use.unit);
    const auto level = std::ranges::lower_bound(levels, candidate.standing, std::greater<>()) - levels.begin();
    pack.worth[static_cast<std::size_t>(level)] = candidate.standing.breadth;
    pack.worth[levels.size() + 2] = -static_cast<std::int64_t>(candidate.uses.size());
    pack.worth[levels.size()] = certainty(candidate) * candidate.standing.breadth;
    const Rational scaled = candidate.draft.given * Rational(scale);
    pack.worth[levels.size() + 1] = scaled.numerator() / scaled.denominator();
    bool here = false, shared = false;
    for (const std::string& key : keys[at]) {
      here = here || contested.is_earned_here(key);
      const std::uint32_t* item = contested.item(key);
      shared = shared || item != nullptr;
      const auto place = item == nullptr ? 0U : static_cast<std::uint32_t>(units) + *item;
      if (item != nullptr && std::ranges::find(pack.items, place) == pack.items.end()) pack.items.push_back(place);
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
  return a.draft.targets == b.draft.targets &&
         rejects(*rules.rules()[a.rule].rule) == rejects(*rules.rules()[b.rule].rule);
}

std::vector<std::uint32_t> rivals_of(std::uint32_t at, const CandidateSet& set, const RuleIndex& rules) {
  std::vector<std::uint32_t> out;
  const Candidate& it = set.candidates[at];
  if (!it.truth.yes()) return out;
  const bool reports = rules.rules()[it.rule].conflict == OnConflict::report;
  for (std::uint32_t i = 0; i < set.candidates.size(); ++i) {
    const Candidate& other = set.candidates[i];
    if (other.rule == it.rule || !other.truth.yes()) continue;
    const bool equal = other.standing == it.standing && same_units(it, other);
    const bool reported = reports && other.standing.precedence < it.standing.precedence && overlap(it, other);
    if ((equal || reported) && !awards_alike(it, other, rules)) out.push_back(i);
  }
  return out;
}

std::string earned_elsewhere(const Candidate& candidate, const std::set<std::string>& here) {
  for (const Target& target : candidate.draft.targets)
    if (here.contains(target.course.key())) return to_string(target.course) + ", passed here";
  return candidate.draft.targets.empty() ? "" : to_string(candidate.draft.targets.front().course);
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
  const auto here = earned_here(record, rules.set());
  Choice out;
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
      pick.duplicate_of = earned_elsewhere(set.candidates[at], here);
    else
      pick.rivals = rivals_of(at, set, rules);
    out.picks.push_back(std::move(pick));
  }
  std::ranges::sort(out.picks, {}, &Pick::candidate);
  return out;
}

}  // namespace crosswalk::transfer
