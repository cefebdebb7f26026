// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/solve/matching.hpp"
#include "lib/solve/selection.hpp"

namespace crosswalk::solve {

// The part of a problem that is plain matching: leaves grouped in classes within which an item counts once, and for
// each leaf the levels it may be taken to (level 0: not demanded) with the items each level needs at least. Where
// nothing else restricts the choice (`exact`), a matching that reaches the levels is an assignment; otherwise it is a
// bound.
class Relaxation {
 public:
  void prepare(const Problem& problem);

  struct Levels {
    int lowest_count = 0;  // of level 1
    int top = 0;           // highest level that the eligible items could reach; 0: it cannot be satisfied
    bool free = false;     // satisfied without any item
    int row = -1, clique = -1;
  };
  [[nodiscard]] const Levels& levels(std::size_t leaf) const { return levels_[leaf]; }
  [[nodiscard]] int count(std::size_t leaf, int level) const;  // what the leaf counts at a level
  [[nodiscard]] int units(std::size_t leaf, int level) const;  // items that takes at least
  [[nodiscard]] bool exact() const { return exact_; }          // reaching the levels can be turned into an assignment
  [[nodiscard]] bool plain() const { return plain_; }          // and the matching is that assignment
  [[nodiscard]] std::size_t cliques() const { return rows_.size(); }
  [[nodiscard]] const std::vector<int>& members(std::size_t clique) const { return members_[clique]; }
  [[nodiscard]] Matching start(std::size_t clique) const;

 private:
  void group_leaves(const Problem& problem);
  void set_levels(const Problem& problem);
  void judge_exactness(const Problem& problem);

  const Problem* problem_ = nullptr;
  std::vector<Levels> levels_;
  std::vector<int> first_units_;
  std::vector<std::vector<ItemSet>> rows_;
  std::vector<std::vector<int>> members_;
  bool exact_ = true, plain_ = true, cliques_whole_ = true;
};

// Fewest items of a set whose credits reach an amount; more than the set has where they cannot.
[[nodiscard]] int fewest_for(const Problem& problem, const ItemSet& items, std::int64_t credits);

}  // namespace crosswalk::solve
