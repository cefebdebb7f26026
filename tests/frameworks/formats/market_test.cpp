// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>

#include "frameworks/formats/crosswalk_yaml/market.hpp"
#include "lib/syntax/yaml.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

ReadResult<formats::Market> market(const std::string& text) {
  return formats::read_market(syntax::parse_yaml("crosswalk: market/1\n" + text, "market.yaml", {}), "market.yaml");
}

}  // namespace

TEST_CASE("a market tells its calendar, rates and offerings", "[market]") {
  const auto read = market(R"(
currency: EUR
rates: {GBP: 23/20}
terms: [autumn, spring]
term-weeks: 16
term-credits: 30
providers: [{id: nord, title: Nord, country: SE, assumed-grade: {label: C, scale: ECTS}}]
offerings:
  - {id: A, provider: nord, course: STAT 101, credits: [7.5 ECTS, 4 US-SH], level: EQF/6, cost: 450 GBP, weeks: 20, terms: [autumn], prerequisites: {any: [MATH 1, MATH 2]}, lapses: 7}
  - {id: B, kind: certificate, provider: nord, parts: [A], earned-by-parts: true}
)");
  CHECK(read.diagnostics.empty());
  const Catalogue& catalogue = read.value.catalogue;
  CHECK(catalogue.terms == std::vector<std::string>{"autumn", "spring"});
  CHECK(catalogue.rates.at("GBP") == Rational(23, 20));
  CHECK(catalogue.term_credits == Rational(30));
  REQUIRE(catalogue.offerings.size() == 2);
  const Offering& a = catalogue.offerings[0];
  CHECK(a.code == CourseCode::parse("STAT 101"));
  CHECK(a.credits[0].amount == Rational(15, 2));
  CHECK(a.cost == Money{450, "GBP"});
  CHECK(a.prerequisites->kind == Condition::Kind::any);
  CHECK(a.credit_lapses_years == Rational(7));
  CHECK(a.attributes.at("assumed-grade") == "C");
  CHECK(catalogue.offerings[1].awarded_by_parts);
}

TEST_CASE("an offering that cannot be read is left out and counted", "[market]") {
  const auto read = market(R"(
providers: [{id: nord}]
offerings:
  - {id: A, provider: nord, credits: many}
  - {id: B, provider: nord}
  - {id: B, provider: nord}
  - {id: C, provider: nrd, parts: [D], cost: 3 GBP}
)");
  CHECK(read.value.catalogue.offerings.size() == 2);
  CHECK(read.loss.total() == 2);
  std::vector<std::string> codes;
  for (const Diagnostic& diagnostic : read.diagnostics) codes.push_back(diagnostic.code);
  CHECK(codes == std::vector<std::string>{"yaml.value", "market.duplicate-id", "market.unknown-reference",
                                          "market.unknown-reference", "market.unknown-reference"});
  CHECK(read.diagnostics[2].text == "C: no provider has the id 'nrd' (did you mean 'nord'?)");
}

TEST_CASE("a market of another version is refused", "[market]") {
  CHECK_THROWS_WITH(formats::read_market(syntax::parse_yaml("crosswalk: market/2\n", "m.yaml", {}), "m.yaml"),
                    Catch::Matchers::Contains("market/1"));
}

TEST_CASE("a market written and read again is the same", "[market]") {
  const auto read = market(R"(
title: Round
currency: EUR
rates: {GBP: 23/20}
terms: [autumn, spring]
term-weeks: 16
providers: [{id: nord, title: Nord, country: SE, ids: [{scheme: schac, value: nord.example}], assumed-grade: C}]
equivalences: [{codes: [A 1, B 1], institution: nord}]
offerings:
  - {id: A, kind: micro-credential, provider: nord, credits: 7.5 ECTS, levels: [EQF/6, SeQF/6], subjects: ["0542"], outcomes: [x], cost: 450 EUR, weeks: 20, terms: [autumn], prerequisites: MATH 1, corequisites: {all: [B 1, C 1]}, excludes: ["STAT *"], valid: {from: 2026, until: 2028}, tags: [online], attributes: {mode: evening}, description: long}
  - {id: B, kind: certificate, provider: nord, parts: [A], cost: 10}
)");
  REQUIRE(read.diagnostics.empty());
  auto again = formats::read_market(formats::write_market(read.value.catalogue), "again");
  REQUIRE(again.value.catalogue.offerings.size() == 2);
  for (Offering& offering : again.value.catalogue.offerings) offering.where = {};
  Catalogue first = read.value.catalogue;
  for (Offering& offering : first.offerings) offering.where = {};
  CHECK(again.value.catalogue == first);
}
