// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/counted_allocation.hpp"

#include <algorithm>

namespace crosswalk::solve {
namespace {

enum class Choice : std::uint8_t { open, kept, left_out };

class CountedSearch {
 public:
  CountedSearch(const CountedProblem& problem, std::uint64_t work)
      : problem_(problem), wanted_(problem.amounts.wanted), work_(work), choice_(wanted_.size(), Choice::open) {}

  CountedAllocation run() {
    keep_largest();
    const bool all = std::ranges::find(best_.kept, false) == best_.kept.end();  // then the counts do not bind
    counted_ = counted_parts();
    if (!all && bound() > best_.total) branch(0);
    best_.steps = steps_;
    best_.proven = !stopped_;
    return std::move(best_);
  }

 private:
  [[nodiscard]] Rational size(const CountedThing& thing, const std::vector<bool>& kept) const {
    Rational sum;
    for (const std::uint32_t part : thing.parts)
      if (kept[part]) sum += wanted_[part];
    return sum;
  }

  // The first answer: of every count the largest things that fit, the earlier of equal ones.
  void keep_largest() {
    std::vector<bool> kept(wanted_.size(), true);
    for (const CountCeiling& count : problem_.counts) {
      std::vector<const CountedThing*> order;
      for (const CountedThing& thing : count.things)
        if (!size(thing, kept).is_zero()) order.push_back(&thing);
      std::ranges::stable_sort(order, std::greater<>(), [&](const CountedThing* each) { return size(*each, kept); });
      std::int64_t room = count.most;
      for (const CountedThing* thing : order) {
        if (thing->weight <= room) {
          room -= thing->weight;
          continue;
        }
        for (const std::uint32_t part : thing->parts) kept[part] = false;
      }
    }
    offer(kept);
  }

  void offer(const std::vector<bool>& kept) {
    AllocationProblem amounts = problem_.amounts;
    for (std::size_t i = 0; i < kept.size(); ++i)
      if (!kept[i]) amounts.wanted[i] = 0;
    Allocation answer = allocate(amounts);
    if (!best_.kept.empty() && answer.total <= best_.total) return;
    best_.given = std::move(answer.given);
    best_.total = answer.total;
    best_.kept = kept;
  }

  [[nodiscard]] std::vector<std::uint32_t> counted_parts() const {
    std::vector<std::uint32_t> out;
    for (const CountCeiling& count : problem_.counts)
      for (const CountedThing& thing : count.things)
        for (const std::uint32_t part : thing.parts)
          if (!wanted_[part].is_zero()) out.push_back(part);
    std::ranges::sort(out);
    const auto repeated = std::ranges::unique(out);
    out.erase(repeated.begin(), repeated.end());
    return out;
  }

  [[nodiscard]] bool any(const CountedThing& thing, Choice choice) const {
    return std::ranges::any_of(thing.parts, [&](std::uint32_t part) { return choice_[part] == choice; });
  }

  // A row for a count: a thing that is not decided counts by the share of it that is given, one that is kept in full.
  void add_count(const CountCeiling& count, std::vector<std::vector<Rational>>& rows,
                 std::vector<Rational>& bounds) const {
    std::vector<Rational> row(wanted_.size());
    std::int64_t room = count.most;
    for (const CountedThing& thing : count.things) {
      if (any(thing, Choice::kept)) {
        room -= thing.weight;
        continue;
      }
      Rational sum;
      for (const std::uint32_t part : thing.parts)
        if (choice_[part] == Choice::open) sum += wanted_[part];
      if (sum.is_zero()) continue;
      for (const std::uint32_t part : thing.parts)
        if (choice_[part] == Choice::open) row[part] = Rational(thing.weight) / sum;
    }
    rows.push_back(std::move(row));
    bounds.emplace_back(std::max<std::int64_t>(room, 0));
  }

  // No choice of the open parts can give more.
  Rational bound() {
    ++steps_;
    std::vector<std::vector<Rational>> rows;
    std::vector<Rational> bounds;
    for (const Ceiling& ceiling : problem_.amounts.ceilings) {
      rows.emplace_back(wanted_.size());
      for (const std::uint32_t part : ceiling.parts) rows.back()[part] = 1;
      bounds.push_back(ceiling.amount);
    }
    for (const CountCeiling& count : problem_.counts) add_count(count, rows, bounds);
    for (std::size_t part = 0; part < wanted_.size(); ++part) {
      rows.emplace_back(wanted_.size());
      rows.back()[part] = 1;
      bounds.push_back(choice_[part] == Choice::left_out ? Rational() : wanted_[part]);
    }
    return greatest_sum(rows, bounds, wanted_.size()).total;
  }

  [[nodiscard]] bool fits() const {
    return std::ranges::all_of(problem_.counts, [&](const CountCeiling& count) {
      std::int64_t sum = 0;
      for (const CountedThing& thing : count.things) sum += any(thing, Choice::kept) ? thing.weight : 0;
      return sum <= count.most;
    });
  }

  void branch(std::size_t at) {
    if (stopped_ || (stopped_ = steps_ >= work_)) return;
    if (at == counted_.size()) {
      std::vector<bool> kept;
      for (const Choice choice : choice_) kept.push_back(choice != Choice::left_out);
      return offer(kept);
    }
    for (const Choice choice : {Choice::kept, Choice::left_out}) {
      choice_[counted_[at]] = choice;
      if (fits() && bound() > best_.total) branch(at + 1);
      choice_[counted_[at]] = Choice::open;
    }
  }

  const CountedProblem& problem_;
  const std::vector<Rational>& wanted_;
  std::uint64_t work_ = 0, steps_ = 0;
  bool stopped_ = false;
  std::vector<Choice> choice_;
  std::vector<std::uint32_t> counted_;
  CountedAllocation best_;
};

}  // namespace

CountedAllocation allocate(const CountedProblem& problem, std::uint64_t work) {
  if (!problem.counts.empty()) return CountedSearch(problem, work).run();
  CountedAllocation out;
  Allocation answer = allocate(problem.amounts);
  out.given = std::move(answer.given);
  out.total = answer.total;
  out.kept.assign(out.given.size(), true);
  return out;
}

}  // namespace crosswalk::solve
