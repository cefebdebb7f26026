// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/ways.hpp"

#include <algorithm>

#include "mappers/transfer/taking.hpp"

namespace crosswalk::transfer {
namespace {

bool joined(Way& into, const Way& other) {
  std::vector<Use> uses;
  std::ranges::merge(into.uses, other.uses, std::back_inserter(uses));
  const auto same = [](const Use& a, const Use& b) { return a.unit == b.unit; };
  if (std::ranges::adjacent_find(uses, same) != uses.end()) return false;
  into.uses = std::move(uses);
  into.truth = into.truth && other.truth;
  into.guards.insert(into.guards.end(), other.guards.begin(), other.guards.end());
  return true;
}

std::vector<Way> product(const std::vector<Way>& first, const std::vector<Way>& second, WaySearch& search) {
  std::vector<Way> out;
  for (const Way& a : first)
    for (const Way& b : second) {
      Way both = a;
      if (!joined(both, b)) continue;
      if (out.size() == search.most) {
        search.cut = true;
        return out;
      }
      out.push_back(std::move(both));
    }
  return out;
}

std::vector<Way> all_of(const MatchNode& node, WaySearch& search) {
  std::vector<Way> out{Way{}};
  for (const MatchNode& part : node.parts) {
    const auto more = ways(part, search);
    if (more.empty()) return {};
    out = product(out, more, search);
  }
  return out;
}

std::vector<Way> any_of(const MatchNode& node, WaySearch& search) {
  std::vector<Way> out;
  for (const MatchNode& part : node.parts) {
    auto more = ways(part, search);
    std::ranges::move(more, std::back_inserter(out));
  }
  return out;
}

// Every choice of `count` of the parts, in order.
void choices(const std::vector<std::vector<Way>>& parts, std::size_t from, std::int32_t count,
             const std::vector<Way>& so_far, WaySearch& search, std::vector<Way>& out) {
  if (count == 0) {
    out.insert(out.end(), so_far.begin(), so_far.end());
    return;
  }
  for (std::size_t i = from; i < parts.size() && out.size() < search.most; ++i)
    if (!parts[i].empty()) choices(parts, i + 1, count - 1, product(so_far, parts[i], search), search, out);
  search.cut = search.cut || out.size() >= search.most;
}

std::vector<Way> some_of(const MatchNode& node, WaySearch& search) {
  std::vector<std::vector<Way>> parts;
  for (const MatchNode& part : node.parts) parts.push_back(ways(part, search));
  std::vector<Way> out;
  choices(parts, 0, std::max(node.condition->count, 0), {Way{}}, search, out);
  return out;
}

// A condition that takes nothing: asked when the units are known.
Way guard(const Condition& condition) {
  Way way;
  way.guards.push_back(&condition);
  return way;
}

}  // namespace

std::vector<Way> ways(const MatchNode& node, WaySearch& search) {
  switch (node.condition->kind) {
    case Condition::Kind::take:
      return takings(node, search);
    case Condition::Kind::all:
      return all_of(node, search);
    case Condition::Kind::any:
      return any_of(node, search);
    case Condition::Kind::k_of:
      return some_of(node, search);
    case Condition::Kind::constant:
      return node.condition->truth ? std::vector<Way>{Way{}} : std::vector<Way>{};
    default:
      return {guard(*node.condition)};
  }
}

}  // namespace crosswalk::transfer
