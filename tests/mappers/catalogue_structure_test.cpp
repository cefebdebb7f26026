// SPDX-License-Identifier: Apache-2.0
#include "mappers/catalogue/structure.hpp"

#include <catch2/catch.hpp>

#include "tests/mappers/curriculum_literals.hpp"

namespace crosswalk::catalogue {
namespace {

Condition course(const char* code) { return Condition::course(code); }

Offering offering(const char* code, std::optional<Condition> prerequisites = {}) {
  Offering made;
  made.id = OfferingId{code};
  made.code = CourseCode::parse(code);
  made.prerequisites = std::move(prerequisites);
  return made;
}

// A 1; B after A; C after A or X 9 (not offered); D after two of A, B, C; E and F wait for each other.
Catalogue small() {
  Catalogue made;
  made.offerings = {offering("AA 1"),
                    offering("BB 1", course("AA1")),
                    offering("CC 1", Condition::any_of({course("AA 1"), course("XX 9")})),
                    offering("DD 1", Condition::at_least(2, {course("AA 1"), course("BB 1"), course("CC 1")})),
                    offering("EE 1", course("FF 1")),
                    offering("FF 1", course("EE 1"))};
  made.offerings[0].levels = {{"FHEQ", "4", ""}};
  return made;
}

}  // namespace

TEST_CASE("a catalogue's graph has needed and alternative courses, levels and equivalences", "[catalogue][graph]") {
  Catalogue given = small();
  given.equivalences = {{{CourseCode::parse("AA 1"), CourseCode::parse("CC 1")}, "", {}, false}};
  const Needs needs = needs_of(given);
  const graph::Graph graph = catalogue_graph(given, needs);
  REQUIRE(needs.names == std::vector<std::string>{"AA 1", "BB 1", "CC 1", "DD 1", "EE 1", "FF 1", "XX 9"});
  CHECK(graph::View(graph, graph::EdgeKind::prerequisite).next_count(0) == 1);
  CHECK(graph::View(graph, graph::EdgeKind::alternative).next_count(0) == 2);
  CHECK(graph::View(graph, graph::EdgeKind::equivalence).next_count(2) == 1);
  CHECK(graph.find(graph::NodeKind::level, "FHEQ/4"));
}

TEST_CASE("earliest terms take the quickest alternative; a closed ring is never open", "[catalogue][terms]") {
  const Needs needs = needs_of(small());
  CHECK(earliest_terms(needs) == std::vector<std::uint32_t>{1, 2, 1, 2, never, never, 0});
  const Structure found = structure(needs, needs_graph(needs));
  CHECK(found.locked == std::vector<Course>{4, 5});
  REQUIRE(found.cycles.size() == 1);
  CHECK(found.cycles[0].round == std::vector<graph::Node>{4, 5});
  CHECK(found.only_named == 1);
  CHECK(found.components == 2);
  CHECK(found.critical.size() == 2);
}

TEST_CASE("a failed course delays only those without another way", "[catalogue][delay]") {
  const Needs needs = needs_of(small());
  CHECK(delayed_by(needs, {0}) == std::vector<Delay>{{1, 2, 3}, {3, 2, 3}});
  CHECK(delayed_by(needs, {2}) == std::vector<Delay>{{3, 2, 3}});
  CHECK(delayed_by(needs, {1}).empty());
}

TEST_CASE("in a curriculum a failed course delays what its chain has no slack for", "[catalogue][delay]") {
  const Needs needs = needs_of(curriculum::drawn({{"1", ""}, {"2", "1"}, {"3", "2"}, {"4", "3;1"}, {"5", "1", "2"}}));
  CHECK(delayed_by(needs, {1}) == std::vector<Delay>{{2, 3, 4}, {3, 4, 5}, {4, 2, 3}});
  CHECK(structure(needs, needs_graph(needs)).redundant == 2);
}

TEST_CASE("words, grades and standing ask for no term", "[catalogue][needs]") {
  Catalogue given;
  given.offerings = {offering("AA 1"),
                     offering("BB 1", Condition::all_of({Condition::words("consent"), course("AA 1")})),
                     offering("CC 1", Condition::any_of({Condition::words("consent"), course("AA 1")}))};
  CHECK(earliest_terms(needs_of(given)) == std::vector<std::uint32_t>{1, 2, 1});
}

TEST_CASE("a selection by range means the catalogue's courses in it", "[catalogue][needs]") {
  Catalogue given;
  Take two;
  two.from = Selector::of_range("AA", 1, 9);
  two.min_courses = 2;
  given.offerings = {offering("AA 1"), offering("AA 2", course("AA 1")), offering("AA 3", course("AA 2")),
                     offering("BB 1", Condition::taking(two))};
  CHECK(earliest_terms(needs_of(given))[3] == 3);
}

TEST_CASE("a list of enrolment conditions is a catalogue; a programme is none", "[catalogue][needs]") {
  Programme conditions;
  conditions.root.at_least = 0;
  for (const char* code : {"COMP1511", "COMP2521"}) {
    Requirement part;
    part.id.text = code;
    conditions.root.parts.push_back(part);
  }
  conditions.root.parts[1].need = Condition::any_of({course("COMP1511"), course("DPST1091")});
  const auto needs = needs_of(conditions);
  REQUIRE(needs);
  CHECK(earliest_terms(*needs) == std::vector<std::uint32_t>{1, 1, 0});
  conditions.root.at_least.reset();
  CHECK_FALSE(needs_of(conditions));
}

}  // namespace crosswalk::catalogue
