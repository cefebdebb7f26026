// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/term_schedule_search.hpp"

#include <algorithm>
#include <cstdlib>

namespace crosswalk::solve {

using Set = ScheduleModel::Set;

ScheduleSearch::Answer ScheduleSearch::run(std::int64_t balance_limit, std::int64_t distance_limit) {
  balance_limit_ = balance_limit;
  distance_limit_ = distance_limit;
  next_balance_ = next_distance_ = no_limit;
  loads_.clear();
  failed_.clear();
  term_.assign(model_.size(), 0);
  State start;
  if (!can_finish(start) || over_limits(least_balance(model_, {}, model_.total), bound_({}))) return Answer::none;
  if (fill(start)) return Answer::found;
  return steps_ > work_ ? Answer::stopped : Answer::none;
}

// Counts a branch cut by one limit alone towards the next limit to try.
bool ScheduleSearch::over_limits(std::int64_t balance, std::int64_t distance) {
  const bool unbalanced = balance > balance_limit_, far = distance > distance_limit_;
  if (unbalanced) next_balance_ = std::min(next_balance_, balance);
  if (far && !unbalanced) next_distance_ = std::min(next_distance_, distance);
  return unbalanced || far;
}

bool ScheduleSearch::can_finish(const State& state) const {
  const std::int64_t left = model_.terms - state.term, credits = model_.total - state.credits;
  if (credits < left * model_.low || credits > left * model_.high) return false;
  std::vector<std::int64_t> earliest(model_.size(), 0);
  for (std::size_t block = 0; block < model_.size(); ++block) {
    if (state.placed[block]) continue;
    earliest[block] = state.term + 1;
    for (const auto& need : model_.needs[block])
      if (!state.placed[need.block]) earliest[block] = std::max(earliest[block], earliest[need.block] + need.lag);
    if (earliest[block] > model_.latest[block]) return false;
  }
  return true;
}

std::string ScheduleSearch::key(const State& state) const {
  std::string text(1, static_cast<char>(state.term));
  for (std::size_t block = 0; block < model_.size(); block += 8) {
    unsigned byte = 0;
    for (std::size_t bit = 0; bit < 8 && block + bit < model_.size(); ++bit)
      byte |= static_cast<unsigned>(state.placed[block + bit]) << bit;
    text += static_cast<char>(byte);
  }
  if (balance_limit_ == no_limit) return text;
  auto sorted = loads_;
  std::ranges::sort(sorted);
  for (const std::int64_t load : sorted) text += std::to_string(load) + ",";
  return text;
}

bool ScheduleSearch::fill(const State& state) {
  if (state.term == model_.terms) return true;
  if (++steps_ > work_) return false;
  const std::int64_t left = distance_limit_ == no_limit ? no_limit : distance_limit_ - state.distance;
  const std::string name = key(state);
  if (const auto known = failed_.find(name); known != failed_.end() && known->second >= left) return false;
  std::vector<Child> children;
  collect(state, children);
  std::ranges::stable_sort(children, {}, &Child::rank);
  for (const Child& child : children) {
    loads_.push_back(child.load);
    if (fill({state.term + 1, state.placed | child.taken, state.credits + child.load, child.distance})) {
      for (std::size_t block = 0; block < model_.size(); ++block)
        if (child.taken[block]) term_[block] = state.term + 1;
      return true;
    }
    loads_.pop_back();
    if (steps_ > work_) return false;
  }
  failed_[name] = left;
  return false;
}

void ScheduleSearch::collect(const State& state, std::vector<Child>& children) {
  std::vector<std::size_t> free;
  std::int64_t rest = 0;
  for (std::size_t block = 0; block < model_.size(); ++block) {
    if (state.placed[block]) continue;
    const bool ready = std::ranges::all_of(model_.needs[block], [&](const ScheduleModel::Link& need) {
      return need.lag == 0 || state.placed[need.block];
    });
    if (!ready) continue;
    free.push_back(block);
    rest += model_.credits[block];
  }
  Child none;
  choose(state, free, 0, rest, none, children);
}

bool ScheduleSearch::may_take(const State& state, const Child& child, std::size_t block) const {
  const auto there = [&](std::size_t other) { return state.placed[other] || child.taken[other]; };
  if (child.load + model_.credits[block] > model_.high) return false;
  if (model_.twin_before[block] && !there(*model_.twin_before[block])) return false;
  return std::ranges::all_of(model_.needs[block], [&](const ScheduleModel::Link& need) { return there(need.block); });
}

// Every set of free blocks within the limits that holds all whose last term this is. Blocks come in topological order,
// so a corequisite is decided before the course that needs it.
void ScheduleSearch::choose(const State& state, const std::vector<std::size_t>& free, std::size_t index,
                            std::int64_t rest, Child& child, std::vector<Child>& children) {
  if (child.load + rest < model_.low || steps_ > work_) return;
  if (index == free.size()) {
    keep(state, child, children);
    return;
  }
  const std::size_t block = free[index];
  const std::int64_t credits = model_.credits[block];
  if (may_take(state, child, block)) {
    child.taken[block] = true;
    child.load += credits;
    choose(state, free, index + 1, rest - credits, child, children);
    child.taken[block] = false;
    child.load -= credits;
  }
  if (model_.latest[block] > state.term + 1) choose(state, free, index + 1, rest - credits, child, children);
}

void ScheduleSearch::keep(const State& state, Child child, std::vector<Child>& children) {
  ++steps_;
  const State next{state.term + 1, state.placed | child.taken, state.credits + child.load, 0};
  if (!can_finish(next)) return;
  loads_.push_back(child.load);
  const std::int64_t balance = least_balance(model_, loads_, model_.total - next.credits);
  loads_.pop_back();
  child.distance = state.distance + links_across(next.placed);
  const std::int64_t distance = child.distance + bound_(next.placed);
  if (over_limits(balance, distance)) return;
  // The more promising first: the criterion that is limited, then the other one.
  const bool by_distance = distance_limit_ != no_limit;
  child.rank = by_distance ? distance * 4096 + std::min<std::int64_t>(balance, 4095)
                           : balance * 4096 + std::min<std::int64_t>(distance, 4095);
  children.push_back(std::move(child));
}

// Links from a placed block to an open one: each grows by one at this term's end.
std::int64_t ScheduleSearch::links_across(const Set& placed) const {
  std::int64_t links = 0;
  for (std::size_t block = 0; block < model_.size(); ++block)
    if (placed[block])
      for (const auto& next : model_.needed_by[block])
        if (!placed[next.block]) links += next.times;
  return links;
}

}  // namespace crosswalk::solve
