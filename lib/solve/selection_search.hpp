// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <vector>

#include "lib/solve/selection_cover.hpp"
#include "lib/solve/selection_relaxation.hpp"
#include "lib/solve/selection_tree.hpp"

namespace crosswalk::solve {

// Branch and bound on the demand side: which leaves are to be satisfied, and how far. Every step completes the decided
// demands greedily along the tree (a candidate), bounds what any completion can reach by the matching relaxation, and
// branches on a leaf the greedy could not take. Reused for records of one programme: prepare() again after changing the
// problem's items and eligibility.
class SelectionSearch {
 public:
  void prepare(const Problem& problem);
  [[nodiscard]] Solution run(const SelectionOptions& options);

 private:
  struct State {
    std::vector<int> low, high;  // levels each leaf may take
    std::vector<Matching> matchings;
  };
  struct Candidate {
    std::vector<int> level;
    std::vector<Matching> matchings;
  };
  void node(const State& state);
  bool raise(Candidate& candidate, const State& state, std::size_t leaf, int level);
  bool satisfy(Candidate& candidate, const State& state, std::size_t index);
  bool satisfy_group(Candidate& candidate, const State& state, const Node& node);
  bool satisfy_count(Candidate& candidate, const State& state, std::size_t index);
  bool raise_below(Candidate& candidate, const State& state, std::size_t index);
  int passed(const Candidate& candidate, std::size_t index);
  Candidate greedy(const State& state);
  bool fits(const State& state, std::size_t index);
  void mandatory(const State& state, std::size_t index, std::vector<std::size_t>& leaves) const;
  int optimistic(const State& state, std::size_t leaf);
  void cap_leaves(const State& state, const std::vector<int>& level, const std::vector<int>& flow, Value& bound);
  void cap_tops(const State& state, int flow, Value& bound);
  bool unique_order(const Candidate& candidate) const;
  bool consider(const Candidate& candidate, const Value& value);
  Value bound(const State& state, const Candidate& candidate);
  int cost(const State& state, std::size_t index) const;
  void set_leaf(LeafState& out, std::size_t leaf, int level) const;
  Value value_at(const std::vector<int>& level);
  void branch(const State& state, const Candidate& candidate, bool covered);
  std::vector<int> demands(const std::vector<int>& level) const;
  std::vector<ItemSet> cheapest(const Candidate& candidate) const;
  void fill(std::vector<ItemSet>& used) const;

  const Problem* problem_ = nullptr;
  Relaxation relaxation_;
  Budget budget_;
  Matching::Scratch scratch_;
  std::vector<LeafState> leaf_states_;
  std::vector<NodeState> node_states_;
  std::vector<char> holds_;            // by constraint: 0 where it cannot hold whatever is used
  std::set<std::vector<int>> failed_;  // demands no assignment covers
  bool ties_ = false;                  // also visit equals, for the rest of the order
  Cover::Best best_;
  Candidate best_candidate_;
};

}  // namespace crosswalk::solve
