// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/separation.hpp"

#include <algorithm>
#include <cmath>

#include "lib/solve/rounding_cut.hpp"

namespace crosswalk::solve {
namespace {

constexpr std::int64_t largest_denominator = 240;
constexpr std::int64_t coarse_denominator = 1 << 22;

// Least whole number that makes all multipliers (nearly) whole.
std::int64_t denominator_of(const std::vector<double>& values) {
  for (std::int64_t denominator = 1; denominator <= largest_denominator; ++denominator) {
    const auto by = static_cast<double>(denominator);
    if (std::ranges::all_of(values, [&](double value) { return std::abs(value * by - std::round(value * by)) < 1e-6; }))
      return denominator;
  }
  return coarse_denominator;
}

RoundingCuts::Multipliers whole(const std::vector<double>& values, std::int64_t denominator) {
  RoundingCuts::Multipliers multipliers;
  for (std::size_t row = 0; row < values.size(); ++row)
    if (const auto value = std::llround(values[row] * static_cast<double>(denominator)); value != 0)
      multipliers.emplace_back(static_cast<int>(row), value);
  return multipliers;
}

double norm_of(const Row& row) {
  double sum = 0;
  for (const Term& term : row.terms)
    sum += static_cast<double>(term.coefficient) * static_cast<double>(term.coefficient);
  return std::sqrt(sum);
}

double cosine(const Row& a, const Row& b) {
  double sum = 0;
  auto next = b.terms.begin();
  for (const Term& term : a.terms) {
    while (next != b.terms.end() && next->column < term.column) ++next;
    if (next == b.terms.end()) break;
    if (next->column == term.column)
      sum += static_cast<double>(term.coefficient) * static_cast<double>(next->coefficient);
  }
  return sum / (norm_of(a) * norm_of(b));
}

}  // namespace

std::vector<Row> separate(Relaxation& relaxation, const Bounds& bounds, const SeparationOptions& options) {
  const auto tableau = relaxation.fractional_rows(options.tableau_rows);
  const auto& rows = relaxation.rows();
  RoundingCuts rounding(rows, bounds, relaxation.point());
  std::vector<std::pair<double, Row>> found;
  const std::size_t longest = 200 + bounds.lower.size() / 4;
  const auto keep = [&](std::optional<Row> row) {
    if (row && row->terms.size() <= longest) found.emplace_back(-rounding.depth(*row), std::move(*row));
  };
  for (std::size_t row = 0; row < relaxation.own_rows(); ++row) {
    const double activity = relaxation.activity()[row];
    const bool tight = (rows[row].lower != -unbounded && activity < static_cast<double>(rows[row].lower) + 1e-6) ||
                       (rows[row].upper != unbounded && activity > static_cast<double>(rows[row].upper) - 1e-6);
    if (tight) keep(rounding.cut({{static_cast<int>(row), 1}}, {}));
  }
  for (const auto& values : tableau) {
    const std::int64_t denominator = denominator_of(values);
    const auto multipliers = whole(values, denominator);
    if (multipliers.empty()) continue;
    keep(rounding.cut(multipliers, std::span<const std::int64_t>(&denominator, 1)));
    if (multipliers.size() <= 40) keep(rounding.cut(multipliers, {}));
  }
  std::ranges::stable_sort(found, {}, &std::pair<double, Row>::first);
  std::vector<Row> chosen;
  for (auto& [depth, row] : found) {
    if (chosen.size() >= options.most) break;
    if (std::ranges::none_of(chosen, [&](const Row& other) { return cosine(row, other) > 0.97; }))
      chosen.push_back(std::move(row));
  }
  return chosen;
}

}  // namespace crosswalk::solve
