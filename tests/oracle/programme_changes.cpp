// SPDX-License-Identifier: Apache-2.0
// What must not change an audit, or only in one direction.
#include <catch2/catch.hpp>

#include <algorithm>
#include <array>

#include "mappers/audit/audit.hpp"
#include "tests/oracle/random_programme.hpp"

using namespace crosswalk;
using oracle::Rule;

namespace {

// Without averages, maxima and shares, more courses can only help.
constexpr std::array monotone{
    Rule::courses,       Rule::credits,       Rule::either,      Rule::both,      Rule::nested_all,    Rule::nested_any,
    Rule::nested_choose, Rule::choose_parts,  Rule::areas,       Rule::share_any, Rule::share_default, Rule::exclusive,
    Rule::unit_band,     Rule::level_minimum, Rule::distinct,    Rule::times,     Rule::total,         Rule::optional,
    Rule::including,     Rule::algebra,       Rule::other_block, Rule::fractions, Rule::unfinished,    Rule::words};

audit::Result audited(const LearnerRecord& record, const Programme& programme) {
  audit::Options options;
  options.alternatives = options.explain_failure = false;
  options.work = 200'000;
  return audit::audit(record, programme, options);
}

bool same(const audit::Result& a, const audit::Result& b) {
  return a.satisfied.value() == b.satisfied.value() && a.satisfied_top_level == b.satisfied_top_level &&
         a.satisfied_leaves == b.satisfied_leaves;
}

template <class Check>
void for_cases(unsigned seed, Check check) {
  std::mt19937 random(seed);
  for (std::size_t a = 0; a < monotone.size(); ++a)
    for (std::size_t b = a; b < monotone.size(); ++b) {
      const oracle::Case it = oracle::random_case(random, monotone[a], monotone[b]);
      INFO("seed " << seed << ": " << name(monotone[a]) << " and " << name(monotone[b]));
      check(it, random);
    }
}

}  // namespace

TEST_CASE("one more passed course never hurts a monotone programme", "[oracle][audit][metamorphic]") {
  for_cases(1, [](const oracle::Case& it, std::mt19937& random) {
    const audit::Result before = audited(it.record, it.programme);
    LearnerRecord more = it.record;
    Attempt extra = more.attempts[random() % more.attempts.size()];
    extra.id.text = "extra";
    extra.status = Status::completed;
    if (random() % 2 == 0) extra.code = CourseCode::parse("AA 104");
    more.attempts.push_back(extra);
    const audit::Result after = audited(more, it.programme);
    if (before.satisfied.yes()) REQUIRE(after.satisfied.yes());
    if (!before.satisfied.no()) REQUIRE_FALSE(after.satisfied.no());
    if (before.satisfied.yes() == after.satisfied.yes())
      REQUIRE(after.satisfied_top_level >= before.satisfied_top_level);
  });
}

TEST_CASE("the order of courses and of requirements changes no verdict", "[oracle][audit][metamorphic]") {
  for_cases(2, [](const oracle::Case& it, std::mt19937& random) {
    LearnerRecord record = it.record;
    Programme programme = it.programme;
    std::shuffle(record.attempts.begin(), record.attempts.end(), random);
    std::shuffle(programme.root.parts.begin(), programme.root.parts.end(), random);
    REQUIRE(same(audited(it.record, it.programme), audited(record, programme)));
  });
}

TEST_CASE("new names for requirements and courses change no verdict", "[oracle][audit][metamorphic]") {
  for_cases(3, [](const oracle::Case& it, std::mt19937&) {
    LearnerRecord record = it.record;
    Programme programme = it.programme;
    const auto renamed = [](CourseCode& code) {
      if (!code.subject.empty()) code.subject = "Q" + code.subject;
    };
    const auto in = [&](const auto& self, Selector& selector) -> void {
      renamed(selector.course);
      if (selector.kind == Selector::Kind::range) selector.subject = "Q" + selector.subject;
      for (Selector& part : selector.parts) self(self, part);
    };
    const auto condition = [&](const auto& self, Condition& c) -> void {
      in(in, c.take.from);
      for (Selector& one : c.take.including) in(in, one);
      if (c.kind == Condition::Kind::block) c.key = "x" + c.key;
      for (Condition& part : c.parts) self(self, part);
    };
    for (Attempt& attempt : record.attempts) renamed(attempt.code);
    for (Requirement& part : programme.root.parts) {
      part.id.text = "x" + part.id.text;
      for (std::string& id : part.exclusive_of) id = "x" + id;
      if (part.need) condition(condition, *part.need);
    }
    REQUIRE(same(audited(it.record, it.programme), audited(record, programme)));
  });
}
