// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/term_schedule_bound.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <vector>

namespace crosswalk::solve {
namespace {

using Set = ScheduleModel::Set;
constexpr std::int64_t without_limit = std::numeric_limits<std::int64_t>::max() / 4;

// Maximum closure by augmenting paths on the open blocks of one time vector: choose blocks to raise by one term so that
// the gain (links out minus links in) is largest, where a block drags along those it is tight against.
class Closure {
 public:
  Closure(const ScheduleModel& model, const std::vector<std::size_t>& open, const std::vector<std::int64_t>& time,
          const std::vector<std::int64_t>& gain)
      : gain_(gain), flow_to_(open.size()), rest_(gain) {
    std::vector<std::size_t> place(model.size(), open.size());
    for (std::size_t i = 0; i < open.size(); ++i) place[open[i]] = i;
    for (std::size_t i = 0; i < open.size(); ++i)
      for (const auto& next : model.needed_by[open[i]]) {
        const std::size_t j = place[next.block];
        if (time[next.block] - time[open[i]] != next.lag) continue;
        flow_to_[i].push_back({j, flow_to_[j].size(), without_limit});
        flow_to_[j].push_back({i, flow_to_[i].size() - 1, 0});
      }
  }

  // The blocks to raise; empty where nothing is gained.
  std::vector<bool> best() {
    std::int64_t wanted = 0;
    for (const std::int64_t gain : gain_) wanted += std::max<std::int64_t>(gain, 0);
    while (const std::int64_t sent = augment()) wanted -= sent;
    if (wanted == 0) return {};
    return reached_;
  }

 private:
  struct Pipe {
    std::size_t to = 0, back = 0;
    std::int64_t room = 0;
  };

  // From any block with gain left to any with loss left, breadth first; 0 where there is none.
  std::int64_t augment() {
    std::vector<std::pair<std::size_t, std::size_t>> came(gain_.size());
    std::vector<std::size_t> queue;
    reached_.assign(gain_.size(), false);
    for (std::size_t i = 0; i < gain_.size(); ++i)
      if (rest_[i] > 0) {
        reached_[i] = true;
        came[i] = {i, 0};
        queue.push_back(i);
      }
    for (std::size_t done = 0; done < queue.size(); ++done) {
      const std::size_t i = queue[done];
      if (rest_[i] < 0) return send(i, came);
      for (std::size_t p = 0; p < flow_to_[i].size(); ++p) {
        const Pipe& pipe = flow_to_[i][p];
        if (pipe.room == 0 || reached_[pipe.to]) continue;
        reached_[pipe.to] = true;
        came[pipe.to] = {i, p};
        queue.push_back(pipe.to);
      }
    }
    return 0;
  }

  std::int64_t send(std::size_t end, const std::vector<std::pair<std::size_t, std::size_t>>& came) {
    std::int64_t amount = -rest_[end];
    std::size_t start = end;
    for (; came[start].first != start; start = came[start].first)
      amount = std::min(amount, flow_to_[came[start].first][came[start].second].room);
    amount = std::min(amount, rest_[start]);
    for (std::size_t i = end; came[i].first != i; i = came[i].first) {
      Pipe& pipe = flow_to_[came[i].first][came[i].second];
      pipe.room -= amount;
      flow_to_[i][pipe.back].room += amount;
    }
    rest_[start] -= amount;
    rest_[end] += amount;
    return amount;
  }

  const std::vector<std::int64_t>& gain_;
  std::vector<std::vector<Pipe>> flow_to_;
  std::vector<std::int64_t> rest_;
  std::vector<bool> reached_;
};

}  // namespace

std::int64_t least_balance(const ScheduleModel& model, std::span<const std::int64_t> loads, std::int64_t credits_left) {
  const std::int64_t left = model.terms - static_cast<std::int64_t>(loads.size());
  std::int64_t sum = 0;
  for (std::size_t i = 0; i < loads.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) sum += std::abs(loads[i] - loads[j]);
  if (left == 0) return 2 * sum;
  const std::int64_t units = credits_left / model.grain, more = units % left;
  const std::int64_t low = units / left * model.grain, high = low + model.grain;
  for (const std::int64_t load : loads) sum += (left - more) * std::abs(load - low) + more * std::abs(load - high);
  return 2 * (sum + more * (left - more) * model.grain);
}

DistanceBound::DistanceBound(const ScheduleModel& model) : model_(model) {
  for (std::size_t block = 0; block < model.size(); ++block)
    linked_[block] = !model.needs[block].empty() || !model.needed_by[block].empty();
}

std::int64_t DistanceBound::operator()(const Set& all_placed) {
  const Set placed = all_placed & linked_;
  if (const auto known = known_.find(placed); known != known_.end()) return known->second;
  std::vector<std::size_t> open;
  std::vector<std::int64_t> time(model_.size(), 0), gain;
  for (std::size_t block = 0; block < model_.size(); ++block) {
    if (placed[block] || !linked_[block]) continue;
    open.push_back(block);
    std::int64_t links = 0;
    for (const auto& next : model_.needed_by[block]) links += next.times;
    for (const auto& need : model_.needs[block]) {
      links -= need.times;
      if (!placed[need.block]) time[block] = std::max(time[block], time[need.block] + need.lag);
    }
    gain.push_back(links);
  }
  while (true) {
    const auto raised = Closure(model_, open, time, gain).best();
    if (raised.empty()) break;
    for (std::size_t i = 0; i < open.size(); ++i)
      if (raised[i]) ++time[open[i]];
  }
  std::int64_t least = 0;
  for (std::size_t i = 0; i < open.size(); ++i) least -= gain[i] * time[open[i]];
  return known_[placed] = least;
}

}  // namespace crosswalk::solve
