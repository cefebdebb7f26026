// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/sifting.hpp"

#include <algorithm>
#include <cmath>

namespace crosswalk::solve {
namespace {

constexpr int most_rounds = 25;
constexpr std::size_t most_joining = 3000;
constexpr double close = 3e-3;  // share of the value within which the bound is good enough
constexpr int deepest = 5;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class Sifting {
 public:
  Sifting(const IntegerProgram& program, Spending& spending)
      : program_(program), spending_(spending), box_(bounds_of(program)), chosen_(program.columns.size()) {
    for (std::size_t column = 0; column < chosen_.size(); ++column)
      chosen_[column] = program.columns[column].likely || program.columns[column].lower > 0 ? 1 : 0;
    rows_of_.resize(chosen_.size());
    for (std::size_t row = 0; row < program.rows.size(); ++row)
      for (const Term& term : program.rows[row].terms)
        rows_of_[at(term.column)].push_back({static_cast<int>(row), term.coefficient});
  }

  std::optional<Certificate> run() {
    std::optional<Certificate> best;
    for (int round = 0; round < most_rounds; ++round) {
      const auto value = solve_part();
      if (!value) return best;
      carry();
      auto certificate = certify(program_.columns, program_.rows, box_, prices_.data(), true);
      if (!best || certificate.scaled > best->scaled) best = std::move(certificate);
      if (static_cast<double>(best->bound) > *value - close * std::abs(*value) - 1 || spending_.spent() || !join())
        break;
    }
    return best;
  }

 private:
  // The value of the relaxation of the chosen columns; fills `prices_` and `reduced_`.
  std::optional<double> solve_part() {
    IntegerProgram part;
    std::vector<int> index(chosen_.size(), -1), row_of;
    for (std::size_t column = 0; column < chosen_.size(); ++column)
      if (chosen_[column] != 0) index[column] = part.add_column(program_.columns[column]);
    in_part_.assign(program_.rows.size(), 0);
    for (std::size_t row = 0; row < program_.rows.size(); ++row) {
      const Row& full = program_.rows[row];
      Row own{{}, full.lower, full.upper};
      std::int64_t least = 0, most = 0;
      for (const Term& term : full.terms) {
        if (index[at(term.column)] < 0) continue;
        own.terms.push_back({index[at(term.column)], term.coefficient});
        const Column& of = program_.columns[at(term.column)];
        least += term.coefficient * (term.coefficient > 0 ? of.lower : of.upper);
        most += term.coefficient * (term.coefficient > 0 ? of.upper : of.lower);
      }
      if ((full.lower == -unbounded || least >= full.lower) && (full.upper == unbounded || most <= full.upper))
        continue;
      in_part_[row] = 1;
      row_of.push_back(static_cast<int>(row));
      part.rows.push_back(std::move(own));
    }
    Relaxation relaxation(part);
    ++spending_.solves;
    if (relaxation.solve(unbounded) != Relaxation::Status::solved) return std::nullopt;
    prices_.assign(program_.rows.size(), 0);
    for (std::size_t row = 0; row < row_of.size(); ++row) prices_[at(row_of[row])] = relaxation.prices()[row];
    reduced_.clear();
    for (const Column& column : program_.columns) reduced_.push_back(static_cast<double>(column.cost));
    for (std::size_t row = 0; row < prices_.size(); ++row)
      if (prices_[row] != 0) charge(static_cast<int>(row), prices_[row]);
    return relaxation.value();
  }

  void charge(int row, double price) {
    for (const Term& term : program_.rows[at(row)].terms)
      reduced_[at(term.column)] -= price * static_cast<double>(term.coefficient);
  }

  // Prices of rows left out, raised for the sake of columns left out.
  void carry() {
    for (std::size_t column = 0; column < chosen_.size(); ++column)
      if (chosen_[column] == 0 && reduced_[column] < 0) lift(static_cast<int>(column), -reduced_[column], 0);
  }

  // Raises the reduced cost of a column by up to `need`, at the expense of columns that keep theirs above nothing.
  void lift(int column, double need, int depth) {
    for (const auto& [row, coefficient] : rows_of_[at(column)]) {
      const Row& of = program_.rows[at(row)];
      if (need <= 1e-9) return;
      if (coefficient >= 0 || in_part_[at(row)] != 0 || of.lower != 0 || of.upper != unbounded) continue;
      double price = need / static_cast<double>(-coefficient);
      for (const Term& term : of.terms) {
        if (term.coefficient <= 0) continue;
        const double wanted = price * static_cast<double>(term.coefficient);
        if (depth < deepest && reduced_[at(term.column)] < wanted && chosen_[at(term.column)] == 0)
          lift(term.column, wanted - reduced_[at(term.column)], depth + 1);
        price = std::min(price, std::max(0.0, reduced_[at(term.column)]) / static_cast<double>(term.coefficient));
      }
      if (price <= 1e-9) continue;
      prices_[at(row)] += price;
      charge(row, price);
      need -= price * static_cast<double>(-coefficient);
    }
  }

  // A column needs what its rows ask of it.
  void choose(int column, int depth) {
    if (chosen_[at(column)] != 0) return;
    chosen_[at(column)] = 1;
    if (depth >= deepest) return;
    for (const auto& [row, coefficient] : rows_of_[at(column)]) {
      const Row& of = program_.rows[at(row)];
      if (coefficient >= 0 || of.lower != 0) continue;
      std::vector<std::pair<double, int>> providers;
      for (const Term& term : of.terms)
        if (term.coefficient > 0 && chosen_[at(term.column)] == 0)
          providers.emplace_back(reduced_[at(term.column)], term.column);
      std::ranges::sort(providers);
      for (std::size_t next = 0; next < providers.size() && next < 3; ++next) choose(providers[next].second, depth + 1);
    }
  }

  // Columns worth entering join, the worthiest first; false: there are none.
  bool join() {
    std::vector<std::pair<double, int>> worthy;
    for (std::size_t column = 0; column < chosen_.size(); ++column)
      if (chosen_[column] == 0 && reduced_[column] < -1e-6)
        worthy.emplace_back(reduced_[column] * (box_.upper[column] - box_.lower[column]), static_cast<int>(column));
    std::ranges::sort(worthy);
    if (worthy.size() > most_joining) worthy.resize(most_joining);
    for (const auto& [worth, column] : worthy) choose(column, 0);
    return !worthy.empty();
  }

  const IntegerProgram& program_;
  Spending& spending_;
  Bounds box_;
  std::vector<char> chosen_, in_part_;
  std::vector<std::vector<std::pair<int, std::int64_t>>> rows_of_;
  std::vector<double> prices_, reduced_;
};

}  // namespace

std::optional<Certificate> sift(const IntegerProgram& program, Spending& spending) {
  return Sifting(program, spending).run();
}

}  // namespace crosswalk::solve
