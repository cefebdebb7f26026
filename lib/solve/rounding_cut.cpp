// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/rounding_cut.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace crosswalk::solve {
namespace {

constexpr std::int64_t largest = std::int64_t{1} << 55;         // of a coefficient of a combination
constexpr std::int64_t largest_in_cut = std::int64_t{1} << 14;  // larger ones are made coarser
constexpr std::size_t most_sizes = 8;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::int64_t floor_of(std::int64_t value, std::int64_t by) {
  const std::int64_t whole = value / by;
  return whole * by > value ? whole - 1 : whole;
}

std::int64_t ceiling_of(std::int64_t value, std::int64_t by) { return -floor_of(-value, by); }

}  // namespace

RoundingCuts::RoundingCuts(const std::vector<Row>& rows, const Bounds& bounds, const double* point)
    : rows_(rows), bounds_(bounds), point_(point), columns_(static_cast<int>(bounds.lower.size())) {
  activity_.reserve(rows.size());
  for (const Row& row : rows) {
    double sum = 0;
    for (const Term& term : row.terms) sum += static_cast<double>(term.coefficient) * point[term.column];
    activity_.push_back(sum);
  }
  sum_.assign(bounds.lower.size(), 0);
}

double RoundingCuts::depth(const Row& row) const {
  double sum = 0, norm = 0;
  for (const Term& term : row.terms) {
    sum += static_cast<double>(term.coefficient) * point_[term.column];
    norm += static_cast<double>(term.coefficient) * static_cast<double>(term.coefficient);
  }
  return (static_cast<double>(row.lower) - sum) / std::sqrt(std::max(norm, 1e-9));
}

// Fills `terms_` and `side_` with the combination as sum a t >= b.
bool RoundingCuts::combine(const Multipliers& multipliers, int sign) {
  for (const int column : touched_) sum_[at(column)] = 0;
  touched_.clear();
  terms_.clear();
  Wide side = 0;
  const auto measure = [&](int variable, Wide coefficient, double lower, double upper, double value) {
    if (coefficient == 0) return true;
    if (coefficient > largest || coefficient < -largest) return false;
    const bool from_upper = upper - value < value - lower;
    const double bound = from_upper ? upper : lower;
    if (!(std::abs(bound) < 1e15)) return false;
    const auto whole = static_cast<std::int64_t>(bound);
    side -= coefficient * whole;
    if (lower == upper) return true;
    const auto narrow = static_cast<std::int64_t>(coefficient);
    terms_.push_back({variable, from_upper ? -narrow : narrow, whole, from_upper, std::abs(value - bound)});
    return true;
  };
  for (const auto& [row, multiplier] : multipliers) {
    const Row& of = rows_[at(row)];
    for (const Term& term : of.terms) {
      Wide& sum = sum_[at(term.column)];
      if (sum == 0) touched_.push_back(term.column);
      sum += Wide{sign * multiplier} * term.coefficient;
    }
    const double lower = of.lower == -unbounded ? -1e30 : static_cast<double>(of.lower);
    const double upper = of.upper == unbounded ? 1e30 : static_cast<double>(of.upper);
    if (!measure(columns_ + row, -Wide{sign * multiplier}, lower, upper, activity_[at(row)])) return false;
  }
  std::ranges::sort(touched_);
  const auto same = std::ranges::unique(touched_);
  touched_.erase(same.begin(), same.end());
  for (const int column : touched_)
    if (!measure(column, sum_[at(column)], bounds_.lower[at(column)], bounds_.upper[at(column)], point_[column]))
      return false;
  if (side > largest || side < -largest) return false;
  side_ = static_cast<std::int64_t>(side);
  return true;
}

std::vector<std::int64_t> RoundingCuts::sizes() const {
  std::vector<std::pair<double, std::int64_t>> between;
  for (const Shifted& term : terms_)
    if (term.value > 1e-6) between.emplace_back(-term.value, std::abs(term.coefficient));
  std::ranges::sort(between);
  std::vector<std::int64_t> result;
  for (const auto& [value, size] : between)
    if (size > 1 && std::ranges::find(result, size) == result.end() && result.size() < most_sizes)
      result.push_back(size);
  return result;
}

