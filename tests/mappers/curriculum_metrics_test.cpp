// SPDX-License-Identifier: Apache-2.0
#include "mappers/curriculum/metrics.hpp"

#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"
#include "tests/mappers/curriculum_literals.hpp"

namespace crosswalk::curriculum {

namespace {

std::vector<std::uint64_t> column(const Metrics& metrics, std::uint64_t CourseMetrics::*figure) {
  std::vector<std::uint64_t> values;
  for (const CourseMetrics& course : metrics.courses) values.push_back(course.*figure);
  return values;
}
using Figures = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("the published eight-course curriculum gives its published figures", "[curriculum][metrics]") {
  // Underwater Basket Weaving, test/CurricularAnalytics.jl of CurricularAnalytics.jl: A,B,D before C (D with C); E
  // after C; F after D. Centrality by the present definition (three paths of three courses through C).
  const Curriculum given = drawn(
      {{"A", ""}, {"B", ""}, {"C", "A;B", "D"}, {"D", "", "", "", 1}, {"E", "C"}, {"F", "D"}, {"G", ""}, {"H", ""}});
  const Metrics found = metrics(given);
  CHECK(column(found, &CourseMetrics::blocking) == Figures{2, 2, 1, 3, 0, 0, 0, 0});
  CHECK(column(found, &CourseMetrics::delay) == Figures{3, 3, 3, 3, 3, 2, 1, 1});
  CHECK(column(found, &CourseMetrics::centrality) == Figures{0, 0, 9, 0, 0, 0, 0, 0});
  CHECK(found.total == CourseMetrics{8, 19, 9, 27});
  CHECK(found.most == CourseMetrics{3, 3, 9, 6});
  CHECK(given.credits() == 22);
}

TEST_CASE("the published seven-course curriculum gives its published figures", "[curriculum][metrics]") {
  // Postmodern Basket Weaving, same file; C lies on A-C-D-G-F, hence delay 5.
  const Curriculum given =
      drawn({{"A", ""}, {"B", "", "A"}, {"C", "A"}, {"D", "B", "C"}, {"E", "C"}, {"F", "D;G"}, {"G", "", "D"}});
  const Metrics found = metrics(given);
  CHECK(column(found, &CourseMetrics::blocking) == Figures{6, 3, 4, 2, 0, 0, 1});
  CHECK(column(found, &CourseMetrics::centrality) == Figures{0, 9, 12, 18, 0, 0, 10});
  CHECK(found.total == CourseMetrics{16, 33, 49, 49});
  CHECK(found.longest_path == 5);
}

TEST_CASE("a course that stands alone delays itself and blocks nothing", "[curriculum][metrics]") {
  const Metrics found = metrics(drawn({{"1", ""}}));
  CHECK(found.courses[0] == CourseMetrics{0, 1, 0, 1});
  CHECK(found.longest_path == 1);
  CHECK(found.source_sink_paths == 0);
}

TEST_CASE("a quarter counts two thirds, rounded course by course", "[curriculum][metrics]") {
  // chain of two: 3 and 2, two thirds 2 and 1.333 -> 1.3
  Curriculum given = drawn({{"1", ""}, {"2", "1"}});
  given.system = TermSystem::quarter;
  const Metrics found = metrics(given);
  CHECK(found.courses[0].complexity == 2);
  CHECK(found.courses[1].complexity == Rational(13, 10));
  CHECK(found.total.complexity == Rational(33, 10));
  CHECK(found.most.complexity == 2);
}

TEST_CASE("one requisite of two kinds is one edge", "[curriculum][metrics]") {
  const Metrics found = metrics(drawn({{"1", ""}, {"2", "1", "1"}, {"3", "2"}}));
  CHECK(found.edges == 2);
  CHECK(found.courses[1].centrality == 3);
}

TEST_CASE("a requisite that a longer way replaces is extraneous", "[curriculum][metrics]") {
  const Metrics found = metrics(drawn({{"1", ""}, {"2", "1"}, {"3", "2;1"}}));
  CHECK(found.extraneous == std::vector<ExtraneousRequisite>{{"1", "3"}});
  CHECK(found.critical == std::vector<std::size_t>{0, 1, 2});
}

TEST_CASE("a cycle of requisites is an error that names its courses", "[curriculum][metrics]") {
  CHECK_THROWS_WITH(metrics(drawn({{"A", "B"}, {"B", "C"}, {"C", "A"}, {"D", "D"}})),
                    Catch::Contains("A (A) -> C (C) -> B (B) -> A") || Catch::Contains("A (A) -> B (B)"));
  CHECK_THROWS_AS(metrics(drawn({{"A", "A"}})), InputError);
}

TEST_CASE("relabelling and reordering courses changes no figure", "[curriculum][metrics]") {
  const Metrics one = metrics(drawn({{"1", ""}, {"2", "1"}, {"3", "1"}, {"4", "2;3"}, {"5", "4", "3"}}));
  const Metrics other = metrics(drawn({{"e", "d", "c"}, {"d", "b;c"}, {"c", "a"}, {"b", "a"}, {"a", ""}}));
  CHECK(one.total == other.total);
  CHECK(one.most == other.most);
  CHECK(one.source_sink_paths == other.source_sink_paths);
}

}  // namespace crosswalk::curriculum
