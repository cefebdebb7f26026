// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/limit.hpp"
#include "lib/model/selector.hpp"
#include "lib/quantity/credit.hpp"
#include "lib/quantity/date.hpp"
#include "lib/quantity/grade.hpp"

namespace crosswalk {

// A grade demanded: at least and at most (a band), on a scale; an empty scale means the attempt's own.
struct GradeDemand {
  std::string at_least, at_most;
  std::string scale;
  std::optional<Rational> min_points, max_points;  // the same in grade points
  bool operator==(const GradeDemand&) const = default;
  [[nodiscard]] bool any() const { return at_least.empty() && at_most.empty() && !min_points && !max_points; }
};

// Taking: so many courses and/or credits out of a selection. The leaf of every match, requirement and prerequisite.
struct Take {
  Selector from;
  std::optional<std::int32_t> min_courses, max_courses;  // both absent and no credits: one course
  std::optional<Rational> min_credits, max_credits;
  std::string system;                // of the credits; empty: the programme's
  enum class Join { both, either };  // "3 courses and 10 credits" / "3 courses or 10 credits"
  Join join = Join::both;
  GradeDemand grade;                             // of each course
  std::optional<Rational> min_units, max_units;  // unit band: credits of each course (domain 1.9)
  std::vector<Selector> including;               // each must be among the taken
  std::vector<Limit> limits;                     // within this taking: per subject, distinct counts, share, ...
  std::int32_t multiplicity = 1;                 // a course may count so often here (domain 2.20)
  bool whole_at_one_institution = false;         // a series taken at one place (domain 1.6)
  bool operator==(const Take&) const = default;
};

// A clock: when the course was taken, when the decision is made, the learner's catalogue year.
enum class Clock { taken, decision, catalogue };

// A three-valued condition; a tree. What each kind uses:
//   constant       `truth`
//   all, any       parts                      k_of: `count` to `most` of the parts       negation: the first part
//   take           take
//   gpa            at least `amount` over `over`, by scale's points (credit-weighted)
//   standing       at least `amount` credits (of `system`) completed over `over`; text may name a year of study
//   remaining      at least `amount` courses of the programme still to be taken (domain 1.41)
//   declared       the record declares `key` as one of `values` (programme, plan, cohort, catalogue, attribute)
//   date           `clock` within `period`
//   age            taken at most `amount` years before the decision (currency, domain 1.15)
//   holds          a qualification, award or sub-credential by id in `values` (any of them)
//   item           something that is no course: test score, recital, hours; `key` names it, at least `amount`
//   accredited     the source institution held accreditation by one of `values` when the course was taken (1.30)
//   approved       a pre-approval or agreement named `key` is on the record (1.44, 1.49)
//   block          another requirement of the programme by id in `key` is satisfied (2.24, 2.35)
//   text           plain words for a person: always unknown; min count in `amount` where stated
//   choice         parts = {if, then, else}; unknown if: both branches must agree
struct Condition {
  enum class Kind {
    constant,
    all,
    any,
    k_of,
    negation,
    take,
    gpa,
    standing,
    remaining,
    declared,
    date,
    age,
    holds,
    item,
    accredited,
    approved,
    block,
    text,
    choice
  };
  Kind kind = Kind::constant;
  bool truth = true;
  std::vector<Condition> parts;
  std::int32_t count = 0;
  std::optional<std::int32_t> most;
  Take take;
  Selector over;
  Rational amount;
  std::string system;
  std::string key;
  std::vector<std::string> values;
  Clock clock = Clock::taken;
  Period period;
  std::string text;         // what the source says; shown with the condition
  bool concurrent = false;  // a corequisite: in the same term is enough

  bool operator==(const Condition&) const = default;

  [[nodiscard]] static Condition always(bool truth);
  [[nodiscard]] static Condition all_of(std::vector<Condition> parts);
  [[nodiscard]] static Condition any_of(std::vector<Condition> parts);
  [[nodiscard]] static Condition at_least(std::int32_t count, std::vector<Condition> parts);
  [[nodiscard]] static Condition taking(Take take);
  [[nodiscard]] static Condition course(std::string_view code, std::string_view institution = {});
  [[nodiscard]] static Condition words(std::string text);
};

[[nodiscard]] std::string_view name(Condition::Kind kind);
[[nodiscard]] std::string_view name(Clock clock);
[[nodiscard]] std::optional<Clock> clock(std::string_view name);

// For people: "2 of (MATH 101, MATH 102, STAT 1##) with grade C or better".
[[nodiscard]] std::string to_string(const Condition& condition);
[[nodiscard]] std::string to_string(const Take& take);

}  // namespace crosswalk
