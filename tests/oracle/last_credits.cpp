// SPDX-License-Identifier: Apache-2.0
// Last-n residency by its ceilings against walking the finished programme back credit by credit.
#include <rapidcheck.h>
#include <algorithm>
#include <catch2/catch.hpp>

#include "mappers/transfer/transfer.hpp"

namespace crosswalk::transfer {
namespace {

struct Course {
  int year = 0;
  std::int64_t credits = 0;
  bool here = false;
};

// Of the last `last` credits of a programme of `total`, what is not yet taken being taken here at the end: how many are
// earned here? Whole credits, one by one from the end.
std::int64_t here_among_last(std::vector<Course> courses, std::int64_t total, std::int64_t last) {
  std::int64_t have = 0;
  for (const Course& course : courses) have += course.credits;
  if (have < total) courses.push_back({9999, total - have, true});
  // In one year the transferred courses come first: the reading that does not count against the learner.
  std::ranges::stable_sort(
      courses, [](const Course& a, const Course& b) { return a.year != b.year ? a.year < b.year : !a.here && b.here; });
  std::int64_t out = 0;
  for (auto course = courses.rbegin(); course != courses.rend() && last > 0; ++course) {
    const std::int64_t taken = std::min(last, course->credits);
    out += course->here ? taken : 0;
    last -= taken;
  }
  return out;
}

// The most transferred credit that still satisfies, over every whole amount of every course.
std::int64_t most(const std::vector<Course>& courses, std::size_t at, std::vector<Course> kept, std::int64_t total,
                  std::int64_t last, std::int64_t needed) {
  if (at == courses.size()) {
    std::int64_t credits = 0, transferred = 0;
    for (const Course& course : kept) {
      credits += course.credits;
      transferred += course.here ? 0 : course.credits;
    }
    return credits <= total && here_among_last(kept, total, last) >= needed ? transferred : -1;
  }
  std::int64_t best = -1;
  const std::int64_t least = courses[at].here ? courses[at].credits : 0;
  for (std::int64_t amount = least; amount <= courses[at].credits; ++amount) {
    kept.push_back({courses[at].year, amount, courses[at].here});
    best = std::max(best, most(courses, at + 1, kept, total, last, needed));
    kept.pop_back();
  }
  return best;
}

Attempt attempt(const Course& course, std::size_t number) {
  Attempt out;
  out.id.text = "a" + std::to_string(number);
  out.code = CourseCode::parse("X " + std::to_string(number));
  out.credits.push_back({"US-SH", {}, {}, course.credits});
  out.completed = Date{static_cast<std::int16_t>(2000 + course.year), 6, 1};
  out.origin = course.here ? Origin::resident : Origin::transfer;
  return out;
}

RuleSet rules(std::int64_t last, std::int64_t needed) {
  RuleSet out;
  out.id = "last";
  out.system = "US-SH";
  Rule rule;
  rule.id.text = "ALL";
  rule.match = Condition::taking({});
  rule.awards.push_back({});
  rule.awards.front().kind = AwardKind::elective;
  out.rules.push_back(rule);
  Limit limit;
  limit.id = "last";
  limit.bound = Limit::Bound::at_least;
  limit.amount = needed;
  limit.last = Rational(last);
  limit.of = Selector::where(Attribute::origin, Comparison::is, {"resident"});
  limit.scope = Limit::Scope::programme;
  out.caps.push_back(limit);
  return out;
}

TEST_CASE("last-n residency takes off as little as walking back the finished programme allows", "[oracle][transfer]") {
  CHECK(rc::check("last credits", [] {
    std::vector<Course> courses;
    for (auto left = *rc::gen::inRange(1, 5); left > 0; --left)
      courses.push_back({*rc::gen::inRange(0, 4), *rc::gen::inRange(1, 4), *rc::gen::inRange(0, 2) == 0});
    std::int64_t here = 0;
    for (const Course& course : courses) here += course.here ? course.credits : 0;
    const std::int64_t total = here + *rc::gen::inRange(0, 9), last = *rc::gen::inRange(1, 9);
    const std::int64_t needed = *rc::gen::inRange<std::int64_t>(0, last + 1);
    const std::int64_t expected = most(courses, 0, {}, total, last, needed);
    RC_PRE(expected >= 0 && last <= total);
    LearnerRecord record;
    for (std::size_t i = 0; i < courses.size(); ++i) record.attempts.push_back(attempt(courses[i], i));
    Options options;
    options.programme_total = Rational(total);
    RuleSet set = rules(last, needed);
    Limit whole;  // no more than the programme has room for
    whole.id = "whole";
    whole.amount = total - here;
    whole.scope = Limit::Scope::record;
    set.caps.push_back(whole);
    const Evaluation evaluation = evaluate(record, RuleIndex(std::move(set)), options);
    RC_ASSERT(evaluation.receiving.exact == Rational(expected));
    RC_ASSERT(evaluation.balanced());
  }));
}

}  // namespace
}  // namespace crosswalk::transfer
