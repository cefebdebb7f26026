// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "lib/solve/packing.hpp"

namespace crosswalk::solve {

// Branch and bound over one connected part: item by item, either a pack that begins with the item or none. What the
// items to come can add at most is the sum of their prices; a state (item, items used) reached before with no less
// worth is not entered again. The order of branching is the order of ties.
class PartSearch {
 public:
  PartSearch(const PackingProblem& problem, const std::vector<std::vector<std::uint32_t>>& starting,
             const std::vector<Worth>& prices, const std::vector<std::uint32_t>& part, std::uint64_t work);
  void run();
  [[nodiscard]] const std::vector<std::uint32_t>& best() const { return best_; }
  [[nodiscard]] bool finished() const { return !stopped_; }
  [[nodiscard]] std::uint64_t steps() const { return steps_; }

 private:
  void visit(std::size_t at, const Worth& reached);
  void take(std::uint32_t pack, std::size_t at, const Worth& reached);
  [[nodiscard]] bool hopeless(std::size_t at, const Worth& reached) const;
  [[nodiscard]] bool seen_better(std::size_t at, const Worth& reached);
  [[nodiscard]] std::uint64_t used_mask(std::size_t at) const;

  const PackingProblem& problem_;
  const std::vector<std::vector<std::uint32_t>>& starting_;
  const std::vector<std::uint32_t>& part_;
  std::vector<Worth> ahead_;        // what items from this place on can add at most
  std::vector<std::uint8_t> used_;  // by place in the part
  std::unordered_map<std::uint32_t, std::uint32_t> place_;
  std::vector<std::unordered_map<std::uint64_t, Worth>> seen_;
  std::vector<std::uint32_t> path_, best_;
  Worth best_worth_;
  std::uint64_t steps_ = 0, work_ = 0;
  bool stopped_ = false;
};

}  // namespace crosswalk::solve
