// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/solve/selection_moves.hpp"
#include "lib/solve/selection_relaxation.hpp"
#include "lib/solve/selection_tree.hpp"

namespace crosswalk::solve {

// Steps left; shared by the searches of one call.
struct Budget {
  std::uint64_t left = 0;
  std::uint64_t spent = 0;
  bool (*stop)(void*) = nullptr;
  void* stop_context = nullptr;
  bool exhausted = false;
  bool take() {
    if (exhausted || left == 0 || (stop != nullptr && (spent & 0xFFU) == 0xFFU && stop(stop_context))) exhausted = true;
    if (exhausted) return false;
    --left;
    ++spent;
    return true;
  }
};

// The exact search for an assignment that gives every demanded leaf its count (-1: not demanded) under everything a
// problem may ask: indivisible credits, averages, maxima, sharing. Depth first over (item, leaf) pairs, the tightest
// leaf first; a matching over what is still open prunes.
class Cover {
 public:
  Cover(const Problem& problem, const Relaxation& relaxation) : problem_(problem), relaxation_(relaxation) {}

  struct Best {
    bool found = false;
    Value value;
    std::vector<ItemSet> used;
  };
  // Improves `best`. Stops at the first assignment with the satisfaction of `target`, unless `whole_order`: then it
  // goes on for the rest of the order. True when nothing better exists for these demands.
  bool run(const std::vector<int>& demanded, const Value& target, bool whole_order, Best& best, Budget& budget);

 private:
  struct Tight {
    int leaf = -1;
    bool hopeless = false;
    double slack = 0;
  };
  bool search(const Partial& state);
  Tight tightest(const Partial& state) const;
  bool met(std::size_t leaf, const ItemSet& used) const;
  bool matchable(const Partial& state);
  bool could_improve(const Partial& state);
  std::size_t choose_item(const Partial& state, std::size_t leaf) const;
  void offer(const Partial& state);
  bool branch(const Partial& state, std::size_t leaf, std::size_t item);

  const Problem& problem_;
  const Relaxation& relaxation_;
  std::vector<int> demanded_;
  Value target_;
  bool whole_order_ = false;
  Best* best_ = nullptr;
  Budget* budget_ = nullptr;
  bool done_ = false;
  Matching::Scratch scratch_;
};

}  // namespace crosswalk::solve
