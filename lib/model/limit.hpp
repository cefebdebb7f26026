// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "lib/model/selector.hpp"
#include "lib/model/source.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// A cap or floor over a set of courses: maxima, minima, shares, residency, spread, uses, sharing between requirements.
//   measure courses | credits | gpa      the amount over the courses `of` in scope
//   measure share                        their credits as a ratio (0..1) of all credits in scope
//   measure distinct                     how many different values of `by` they show (terms, subjects, regions)
//   measure uses                         how many requirements in scope one course may fill
//   measure shared_courses | shared_credits   what this requirement and `partner` may (at_most) have in common
//   measure unique_credits | unique_share     what must (at_least) count for this requirement alone
// With `each`, the bound holds for every value of `by` separately (at most 2 courses per subject).
struct Limit {
  enum class Bound { at_least, at_most };
  enum class Measure {
    courses,
    credits,
    gpa,
    share,
    distinct,
    uses,
    shared_courses,
    shared_credits,
    unique_credits,
    unique_share
  };
  enum class Scope {
    here,
    programme,
    record,
    award
  };  // the taking or requirement; the programme; all; the credit awarded
  std::string id;
  Bound bound = Bound::at_most;
  Measure measure = Measure::credits;
  Rational amount;
  std::string system;  // of credits; empty: the programme's or the receiving institution's
  Selector of;
  std::optional<Attribute> by;
  std::string by_name;  // of a named attribute
  bool each = false;
  Scope scope = Scope::here;
  std::string partner;  // requirement id, for sharing; empty: any other
  std::optional<Rational>
      last;                 // only the last so many credits (courses for measure courses) by time: last-n residency
  bool units_only = false;  // beyond it subject credit remains, unit credit does not (UC, domain 1.16)
  std::string text;
  Source source;

  bool operator==(const Limit&) const = default;
};

[[nodiscard]] std::string_view name(Limit::Bound bound);
[[nodiscard]] std::string_view name(Limit::Measure measure);
[[nodiscard]] std::string_view name(Limit::Scope scope);
[[nodiscard]] std::optional<Limit::Bound> limit_bound(std::string_view name);
[[nodiscard]] std::optional<Limit::Measure> limit_measure(std::string_view name);
[[nodiscard]] std::optional<Limit::Scope> limit_scope(std::string_view name);

// For people: "at most 70 credits of transfer", "at least 3 different subjects".
[[nodiscard]] std::string to_string(const Limit& limit);

}  // namespace crosswalk
