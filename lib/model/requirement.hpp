// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/condition.hpp"
#include "lib/model/identifier.hpp"
#include "lib/model/source.hpp"
#include "lib/model/text.hpp"

namespace crosswalk {

// One node of a programme's requirements. A group has `parts`; a leaf has `need`. Both may stand together: the need
// then speaks of the courses its parts use.
struct Requirement {
  RequirementId id;  // unique in the programme
  std::string title;
  std::optional<Condition> need;
  std::vector<Requirement> parts;
  std::optional<std::int32_t> at_least, at_most;  // of the parts; both absent: all of them
  std::optional<Condition> when;                  // applies only then (conditionals on plan, cohort, date)
  std::vector<Limit> limits;
  std::string block;                      // copies the reusable block of that name in here
  std::vector<std::string> share_with;    // requirement ids a course may count for as well
  std::vector<std::string> exclusive_of;  // and those it may not
  std::int32_t priority = 0;              // higher is filled first among equals
  bool optional = false;                  // wanted, not needed: never makes the programme unsatisfied
  bool counts_in_total = true;            // "counts toward 120 but not toward 100"
  std::string pool;                       // nested pools of degree totals
  std::vector<std::string> advice;
  std::string award;  // completing it earns this sub-credential
  Source source;

  bool operator==(const Requirement&) const = default;
};

// What a person decided for one learner, laid over a programme without changing it.
struct Exception {
  enum class Kind {
    insert,
    force_insert,
    waive,
    change_amount,
    block_course,
    change_credits,
    change_subject,
    substitute
  };
  Kind kind = Kind::waive;
  RequirementId requirement;  // empty: everywhere
  Selector course;            // the course meant
  Selector replacement;       // substitute: counts as this; change_subject: reads as this
  std::optional<Rational> amount;
  bool once = false;
  std::string reason, actor;
  std::optional<Date> date;
  bool operator==(const Exception&) const = default;
};

// Codes that name one thing: cross-listings, renumberings, hidden alternates; valid in a period.
struct Equivalence {
  std::vector<CourseCode> codes;
  std::string institution;
  Period period;
  bool one_way = false;  // the first is accepted for the others, not the reverse
  bool operator==(const Equivalence&) const = default;
};

// A programme of study: what a degree, major, certificate or award demands.
struct Programme {
  RequirementId id;
  std::string title;
  InstitutionId institution;
  std::string award;              // qualification it leads to
  std::string level;              // reference into the facts, FRAMEWORK/LEVEL
  std::string system;             // credit system of its amounts
  std::optional<Rational> total;  // credits in all
  std::string grade_scale;
  Period catalogue;  // the catalogue years it is for
  Requirement root;
  std::vector<Limit> limits;  // over the whole programme: residency, transfer caps, uses
  std::map<std::string, Selector> sets;
  std::map<std::string, Requirement> blocks;
  std::vector<Equivalence> equivalences;
  std::vector<Exception> exceptions;
  bool share_by_default = false;  // a course may fill several leaves unless limited; else one leaf each
  Source source;
  bool operator==(const Programme&) const = default;
};

[[nodiscard]] std::string_view name(Exception::Kind kind);
[[nodiscard]] std::optional<Exception::Kind> exception_kind(std::string_view name);

}  // namespace crosswalk
