// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "lib/syntax/json.hpp"
#include "mappers/audit/audit.hpp"
#include "reports/audit.hpp"
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

// What the JSON answer says, and nothing else of the engine.
struct Answer {
  std::string satisfied;
  oracle::Tally tally;
  std::vector<std::pair<std::string, std::string>> pairs;
  std::string proof;
  std::vector<std::string> core;
};

Answer answer_of(const audit::Result& result) {
  const std::string json = syntax::write_json(reports::audit_json(result, {"r", "P", "", nullptr, {}}));
  const syntax::Node node = syntax::parse_json(json, "answer.json");
  const auto number = [&](const char* key) { return std::atoi(node.find(key)->text().c_str()); };
  Answer out;
  out.satisfied = node.find("satisfied")->text();
  out.tally = {out.satisfied == "yes" ? 1 : 0, number("satisfied_top_level"), number("satisfied_leaves")};
  for (const syntax::Node& use : node.find("assignment")->items())
    if (use.find("needed")->truth())
      out.pairs.emplace_back(use.find("attempt")->text(), use.find("requirement")->text());
  out.proof = node.find("proof")->find("kind")->text();
  if (const syntax::Node* core = node.find("proof")->find("requirements"))
    for (const syntax::Node& id : core->items()) out.core.push_back(id.text());
  return out;
}

void check(const oracle::Case& it, const std::map<std::string, GradeScale>& scales, Counts& counts) {
  audit::Options options;
  options.scales = &scales;
  options.work = 500'000;
  options.alternatives = false;
  const audit::Result result = audit::audit(it.record, it.programme, options);
  const oracle::Reading sure(it.record, it.programme, true), hoped(it.record, it.programme, false);
  const oracle::Tally best = sure.best();
  INFO(shown(it.record) << syntax::write_json(formats::write_programme(it.programme)));
  const Answer answer = answer_of(result);
  INFO("engine " << answer.satisfied << " " << shown(answer.tally) << "; oracle " << shown(best));
  REQUIRE(result.optimal);
  REQUIRE(answer.tally == best);
  if (best.root == 0) REQUIRE((answer.satisfied == "no") == (hoped.best().root == 0));
  REQUIRE(answer.proof == (answer.satisfied == "no" ? "core" : "certificate"));
  (best.root == 1 ? counts.yes : answer.satisfied == "no" ? counts.no : counts.unknown) += 1;
  if (answer.satisfied == "yes") REQUIRE(sure.accepts(answer.pairs, best));
  if (answer.satisfied == "unknown") REQUIRE(hoped.accepts(answer.pairs, {1, 0, 0}));
  // A core of parts of the programme: together they cannot be met, any fewer can.
  const bool parts = std::ranges::none_of(answer.core, [](const std::string& id) { return id == "root"; });
  if (answer.satisfied != "no" || !parts || answer.core.empty()) return;
  ++counts.cores;
  INFO("core of " << answer.core.size());
  REQUIRE_FALSE(hoped.together(answer.core));
  for (std::size_t i = 0; i < answer.core.size(); ++i) {
    std::vector<std::string> without = answer.core;
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
