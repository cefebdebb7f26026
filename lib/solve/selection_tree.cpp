// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/selection_tree.hpp"

#include <algorithm>

namespace crosswalk::solve {

std::strong_ordering operator<=>(const Value& a, const Value& b) {
  if (const auto c = a.root <=> b.root; c != 0) return c;
  if (const auto c = a.tops <=> b.tops; c != 0) return c;
  if (const auto c = a.leaves <=> b.leaves; c != 0) return c;
  if (const auto c = b.planned <=> a.planned; c != 0) return c;
  if (const auto c = b.in_progress <=> a.in_progress; c != 0) return c;
  if (const auto c = b.courses <=> a.courses; c != 0) return c;
  if (const auto c = a.priority <=> b.priority; c != 0) return c;
  return a.kept <=> b.kept;
}

int count_of(const Leaf& leaf, const ItemSet& used) { return used.size() * leaf.weight; }

std::int64_t credits_of(const Problem& problem, const ItemSet& items) {
  std::int64_t out = 0;
  items.for_each([&](std::size_t item) { out += problem.items[item].credits; });
  return out;
}

LeafState state_of(const Problem& problem, const Leaf& leaf, const ItemSet& used) {
  LeafState out;
  out.count = count_of(leaf, used);
  out.used = out.count > 0;
  const bool asks_credits = leaf.min_credits > 0 || leaf.max_credits >= 0;
  const std::int64_t credits = asks_credits ? credits_of(problem, used) * leaf.weight : 0;
  const bool count = out.count >= leaf.min_count, credit = credits >= leaf.min_credits;
  out.satisfied = leaf.either ? (count && leaf.min_count > 0) || (credit && leaf.min_credits > 0) : count && credit;
  if (leaf.everything)
    out.satisfied = out.satisfied && (leaf.max_count < 0 || out.count <= leaf.max_count) &&
                    (leaf.max_credits < 0 || credits <= leaf.max_credits);
  return out;
}

namespace {

struct Parts {
  int satisfied = 0, counted = 0, areas = 0;
  bool all = true, used = false;
};

ItemSet below(const Problem& problem, const Node& node, const std::vector<ItemSet>& used) {
  ItemSet out;
  if (node.leaf >= 0) out |= used[static_cast<std::size_t>(node.leaf)];
  for (const int part : node.parts) out |= below(problem, problem.nodes[static_cast<std::size_t>(part)], used);
  return out;
}

int contributed(const Node& node, const Node& part, const NodeState& state) {
  switch (node.counting) {
    case Counting::parts:
      return state.satisfied ? 1 : 0;
    case Counting::used_parts:
      return state.satisfied && state.used ? 1 : 0;
    case Counting::courses:
      return state.passed;
    case Counting::all_courses: {
      const bool all_kind = !part.parts.empty() && (part.at_least < 0 || part.every);
      return all_kind ? (state.satisfied ? 1 : 0) : state.count;
    }
  }
  return 0;
}

Parts over(const Problem& problem, const Node& node, const std::vector<NodeState>& nodes) {
  Parts out;
  for (const int index : node.parts) {
    const Node& part = problem.nodes[static_cast<std::size_t>(index)];
    const NodeState& state = nodes[static_cast<std::size_t>(index)];
    out.satisfied += state.satisfied ? 1 : 0;
    out.areas += state.satisfied && state.used ? 1 : 0;
    out.used = out.used || state.used;
    out.all = out.all && (state.satisfied || part.optional);
    out.counted += contributed(node, part, state);
  }
  return out;
}

NodeState group(const Problem& problem, const Node& node, const std::vector<NodeState>& nodes,
                const std::vector<ItemSet>* used) {
  const Parts parts = over(problem, node, nodes);
  NodeState out;
  out.used = parts.used;
  out.count = parts.counted;
  out.satisfied = node.at_least < 0 ? parts.all : parts.counted >= node.at_least;
  if (node.every) out.satisfied = out.satisfied && parts.all;
  if (node.strict && node.at_most >= 0) out.satisfied = out.satisfied && parts.counted <= node.at_most;
  out.satisfied = out.satisfied && parts.areas >= node.min_areas;
  if (node.counting == Counting::all_courses || node.counting == Counting::used_parts)
    out.count = used == nullptr ? parts.counted : below(problem, node, *used).size();
  return out;
}

// One pass from the leaves up; a node that repeats another reads what the pass before found.
void evaluate_once(const Problem& problem, const std::vector<LeafState>& leaves, const std::vector<char>& holds,
                   const std::vector<ItemSet>* used, std::vector<NodeState>& nodes) {
  for (std::size_t i = problem.nodes.size(); i-- > 0;) {
    const Node& node = problem.nodes[i];
    NodeState& out = nodes[i];
    out = {};
    if (node.leaf >= 0) {
      const LeafState& leaf = leaves[static_cast<std::size_t>(node.leaf)];
      out.satisfied = leaf.satisfied;
      out.used = leaf.used;
      out.count = leaf.count;
    } else if (!node.parts.empty()) {
      out = group(problem, node, nodes, used);
    } else if (node.same_as >= 0) {
      out.satisfied = nodes[static_cast<std::size_t>(node.same_as)].satisfied;
    } else {
      out.satisfied = true;
    }
    if (node.truth) out.satisfied = *node.truth && (node.leaf < 0 && node.parts.empty() ? true : out.satisfied);
    if (!holds.empty())
      for (const int constraint : node.constraints)
        if (holds[static_cast<std::size_t>(constraint)] == 0) out.satisfied = false;
    out.passed = !out.satisfied ? 0 : node.passes_at_most >= 0 ? std::min(out.count, node.passes_at_most) : out.count;
  }
}

}  // namespace

void evaluate_tree(const Problem& problem, const std::vector<LeafState>& leaves, const std::vector<char>& holds,
                   const std::vector<ItemSet>* used, std::vector<NodeState>& nodes) {
  const bool refers = std::ranges::any_of(problem.nodes, [](const Node& node) { return node.same_as >= 0; });
  if (refers) std::ranges::fill(nodes, NodeState{});
  for (int pass = refers ? 3 : 1; pass > 0; --pass) evaluate_once(problem, leaves, holds, used, nodes);
}

Value satisfaction(const Problem& problem, const std::vector<NodeState>& nodes) {
  Value out;
  out.root = nodes.front().satisfied ? 1 : 0;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (!nodes[i].satisfied) continue;
    const Node& node = problem.nodes[i];
    out.tops += node.is_top ? 1 : 0;
    out.leaves += node.is_leaf ? 1 : 0;
    out.priority += node.priority;
  }
  return out;
}

