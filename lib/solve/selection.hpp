// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <vector>

#include "lib/solve/item_set.hpp"

// Exact selection: which item (course) counts for which leaf (requirement) of a tree so that the tree is satisfied as
// far as it can be. The audit compiles a programme and a record into a Problem; nothing here knows either. Credits are
// whole numbers in a unit the caller chooses (the least common denominator of the record's amounts).
namespace crosswalk::solve {

struct Item {
  int tier = 0;  // 0 completed, 1 in progress, 2 planned: fewer of the higher tiers is better
  std::int64_t credits = 0;
  std::int64_t points = 0;  // grade points times credits, in the caller's unit
  bool graded = false;      // it takes part in averages
  int order = 0;            // by time, earliest first
};

enum class Measure {
  count,
  credits,
  average,
  share,
  distinct,
  shared_count,
  shared_credits,
  unique_credits,
  unique_share,
  each_count,
  each_credits
};

// A bound over the items used in some leaves. `at_least` bounds are demands of the node that lists them; `at_most` ones
// restrict what may be used at all, unless `strict` (then they too are demands).
struct Constraint {
  Measure measure = Measure::count;
  bool at_least = true;
  bool strict = false;
  ItemSet of;               // the items it counts
  std::int64_t amount = 0;  // average and shares: amount / denominator
  std::int64_t denominator = 1;
  std::vector<std::int16_t> value;  // distinct and each: what each item shows; -1 nothing. Each: of every value shown
  std::int64_t last = 0;     // only the latest items in scope up to so much (credits, or items for count); 0: all
  std::vector<int> leaves;   // scope
  std::vector<int> partner;  // sharing: the other side; for unique: every leaf outside the scope
  [[nodiscard]] bool demand() const { return at_least || strict; }
};

struct Leaf {
  ItemSet eligible;
  int min_count = 0;
  int max_count = -1;  // -1: none
  std::int64_t min_credits = 0, max_credits = -1;
  bool either = false;      // the count or the credits, where both are set
  int weight = 1;           // a course counts so often
  bool everything = false;  // all eligible items count, wanted or not; a maximum exceeded fails the leaf
};

// What a group's bounds count: satisfied parts; those of them that use an item; what satisfied parts pass up; the items
// of every part, satisfied or not (all leaves below must then be `everything`), a part that needs all of its own
// counting one.
enum class Counting { parts, used_parts, courses, all_courses };

struct Node {
  std::vector<int> parts;  // later nodes
  int leaf = -1;
  std::optional<bool> truth;  // decided outside
  int same_as = -1;           // satisfied when that (later or earlier, never an ancestor) node is
  int at_least = -1;          // -1: all parts that are not optional
  int at_most = -1;           // strict only with everything
  Counting counting = Counting::parts;
  int passes_at_most = -1;
  bool every = false;  // with at_least: every part as well
  int min_areas = 0;   // satisfied parts that use an item
  std::vector<int> constraints;
  bool optional = false;
  bool strict = false;  // at_most is a demand
  // Objective: what the node is.
  bool is_top = false, is_leaf = false;
  int priority = 0;
};

struct Problem {
  std::vector<Item> items;
  std::vector<Leaf> leaves;
  std::vector<Node> nodes;  // 0 is the root
  std::vector<Constraint> constraints;
  std::vector<std::vector<char>> exclusive;  // leaf by leaf, symmetric: an item may not count for both
  int max_uses = -1;                         // leaves an item may count for; -1: any number
  std::vector<ItemSet> previous;             // by leaf: what it held before (stability); may be empty
};

// Compared in this order; more of the first four and less of the rest is better.
struct Value {
  int root = 0, tops = 0, leaves = 0;
  int planned = 0, in_progress = 0, courses = 0;
  int priority = 0;
  int kept = 0;  // pairs as before

  friend std::strong_ordering operator<=>(const Value& a, const Value& b);  // greater is better
  bool operator==(const Value&) const = default;
  [[nodiscard]] bool same_satisfaction(const Value& other) const {
    return root == other.root && tops == other.tops && leaves == other.leaves;
  }
};

struct NodeState {
  bool satisfied = false;
  bool used = false;
  int count = 0;   // items, or for a group what its parts pass up
  int passed = 0;  // to the parent
};

struct Solution {
  Value value;                   // of the needed assignment
  std::vector<ItemSet> needed;   // by leaf: what satisfies it
  std::vector<ItemSet> used;     // the same with leftovers as progress toward what is not satisfied
  std::vector<NodeState> nodes;  // under `needed`
  bool optimal = true;           // root, tops and leaves are proven greatest
  bool tail_optimal = true;      // and the rest of the order too
  Value bound;                   // where not optimal
  std::uint64_t work = 0;
};

struct SelectionOptions {
  std::uint64_t work = 2'000'000;    // steps; the same everywhere
  std::uint64_t tail_work = 20'000;  // steps spent on the order among equals
  bool (*stop)(void*) = nullptr;     // asked now and then; a safety net that makes the answer not reproducible
  void* stop_context = nullptr;
};

[[nodiscard]] Solution select(const Problem& problem, const SelectionOptions& options = {});

// The tree under an assignment (by leaf). Constraints are looked at; exclusivity and maxima are taken for granted.
[[nodiscard]] std::vector<NodeState> evaluate(const Problem& problem, const std::vector<ItemSet>& used);
[[nodiscard]] Value value_of(const Problem& problem, const std::vector<ItemSet>& used);
// Is the assignment allowed: eligible, exclusive, within uses and maxima?
[[nodiscard]] bool allowed(const Problem& problem, const std::vector<ItemSet>& used);

}  // namespace crosswalk::solve
