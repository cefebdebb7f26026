// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/certificate.hpp"

#include <cmath>

namespace crosswalk::solve {
namespace {

constexpr int digits = 40;
constexpr Wide scale = Wide{1} << digits;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

// A price as a whole multiple of 2^-40; very large ones are rounded more coarsely. 0: not usable.
Wide whole(double price) {
  if (!(std::abs(price) < 1e12)) return 0;
  const int coarse = std::abs(price) < 1e6 ? 0 : 20;
  return Wide{std::llround(std::ldexp(price, digits - coarse))} * (Wide{1} << coarse);
}

std::int64_t ceiling(Wide scaled) {
  const Wide units = scaled / scale;
  return static_cast<std::int64_t>(units) + (scaled > units * scale ? 1 : 0);
}

}  // namespace

Certificate certify(const std::vector<Column>& columns, const std::vector<Row>& rows, const Bounds& box,
                    const double* prices, bool with_cost) {
  Certificate result;
  result.reduced.assign(columns.size(), 0);
  if (with_cost)
    for (std::size_t column = 0; column < columns.size(); ++column)
      result.reduced[column] = Wide{columns[column].cost} * scale;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Wide price = whole(prices[row]);
    const std::int64_t limit = price > 0 ? rows[row].lower : rows[row].upper;
    if (price == 0 || limit == unbounded || limit == -unbounded) continue;
    result.scaled += price * limit;
    for (const Term& term : rows[row].terms) result.reduced[at(term.column)] -= price * term.coefficient;
  }
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const Wide reduced = result.reduced[column];
    if (reduced != 0)
      result.scaled += reduced * static_cast<std::int64_t>(reduced > 0 ? box.lower[column] : box.upper[column]);
  }
  result.bound = ceiling(result.scaled);
  return result;
}

void Certificate::fix_by_cost(std::int64_t cutoff, Bounds& bounds, std::vector<int>& changed) const {
  const Wide room = Wide{cutoff - 1} * scale - scaled;
  if (room < 0) return;
  for (std::size_t column = 0; column < reduced.size(); ++column) {
    const Wide own = reduced[column];
    double &lower = bounds.lower[column], &upper = bounds.upper[column];
    if (own == 0 || upper - lower < 0.5) continue;
    const Wide size = own > 0 ? own : -own;
    if (size * static_cast<std::int64_t>(upper - lower) <= room) continue;
    const auto steps = static_cast<double>(static_cast<std::int64_t>(room / size));
    (own > 0 ? upper : lower) = own > 0 ? lower + steps : upper - steps;
    changed.push_back(static_cast<int>(column));
  }
}

}  // namespace crosswalk::solve
