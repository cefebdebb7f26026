// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/integer_program.hpp"

#include <algorithm>

namespace crosswalk::solve {

int IntegerProgram::add_column(const Column& column) {
  columns.push_back(column);
  return static_cast<int>(columns.size()) - 1;
}

void IntegerProgram::add_row(std::vector<Term> terms, std::int64_t lower, std::int64_t upper) {
  std::ranges::sort(terms, {}, &Term::column);
  std::vector<Term> merged;
  for (const Term& term : terms) {
    if (!merged.empty() && merged.back().column == term.column)
      merged.back().coefficient += term.coefficient;
    else
      merged.push_back(term);
  }
  std::erase_if(merged, [](const Term& term) { return term.coefficient == 0; });
  rows.push_back({std::move(merged), lower, upper});
}

std::int64_t IntegerProgram::cost_of(const std::vector<std::int64_t>& point) const {
  std::int64_t sum = 0;
  for (std::size_t column = 0; column < columns.size(); ++column) sum += columns[column].cost * point[column];
  return sum;
}

bool IntegerProgram::feasible(const std::vector<std::int64_t>& point) const {
  for (std::size_t column = 0; column < columns.size(); ++column)
    if (point[column] < columns[column].lower || point[column] > columns[column].upper) return false;
  return std::ranges::all_of(rows, [&](const Row& row) {
    std::int64_t sum = 0;
    for (const Term& term : row.terms) sum += term.coefficient * point[static_cast<std::size_t>(term.column)];
    return (row.lower == -unbounded || sum >= row.lower) && (row.upper == unbounded || sum <= row.upper);
  });
}

}  // namespace crosswalk::solve
