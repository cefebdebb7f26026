// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle/selection_oracle.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace oracle {
namespace {

using namespace crosswalk::solve;
using Uses = std::vector<std::vector<bool>>;

struct Checker {
  const Problem& p;
  const Uses& uses;

  std::set<std::size_t> used(const std::vector<int>& leaves) const {
    std::set<std::size_t> out;
    for (std::size_t i = 0; i < p.items.size(); ++i)
      for (const int leaf : leaves)
        if (uses[i][static_cast<std::size_t>(leaf)]) out.insert(i);
    return out;
  }
  std::int64_t credits(const std::set<std::size_t>& items) const {
    std::int64_t sum = 0;
    for (const std::size_t i : items) sum += p.items[i].credits;
    return sum;
  }
  bool holds(const Constraint& c) const {
    const auto all = used(c.leaves);
    std::set<std::size_t> part, window = all;
    if (c.last > 0) {
      std::vector<std::size_t> order(all.begin(), all.end());
      std::stable_sort(order.begin(), order.end(),
                       [&](std::size_t a, std::size_t b) { return p.items[a].order > p.items[b].order; });
      window.clear();
      std::int64_t sum = 0;
      for (const std::size_t i : order) {
        if (sum >= c.last) break;
        window.insert(i);
        sum += c.measure == Measure::count ? 1 : p.items[i].credits;
      }
    }
    for (const std::size_t i : window)
      if (c.of.contains(i)) part.insert(i);
    const auto other = used(c.partner);
    std::set<std::size_t> both, alone;
    for (const std::size_t i : part) (other.contains(i) ? both : alone).insert(i);
    std::int64_t amount = 0, scale = c.amount;
    switch (c.measure) {
      case Measure::count:
        amount = static_cast<std::int64_t>(part.size());
        break;
      case Measure::credits:
        amount = credits(part);
        break;
      case Measure::average: {
        std::int64_t points = 0, weight = 0;
        bool any = false;
        for (const std::size_t i : part)
          if (p.items[i].graded) {
            points += p.items[i].points;
            weight += p.items[i].credits;
            any = true;
          }
        return !any || points * c.denominator >= c.amount * weight;
      }
      case Measure::share:
        amount = credits(part) * c.denominator;
        scale = c.amount * credits(all);
        break;
      case Measure::distinct: {
        std::set<int> values;
        for (const std::size_t i : part)
          if (c.value[i] >= 0) values.insert(c.value[i]);
        amount = static_cast<std::int64_t>(values.size());
        break;
      }
      case Measure::shared_count:
        amount = static_cast<std::int64_t>(both.size());
        break;
      case Measure::shared_credits:
        amount = credits(both);
        break;
      case Measure::unique_credits:
        amount = credits(alone);
        break;
      case Measure::unique_share:
        amount = credits(alone) * c.denominator;
        scale = c.amount * credits(part);
        break;
      case Measure::each_count:
      case Measure::each_credits: {
        std::map<int, std::int64_t> sums;
        for (const std::size_t i : part)
          if (c.value[i] >= 0) sums[c.value[i]] += c.measure == Measure::each_count ? 1 : p.items[i].credits;
        return std::all_of(sums.begin(), sums.end(), [&](const auto& one) { return one.second >= c.amount; });
      }
    }
    return c.at_least ? amount >= scale : amount <= scale;
  }
  int leaf_count(int leaf) const {
    return static_cast<int>(used({leaf}).size()) * p.leaves[static_cast<std::size_t>(leaf)].weight;
  }
  std::int64_t leaf_credits(int leaf) const {
    return credits(used({leaf})) * p.leaves[static_cast<std::size_t>(leaf)].weight;
  }
  bool valid() const {
    for (std::size_t l = 0; l < p.leaves.size(); ++l) {
      const Leaf& leaf = p.leaves[l];
      if (leaf.everything) continue;
      if (leaf.max_count >= 0 && leaf_count(static_cast<int>(l)) > leaf.max_count) return false;
      if (leaf.max_credits >= 0 && leaf_credits(static_cast<int>(l)) > leaf.max_credits) return false;
    }
    return std::all_of(p.constraints.begin(), p.constraints.end(),
                       [&](const Constraint& c) { return c.at_least || c.strict || holds(c); });
  }
  struct Result {
    bool yes = false;
    bool any = false;
    int count = 0, up = 0;
  };
  std::set<std::size_t> below(const Node& node) const {
    std::set<std::size_t> out;
    if (node.leaf >= 0) out = used({node.leaf});
    for (const int part : node.parts) out.merge(below(p.nodes[static_cast<std::size_t>(part)]));
    return out;
  }
  Result at(int index, Value* value) const {
    const Node& node = p.nodes[static_cast<std::size_t>(index)];
    Result out;
    if (node.leaf >= 0) {
      const Leaf& leaf = p.leaves[static_cast<std::size_t>(node.leaf)];
      out.count = leaf_count(node.leaf);
      const std::int64_t credit = leaf_credits(node.leaf);
      const bool a = out.count >= leaf.min_count, b = credit >= leaf.min_credits;
      out.yes = leaf.either ? (a && leaf.min_count > 0) || (b && leaf.min_credits > 0) : a && b;
      if (leaf.everything && leaf.max_count >= 0 && out.count > leaf.max_count) out.yes = false;
      if (leaf.everything && leaf.max_credits >= 0 && credit > leaf.max_credits) out.yes = false;
      out.any = out.count > 0;
    } else if (node.parts.empty()) {
      out.yes = node.truth.value_or(true);
    } else {
      bool every = true;
      int areas = 0;
      bool any = false;
      for (const int part : node.parts) {
        const Node& child = p.nodes[static_cast<std::size_t>(part)];
        const Result r = at(part, value);
        every = every && (r.yes || child.optional);
        areas += r.yes && r.any;
        any = any || r.any;
        switch (node.counting) {
          case Counting::parts:
            out.count += r.yes;
            break;
          case Counting::used_parts:
            out.count += r.yes && r.any;
            break;
          case Counting::courses:
            out.count += r.up;
            break;
          case Counting::all_courses:
            out.count += !child.parts.empty() && (child.at_least < 0 || child.every) ? r.yes : r.count;
            break;
        }
      }
      out.any = any;
      out.yes = node.at_least < 0 ? every : out.count >= node.at_least;
      if (node.every) out.yes = out.yes && every;
      if (node.strict && node.at_most >= 0) out.yes = out.yes && out.count <= node.at_most;
      out.yes = out.yes && areas >= node.min_areas;
      if (node.counting == Counting::all_courses || node.counting == Counting::used_parts)
        out.count = static_cast<int>(below(node).size());
    }
    for (const int c : node.constraints) {
      const Constraint& constraint = p.constraints[static_cast<std::size_t>(c)];
      if ((constraint.at_least || constraint.strict) && !holds(constraint)) out.yes = false;
    }
    if (out.yes) {
      value->tops += node.is_top;
      value->leaves += node.is_leaf;
      value->priority += node.priority;
      out.up = node.passes_at_most >= 0 ? std::min(out.count, node.passes_at_most) : out.count;
    }
    return out;
  }
  Value value() const {
    Value out;
    out.root = at(0, &out).yes;
    for (std::size_t i = 0; i < p.items.size(); ++i) {
      if (std::find(uses[i].begin(), uses[i].end(), true) == uses[i].end()) continue;
      out.courses += 1;
      out.in_progress += p.items[i].tier == 1;
      out.planned += p.items[i].tier == 2;
    }
    return out;
  }
};

// Every set of leaves one item may count for.
std::vector<std::vector<bool>> options(const Problem& p, std::size_t item) {
  std::vector<std::vector<bool>> out;
  const std::size_t n = p.leaves.size();
  for (std::size_t mask = 0; mask < (std::size_t{1} << n); ++mask) {
    std::vector<bool> option(n);
    bool ok = true;
    int uses = 0;
    for (std::size_t l = 0; l < n && ok; ++l) {
      option[l] = (mask >> l) & 1U;
      if (p.leaves[l].everything) ok = option[l] == p.leaves[l].eligible.contains(item);
      if (!option[l]) continue;
      ++uses;
      ok = ok && p.leaves[l].eligible.contains(item);
      for (std::size_t m = 0; m < l; ++m) ok = ok && !(option[m] && p.exclusive[l][m] != 0);
    }
    if (ok && (p.max_uses < 0 || uses <= p.max_uses)) out.push_back(option);
  }
  return out;
}

}  // namespace

