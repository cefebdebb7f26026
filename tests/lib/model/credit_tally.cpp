// SPDX-License-Identifier: Apache-2.0
#include "lib/model/credit_tally.hpp"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

namespace crosswalk {
namespace {

Attempt attempt(const std::string& id, std::optional<std::size_t> parent, std::optional<Rational> ects,
                Status status = Status::completed) {
  Attempt made;
  made.id = AttemptId{id};
  made.code = CourseCode::parse(id);
  made.parent = parent;
  made.status = status;
  if (ects) made.credits.push_back({"ECTS", "ECTS", "", *ects});
  return made;
}

CreditSums sums(const LearnerRecord& record) { return credit_figures(record).systems["ECTS"]; }

bool found(const CreditFigures& figures, std::string_view code) {
  return std::ranges::any_of(figures.findings, [code](const Diagnostic& each) { return each.code == code; });
}

}  // namespace

TEST_CASE("credit on a node and on its parts is one credit, however it is added", "[model][credits]") {
  LearnerRecord record;
  record.attempts = {attempt("P", {}, 12), attempt("A", 0, 6), attempt("B", 0, 6), attempt("C", {}, 5)};
  CHECK(sums(record) == CreditSums{17, 17, 17, 29});
  const CreditFigures figures = credit_figures(record);
  CHECK(figures.conflicts == 1);
  CHECK(figures.conflict_list.at(0) == CreditConflict{AttemptId{"P"}, "ECTS", 12, 12});
  CHECK(found(figures, "transcript.credit-conflict"));
}

TEST_CASE("a node of 0 credits hides nothing below it", "[model][credits]") {
  LearnerRecord record;
  record.attempts = {attempt("P", {}, 0), attempt("A", 0, 40), attempt("B", 0, 32)};
  CHECK(sums(record) == CreditSums{72, 0, 72, 72});
  CHECK(found(credit_figures(record), "transcript.parts-exceed-whole"));
}

TEST_CASE("failed and unfinished attempts earn nothing, and passed parts of a failed whole do", "[model][credits]") {
  LearnerRecord record;
  record.attempts = {attempt("P", {}, 12, Status::failed), attempt("A", 0, 6),
                     attempt("Q", {}, 10, Status::in_progress), attempt("F", {}, 3, Status::failed)};
  CHECK(sums(record) == CreditSums{6, 25, 19, 31});
  CHECK(found(credit_figures(record), "transcript.failed-with-credit"));
}

TEST_CASE("the same identifier counts once only with the same date and issuer", "[model][credits]") {
  LearnerRecord record;
  record.attempts = {attempt("A", {}, 6), attempt("A", {}, 6)};
  CHECK(sums(record).recommended == Rational(12));
  CHECK(found(credit_figures(record), "transcript.duplicate"));
  for (Attempt& each : record.attempts) each.completed = Date{2020, 6, 1};
  CHECK(sums(record).recommended == Rational(6));
  CHECK(credit_figures(record).counted_once == 1);
  record.attempts[1].institution = InstitutionId{"other"};
  CHECK(sums(record).recommended == Rational(12));
}

TEST_CASE("one degree listed twice is noticed", "[model][credits]") {
  LearnerRecord record;
  record.attempts = {attempt("D1", {}, 180), attempt("D2", {}, 180)};
  for (Attempt& each : record.attempts) each.title = LanguageText("Bachelor of Science");
  CHECK_FALSE(found(credit_figures(record), "transcript.degree-twice"));  // neither is called a programme
  record.attempts[0].kind = AttemptKind::programme;
  CHECK(found(credit_figures(record), "transcript.degree-twice"));
}

TEST_CASE("fractions of a student year given as ECTS are noticed", "[model][credits]") {
  LearnerRecord record;
  record.attempts = {attempt("A", {}, Rational(1, 4)), attempt("B", {}, Rational(1, 8)),
                     attempt("C", {}, Rational(1, 4))};
  CHECK(found(credit_figures(record), "transcript.student-years"));
  record.attempts.push_back(attempt("D", {}, 5));
  CHECK_FALSE(found(credit_figures(record), "transcript.student-years"));
}

TEST_CASE("thirty times a tenth is exactly three", "[model][credits]") {
  LearnerRecord record;
  for (int i = 0; i < 30; ++i)
    record.attempts.push_back(attempt(std::string("T") + std::to_string(i), {}, Rational(1, 10)));
  CHECK(sums(record) == CreditSums{3, 3, 3, 3});
}

TEST_CASE("attempts give the same figures in the order of the document and as they stream", "[model][credits]") {
  rc::check("figures do not depend on the order", [] {
    LearnerRecord record;
    const auto n = *rc::gen::inRange<std::size_t>(1, 30);
    for (std::size_t i = 0; i < n; ++i) {
      // a parent is one of those still open: an ancestor of the attempt before
      std::optional<std::size_t> parent;
      if (i > 0 && *rc::gen::inRange(0, 4) > 0) {
        parent = i - 1;
        for (int up = *rc::gen::inRange(0, 4); up > 0 && parent; --up) parent = record.attempts[*parent].parent;
      }
      const bool stated = *rc::gen::inRange(0, 3) > 0;
      record.attempts.push_back(attempt(std::string("N") + std::to_string(i), parent,
                                        stated ? std::optional<Rational>(*rc::gen::inRange(0, 20)) : std::nullopt,
                                        *rc::gen::inRange(0, 4) == 0 ? Status::failed : Status::completed));
    }
    const CreditFigures straight = credit_figures(record);
    // parts before wholes: each attempt after all that lie below it
    std::vector<std::size_t> order;
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < n; ++i) {
      while (!open.empty() && record.attempts[i].parent != open.back()) {
        order.push_back(open.back());
        open.pop_back();
      }
      open.push_back(i);
    }
    for (; !open.empty(); open.pop_back()) order.push_back(open.back());
    CreditTally tally("");
    AttemptTrees trees([&tally](const AttemptTree& tree) { tally.add(tree); });
    for (const std::size_t i : order) trees.add(i, record.attempts[i]);
    trees.finish();
    const CreditFigures streamed = tally.take();
    RC_ASSERT(straight.systems == streamed.systems);
    RC_ASSERT(straight.conflict_list == streamed.conflict_list);
    for (const auto& [system, each] : straight.systems) {
      RC_ASSERT(each.recommended <= each.naive);
      RC_ASSERT(each.topmost <= each.naive);
      RC_ASSERT(each.deepest <= each.naive);
    }
  });
}

}  // namespace crosswalk
