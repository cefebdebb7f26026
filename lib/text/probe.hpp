// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lib/text/index.hpp"

namespace crosswalk::text {

// One query held against documents one by one, without branches: what the query asks stands in an array by term. Sums
// run in the order of term numbers, as everywhere in Index. Not thread-safe; the index must outlive it.
class Probe {
 public:
  explicit Probe(const Index& index) : index_(index), idf_(index.idf_.size()) {}

  // `query` is sorted and stays with the caller until the next; terms at or over the vocabulary count nothing.
  void ask(std::span<const TermId> query);
  [[nodiscard]] Index::Overlap overlap(std::uint32_t document) const;

 private:
  const Index& index_;
  std::vector<double> idf_;  // of a term the query has, else 0
  std::span<const TermId> query_;
};

}  // namespace crosswalk::text
