// SPDX-License-Identifier: Apache-2.0
#include "mappers/credits/convert.hpp"

#include <catch2/catch.hpp>

#include "frameworks/facts/registry.hpp"

using namespace crosswalk;           // NOLINT(google-build-using-namespace): tests
using namespace crosswalk::credits;  // NOLINT(google-build-using-namespace): tests

namespace {

const facts::Facts& shipped() {
  static const auto registry = facts::Registry::open(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  return registry.facts();
}

CreditAnswer ask(const Rational& amount, const std::string& from, const std::string& to,
                 const ConvertOptions& options = {}) {
  return convert({amount, from}, to, shipped().credit_systems, shipped().conversions, options);
}

ConvertOptions basis(Basis which) {
  ConvertOptions out;
  out.basis = which;
  return out;
}

}  // namespace

TEST_CASE("45 quarter hours are exactly 30 semester hours", "[credits][convert]") {
  CHECK(ask(45, "US-QH", "US-SH").value == Credit{30, "US-SH"});
  CHECK(ask(4, "US-QH", "US-SH").value == Credit{Rational(8, 3), "US-SH"});
}

TEST_CASE("4 quarter hours through semester hours are 16/3 ECTS, rounded once at the end", "[credits][convert]") {
  ConvertOptions through;
  through.via = "US-SH";
  CHECK(ask(4, "US-QH", "ECTS", through).value == Credit{Rational(16, 3), "ECTS"});
  CHECK(ask(4, "US-QH", "ECTS", through).kind == ConversionKind::composed);
  CHECK(ask(4, "US-QH", "ECTS").value == Credit{Rational(16, 3), "ECTS"});
  through.rounding = Rounding{RoundingMode::half_up, Rational(1, 2)};
  CHECK(ask(4, "US-QH", "ECTS", through).rounded == Credit{Rational(11, 2), "ECTS"});
}

TEST_CASE("the year basis and the hours basis disagree and each is named", "[credits][basis]") {
  const CreditAnswer published = ask(120, "CATS", "ECTS");
  CHECK(published.value == Credit{60, "ECTS"});
  CHECK(published.low == Credit{48, "ECTS"});
  CHECK(published.high == Credit{60, "ECTS"});
  CHECK(published.basis == "year (120=60); by hours 10/25=0.4");
  CHECK(ask(120, "CATS", "ECTS", basis(Basis::year)).value == Credit{60, "ECTS"});
  const CreditAnswer hours = ask(120, "CATS", "ECTS", basis(Basis::hours));
  CHECK(hours.low == Credit{40, "ECTS"});   // 10 h against 30 h
  CHECK(hours.high == Credit{48, "ECTS"});  // 10 h against 25 h
  CHECK(hours.basis == "hours (10-10 h of notional learning against 25-30 h of total workload)");
  CHECK(ask(40, "IN-NCRF", "ECTS", basis(Basis::year)).value == Credit{60, "ECTS"});
  CHECK(ask(40, "IN-NCRF", "ECTS", basis(Basis::hours)).high == Credit{48, "ECTS"});
}

TEST_CASE("a recorded conversion also answers the other way round", "[credits][convert]") {
  const CreditAnswer found = ask(60, "ECTS", "US-SH");
  CHECK(found.kind == ConversionKind::inverse);
  CHECK(found.value == Credit{30, "US-SH"});
  CHECK(found.low == Credit{30, "US-SH"});
  CHECK(found.high == Credit{40, "US-SH"});
}

TEST_CASE("no conversion exists is an answer", "[credits][none]") {
  for (const auto& [from, to] : {std::pair{"US-CEU", "US-SH"},
                                 {"US-CARNEGIE", "US-SH"},
                                 {"ECVET", "ECTS"},
                                 {"CME-EU", "ECTS"},
                                 {"PDU", "ECTS"},
                                 {"MX-SATCA", "ECTS"},
                                 {"FET-IE", "ECTS"}}) {
    CAPTURE(from);
    for (const Basis each : {Basis::published}) {
      const CreditAnswer found = ask(10, from, to, basis(each));
      CHECK(found.kind == ConversionKind::none);
      CHECK_FALSE(found.value.has_value());
      CHECK(found.reason.starts_with("no conversion exists"));
    }
  }
  // what a source refuses is not computed from hours either
  CHECK(ask(10, "US-CEU", "US-SH", basis(Basis::hours)).kind == ConversionKind::none);
  CHECK(ask(10, "ECVET", "ECTS", basis(Basis::year)).kind == ConversionKind::none);
}

TEST_CASE("answers that rest on general knowledge say so", "[credits][evidence]") {
  CHECK(ask(10, "NZ-CR", "ECTS").evidence == Evidence::unverified);
  CHECK(ask(10, "US-SH", "ECTS").evidence == Evidence::checked);
  CHECK(ask(10, "TH-CR", "ECTS").kind == ConversionKind::none);
  ConvertOptions everything;
  everything.include_unverified = true;
  CHECK(ask(10, "TH-CR", "ECTS", everything).evidence == Evidence::shaky);
}

TEST_CASE("the range scales with the amount and the exact value lies in it", "[credits][metamorphic]") {
  for (const CreditConversion& each : shipped().conversions) {
    if (!each.ratio || each.fact.evidence == Evidence::shaky) continue;
    CAPTURE(each.fact.id);
    const CreditAnswer one = ask(1, each.from, each.to), seven = ask(7, each.from, each.to);
    REQUIRE(one.value.has_value());
    CHECK(one.value->amount * 7 == seven.value->amount);
    CHECK(one.low->amount <= one.value->amount);
    CHECK(one.value->amount <= one.high->amount);
    CHECK(ask(one.value->amount, each.to, each.from).value.has_value());
  }
}
