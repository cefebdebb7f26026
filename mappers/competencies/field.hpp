// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "lib/text/bags.hpp"
#include "lib/text/index.hpp"
#include "lib/text/probe.hpp"

namespace crosswalk::competencies {

// One kind of terms of the objects, indexed: BM25 for finding, idf-weighted Dice for comparing.
class Field {
 public:
  Field(const text::Bags& bags, std::size_t terms);

  [[nodiscard]] const text::Index& index() const { return index_; }
  // The idf of the distinct terms of a query; terms no document has weigh as the rarest.
  [[nodiscard]] float mass(std::span<const text::TermId> query) const;
  [[nodiscard]] float mass_of(std::uint32_t document) const { return mass_[document]; }
  [[nodiscard]] float idf(text::TermId term) const { return term < idf_.size() ? idf_[term] : unknown_; }
  [[nodiscard]] std::size_t terms() const { return idf_.size(); }

 private:
  text::Index index_;
  std::vector<float> idf_, mass_;
  float unknown_ = 0;
};

// How like one subject's terms are to those of objects.
struct Likeness {
  float score = 0;    // BM25
  float dice = 0;     // idf-weighted, 0..1
  float covered = 0;  // share of the object's terms the subject has, 0..1
};

// One subject at a time held against a field's objects. The terms stay with the caller until the next are given.
class Comparison {
 public:
  explicit Comparison(const Field& field) : field_(field), probe_(field.index()) {}
  void hold(std::span<const text::TermId> terms);
  [[nodiscard]] Likeness with(std::uint32_t object) const;

 private:
  const Field& field_;
  text::Probe probe_;
  float mass_ = 0;
};

}  // namespace crosswalk::competencies