Answer exhaustive(const Problem& p) {
  Answer best;
  bool found = false;
  Uses uses(p.items.size(), std::vector<bool>(p.leaves.size()));
  std::vector<std::vector<std::vector<bool>>> all;
  for (std::size_t i = 0; i < p.items.size(); ++i) all.push_back(options(p, i));
  const std::function<void(std::size_t)> go = [&](std::size_t i) {
    if (i == p.items.size()) {
      const Checker checker{p, uses};
      if (!checker.valid()) return;
      const Value value = checker.value();
      if (!found || value > best.value) best = {value, uses};
      found = true;
      return;
    }
    for (const auto& option : all[i]) {
      uses[i] = option;
      go(i + 1);
    }
  };
  go(0);
  return best;
}

namespace {

int roll(std::mt19937& random, int low, int high) {
  return low + static_cast<int>(random() % static_cast<unsigned>(high - low + 1));
}

std::vector<int> leaves_below(const Problem& p, int index) {
  const Node& node = p.nodes[static_cast<std::size_t>(index)];
  std::vector<int> out;
  if (node.leaf >= 0) out.push_back(node.leaf);
  for (const int part : node.parts)
    for (const int leaf : leaves_below(p, part)) out.push_back(leaf);
  return out;
}

}  // namespace

Problem random_problem(std::mt19937& random, Kind a, Kind b) {
  const auto has = [&](Kind kind) { return a == kind || b == kind; };
  Problem p;
  const int items = roll(random, 2, has(Kind::share_all) || has(Kind::share_some) ? 5 : 7), leaves = roll(random, 2, 4);
  for (int i = 0; i < items; ++i) {
    Item item;
    item.credits = roll(random, 1, 5);
    item.points = item.credits * roll(random, 0, 4);
    item.graded = roll(random, 0, 4) > 0;
    item.tier = has(Kind::tiers) ? roll(random, 0, 2) : 0;
    item.order = roll(random, 0, 3);
    p.items.push_back(item);
  }
  p.nodes.resize(1);
  // Root, one inner group over some of the leaves, the rest under the root: at most 8 nodes.
  const int inside = roll(random, 0, leaves);
  if (inside > 0) {
    p.nodes.resize(2);
    p.nodes[0].parts.push_back(1);
    p.nodes[1].is_top = true;
  }
  for (int l = 0; l < leaves; ++l) {
    Leaf leaf;
    for (int i = 0; i < items; ++i)
      if (roll(random, 0, 2) > 0) leaf.eligible.insert(static_cast<std::size_t>(i));
    leaf.min_count = roll(random, 1, 2);
    if (has(Kind::counts) || has(Kind::used_parts)) leaf.min_count = roll(random, 0, 2);
    if (has(Kind::credits) || has(Kind::either)) {
      leaf.min_credits = roll(random, 0, 9);
      if (roll(random, 0, 1) == 0) leaf.min_count = 0;
      leaf.either = has(Kind::either) && leaf.min_count > 0 && leaf.min_credits > 0;
    }
    if (has(Kind::leaf_maximum)) {
      if (roll(random, 0, 1) == 0)
        leaf.max_count = leaf.min_count + roll(random, 0, 1);
      else
        leaf.max_credits = std::max<std::int64_t>(leaf.min_credits, 4) + roll(random, 0, 2);
    }
    if (has(Kind::weight)) leaf.weight = roll(random, 1, 2);
    leaf.everything = has(Kind::everything) && roll(random, 0, 1) == 0;
    p.leaves.push_back(leaf);
    Node node;
    node.leaf = l;
    node.is_leaf = true;
    node.is_top = l >= inside;
    node.optional = roll(random, 0, 9) == 0;
    if (has(Kind::priorities)) node.priority = roll(random, 0, 2);
    if (has(Kind::counts) && roll(random, 0, 1) == 0) node.passes_at_most = roll(random, 1, 2);
    p.nodes[l < inside ? 1 : 0].parts.push_back(static_cast<int>(p.nodes.size()));
    p.nodes.push_back(node);
  }
  for (std::size_t g = 0; g < (inside > 0 ? 2U : 1U); ++g) {
    Node& node = p.nodes[g];
    const int parts = static_cast<int>(node.parts.size());
    if (has(Kind::choose) && roll(random, 0, 1) == 0) node.at_least = roll(random, 1, parts);
    if (has(Kind::counts)) {
      node.counting = Counting::courses;
      node.at_least = roll(random, 1, 4);
    }
    if (has(Kind::used_parts)) {
      node.counting = Counting::used_parts;
      node.at_least = roll(random, 1, parts);
    }
    if (has(Kind::areas)) node.min_areas = roll(random, 1, parts);
    if (has(Kind::everything) && !has(Kind::uses) && roll(random, 0, 2) == 0) {
      node.counting = Counting::all_courses;
      for (const int l : leaves_below(p, static_cast<int>(g))) p.leaves[static_cast<std::size_t>(l)].everything = true;
      node.at_least = roll(random, 1, 3);
      node.every = roll(random, 0, 3) == 0;
      if (roll(random, 0, 1) == 0) {
        node.at_most = roll(random, 2, 4);
        node.strict = true;
      }
    }
  }
  p.exclusive.assign(p.leaves.size(), std::vector<char>(p.leaves.size(), 0));
  for (std::size_t x = 0; x < p.leaves.size(); ++x)
    for (std::size_t y = x + 1; y < p.leaves.size(); ++y) {
      char value = has(Kind::share_all) ? 0 : has(Kind::share_some) ? static_cast<char>(roll(random, 0, 1)) : 1;
      if (p.leaves[x].everything || p.leaves[y].everything) value = 0;
      p.exclusive[x][y] = p.exclusive[y][x] = value;
    }
  if (has(Kind::uses)) {
    p.max_uses = roll(random, 1, 2);
    for (Leaf& leaf : p.leaves) leaf.everything = false;
  }
  const auto add = [&](Measure measure, bool at_least) {
    Constraint c;
    c.measure = measure;
    c.at_least = at_least;
    const int at = inside > 0 && roll(random, 0, 1) == 0 ? 1 : 0;
    c.leaves = leaves_below(p, at);
    for (int i = 0; i < items; ++i) {
      if (roll(random, 0, 2) > 0) c.of.insert(static_cast<std::size_t>(i));
      c.value.push_back(static_cast<std::int16_t>(roll(random, -1, 2)));
    }
    c.amount = roll(random, 1, 3);
    const bool small = measure == Measure::count || measure == Measure::each_count || measure == Measure::distinct ||
                       measure == Measure::shared_count;
    if (!small) c.amount = roll(random, 2, 8);
    if (measure == Measure::average) {
      c.amount = roll(random, 3, 7);
      c.denominator = 2;
    }
    if (measure == Measure::share || measure == Measure::unique_share) {
      c.amount = roll(random, 1, 3);
      c.denominator = 4;
      c.strict = !at_least;
    }
    if (measure >= Measure::shared_count) {
      c.leaves = {0};
      for (int l = 1; l < leaves; ++l) c.partner.push_back(l);
    }
    p.nodes[static_cast<std::size_t>(at)].constraints.push_back(static_cast<int>(p.constraints.size()));
    p.constraints.push_back(c);
    return &p.constraints.back();
  };
  if (has(Kind::group_minimum)) add(roll(random, 0, 1) == 0 ? Measure::count : Measure::credits, true);
  if (has(Kind::group_maximum)) add(roll(random, 0, 1) == 0 ? Measure::count : Measure::credits, false);
  if (has(Kind::average)) add(Measure::average, true);
  if (has(Kind::share_floor)) add(Measure::share, roll(random, 0, 1) == 0);
  if (has(Kind::distinct_floor)) add(Measure::distinct, true);
  if (has(Kind::distinct_cap)) add(Measure::distinct, false);
  if (has(Kind::shared_cap)) add(roll(random, 0, 1) == 0 ? Measure::shared_count : Measure::shared_credits, false);
  if (has(Kind::unique_floor)) add(roll(random, 0, 1) == 0 ? Measure::unique_credits : Measure::unique_share, true);
  if (has(Kind::each_floor)) add(roll(random, 0, 1) == 0 ? Measure::each_count : Measure::each_credits, true);
  if (has(Kind::last))
    add(roll(random, 0, 1) == 0 ? Measure::count : Measure::credits, true)->last = roll(random, 1, 8);
  // A maximum that "everything" breaks by itself has no allowed assignment at all; the engine is never asked that.
  if (has(Kind::everything))
    for (Constraint& c : p.constraints)
      if (!c.at_least) c.strict = true;
  return p;
}

}  // namespace oracle
