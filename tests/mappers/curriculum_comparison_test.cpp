// SPDX-License-Identifier: Apache-2.0
#include "mappers/curriculum/comparison.hpp"

#include <catch2/catch.hpp>

#include "tests/mappers/curriculum_literals.hpp"

namespace crosswalk::curriculum {
namespace {

using Indices = std::vector<std::size_t>;

Curriculum named(std::vector<Drawn> courses, const std::vector<std::string>& names) {
  Curriculum made = drawn(courses);
  for (std::size_t i = 0; i < names.size(); ++i) made.courses[i].name = names[i];
  return made;
}

}  // namespace

TEST_CASE("a curriculum compared with itself differs in nothing", "[curriculum][compare]") {
  const Curriculum given = named({{"1", ""}, {"2", "1"}, {"3", "1"}}, {"Algebra", "Elective", "Elective"});
  const Comparison found = compare(given, given);
  CHECK(found.pairs.size() == 3);
  CHECK(found.removed.empty());
  CHECK(found.added.empty());
  CHECK(found.lost.empty());
  CHECK(found.gained.empty());
  CHECK_FALSE(found.pairs[1].changed());
}

TEST_CASE("courses are paired by name across other ids, requisites follow", "[curriculum][compare]") {
  const Curriculum before = named({{"1", ""}, {"2", "1"}, {"3", "2"}}, {"Algebra", "Calculus I", "Latin"});
  const Curriculum after =
      named({{"20", "", "", "", 4}, {"10", ""}, {"30", "20;10"}}, {"Calculus-I", "ALGEBRA", "Physics"});
  const Comparison found = compare(before, after);
  REQUIRE(found.pairs.size() == 2);
  CHECK(found.pairs[0].after == 1);
  CHECK(found.pairs[1].after == 0);
  CHECK(found.pairs[1].by == Likeness::name);
  CHECK(found.pairs[1].credits_changed);
  CHECK(found.pairs[1].requisites_changed);
  CHECK(found.removed == Indices{2});
  CHECK(found.added == Indices{2});
  CHECK(found.lost == std::vector<RequisitePair>{{0, 1}, {1, 2}});
  CHECK(found.gained == std::vector<RequisitePair>{{0, 2}, {1, 2}});
}

TEST_CASE("the two directions of a comparison mirror each other", "[curriculum][compare]") {
  const Curriculum one = named({{"1", ""}, {"2", "1"}, {"3", "2"}}, {"A", "B", "C"});
  const Curriculum other = named({{"1", ""}, {"2", ""}, {"4", "2"}}, {"A", "B", "D"});
  const Comparison there = compare(one, other), back = compare(other, one);
  CHECK(there.removed == back.added);
  CHECK(there.added == back.removed);
  CHECK(there.lost == back.gained);
  CHECK(there.before.total == back.after.total);
}

}  // namespace crosswalk::curriculum
