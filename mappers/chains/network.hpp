// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mappers/chains/chain.hpp"

namespace crosswalk::chains {

// A hop that may be walked: an asserted mapping, or its inverse where the rules allow.
struct Hop {
  std::uint32_t to = 0;
  std::uint32_t mapping = 0;  // in Closure::asserted
  Link link;
  Rules rules;
  double confidence = 1;
};

// Hops by the entity they leave, in order of target and mapping. Fills entities, asserted, source_of and skipped.
class Network {
 public:
  Network(std::span<const MappingSet> sets, const Options& options, Closure& closure);
  [[nodiscard]] std::span<const Hop> from(std::uint32_t entity) const {
    return std::span(hops_).subspan(begin_[entity], begin_[entity + 1] - begin_[entity]);
  }
  [[nodiscard]] std::size_t size() const { return begin_.size() - 1; }

 private:
  std::vector<std::uint32_t> begin_;
  std::vector<Hop> hops_;
};

// Conflicts of the asserted and derived mappings together, by kind and entities.
void find_conflicts(const Network& network, Closure& closure);

}  // namespace crosswalk::chains
