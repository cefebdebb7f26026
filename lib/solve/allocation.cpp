// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/allocation.hpp"

#include <algorithm>
#include <numeric>

namespace crosswalk::solve {
namespace {

std::vector<Rational> served_in_order(const AllocationProblem& problem) {
  std::vector<Rational> left;
  for (const Ceiling& ceiling : problem.ceilings) left.push_back(ceiling.amount);
  std::vector<Rational> given;
  for (std::uint32_t part = 0; part < problem.wanted.size(); ++part) {
    const auto holds = [&](std::size_t c) {
      return std::ranges::find(problem.ceilings[c].parts, part) != problem.ceilings[c].parts.end();
    };
    Rational amount = problem.wanted[part];
    for (std::size_t c = 0; c < left.size(); ++c)
      if (holds(c)) amount = std::min(amount, left[c]);
    for (std::size_t c = 0; c < left.size(); ++c)
      if (holds(c)) left[c] -= amount;
    given.push_back(amount);
  }
  return given;
}

// Any two ceilings are nested or apart: then serving in order gives the greatest total (a polymatroid).
bool nested(const AllocationProblem& problem) {
  const auto sorted = [](std::vector<std::uint32_t> parts) {
    std::ranges::sort(parts);
    return parts;
  };
  for (std::size_t a = 0; a < problem.ceilings.size(); ++a)
    for (std::size_t b = a + 1; b < problem.ceilings.size(); ++b) {
      const auto first = sorted(problem.ceilings[a].parts), second = sorted(problem.ceilings[b].parts);
      std::vector<std::uint32_t> shared;
      std::ranges::set_intersection(first, second, std::back_inserter(shared));
      if (!shared.empty() && shared != first && shared != second) return false;
    }
  return true;
}

LinearAnswer by_simplex(const AllocationProblem& problem) {
  const std::size_t parts = problem.wanted.size();
  std::vector<std::vector<Rational>> rows;
  std::vector<Rational> bounds;
  for (const Ceiling& ceiling : problem.ceilings) {
    rows.emplace_back(parts);
    for (const std::uint32_t part : ceiling.parts) rows.back()[part] = 1;
    bounds.push_back(ceiling.amount);
  }
  for (std::size_t part = 0; part < parts; ++part) {
    rows.emplace_back(parts);
    rows.back()[part] = 1;
    bounds.push_back(problem.wanted[part]);
  }
  return greatest_sum(rows, bounds, parts);
}

// A simplex table: rows of the constraints with their slacks, the objective's reduced gains beneath.
struct Simplex {
  std::vector<std::vector<Rational>> rows;
  std::vector<Rational> bounds, gains;
  std::vector<std::size_t> basis;

  [[nodiscard]] std::size_t entering() const {
    const auto at = std::ranges::find_if(gains, [](const Rational& gain) { return gain.sign() > 0; });
    return static_cast<std::size_t>(at - gains.begin());
  }
  [[nodiscard]] std::size_t leaving(std::size_t column) const {
    std::size_t best = rows.size();
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r][column].sign() <= 0) continue;
      if (best == rows.size()) {
        best = r;
        continue;
      }
      const auto order = bounds[r] / rows[r][column] <=> bounds[best] / rows[best][column];
      if (order < 0 || (order == 0 && basis[r] < basis[best])) best = r;
    }
    return best;
  }
  static void subtract(std::vector<Rational>& from, const std::vector<Rational>& row, const Rational& factor) {
    for (std::size_t c = 0; c < row.size(); ++c)
      if (!row[c].is_zero()) from[c] -= factor * row[c];
  }
  void pivot(std::size_t row, std::size_t column) {
    const Rational by = rows[row][column];
    for (Rational& cell : rows[row]) cell /= by;
    bounds[row] /= by;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const Rational factor = rows[r][column];
      if (r == row || factor.is_zero()) continue;
      subtract(rows[r], rows[row], factor);
      bounds[r] -= factor * bounds[row];
    }
    const Rational gain = gains[column];
    subtract(gains, rows[row], gain);
    basis[row] = column;
  }
};

}  // namespace

LinearAnswer greatest_sum(const std::vector<std::vector<Rational>>& rows, const std::vector<Rational>& bounds,
                          std::size_t variables) {
  Simplex table{rows, bounds, std::vector<Rational>(variables + rows.size()), {}};
  for (std::size_t i = 0; i < variables; ++i) table.gains[i] = 1;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    table.rows[r].resize(variables + rows.size());
    table.rows[r][variables + r] = 1;
    table.basis.push_back(variables + r);
  }
  for (std::size_t column = table.entering(); column < table.gains.size(); column = table.entering())
    table.pivot(table.leaving(column), column);
  LinearAnswer answer{std::vector<Rational>(variables), std::vector<Rational>(rows.size()), {}};
  for (std::size_t r = 0; r < rows.size(); ++r) {
    if (table.basis[r] < variables) answer.x[table.basis[r]] = table.bounds[r];
    answer.prices[r] = -table.gains[variables + r];
  }
  answer.total = std::accumulate(answer.x.begin(), answer.x.end(), Rational());
  return answer;
}

Allocation allocate(const AllocationProblem& problem) {
  Allocation out;
  out.given = served_in_order(problem);
  out.total = std::accumulate(out.given.begin(), out.given.end(), Rational());
  if (nested(problem)) return out;
  LinearAnswer best = by_simplex(problem);
  out.prices = std::move(best.prices);
  if (best.total == out.total) return out;
  out.given = std::move(best.x);
  out.total = best.total;
  out.in_order = false;
  return out;
}

}  // namespace crosswalk::solve
