// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/reduction.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace crosswalk::solve {
namespace {

std::int64_t whole(double value) { return static_cast<std::int64_t>(std::llround(value)); }

// What a row can reach within the bounds of its columns.
std::pair<std::int64_t, std::int64_t> reach(const Row& row, const std::vector<Column>& columns) {
  std::int64_t least = 0, most = 0;
  for (const auto& [column, value] : row.terms) {
    const Column& of = columns[static_cast<std::size_t>(column)];
    least += value * (value > 0 ? of.lower : of.upper);
    most += value * (value > 0 ? of.upper : of.lower);
  }
  return {least, most};
}

// In a covering row over binary columns a coefficient beyond what is missing counts as what is missing.
void clip(Row& row, const std::vector<Column>& columns) {
  if (row.upper != unbounded || row.lower == -unbounded) return;
  std::int64_t missing = row.lower;
  for (const auto& [column, value] : row.terms)
    if (value < 0) missing -= value * columns[static_cast<std::size_t>(column)].upper;
  if (missing <= 0) return;
  for (auto& [column, value] : row.terms)
    if (value > missing && columns[static_cast<std::size_t>(column)].integral) value = missing;
}

bool bounds_are_binary(const Row& row, const std::vector<Column>& columns) {
  return std::ranges::all_of(
      row.terms, [&](const Term& term) { return columns[static_cast<std::size_t>(term.column)].lower == 0; });
}

}  // namespace

Point Reduction::expand(const Point& reduced) const {
  Point full = fixed;
  for (std::size_t column = 0; column < kept.size(); ++column)
    full[static_cast<std::size_t>(kept[column])] = reduced[column];
  return full;
}

Point Reduction::restrict(const Point& full) const {
  Point reduced;
  for (const int column : kept) reduced.push_back(full[static_cast<std::size_t>(column)]);
  return reduced;
}

Reduction reduce(const IntegerProgram& program, const Bounds& bounds) {
  Reduction result;
  std::vector<int> index(program.columns.size(), -1);
  result.fixed.assign(program.columns.size(), 0);
  for (std::size_t column = 0; column < program.columns.size(); ++column) {
    Column of = program.columns[column];
    if (bounds.fixed(static_cast<int>(column)) &&
        (of.integral || bounds.lower[column] == std::round(bounds.lower[column]))) {
      result.fixed[column] = whole(bounds.lower[column]);
      result.fixed_cost += of.cost * result.fixed[column];
      continue;
    }
    of.lower = static_cast<std::int64_t>(std::floor(bounds.lower[column] + (of.integral ? 0.5 : 1e-6)));
    of.upper = static_cast<std::int64_t>(std::ceil(bounds.upper[column] - (of.integral ? 0.5 : 1e-6)));
    index[column] = result.program.add_column(of);
    result.kept.push_back(static_cast<int>(column));
  }
  std::set<std::pair<std::vector<std::pair<int, std::int64_t>>, std::pair<std::int64_t, std::int64_t>>> seen;
  for (const Row& row : program.rows) {
    Row left{{}, row.lower, row.upper};
    std::int64_t taken = 0;
    for (const auto& [column, value] : row.terms) {
      const auto at = static_cast<std::size_t>(column);
      if (index[at] < 0)
        taken += value * result.fixed[at];
      else
        left.terms.push_back({index[at], value});
    }
    if (left.lower != -unbounded) left.lower -= taken;
    if (left.upper != unbounded) left.upper -= taken;
    const auto [least, most] = reach(left, result.program.columns);
    if (left.lower != -unbounded && least >= left.lower) left.lower = -unbounded;
    if (left.upper != unbounded && most <= left.upper) left.upper = unbounded;
    if (left.lower == -unbounded && left.upper == unbounded) continue;
    if (bounds_are_binary(left, result.program.columns)) clip(left, result.program.columns);
    std::vector<std::pair<int, std::int64_t>> key;
    for (const Term& term : left.terms) key.emplace_back(term.column, term.coefficient);
    if (seen.insert({std::move(key), {left.lower, left.upper}}).second) result.program.rows.push_back(std::move(left));
  }
  return result;
}

}  // namespace crosswalk::solve
