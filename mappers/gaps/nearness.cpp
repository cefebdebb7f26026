// SPDX-License-Identifier: Apache-2.0
#include "mappers/gaps/nearness.hpp"

#include <algorithm>

namespace crosswalk::gaps {
namespace {

using graph::Node;

// Shared stems of two sorted lists, twice, over all of them.
double dice(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y)
      ++shared, ++x, ++y;
    else if (*x < *y)
      ++x;
    else
      ++y;
  }
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

}  // namespace

Nearness::Nearness(const CompetencyFramework& framework, const competencies::Hierarchy& hierarchy,
                   std::vector<std::uint32_t> held, const std::vector<std::string>& stop_words)
    : framework_(framework),
      hierarchy_(hierarchy),
      held_(std::move(held)),
      reached_(hierarchy.size()),
      analyser_(framework.language.empty() ? "en" : framework.language.substr(0, framework.language.find('-')),
                stop_words) {
  climb();
  for (const std::uint32_t entry : held_) held_stems_.push_back(stems_of(entry));
}

// Breadth first from all held entries at once; the smallest held entry wins a tie because it was queued first.
void Nearness::climb() {
  std::vector<Node> queue(held_.begin(), held_.end());
  for (const std::uint32_t entry : held_) reached_[entry] = Reached{0, entry};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const Reached here = *reached_[queue[i]];
    hierarchy_.up().each_next(queue[i], [&](Node broader) {
      if (reached_[broader]) return;
      reached_[broader] = Reached{here.steps + 1, here.held};
      queue.push_back(broader);
    });
  }
}

std::optional<Nearness::Kin> Nearness::kin(std::uint32_t entry, std::uint32_t most) const {
  std::optional<Kin> best;
  std::vector<std::pair<Node, std::uint32_t>> queue{{entry, 0}};
  for (std::size_t i = 0; i < queue.size(); ++i) {
    const auto [node, steps] = queue[i];
    if (const auto& found = reached_[node]; found && steps + found->steps <= most) {
      const Kin kin{found->held, node, steps + found->steps};
      if (!best || kin.steps < best->steps || (kin.steps == best->steps && kin.entry < best->entry)) best = kin;
    }
    if (steps == most) continue;
    hierarchy_.up().each_next(node, [&, steps = steps](Node broader) {
      if (std::ranges::find(queue, broader, &std::pair<Node, std::uint32_t>::first) == queue.end())
        queue.emplace_back(broader, steps + 1);
    });
  }
  return best;
}

std::vector<Nearness::Stems> Nearness::stems_of(std::uint32_t entry) {
  std::vector<Stems> out;
  const auto add = [&](const std::string& label) {
    Stems stems = analyser_.words(label);
    std::ranges::sort(stems);
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    if (!stems.empty()) out.push_back(std::move(stems));
  };
  for (const Label& label : framework_.entries[entry].labels) add(label.text);
  for (const Label& label : framework_.entries[entry].alternatives) add(label.text);
  return out;
}

std::optional<Nearness::Alike> Nearness::alike(std::uint32_t entry, double least) {
  std::optional<Alike> best;
  const std::vector<Stems> wanted = stems_of(entry);
  for (std::size_t i = 0; i < held_.size(); ++i)
    for (const Stems& a : wanted)
      for (const Stems& b : held_stems_[i]) {
        const double similarity = dice(a, b);
        if (similarity >= least && (!best || similarity > best->similarity)) best = Alike{held_[i], similarity};
      }
  return best;
}

}  // namespace crosswalk::gaps
