// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch.hpp>

#include "mappers/chains/chain.hpp"
#include "tests/mappers/chains/mapping_builder.hpp"

using namespace crosswalk;
using namespace crosswalk::test;

namespace {

using Told = std::vector<std::string>;

Told told(const chains::Closure& closure) {
  Told out;
  for (const auto& d : closure.derived)
    out.push_back(closure.entities[d.subject] + (d.link.negated ? " not " : " ") + std::string(name(d.link.relation)) +
                  ' ' + closure.entities[d.object]);
  std::ranges::sort(out);
  return out;
}

bool reports(const chains::Closure& closure, chains::ConflictKind kind) {
  return std::ranges::find(closure.conflicts, kind, &chains::Conflict::kind) != closure.conflicts.end();
}

}  // namespace

TEST_CASE("a chain multiplies confidence and remembers where it comes from", "[mappers][chains]") {
  const auto closure =
      chains::close(one_set({mapping("a", Relation::exact, "b", 0.8), mapping("b", Relation::broad, "c", 0.5)}));
  REQUIRE(told(closure) == Told{"a broad c"});
  CHECK(closure.derived[0].confidence == Approx(0.4));
  CHECK(closure.derived[0].path == std::vector<std::uint32_t>{0, 1});
  CHECK(closure.conflicts.empty());
}

TEST_CASE("two siblings of one broader term say nothing of each other", "[mappers][chains]") {
  CHECK(
      chains::close(one_set({mapping("a", Relation::broad, "c"), mapping("b", Relation::broad, "c")})).derived.empty());
}

TEST_CASE("independent paths are joined by noisy-or, bounds beside", "[mappers][chains]") {
  const auto sets = one_set({mapping("a", Relation::exact, "b", 0.8), mapping("b", Relation::exact, "d", 0.5),
                             mapping("a", Relation::exact, "c", 0.6), mapping("c", Relation::exact, "d", 0.5)});
  const auto of = [&](bool independent) {
    chains::Options options;
    options.independent = independent;
    options.most_hops = 2;
    const chains::Closure closure = chains::close(sets, options);
    return *std::ranges::find_if(closure.derived, [&](const chains::Derived& d) {
      return closure.entities[d.subject] == "a" && closure.entities[d.object] == "d";
    });
  };
  CHECK(of(false).confidence == Approx(0.4));
  CHECK(of(false).paths == 2);
  CHECK(of(false).lowest == Approx(0.3));
  CHECK(of(true).confidence == Approx(1 - 0.6 * 0.7));
}

TEST_CASE("a negative mapping stops the chain and is reported", "[mappers][chains]") {
  const auto closure = chains::close(one_set({mapping("a", Relation::exact, "b"), mapping("b", Relation::exact, "c"),
                                              negated(mapping("a", Relation::exact, "c"))}));
  const Told all = told(closure);
  CHECK(std::ranges::find(all, "a exact c") == all.end());
  CHECK(closure.blocked > 0);
  CHECK(reports(closure, chains::ConflictKind::asserted_against_derived));
}

TEST_CASE("two terms of one framework in an exact clique are a conflict", "[mappers][chains]") {
  const auto closure =
      chains::close(one_set({mapping("a1", Relation::exact, "b"), mapping("a2", Relation::exact, "b")}, "A", "B"));
  REQUIRE(closure.conflicts.size() == 1);
  CHECK(closure.conflicts[0].kind == chains::ConflictKind::two_of_one_framework);
  CHECK(closure.conflicts[0].entities.size() == 3);
}

TEST_CASE("broader of broader of itself is a conflict", "[mappers][chains]") {
  const auto closure = chains::close(one_set(
      {mapping("a", Relation::broad, "b"), mapping("b", Relation::broad, "c"), mapping("c", Relation::broad, "a")}));
  CHECK(reports(closure, chains::ConflictKind::broad_cycle));
  CHECK(reports(closure, chains::ConflictKind::broad_and_narrow));
}

TEST_CASE("a mapping set's own rules bind its hops", "[mappers][chains]") {
  auto sets = one_set({mapping("a", Relation::broad, "b"), mapping("b", Relation::broad, "c")});
  CHECK(told(chains::close(sets)) == Told{"a broad c"});
  sets[0].chain_rules = {"RCE1", "RCE2"};
  CHECK(chains::close(sets).derived.empty());
}

TEST_CASE("no term found and other predicates never chain", "[mappers][chains]") {
  auto sets = one_set({mapping("a", Relation::exact, "https://w3id.org/sssom/NoTermFound"),
                       mapping("b", Relation::exact, "https://w3id.org/sssom/NoTermFound"),
                       mapping("a", Relation::other, "b")});
  const chains::Closure closure = chains::close(sets);
  CHECK(closure.derived.empty());
  CHECK(closure.skipped == 3);
}