namespace {

ItemSet in(const std::vector<int>& leaves, const std::vector<ItemSet>& used) {
  ItemSet out;
  for (const int leaf : leaves) out |= used[static_cast<std::size_t>(leaf)];
  return out;
}

int distinct(const Constraint& constraint, const ItemSet& items) {
  std::vector<std::int16_t> seen;
  items.for_each([&](std::size_t item) {
    const std::int16_t value = constraint.value[item];
    if (value >= 0 && std::ranges::find(seen, value) == seen.end()) seen.push_back(value);
  });
  return static_cast<int>(seen.size());
}

// Of every value that the used items show, at least the amount among those in reach.
bool each_reaches(const Problem& problem, const Constraint& constraint, const ItemSet& part, const ItemSet& reach) {
  bool out = true;
  part.for_each([&](std::size_t item) {
    if (!out || constraint.value[item] < 0) return;
    std::int64_t amount = 0;
    reach.for_each([&](std::size_t other) {
      if (constraint.value[other] != constraint.value[item]) return;
      amount += constraint.measure == Measure::each_count ? 1 : problem.items[other].credits;
    });
    out = amount >= constraint.amount;
  });
  return out;
}

// The latest items up to `last` credits (or items); one that straddles the border is in.
ItemSet latest(const Problem& problem, const Constraint& constraint, const ItemSet& items) {
  std::vector<std::size_t> order;
  items.for_each([&](std::size_t item) { order.push_back(item); });
  std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
    return problem.items[a].order != problem.items[b].order ? problem.items[a].order > problem.items[b].order : a < b;
  });
  ItemSet out;
  std::int64_t sum = 0;
  for (const std::size_t item : order) {
    if (sum >= constraint.last) break;
    sum += constraint.measure == Measure::count ? 1 : problem.items[item].credits;
    out.insert(item);
  }
  return out;
}

bool compare(const Constraint& constraint, std::int64_t amount) {
  return constraint.at_least ? amount >= constraint.amount : amount <= constraint.amount;
}

bool average_possible(const Problem& problem, const Constraint& constraint, const ItemSet& used, const ItemSet& open) {
  std::int64_t surplus = 0, reach = 0;
  bool any = false;
  const auto over = [&](std::size_t item) {
    return problem.items[item].points * constraint.denominator - constraint.amount * problem.items[item].credits;
  };
  used.for_each([&](std::size_t item) {
    if (!problem.items[item].graded) return;
    surplus += over(item);
    any = true;
  });
  open.for_each([&](std::size_t item) {
    if (problem.items[item].graded) reach += std::max<std::int64_t>(0, over(item));
  });
  return !any || surplus + reach >= 0;
}

