// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "mappers/chains/network.hpp"

namespace crosswalk::chains {
namespace {

// Entities joined by exact mappings.
class Cliques {
 public:
  explicit Cliques(const Network& network) : parent_(network.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::uint32_t e = 0; e < network.size(); ++e)
      for (const Hop& hop : network.from(e))
        if (hop.link == Link{Relation::exact}) parent_[root(e)] = root(hop.to);
  }
  std::uint32_t root(std::uint32_t e) {
    while (parent_[e] != e) e = parent_[e] = parent_[parent_[e]];
    return e;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

// Mappings of one link between entities of a set (sorted), ascending.
std::vector<std::uint32_t> inside(const Network& network, const std::vector<std::uint32_t>& entities,
                                  std::initializer_list<Relation> relations) {
  std::vector<std::uint32_t> out;
  for (const std::uint32_t e : entities)
    for (const Hop& hop : network.from(e))
      if (!hop.link.negated && std::ranges::find(relations, hop.link.relation) != relations.end() &&
          std::ranges::binary_search(entities, hop.to))
        out.push_back(hop.mapping);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void find_shared_frameworks(const Network& network, Closure& closure) {
  Cliques cliques(network);
  std::map<std::uint32_t, std::vector<std::uint32_t>> members;
  for (std::uint32_t e = 0; e < network.size(); ++e) members[cliques.root(e)].push_back(e);
  for (const auto& [root, entities] : members) {
    if (entities.size() < 2) continue;
    std::map<std::string_view, std::size_t> count;
    for (const std::uint32_t e : entities)
      if (!closure.source_of[e].empty()) ++count[closure.source_of[e]];
    if (std::ranges::any_of(count, [](const auto& each) { return each.second > 1; }))
      closure.conflicts.push_back(
          {ConflictKind::two_of_one_framework, entities, inside(network, entities, {Relation::exact})});
  }
}

// Strong components of "is narrower than or equal" (Tarjan 1972, without recursion).
class StrongComponents {
 public:
  explicit StrongComponents(const Network& network)
      : network_(network), order_(network.size()), low_(network.size()), on_stack_(network.size()) {
    for (std::uint32_t e = 0; e < network.size(); ++e)
      if (order_[e] == 0) visit(e);
  }
  std::vector<std::vector<std::uint32_t>> components;  // of two or more, members sorted

 private:
  struct Frame {
    std::uint32_t entity;
    std::size_t next;
  };

  static bool climbs(const Link& link) {
    return !link.negated && (link.relation == Relation::broad || link.relation == Relation::exact);
  }

  void open(std::uint32_t e) {
    order_[e] = low_[e] = ++clock_;
    stack_.push_back(e);
    on_stack_[e] = true;
    frames_.push_back({e, 0});
  }

  void visit(std::uint32_t start) {
    open(start);
    while (!frames_.empty()) {
      const std::uint32_t e = frames_.back().entity;
      const auto hops = network_.from(e);
      if (frames_.back().next < hops.size()) {
        const Hop& hop = hops[frames_.back().next++];
        if (!climbs(hop.link)) continue;
        if (order_[hop.to] == 0)
          open(hop.to);
        else if (on_stack_[hop.to])
          low_[e] = std::min(low_[e], order_[hop.to]);
        continue;
      }
      frames_.pop_back();
      if (!frames_.empty()) low_[frames_.back().entity] = std::min(low_[frames_.back().entity], low_[e]);
      if (low_[e] == order_[e]) shut(e);
    }
  }

  void shut(std::uint32_t root) {
    std::vector<std::uint32_t> members;
    std::uint32_t e = 0;
    do {
      e = stack_.back();
      stack_.pop_back();
      on_stack_[e] = false;
      members.push_back(e);
    } while (e != root);
    std::ranges::sort(members);
    if (members.size() > 1) components.push_back(std::move(members));
  }

  const Network& network_;
  std::vector<std::uint32_t> order_, low_;
  std::vector<bool> on_stack_;
  std::vector<std::uint32_t> stack_;
  std::vector<Frame> frames_;
  std::uint32_t clock_ = 0;
};

void find_broad_cycles(const Network& network, Closure& closure) {
  for (const auto& members : StrongComponents(network).components) {
    const auto broad = inside(network, members, {Relation::broad, Relation::narrow});
    if (!broad.empty())
      closure.conflicts.push_back({ConflictKind::broad_cycle, members,
                                   inside(network, members, {Relation::broad, Relation::narrow, Relation::exact})});
  }
}

struct Between {
  bool broad = false, narrow = false;
  std::vector<std::uint32_t> mappings;
};

// Both relations between two entities, stated or derived, told from the smaller one.
void find_broad_and_narrow(Closure& closure, const Network& network) {
  std::unordered_map<std::uint64_t, Between> pairs;
  const auto note = [&](std::uint32_t a, std::uint32_t b, Link link, std::span<const std::uint32_t> mappings) {
    if (link.negated || (link.relation != Relation::broad && link.relation != Relation::narrow)) return;
    const bool turned = a > b;
    const Relation relation = turned ? inverse(link.relation) : link.relation;
    Between& between = pairs[(std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b)];
    (relation == Relation::broad ? between.broad : between.narrow) = true;
    between.mappings.insert(between.mappings.end(), mappings.begin(), mappings.end());
  };
  for (std::uint32_t e = 0; e < network.size(); ++e)
    for (const Hop& hop : network.from(e)) note(e, hop.to, hop.link, std::span(&hop.mapping, 1));
  for (const Derived& derived : closure.derived) note(derived.subject, derived.object, derived.link, derived.path);
  for (auto& [key, between] : pairs) {
    if (!between.broad || !between.narrow) continue;
    std::ranges::sort(between.mappings);
    between.mappings.erase(std::unique(between.mappings.begin(), between.mappings.end()), between.mappings.end());
    closure.conflicts.push_back({ConflictKind::broad_and_narrow,
                                 {static_cast<std::uint32_t>(key >> 32U), static_cast<std::uint32_t>(key)},
                                 std::move(between.mappings)});
  }
}

}  // namespace

void find_conflicts(const Network& network, Closure& closure) {
  find_broad_and_narrow(closure, network);
  find_shared_frameworks(network, closure);
  find_broad_cycles(network, closure);
  auto& all = closure.conflicts;
  const auto key = [](const Conflict& c) { return std::tie(c.kind, c.entities, c.mappings); };
  std::ranges::sort(all, [&](const Conflict& a, const Conflict& b) { return key(a) < key(b); });
  const auto same = [](const Conflict& a, const Conflict& b) { return a.kind == b.kind && a.entities == b.entities; };
  all.erase(std::unique(all.begin(), all.end(), same), all.end());
}

}  // namespace crosswalk::chains
