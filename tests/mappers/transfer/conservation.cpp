// SPDX-License-Identifier: Apache-2.0
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include "mappers/transfer/transfer.hpp"
#include "tests/mappers/transfer/generated_record.hpp"

namespace crosswalk::transfer {
namespace {

Knowledge letters() {
  GradeScale scale;
  scale.id = "letters";
  int rank = 4;
  for (const char* label : {"A", "B", "C", "D"}) {
    scale.bands.push_back({label, Rational(rank), Rational(rank), true, true});
    --rank;
  }
  Knowledge out;
  out.scales.emplace(scale.id, scale);
  return out;
}

// Source per system, counted here by the contract's own words: passed or in progress, topmost with credit in that
// system; and what was not earned as far as it is no part of it.
void balanced(const Evaluation& evaluation) {
  RC_ASSERT(evaluation.balanced());
  std::map<std::string, Rational> fates;
  for (const Line& line : evaluation.lines)
    for (const LedgerEntry& entry : line.fates) {
      RC_ASSERT(entry.amount.amount.sign() >= 0);
      fates[entry.amount.system] += entry.amount.amount;
    }
  for (const auto& [system, balance] : evaluation.balances) {
    RC_ASSERT(fates[system] == balance.source);
    for (const Rational& fate : balance.fates) RC_ASSERT(fate.sign() >= 0);
  }
}

// The receiving side adds up as well: no line gives more than its source was worth, but for what a rule grants.
void nothing_created(const Evaluation& evaluation) {
  for (const Line& line : evaluation.lines) {
    Rational given;
    for (const Target& target : line.targets) given += target.exact;
    RC_ASSERT(given <= line.converted + line.granted);
  }
}

TEST_CASE("the fates of a record's credit sum to its source exactly, per credit system", "[transfer][conservation]") {
  const Knowledge knowledge = letters();
  CHECK(rc::check("conservation", [&] {
    std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
    const RuleIndex index(generated_rules(random), knowledge);
    for (int i = 0; i < 200; ++i) {
      const LearnerRecord record = generated_record(random);
      Options options;
      options.programme_total = Rational(30);
      const Evaluation evaluation = evaluate(record, index, options);
      balanced(evaluation);
      nothing_created(evaluation);
    }
  }));
}

TEST_CASE("an evaluation answers the same twice, and reasons do not change it", "[transfer][conservation]") {
  std::mt19937_64 random(7);
  const Knowledge knowledge = letters();
  for (int i = 0; i < 50; ++i) {
    const RuleIndex index(generated_rules(random), knowledge);
    const LearnerRecord record = generated_record(random);
    const Evaluation once = evaluate(record, index), again = evaluate(record, index);
    CHECK(once == again);
    Options bare;
    bare.explain = false;
    Evaluation plain = evaluate(record, index, bare);
    REQUIRE(plain.lines.size() == once.lines.size());
    for (std::size_t line = 0; line < plain.lines.size(); ++line) {
      CHECK(plain.lines[line].outcome == once.lines[line].outcome);
      CHECK(plain.lines[line].fates == once.lines[line].fates);
    }
  }
}

TEST_CASE("what is awarded is again a record with the recorded credit", "[transfer][conservation]") {
  std::mt19937_64 random(11);
  const Knowledge knowledge = letters();
  for (int i = 0; i < 200; ++i) {
    RuleSet rules = generated_rules(random);
    if (rules.rounding_place != RoundingPlace::per_course) rules.rounding_place = RoundingPlace::never;
    const RuleIndex index(std::move(rules), knowledge);
    const LearnerRecord record = generated_record(random);
    const Evaluation evaluation = evaluate(record, index);
    Rational firm, open;
    for (const Attempt& attempt : awarded_record(record, evaluation).attempts)
      if (!attempt.derived_from.empty())  // not what was taken here
        (attempt.achieved() ? firm : open) += attempt.credit("US-SH").value_or(0);
    CHECK(firm == evaluation.receiving.recorded);
    CHECK(open == evaluation.receiving.conditional);
  }
}

}  // namespace
}  // namespace crosswalk::transfer