bool share_possible(const Problem& problem, const Constraint& constraint, const ItemSet& part, const ItemSet& all,
                    const ItemSet& open_part, const ItemSet& open_other) {
  std::int64_t share = credits_of(problem, part), whole = credits_of(problem, all);
  if (constraint.at_least) {
    const std::int64_t more = credits_of(problem, open_part);
    return (share + more) * constraint.denominator >= constraint.amount * (whole + more);
  }
  whole += credits_of(problem, open_other);
  return share * constraint.denominator <= constraint.amount * whole;
}

}  // namespace

bool possible(const Problem& problem, const Constraint& constraint, const std::vector<ItemSet>& used,
              const std::vector<ItemSet>* open) {
  const ItemSet all = in(constraint.leaves, used);
  const ItemSet part = all & constraint.of;
  const ItemSet wide = open == nullptr ? ItemSet{} : in(constraint.leaves, *open) - all;
  const ItemSet more = wide & constraint.of;
  const ItemSet reach = constraint.at_least ? part | more : part;
  switch (constraint.measure) {
    case Measure::count:
      if (constraint.last > 0 && wide.empty())
        return compare(constraint, (latest(problem, constraint, all) & constraint.of).size());
      return compare(constraint, reach.size());
    case Measure::credits:
      if (constraint.last > 0 && wide.empty())
        return compare(constraint, credits_of(problem, latest(problem, constraint, all) & constraint.of));
      return compare(constraint, credits_of(problem, reach));
    case Measure::average:
      return average_possible(problem, constraint, part, more);
    case Measure::share:
      return share_possible(problem, constraint, part, all, more, wide - constraint.of);
    case Measure::distinct:
      return compare(constraint, distinct(constraint, reach));
    case Measure::shared_count:
    case Measure::shared_credits: {
      ItemSet other = in(constraint.partner, used);
      if (constraint.at_least && open != nullptr) other |= in(constraint.partner, *open);
      const ItemSet shared = reach & other;
      return compare(constraint,
                     constraint.measure == Measure::shared_count ? shared.size() : credits_of(problem, shared));
    }
    case Measure::unique_credits:
      return compare(constraint, credits_of(problem, (part - in(constraint.partner, used)) | more));
    case Measure::unique_share:
      return share_possible(problem, constraint, part - in(constraint.partner, used), part, more, {});
    case Measure::each_count:
    case Measure::each_credits:
      return each_reaches(problem, constraint, part, part | more);
  }
  return true;
}

std::vector<NodeState> evaluate(const Problem& problem, const std::vector<ItemSet>& used) {
  std::vector<LeafState> leaves;
  for (std::size_t i = 0; i < problem.leaves.size(); ++i)
    leaves.push_back(state_of(problem, problem.leaves[i], used[i]));
  std::vector<char> holds;
  for (const Constraint& constraint : problem.constraints)
    holds.push_back(!constraint.demand() || possible(problem, constraint, used, nullptr) ? 1 : 0);
  std::vector<NodeState> nodes(problem.nodes.size());
  evaluate_tree(problem, leaves, holds, &used, nodes);
  return nodes;
}

Value value_of(const Problem& problem, const std::vector<ItemSet>& used) {
  Value out = satisfaction(problem, evaluate(problem, used));
  ItemSet all;
  for (std::size_t i = 0; i < used.size(); ++i) {
    all |= used[i];
    if (i < problem.previous.size()) out.kept += (used[i] & problem.previous[i]).size();
  }
  all.for_each([&](std::size_t item) {
    out.courses += 1;
    out.in_progress += problem.items[item].tier == 1 ? 1 : 0;
    out.planned += problem.items[item].tier == 2 ? 1 : 0;
  });
  return out;
}

bool allowed(const Problem& problem, const std::vector<ItemSet>& used) {
  for (std::size_t a = 0; a < used.size(); ++a) {
    const Leaf& leaf = problem.leaves[a];
    if (!(used[a] - leaf.eligible).empty()) return false;
    if (!leaf.everything && leaf.max_count >= 0 && count_of(leaf, used[a]) > leaf.max_count) return false;
    if (!leaf.everything && leaf.max_credits >= 0 && credits_of(problem, used[a]) * leaf.weight > leaf.max_credits)
      return false;
    for (std::size_t b = a + 1; b < used.size(); ++b)
      if (problem.exclusive[a][b] != 0 && !(used[a] & used[b]).empty()) return false;
  }
  if (problem.max_uses >= 0)
    for (std::size_t item = 0; item < problem.items.size(); ++item)
      if (std::ranges::count_if(used, [&](const ItemSet& set) { return set.contains(item); }) > problem.max_uses)
        return false;
  return std::ranges::all_of(problem.constraints, [&](const Constraint& constraint) {
    return constraint.demand() || possible(problem, constraint, used, nullptr);
  });
}

}  // namespace crosswalk::solve