std::optional<Row> RoundingCuts::round(std::int64_t divisor) {
  const std::int64_t rest = side_ - floor_of(side_, divisor) * divisor;
  if (rest == 0) return std::nullopt;
  std::vector<std::pair<const Shifted*, std::int64_t>> factors;
  double left = 0;
  for (const Shifted& term : terms_) {
    const std::int64_t whole = floor_of(term.coefficient, divisor);
    const std::int64_t factor = whole * rest + std::min(term.coefficient - whole * divisor, rest);
    if (factor == 0) continue;
    left += static_cast<double>(factor) * term.value;
    factors.emplace_back(&term, factor);
  }
  Wide right = Wide{rest} * ceiling_of(side_, divisor);
  if (left > static_cast<double>(right) * (1 - 1e-6) - 1e-6) return std::nullopt;  // the point satisfies it
  std::vector<std::pair<int, Wide>> sum;
  for (const auto& [term, factor] : factors) {
    const Wide signed_factor = term->from_upper ? -Wide{factor} : Wide{factor};
    right += signed_factor * term->bound;
    if (term->variable < columns_) {
      sum.emplace_back(term->variable, signed_factor);
      continue;
    }
    for (const Term& part : rows_[at(term->variable - columns_)].terms)
      sum.emplace_back(part.column, signed_factor * part.coefficient);
  }
  std::ranges::sort(sum, {}, &std::pair<int, Wide>::first);
  std::size_t kept = 0;
  Wide most = 0;
  for (std::size_t entry = 0; entry < sum.size();) {
    const int column = sum[entry].first;
    Wide value = 0;
    for (; entry < sum.size() && sum[entry].first == column; ++entry) value += sum[entry].second;
    if (bounds_.lower[at(column)] == bounds_.upper[at(column)])
      right -= value * static_cast<std::int64_t>(bounds_.lower[at(column)]);
    else if (value != 0)
      sum[kept++] = {column, value}, most = std::max(most, value > 0 ? value : -value);
  }
  sum.resize(kept);
  return coarse(sum, right, (most + largest_in_cut - 1) / largest_in_cut);
}

// The row in whole multiples of `unit`: what a coefficient has beyond that is given its largest value, on the side
// where that costs less at the point.
std::optional<Row> RoundingCuts::coarse(const std::vector<std::pair<int, Wide>>& sum, Wide right, Wide unit) const {
  Row row{{}, 0, unbounded};
  std::int64_t common = 0;
  for (const auto& [column, value] : sum) {
    const double low = bounds_.lower[at(column)], high = bounds_.upper[at(column)];
    Wide times = value / unit;
    if (times * unit > value) --times;
    const Wide above = value - times * unit;  // up to unit
    if (above != 0) {
      const double lost = static_cast<double>(above) * (high - point_[column]);
      const double lost_up = static_cast<double>(unit - above) * (point_[column] - low);
      if (lost_up < lost)
        ++times, right -= (above - unit) * static_cast<std::int64_t>(low);
      else
        right -= above * static_cast<std::int64_t>(high);
    }
    if (times == 0) continue;
    row.terms.push_back({column, static_cast<std::int64_t>(times)});
    common = std::gcd(common, std::abs(row.terms.back().coefficient));
  }
  if (row.terms.empty()) return std::nullopt;
  Wide lower = right / unit;
  if (lower * unit < right) ++lower;
  if (lower > largest || lower < -largest) return std::nullopt;
  for (Term& term : row.terms) term.coefficient /= common;
  row.lower = ceiling_of(static_cast<std::int64_t>(lower), common);
  return row;
}

std::optional<Row> RoundingCuts::cut(const Multipliers& multipliers, std::span<const std::int64_t> divisors) {
  std::optional<Row> best;
  double deepest = 1e-3;
  for (const int sign : {1, -1}) {
    if (!combine(multipliers, sign)) continue;
    const std::vector<std::int64_t> own = divisors.empty() ? sizes() : std::vector<std::int64_t>{};
    for (const std::int64_t divisor : divisors.empty() ? std::span<const std::int64_t>(own) : divisors) {
      auto row = round(divisor);
      if (!row) continue;
      if (const double found = depth(*row); found > deepest) deepest = found, best = std::move(row);
    }
  }
  return best;
}

}  // namespace crosswalk::solve
