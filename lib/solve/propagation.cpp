// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/propagation.hpp"

#include <cmath>

namespace crosswalk::solve {
namespace {

constexpr double tolerance = 1e-6;
constexpr double infinite = 1e30;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

Bounds bounds_of(const IntegerProgram& program) {
  Bounds bounds;
  for (const Column& column : program.columns) {
    bounds.lower.push_back(static_cast<double>(column.lower));
    bounds.upper.push_back(static_cast<double>(column.upper));
  }
  return bounds;
}

Propagator::Propagator(const IntegerProgram& program) {
  std::vector<int> count(program.columns.size() + 1, 0);
  row_start_.push_back(0);
  for (const Row& row : program.rows) {
    for (const Term& term : row.terms) {
      row_column_.push_back(term.column);
      row_value_.push_back(static_cast<double>(term.coefficient));
      ++count[at(term.column) + 1];
    }
    row_start_.push_back(static_cast<int>(row_column_.size()));
    row_lower_.push_back(row.lower == -unbounded ? -infinite : static_cast<double>(row.lower));
    row_upper_.push_back(row.upper == unbounded ? infinite : static_cast<double>(row.upper));
  }
  for (std::size_t column = 1; column < count.size(); ++column) count[column] += count[column - 1];
  column_start_ = count;
  column_row_.resize(row_column_.size());
  std::vector<int> next(count.begin(), count.end() - 1);
  for (std::size_t row = 0; row + 1 < row_start_.size(); ++row)
    for (int entry = row_start_[row]; entry < row_start_[row + 1]; ++entry)
      column_row_[at(next[at(row_column_[at(entry)])]++)] = static_cast<int>(row);
  for (const Column& column : program.columns) integral_.push_back(column.integral ? 1 : 0);
  queued_.assign(program.rows.size(), 0);
}

void Propagator::enqueue(int column) {
  for (int entry = column_start_[at(column)]; entry < column_start_[at(column) + 1]; ++entry) {
    const int row = column_row_[at(entry)];
    if (queued_[at(row)] != 0) continue;
    queued_[at(row)] = 1;
    queue_.push_back(row);
  }
}

bool Propagator::tighten(Bounds& bounds, const std::vector<int>& from, std::vector<int>* changed) {
  queue_.clear();
  if (from.empty())
    for (std::size_t row = 0; row < queued_.size(); ++row) {
      queued_[row] = 1;
      queue_.push_back(static_cast<int>(row));
    }
  for (const int column : from) enqueue(column);
  bool open = true;
  std::size_t visits = 0;
  const std::size_t limit = 20 * queued_.size() + 1000;  // continuous columns can creep for ever
  for (std::size_t next = 0; next < queue_.size(); ++next) {
    queued_[at(queue_[next])] = 0;
    if (open && ++visits < limit) open = visit(queue_[next], bounds, changed);
  }
  return open;
}

bool Propagator::set_upper(int column, double value, Bounds& bounds, std::vector<int>* changed) {
  if (integral_[at(column)] != 0) value = std::floor(value + tolerance);
  if (value > bounds.upper[at(column)] - (integral_[at(column)] != 0 ? 0.5 : 1e-3)) return true;
  if (value < bounds.lower[at(column)] - tolerance) return false;
  bounds.upper[at(column)] = std::max(value, bounds.lower[at(column)]);
  if (changed != nullptr) changed->push_back(column);
  enqueue(column);
  return true;
}

bool Propagator::set_lower(int column, double value, Bounds& bounds, std::vector<int>* changed) {
  if (integral_[at(column)] != 0) value = std::ceil(value - tolerance);
  if (value < bounds.lower[at(column)] + (integral_[at(column)] != 0 ? 0.5 : 1e-3)) return true;
  if (value > bounds.upper[at(column)] + tolerance) return false;
  bounds.lower[at(column)] = std::min(value, bounds.upper[at(column)]);
  if (changed != nullptr) changed->push_back(column);
  enqueue(column);
  return true;
}

bool Propagator::visit(int row, Bounds& bounds, std::vector<int>* changed) {
  const int begin = row_start_[at(row)], end = row_start_[at(row) + 1];
  double least = 0, most = 0;
  for (int entry = begin; entry < end; ++entry) {
    const double value = row_value_[at(entry)];
    const std::size_t column = at(row_column_[at(entry)]);
    least += value * (value > 0 ? bounds.lower[column] : bounds.upper[column]);
    most += value * (value > 0 ? bounds.upper[column] : bounds.lower[column]);
  }
  const double lower = row_lower_[at(row)], upper = row_upper_[at(row)];
  if (least > upper + tolerance || most < lower - tolerance) return false;
  if (most <= upper + tolerance && least >= lower - tolerance) return true;
  for (int entry = begin; entry < end; ++entry) {
    const double value = row_value_[at(entry)];
    const int column = row_column_[at(entry)];
    const double low = bounds.lower[at(column)], high = bounds.upper[at(column)],
                 width = std::abs(value) * (high - low);
    if (width < tolerance) continue;
    if (least + width > upper + tolerance) {
      const double room = (upper - least) / std::abs(value);
      if (!(value > 0 ? set_upper(column, low + room, bounds, changed)
                      : set_lower(column, high - room, bounds, changed)))
        return false;
    }
    if (most - width < lower - tolerance) {
      const double room = (most - lower) / std::abs(value);
      if (!(value > 0 ? set_lower(column, high - room, bounds, changed)
                      : set_upper(column, low + room, bounds, changed)))
        return false;
    }
  }
  return true;
}

}  // namespace crosswalk::solve
