// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/field.hpp"

#include <algorithm>
#include <cmath>

namespace crosswalk::competencies {
namespace {

float ratio(float part, float whole) { return whole > 0 ? std::min(1.0F, part / whole) : 0; }

}  // namespace

Field::Field(const text::Bags& bags, std::size_t terms)
    : index_(bags, terms),
      idf_(terms),
      unknown_(static_cast<float>(std::log(1 + (static_cast<double>(bags.size()) + 0.5) / 0.5))) {
  for (text::TermId t = 0; t < terms; ++t) idf_[t] = static_cast<float>(index_.idf(t));
  for (std::size_t d = 0; d < bags.size(); ++d) mass_.push_back(mass(bags[d]));
}

float Field::mass(std::span<const text::TermId> query) const {
  float sum = 0;
  for (std::size_t i = 0; i < query.size(); ++i)
    if (i == 0 || query[i] != query[i - 1]) sum += idf(query[i]);
  return sum;
}

void Comparison::hold(std::span<const text::TermId> terms) {
  probe_.ask(terms);
  mass_ = field_.mass(terms);
}

Likeness Comparison::with(std::uint32_t object) const {
  const auto overlap = probe_.overlap(object);
  const auto shared = static_cast<float>(overlap.idf);
  const float its = field_.mass_of(object);
  return {static_cast<float>(overlap.score), ratio(2 * shared, mass_ + its), ratio(shared, its)};
}

}  // namespace crosswalk::competencies
