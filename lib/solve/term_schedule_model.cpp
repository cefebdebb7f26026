// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/term_schedule_model.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::solve {
namespace {

std::size_t root(std::vector<std::size_t>& parent, std::size_t course) {
  while (parent[course] != course) course = parent[course] = parent[parent[course]];
  return course;
}

struct Arc {
  std::int64_t lag = 0, times = 0;
};
using Arcs = std::map<std::pair<std::size_t, std::size_t>, Arc>;

// Links between roots; nothing where a course must come before one of its own term.
std::optional<Arcs> arcs_between(const ScheduleProblem& problem, std::vector<std::size_t>& parent) {
  Arcs arcs;
  for (const ScheduleLink& link : problem.links) {
    const std::size_t from = root(parent, link.from), to = root(parent, link.to);
    if (from == to && link.lag > 0 && !link.same_term) return std::nullopt;
    if (from == to) continue;
    Arc& arc = arcs[{from, to}];
    arc.lag = std::max(arc.lag, link.lag);
    ++arc.times;
  }
  return arcs;
}

// Roots in topological order, smallest first; shorter where they go round.
std::vector<std::size_t> ordered(const std::vector<std::size_t>& roots, const Arcs& arcs) {
  std::map<std::size_t, std::size_t> open;
  for (const std::size_t one : roots) open[one] = 0;
  for (const auto& [ends, arc] : arcs) ++open[ends.second];
  std::vector<std::size_t> order;
  while (true) {
    const auto free = std::ranges::find_if(open, [](const auto& entry) { return entry.second == 0; });
    if (free == open.end()) return order;
    const std::size_t one = free->first;
    order.push_back(one);
    open.erase(free);
    for (const auto& [ends, arc] : arcs)
      if (ends.first == one) --open[ends.second];
  }
}

void set_windows(ScheduleModel& model) {
  const std::size_t blocks = model.size();
  model.earliest.assign(blocks, 1);
  model.latest.assign(blocks, model.terms);
  for (std::size_t block = 0; block < blocks; ++block)
    for (const auto& need : model.needs[block])
      model.earliest[block] = std::max(model.earliest[block], model.earliest[need.block] + need.lag);
  for (std::size_t block = blocks; block-- > 0;)
    for (const auto& next : model.needed_by[block])
      model.latest[block] = std::min(model.latest[block], model.latest[next.block] - next.lag);
}

void set_twins(ScheduleModel& model) {
  using Side = std::vector<std::tuple<std::size_t, std::int64_t, std::int64_t>>;
  std::map<std::tuple<std::int64_t, Side, Side>, std::size_t> last;
  const auto side = [](const std::vector<ScheduleModel::Link>& links) {
    Side found;
    for (const auto& link : links) found.emplace_back(link.block, link.lag, link.times);
    std::ranges::sort(found);
    return found;
  };
  model.twin_before.resize(model.size());
  for (std::size_t block = 0; block < model.size(); ++block) {
    const auto key = std::tuple(model.credits[block], side(model.needs[block]), side(model.needed_by[block]));
    const auto [known, added] = last.emplace(key, block);
    if (!added) model.twin_before[block] = std::exchange(known->second, block);
  }
}

}  // namespace

std::optional<ScheduleModel> ScheduleModel::of(const ScheduleProblem& problem) {
  std::vector<std::size_t> parent(problem.credits.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (const ScheduleLink& link : problem.links) {
    if (std::max(link.from, link.to) >= parent.size()) throw UsageError("a link names a course that does not exist");
    if (link.same_term) {
      const std::size_t one = root(parent, link.from), other = root(parent, link.to);
      parent[std::max(one, other)] = std::min(one, other);
    }
  }
  const auto arcs = arcs_between(problem, parent);
  if (!arcs) return std::nullopt;
  std::vector<std::size_t> roots;
  for (std::size_t course = 0; course < parent.size(); ++course)
    if (root(parent, course) == course) roots.push_back(course);
  if (roots.size() > most_blocks) throw UsageError("a plan of more than 256 courses is not searched");
  const auto order = ordered(roots, *arcs);
  if (order.size() != roots.size()) return std::nullopt;
  std::vector<std::size_t> place(parent.size());
  for (std::size_t block = 0; block < order.size(); ++block) place[order[block]] = block;
  ScheduleModel model;
  model.credits.assign(order.size(), 0);
  model.needs.resize(order.size());
  model.needed_by.resize(order.size());
  model.grain = 0;
  for (std::size_t course = 0; course < parent.size(); ++course) {
    model.block_of.push_back(place[root(parent, course)]);
    model.credits[model.block_of.back()] += problem.credits[course];
    model.total += problem.credits[course];
    model.grain = std::gcd(model.grain, problem.credits[course]);
  }
  model.grain = std::max<std::int64_t>(model.grain, 1);
  for (const auto& [ends, arc] : *arcs) {
    const std::size_t from = place[ends.first], to = place[ends.second];
    model.needs[to].push_back({from, arc.lag, arc.times});
    model.needed_by[from].push_back({to, arc.lag, arc.times});
  }
  model.terms = problem.terms;
  model.low = problem.min_credits;
  model.high = problem.max_credits;
  set_windows(model);
  set_twins(model);
  return model;
}

}  // namespace crosswalk::solve
