// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/integer_program.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <random>

#include "lib/solve/branch_and_cut.hpp"
#include "lib/solve/rounding_cut.hpp"
#include "lib/solve/sifting.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

std::int64_t draw(std::mt19937& random, int low, int high) {
  return low + static_cast<std::int64_t>(random() % static_cast<unsigned>(high - low + 1));
}

solve::IntegerProgram random_program(std::uint32_t number) {
  std::mt19937 random(number);
  solve::IntegerProgram program;
  for (int column = 0; column < 7; ++column)
    program.add_column({draw(random, 0, 30), 0, draw(random, 1, 2), true, false, static_cast<int>(draw(random, 0, 2))});
  for (int row = 0; row < 4; ++row) {
    std::vector<solve::Term> terms;
    for (int column = 0; column < 7; ++column)
      if (random() % 3 != 0) terms.push_back({column, draw(random, row == 3 ? -6 : 1, 12)});
    if (row == 2)
      program.at_most(std::move(terms), draw(random, 15, 50));
    else
      program.at_least(std::move(terms), row == 3 ? draw(random, -5, 3) : draw(random, 5, 30));
  }
  return program;
}

// Calls `visit` with every point within the bounds.
template <typename Visit>
void every_point(const solve::IntegerProgram& program, Visit visit) {
  solve::Point point(program.columns.size(), 0);
  for (;;) {
    visit(point);
    std::size_t column = 0;
    while (column < point.size() && point[column] == program.columns[column].upper) point[column++] = 0;
    if (column == point.size()) return;
    ++point[column];
  }
}

std::optional<std::int64_t> cheapest(const solve::IntegerProgram& program) {
  std::optional<std::int64_t> best;
  every_point(program, [&](const solve::Point& point) {
    if (program.feasible(point) && (!best || program.cost_of(point) < *best)) best = program.cost_of(point);
  });
  return best;
}

}  // namespace

TEST_CASE("branch and cut finds what trying every point finds", "[oracle][solve]") {
  int feasible = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    CAPTURE(number);
    const auto program = random_program(number);
    const auto expected = cheapest(program);
    const auto found = solve::minimise(program);
    CHECK(found.complete);
    CHECK(found.point.has_value() == expected.has_value());
    if (!expected) continue;
    ++feasible;
    CHECK(found.objective == *expected);
    CHECK(found.bound == *expected);
  }
  CHECK(feasible > 100);
}

TEST_CASE("a rounding cut holds at every integral point of its rows", "[oracle][solve]") {
  int cuts = 0;
  for (std::uint32_t number = 0; number < 300; ++number) {
    CAPTURE(number);
    const auto program = random_program(number);
    std::mt19937 random(number + 1000);
    std::vector<double> point;
    for (const auto& column : program.columns)
      point.push_back(static_cast<double>(column.upper) * static_cast<double>(random() % 101) / 100);
    const auto bounds = solve::bounds_of(program);
    solve::RoundingCuts rounding(program.rows, bounds, point.data());
    const auto cut = rounding.cut({{0, draw(random, -5, 5)}, {1, draw(random, 1, 5)}, {2, draw(random, -3, 3)}}, {});
    if (!cut) continue;
    ++cuts;
    solve::IntegerProgram with = program;
    with.rows = {*cut};
    every_point(program, [&](const solve::Point& whole) {
      if (program.feasible(whole)) CHECK(with.feasible(whole));
    });
  }
  CHECK(cuts > 30);
}

TEST_CASE("the certificate of a sifted program never exceeds the optimum", "[oracle][solve]") {
  for (std::uint32_t number = 0; number < 200; ++number) {
    CAPTURE(number);
    auto program = random_program(number);
    const auto expected = cheapest(program);
    if (!expected) continue;
    std::mt19937 random(number);
    for (auto& column : program.columns) column.likely = random() % 2 == 0;
    solve::Spending spending;
    const auto certificate = solve::sift(program, spending);
    if (certificate) CHECK(certificate->bound <= *expected);
  }
}
