// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <cstdlib>
#include <sstream>

#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "lib/syntax/json.hpp"
#include "mappers/audit/audit.hpp"
#include "tests/oracle/programme_oracle.hpp"
#include "tests/oracle/random_programme.hpp"

using namespace crosswalk;

namespace {

std::map<std::string, GradeScale> scales() {
  GradeScale letters;
  letters.id = "L";
  int rank = 4;
  for (const char* label : {"A", "B", "C", "D"}) {
    letters.bands.push_back({label, Rational(rank), Rational(rank), true, true});
    --rank;
  }
  return {{"L", letters}};
}

std::string shown(const oracle::Tally& t) {
  return std::to_string(t.root) + " " + std::to_string(t.tops) + " " + std::to_string(t.leaves);
}

std::string shown(const LearnerRecord& record) {
  std::ostringstream out;
  for (const Attempt& a : record.attempts)
    out << a.id.text << " " << to_string(a.code) << " " << to_string(a.credits[0].amount) << " " << name(a.status)
        << " " << (a.grade ? a.grade->label : "-") << " " << name(a.origin) << " " << a.levels[0].value << " "
        << to_string(*a.term) << (a.tags.empty() ? "" : " w") << "\n";
  return out.str();
}

struct Counts {
  int yes = 0, no = 0, unknown = 0, cores = 0;
};

void check(const oracle::Case& it, const std::map<std::string, GradeScale>& scales, Counts& counts) {
  audit::Options options;
  options.scales = &scales;
  options.work = 500'000;
  options.alternatives = false;
  const audit::Result result = audit::audit(it.record, it.programme, options);
  const oracle::Reading sure(it.record, it.programme, true), hoped(it.record, it.programme, false);
  const oracle::Tally best = sure.best();
  INFO(shown(it.record) << syntax::write_json(formats::write_programme(it.programme)));
  INFO("engine " << result.satisfied_top_level << " " << result.satisfied_leaves << "; oracle " << shown(best));
  REQUIRE(result.optimal);
  REQUIRE(result.satisfied.yes() == (best.root == 1));
  REQUIRE(result.satisfied_top_level == best.tops);
  REQUIRE(result.satisfied_leaves == best.leaves);
  const bool possible = hoped.best().root == 1;
  if (best.root == 0) REQUIRE(result.satisfied.no() == !possible);
  (result.satisfied.yes() ? counts.yes : result.satisfied.no() ? counts.no : counts.unknown) += 1;
  if (result.satisfied.yes()) {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const audit::Use& use : result.assignment)
      if (use.needed) pairs.emplace_back(use.attempt.text, use.requirement);
    REQUIRE(sure.accepts(pairs, best));
  }
  // A core of parts of the programme: together they cannot be met, any fewer can.
  const auto& core = result.proof.requirements;
  const bool parts = std::all_of(core.begin(), core.end(), [](const std::string& id) { return id != "root"; });
  if (!result.satisfied.no() || !parts || core.empty()) return;
  ++counts.cores;
  INFO("core of " << core.size());
  REQUIRE_FALSE(hoped.together(core));
  for (std::size_t i = 0; i < core.size(); ++i) {
    std::vector<std::string> without = core;
    without.erase(without.begin() + static_cast<std::ptrdiff_t>(i));
    if (!without.empty()) REQUIRE(hoped.together(without));
  }
}

void agree(int count, unsigned seed) {
  const auto rules = static_cast<int>(oracle::Rule::number_of_rules);
  const auto letters = scales();
  std::mt19937 random(seed);
  Counts counts;
  int a = 0, b = 0;
  for (int i = 0; i < count; ++i) {
    oracle::Case it = oracle::random_case(random, static_cast<oracle::Rule>(a), static_cast<oracle::Rule>(b));
    while (oracle::Reading(it.record, it.programme, false).size() > 6000)
      it = oracle::random_case(random, static_cast<oracle::Rule>(a), static_cast<oracle::Rule>(b));
    INFO("seed " << seed << ", case " << i << ": " << name(static_cast<oracle::Rule>(a)) << " and "
                 << name(static_cast<oracle::Rule>(b)));
    check(it, letters, counts);
    if (++b == rules) b = ++a == rules ? a = 0 : a;
  }
  CAPTURE(counts.yes, counts.no, counts.unknown, counts.cores);
  CHECK(counts.yes > count / 20);
  CHECK(counts.no > count / 20);
  CHECK(counts.cores > count / 50);
}

unsigned seed_or(unsigned otherwise) {
  const char* seed = std::getenv("CROSSWALK_SEED");
  return seed == nullptr ? otherwise : static_cast<unsigned>(std::atoi(seed));
}

}  // namespace

TEST_CASE("audits agree with trying every assignment, on every pair of rule kinds", "[oracle][audit]") {
  agree(2000, seed_or(20261125U));
}

TEST_CASE("audits agree with trying every assignment, at length", "[.slow][oracle][audit]") {
  agree(100'000, seed_or(1U));
}
