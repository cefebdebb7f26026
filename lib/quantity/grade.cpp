// SPDX-License-Identifier: Apache-2.0
#include "lib/quantity/grade.hpp"

#include <algorithm>

namespace crosswalk {
namespace {

const GradeScale::Band* band_of(const GradeScale& scale, std::string_view label) {
  const auto at = std::ranges::find(scale.bands, label, &GradeScale::Band::label);
  return at == scale.bands.end() ? nullptr : &*at;
}

}  // namespace

std::optional<Rational> GradeScale::rank(std::string_view label) const {
  if (const Band* band = band_of(*this, label)) return band->rank;
  const auto number = Rational::parse(label);
  if (!number || !best || !worst) return {};
  const bool higher_is_better = *best > *worst;
  const Rational& low = higher_is_better ? *worst : *best;
  const Rational& high = higher_is_better ? *best : *worst;
  if (*number < low || *number > high) return {};
  return higher_is_better ? *number : -*number;
}

std::optional<bool> GradeScale::passes(std::string_view label) const {
  if (const Band* band = band_of(*this, label)) return band->passing;
  const auto found = rank(label);
  if (!found || !pass) return {};
  return *found >= (*best > *worst ? *pass : -*pass);
}

std::optional<Rational> GradeScale::points(std::string_view label) const {
  const Band* band = band_of(*this, label);
  return band == nullptr || !band->counts_in_gpa ? std::nullopt : band->points;
}

}  // namespace crosswalk
