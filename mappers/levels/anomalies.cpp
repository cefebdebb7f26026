// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/anomalies.hpp"

#include <algorithm>
#include <set>

namespace crosswalk::levels {
namespace {

std::string braces(const std::vector<std::string>& labels, const FrameworkId& framework) {
  std::string out = "{";
  for (const std::string& each : labels) out += (out.size() == 1 ? "" : ", ") + to_string(LevelRef{framework, each});
  return out + "}";
}

int rank(const Framework& framework, const std::string& label) {
  const Level* level = framework.level(label);
  return level == nullptr ? 0 : level->rank.value_or(0);
}

bool answered(const LevelAnswer& each) { return each.leading.known == Known::levels; }

void find_inversions(const Comparison& comparison, const Framework& from, const Framework& to,
                     std::vector<Anomaly>& out) {
  for (const LevelAnswer& low : comparison.levels)
    for (const LevelAnswer& high : comparison.levels) {
      if (!answered(low) || !answered(high)) continue;
      const Level* a = from.level(low.from.level);
      const Level* b = from.level(high.from.level);
      if (order(*a, *b) != std::partial_ordering::less) continue;
      if (rank(to, low.leading.lowest) > rank(to, high.leading.lowest) ||
          rank(to, low.leading.highest) > rank(to, high.leading.highest))
        out.push_back({AnomalyKind::order_inversion,
                       {to_string(low.from), to_string(high.from)},
                       to_string(low.from) + " lies below " + to_string(high.from) + " but reaches " +
                           braces(low.leading.to, to.id) + " above " + braces(high.leading.to, to.id)});
    }
}

// Source levels between answered ones that the documents leave without counterpart.
void find_source_gaps(const Comparison& comparison, std::vector<Anomaly>& out) {
  const auto first = std::ranges::find_if(comparison.levels, answered);
  for (auto at = first; at != comparison.levels.end(); ++at) {
    const bool later = std::any_of(at, comparison.levels.end(), answered);
    if (at->leading.known == Known::none && later)
      out.push_back({AnomalyKind::gap,
                     {to_string(at->from)},
                     to_string(at->from) + " has no counterpart although levels below and above it have"});
  }
}

// Target levels between reached ones that nothing reaches.
void find_target_gaps(const Comparison& comparison, const Framework& to, std::vector<Anomaly>& out) {
  std::set<std::string> reached;
  for (const LevelAnswer& each : comparison.levels) reached.insert(each.leading.to.begin(), each.leading.to.end());
  if (reached.size() < 2 || comparison.levels.size() < 2) return;
  int lowest = 0, highest = 0;
  bool any = false;
  for (const std::string& each : reached) {
    lowest = any ? std::min(lowest, rank(to, each)) : rank(to, each);
    highest = any ? std::max(highest, rank(to, each)) : rank(to, each);
    any = true;
  }
  for (const Level& level : to.levels)
    if (level.rank && *level.rank > lowest && *level.rank < highest && !reached.contains(level.ref.level))
      out.push_back({AnomalyKind::gap,
                     {to_string(level.ref)},
                     "no level of " + comparison.from.text + " reaches " + to_string(level.ref)});
}

void find_lost_round_trips(const ReferencingIndex& index, const Comparison& comparison, std::vector<Anomaly>& out) {
  for (const LevelAnswer& each : comparison.levels) {
    if (!answered(each) || each.leading.kind == AnswerKind::nominal) continue;
    std::vector<int> back{index.position(comparison.to.text)};
    for (auto hub = each.leading.through.rbegin(); hub != each.leading.through.rend(); ++hub)
      back.push_back(index.position(*hub));
    back.push_back(index.position(comparison.from.text));
    const Framework& to = index.framework(back.front());
    std::set<std::string> home;
    for (const std::string& label : each.leading.to) {
      const auto at = std::ranges::find(to.levels, label, [](const Level& level) { return level.ref.level; });
      const Answer returned = along(index, back, static_cast<int>(at - to.levels.begin()));
      home.insert(returned.to.begin(), returned.to.end());
    }
    if (home == std::set<std::string>{each.from.level}) continue;
    std::vector<std::string> ordered;
    for (const Level& level : index.framework(back.back()).levels)
      if (home.contains(level.ref.level)) ordered.push_back(level.ref.level);
    out.push_back({AnomalyKind::round_trip,
                   {to_string(each.from)},
                   to_string(each.from) + " goes to " + braces(each.leading.to, to.id) + " and comes back as " +
                       braces(ordered, comparison.from)});
  }
}

void find_disagreements(const Comparison& comparison, std::vector<Anomaly>& contradictions,
                        std::vector<Anomaly>& widenings) {
  for (const LevelAnswer& each : comparison.levels) {
    if (each.leading.kind != AnswerKind::published) continue;
    const std::set<std::string> direct(each.leading.to.begin(), each.leading.to.end());
    for (const Answer& other : each.alternatives) {
      const std::set<std::string> composed(other.to.begin(), other.to.end());
      const std::string through = other.through.empty() ? "" : " through " + other.through.front();
      const bool share =
          std::ranges::any_of(composed, [&](const std::string& label) { return direct.contains(label); });
      const std::string text = to_string(each.from) + ": published " +
                               (direct.empty() ? "none" : braces(each.leading.to, comparison.to)) + ", composed" +
                               through + " " + (composed.empty() ? "none" : braces(other.to, comparison.to));
      if (direct.empty() != composed.empty() || (!direct.empty() && !share))
        contradictions.push_back({AnomalyKind::contradiction, {to_string(each.from)}, text});
      else if (composed.size() > direct.size())
        widenings.push_back({AnomalyKind::widening, {to_string(each.from)}, text});
    }
  }
}

}  // namespace

std::string_view name(AnomalyKind kind) {
  switch (kind) {
    case AnomalyKind::order_inversion:
      return "order-inversion";
    case AnomalyKind::gap:
      return "gap";
    case AnomalyKind::round_trip:
      return "round-trip";
    case AnomalyKind::contradiction:
      return "contradiction";
    case AnomalyKind::widening:
      return "widening";
  }
  return "";
}

std::vector<Anomaly> anomalies(const ReferencingIndex& index, const Comparison& comparison) {
  const Framework& from = index.framework(index.position(comparison.from.text));
  const Framework& to = index.framework(index.position(comparison.to.text));
  std::vector<Anomaly> out;
  find_inversions(comparison, from, to, out);
  find_source_gaps(comparison, out);
  find_target_gaps(comparison, to, out);
  find_lost_round_trips(index, comparison, out);
  std::vector<Anomaly> widenings;
  find_disagreements(comparison, out, widenings);
  out.insert(out.end(), widenings.begin(), widenings.end());
  return out;
}

std::vector<int> lost_round_trips(const ReferencingIndex& index, const std::vector<int>& chain) {
  const std::vector<int> back(chain.rbegin(), chain.rend());
  const auto& levels = index.framework(chain.front()).levels;
  const auto& others = index.framework(chain.back()).levels;
  std::vector<int> out;
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const Answer there = along(index, chain, static_cast<int>(i));
    if (there.known != Known::levels) continue;
    std::set<std::string> home;
    for (std::size_t j = 0; j < others.size(); ++j)
      if (std::ranges::find(there.to, others[j].ref.level) != there.to.end()) {
        const Answer returned = along(index, back, static_cast<int>(j));
        home.insert(returned.to.begin(), returned.to.end());
      }
    if (home != std::set<std::string>{levels[i].ref.level}) out.push_back(static_cast<int>(i));
  }
  return out;
}

}  // namespace crosswalk::levels
