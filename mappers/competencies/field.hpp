// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lib/text/bags.hpp"
#include "lib/text/index.hpp"

namespace crosswalk::competencies {

// One kind of terms of the objects, indexed: BM25 for finding, idf-weighted Dice for comparing.
class Field {
 public:
  Field(const text::Bags& bags, std::size_t terms);

  [[nodiscard]] const text::Index& index() const { return index_; }
  // The idf of the distinct terms of a query; terms no document has weigh as the rarest.
  [[nodiscard]] float mass(std::span<const text::TermId> query) const;
  [[nodiscard]] float mass_of(std::uint32_t document) const { return mass_[document]; }
  [[nodiscard]] float shared(std::span<const text::TermId> query, std::uint32_t document) const;

 private:
  [[nodiscard]] float idf(text::TermId term) const { return term < idf_.size() ? idf_[term] : unknown_; }

  text::Index index_;
  std::vector<float> idf_, mass_;
  float unknown_ = 0;
};

}  // namespace crosswalk::competencies
