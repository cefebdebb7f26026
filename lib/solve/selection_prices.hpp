// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/solve/cheapest_cover.hpp"
#include "lib/solve/selection_moves.hpp"
#include "lib/solve/selection_relaxation.hpp"

namespace crosswalk::solve {

// What is counted while prices are set: so much for the root, each top-level node, each leaf that is satisfied.
struct Weights {
  std::int64_t root = 0, top = 0, leaf = 0;
};

// A price for every item in every clique (it counts once there) and for every unit under a maximum; none below zero.
struct PriceList {
  std::vector<std::int64_t> item;  // clique after clique
  std::vector<std::int64_t> maximum;
  std::vector<std::int64_t> joint;    // of an item on either side of a maximum of sharing, one after the other
  std::vector<std::int64_t> sharing;  // of each such maximum
  std::int64_t any = 0,
               rooted = 0;  // the bound they prove, times Prices::scale: of all, of those that satisfy the root
};

// Bounds by prices (Lagrange): whoever satisfies a leaf has to pay for the cheapest items that reach its demand, and
// all that can be paid is the price of all items and maxima together. So no assignment counts more than that sum plus
// what each part of the tree is worth beyond its price. All whole numbers: a bound is a proof whatever the prices are.
class Prices {
 public:
  static constexpr std::int64_t scale = std::int64_t{1} << 20;

  // `holds` tells of each constraint whether it can hold at all (empty: all can). The arguments must outlive this.
  void prepare(const Problem& problem, const Relaxation& relaxation, const std::vector<char>& holds);
  [[nodiscard]] PriceList start() const;

  // Sets the bounds of `list` for what a state can still become, and what it wants at these prices.
  void evaluate(const Partial& state, const Weights& weights, bool rooted, PriceList& list);
  // One step down the subgradient toward `target` (times scale) after evaluate(); `step` in 64ths.
  void adjust(PriceList& list, bool rooted, std::int64_t target, std::int64_t step);

  [[nodiscard]] bool wants(std::size_t leaf) const { return leaf_wanted_[leaf] != 0; }
  [[nodiscard]] const ItemSet& choice(std::size_t leaf) const { return choice_[leaf]; }
  // The cheapest items for what the leaf lacks.
  std::int64_t cover(const Partial& state, const PriceList& list, std::size_t leaf, ItemSet& chosen);

 private:
  struct Maximum {
    std::size_t constraint = 0;
    std::int64_t unit = 1;  // the largest single amount under it; prices are for so much
    bool credits = false;
  };
  // At most so much counts on both sides: an item counts once in both together, and a second time where it is shared.
  struct Sharing {
    std::size_t constraint = 0;
    std::int64_t unit = 1;
    bool credits = false;
  };
  struct Gain {
    std::int64_t with = 0, without = 0;  // the node satisfied; not needed
    [[nodiscard]] std::int64_t best() const { return with > without ? with : without; }
  };
  void set_gains(const Weights& weights);
  Gain gain(const Node& node, std::int64_t worth) const;
  void choose(std::size_t index, bool wanted);
  void collect_offers(const Partial& state, const PriceList& list, std::size_t leaf);
  std::int64_t under(const Maximum& maximum, std::size_t item) const;
  bool note_sharing(std::size_t constraint);
  std::int64_t shared_amount(const Sharing& sharing, std::size_t item) const;
  std::int64_t sum_of_sharing(const Partial& state, const PriceList& list);
  std::int64_t sum_of_prices(const Partial& state, const PriceList& list);
  [[nodiscard]] std::size_t place(std::size_t leaf) const;

  const Problem* problem_ = nullptr;
  const Relaxation* relaxation_ = nullptr;
  const std::vector<char>* holds_ = nullptr;
  std::vector<Maximum> maxima_;
  std::vector<std::vector<std::size_t>> maxima_of_;  // by leaf
  std::vector<Sharing> sharings_;
  std::vector<std::vector<std::size_t>> sharings_of_;  // by leaf
  std::vector<std::int64_t> sharing_left_;
  std::vector<std::int64_t> joint_left_;  // as `joint`: how often the item may yet count
  std::vector<std::int64_t> left_;        // of each maximum
  std::vector<ItemSet> open_;             // by clique
  std::vector<std::int64_t> cost_;        // by leaf
  std::vector<ItemSet> choice_;
  std::vector<char> leaf_wanted_;
  std::vector<Gain> gains_;
  mutable std::vector<std::int64_t> forced_;
  std::vector<std::int64_t> usage_, maximum_usage_, joint_usage_;  // scratch of adjust()
  std::vector<Offer> offers_;
  CheapestCover cover_;
};

}  // namespace crosswalk::solve
