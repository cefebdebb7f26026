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

// What the bounds of a group count.
//   parts         satisfied parts                  used_parts   satisfied parts that use a course
//   courses       what the satisfied parts pass up: their courses, at most `passes_at_most` each (Princeton)
//   all_courses   the courses of every part, satisfied or not; a part that needs all of its own counts one (FireRoad)
enum class Counting { parts, used_parts, courses, all_courses };

// One node of a programme's requirements. A group has `parts`; a leaf has `need`. Both may stand together: the need
// then speaks of the courses its parts use.
struct Requirement {
  RequirementId id;  // unique in the programme
  std::string title;
  std::optional<Condition> need;
  std::vector<Requirement> parts;
  std::optional<std::int32_t> at_least, at_most;  // of the parts; both absent: all of them
  Counting counting = Counting::parts;
  bool every_part = false;                     // with at_least: every part as well
  std::optional<std::int32_t> min_areas;       // so many satisfied parts must use a course
  std::optional<std::int32_t> passes_at_most;  // what it counts for in a group that counts courses; absent: all it has
  bool everything_counts = false;              // all that matches counts, wanted or not; too much fails a maximum
  std::optional<Condition> when;               // applies only then (conditionals on plan, cohort, date)
  std::vector<Limit> limits;
  std::string block;                      // copies the reusable block of that name in here
  std::vector<std::string> share_with;    // requirement ids a course may count for as well; "*": any
  std::vector<std::string> exclusive_of;  // and those it may not
  std::int32_t priority = 0;              // higher is filled first among equals
  bool optional = false;                  // wanted, not needed: never makes the programme unsatisfied
  bool counts_in_total = true;            // "counts toward 120 but not toward 100"
  std::string pool;                       // nested pools of degree totals
  std::vector<std::string> advice;
  std::vector<std::string> unchecked;  // rules on when and how (deadline, pass/fail), in words: listed, not decided
  std::string award;                   // completing it earns this sub-credential
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
  std::string award;                        // qualification it leads to
  std::string level;                        // reference into the facts, FRAMEWORK/LEVEL
  std::string system;                       // credit system of its amounts
  std::optional<Rational> total;            // credits in all
  std::optional<Rational> default_credits;  // of a course whose record states none
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

[[nodiscard]] std::string_view name(Counting counting);
[[nodiscard]] std::optional<Counting> counting(std::string_view name);
[[nodiscard]] std::string_view name(Exception::Kind kind);
[[nodiscard]] std::optional<Exception::Kind> exception_kind(std::string_view name);

}  // namespace crosswalk
