// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/transfer/cap_set.hpp"

namespace crosswalk::transfer {
namespace {

// Shares what caps leave among the parts.
class Caps {
 public:
  Caps(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const RuleIndex& rules,
       const Situation& situation, const Options& options, Evaluation& into)
      : rules_(rules),
        into_(into),
        parts_(parts_of(lines, rules.set().caps)),
        caps_(cap_set(parts_, units, rules, situation, options, into)) {}

  void run() {
    raise_to_floors();
    share();
    check_floors();
  }

 private:
  // A cap may not cut below what must be accepted of the same learning.
  void raise_to_floors() {
    for (Ceiling& cap : caps_.credits)
      for (const Ceiling& floor : caps_.floors)
        if (floor.parts == cap.parts && cap.amount < floor.amount) {
          record(*cap.limit, cap.amount, sum_of(parts_, cap.parts), floor.amount,
                 "raised to " + to_string(Credit{floor.amount, rules_.set().system}) + ", which must be accepted by " +
                     floor.limit->id,
                 into_);
          cap.amount = floor.amount;
        }
  }

  void check_floors() {
    for (const Ceiling& floor : caps_.floors) {
      const Rational accepted = sum_of(parts_, floor.parts);
      if (accepted < floor.amount)
        record(*floor.limit, floor.amount, accepted, accepted,
               "at least " + to_string(Credit{floor.amount, rules_.set().system}) +
                   " must be accepted where so much is " + "offered; the record reaches " +
                   to_string(Credit{accepted, rules_.set().system}),
               into_);
    }
  }

  [[nodiscard]] bool over(const Ceiling& cap) const { return sum_of(parts_, cap.parts) > cap.amount; }

  [[nodiscard]] bool over(const Count& count) const {
    std::int64_t given = 0;
    for (const solve::CountedThing& thing : count.ceiling.things)
      given += sum_of(parts_, thing.parts).is_zero() ? 0 : thing.weight;
    return given > count.ceiling.most;
  }

  [[nodiscard]] bool bites() const {
    const auto none_holds = [&](const Alternatives& all) {
      return std::ranges::all_of(all, [&](const auto& one) {
        return std::ranges::any_of(one, [&](const Ceiling& cap) { return over(cap); });
      });
    };
    return std::ranges::any_of(caps_.credits, [&](const Ceiling& cap) { return over(cap); }) ||
           std::ranges::any_of(caps_.counts, [&](const Count& count) { return over(count); }) ||
           std::ranges::any_of(caps_.alternatives, none_holds);
  }

  // The greatest sum over every combination of alternatives; the first of equal ones.
  void share() {
    if (!bites()) return;
    std::vector<Ceiling> ceilings = caps_.credits;
    try_alternatives(0, ceilings);
    std::erase_if(caps_.counts, [&](const Count& count) { return !over(count); });
    if (!best_.proven) into_.proof = {false, "limit", into_.proof.candidates, into_.proof.steps + best_.steps};
    cut_counts();
    cut_credits();
  }

  void try_alternatives(std::size_t at, std::vector<Ceiling>& ceilings) {
    if (at < caps_.alternatives.size()) {
      for (const auto& alternative : caps_.alternatives[at]) {
        const std::size_t before = ceilings.size();
        ceilings.insert(ceilings.end(), alternative.begin(), alternative.end());
        try_alternatives(at + 1, ceilings);
        ceilings.erase(ceilings.begin() + static_cast<std::ptrdiff_t>(before), ceilings.end());
      }
      return;
    }
    solve::CountedProblem problem;
    for (const Part& part : parts_) problem.amounts.wanted.push_back(part.target->exact);
    for (const Ceiling& cap : ceilings) problem.amounts.ceilings.push_back({cap.parts, cap.amount});
    for (const Count& count : caps_.counts) problem.counts.push_back(count.ceiling);
    solve::CountedAllocation answer = solve::allocate(problem);
    if (!chosen_.empty() && answer.total <= best_.total) return;
    best_ = std::move(answer);
    chosen_ = ceilings;
    if (chosen_.empty()) chosen_.push_back({});  // decided, without ceilings
  }

  void cut_counts() {
    for (const Count& count : caps_.counts) {
      std::vector<std::uint32_t> members;
      for (const solve::CountedThing& thing : count.ceiling.things)
        members.insert(members.end(), thing.parts.begin(), thing.parts.end());
      const Rational claimed = sum_of(parts_, members);
      for (const std::uint32_t part : members)
        if (!best_.kept[part] && !parts_[part].target->exact.is_zero())
          cut(parts_[part], 0, *count.limit, count.value, rules_.set().system);
      record(*count.limit, count.limit->amount, claimed, sum_of(parts_, members), to_string(*count.limit), into_);
    }
  }

  void cut_credits() {
    std::erase_if(chosen_, [](const Ceiling& cap) { return cap.limit == nullptr; });
    std::vector<Rational> claimed;
    for (const Ceiling& cap : chosen_) claimed.push_back(sum_of(parts_, cap.parts));
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (best_.given[i] < parts_[i].target->exact)
        if (const Ceiling* cap = tightest(i, claimed))
          cut(parts_[i], best_.given[i], *cap->limit, cap->value, rules_.set().system);
    for (std::size_t c = 0; c < chosen_.size(); ++c)
      if (claimed[c] > chosen_[c].amount)
        record(*chosen_[c].limit, chosen_[c].amount, claimed[c], sum_of(parts_, chosen_[c].parts),
               to_string(*chosen_[c].limit), into_);
  }

  // The cap to name for a part that is cut: of those over it, the one exceeded by most.
  [[nodiscard]] const Ceiling* tightest(std::uint32_t part, const std::vector<Rational>& claimed) const {
    const Ceiling* out = nullptr;
    Rational most;
    for (std::size_t c = 0; c < chosen_.size(); ++c) {
      if (std::ranges::find(chosen_[c].parts, part) == chosen_[c].parts.end()) continue;
      const Rational excess = claimed[c] - chosen_[c].amount;
      if (out != nullptr && excess <= most) continue;
      out = &chosen_[c];
      most = excess;
    }
    return out;
  }

  const RuleIndex& rules_;
  Evaluation& into_;
  std::vector<Part> parts_;
  CapSet caps_;
  solve::CountedAllocation best_;
  std::vector<Ceiling> chosen_;
};

// A line whose credit is all cut is denied, or keeps its content.
void conclude(LineDraft& line) {
  if (line.capped.is_zero() || !line.given().is_zero()) return;
  line.line.code = "cap";
  line.line.outcome = line.capped_units_only ? Outcome::subject_only : Outcome::denied;
  line.line.reason = line.capped_units_only    ? "counts for its content; the credit is over the maximum"
                     : line.cap_reason.empty() ? "no credit: over the maximum that can be transferred"
                                               : line.cap_reason;
}

}  // namespace

void apply_caps(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const RuleIndex& rules,
                const Situation& situation, const Options& options, Evaluation& into) {
  if (rules.set().caps.empty()) return;
  Caps(lines, units, rules, situation, options, into).run();
  for (LineDraft& line : lines) conclude(line);
}

}  // namespace crosswalk::transfer
