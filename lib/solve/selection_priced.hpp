// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "lib/solve/selection_cover.hpp"
#include "lib/solve/selection_prices.hpp"

namespace crosswalk::solve {

// The exact search for the greatest satisfaction where demands of credits compete: bounds by prices, assignments built
// along them, and where the two do not meet, branching on pairs of item and leaf. It knows leaves as satisfied or not;
// where more of a leaf than its demand may matter (groups that count courses) it does not apply.
class PricedSearch {
 public:
  PricedSearch(const Problem& problem, const Relaxation& relaxation, const std::vector<char>& holds)
      : problem_(problem), relaxation_(relaxation) {
    prices_.prepare(problem, relaxation, holds);
  }
  [[nodiscard]] static bool applies(const Problem& problem, const Relaxation& relaxation);

  // Improves `best` (by satisfaction only); true where nothing better exists. Otherwise bound() tells how far it may
  // go.
  bool run(Cover::Best& best, Budget& budget);
  [[nodiscard]] const Value& bound() const { return bound_; }

 private:
  // What is being proven, one after the other: the root, top-level nodes, leaves.
  struct Stage {
    Weights weights;
    PriceList list;
  };
  enum class Priced { below, improved, open };  // below the target; a better assignment was found; neither
  void node(const Partial& state, const std::vector<Stage>& stages, int depth);
  bool closed(const Partial& state, std::vector<Stage>& stages, int rounds);
  void note_bound(const std::vector<Stage>& stages);
  Priced price(const Partial& state, Stage& stage, bool rooted, std::int64_t target, int rounds);
  Value reach(const Partial& state);
  bool build(const Partial& state, const PriceList& list);
  bool repair(const Partial& state, const PriceList& list, const Partial& built, int steps);
  bool assemble(const Partial& state, const std::vector<ItemSet>& used);
  bool fill(Partial& state, const PriceList& list, std::size_t leaf);
  void satisfy_demands(Partial& state) const;
  bool offer(const Partial& state);
  bool pick(const Partial& state, const Stage& stage, std::size_t& leaf, std::size_t& item);

  const Problem& problem_;
  const Relaxation& relaxation_;
  Prices prices_;
  Cover::Best* best_ = nullptr;
  Budget* budget_ = nullptr;
  Value bound_;
  int tops_of_root_ = 0;   // so many top-level nodes a satisfied root implies
  std::size_t stage_ = 0;  // the one that decided last
  std::vector<LeafState> leaf_states_;
  std::vector<NodeState> node_states_;
};

}  // namespace crosswalk::solve
