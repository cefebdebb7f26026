// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/diagnostics/location.hpp"
#include "lib/model/condition.hpp"
#include "lib/model/course_code.hpp"
#include "lib/model/identifier.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/source.hpp"

namespace crosswalk {

enum class OfferingKind { course, module, micro_credential, certificate, programme, qualification, exam, other };

struct Money {
  Rational amount;
  std::string currency;  // ISO 4217
  bool operator==(const Money&) const = default;
};

// A course, module, micro-credential, certificate or programme that someone offers.
struct Offering {
  OfferingId id;  // unique in its catalogue
  OfferingKind kind = OfferingKind::course;
  InstitutionId provider;
  CourseCode code;
  std::vector<ForeignId> ids;
  LanguageText title, description;
  std::vector<StatedCredit> credits;
  std::optional<Workload> workload;
  std::vector<StatedLevel> levels;
  std::vector<std::string> subjects;  // names or ISCED-F codes as written
  std::vector<std::string> outcomes;  // competency identifiers
  std::optional<Condition> prerequisites, corequisites;
  std::vector<std::string> prerequisite_text;  // as written, also where it was parsed
  std::vector<Selector> exclusions;
  std::vector<std::string> terms;  // when offered: season names or term texts
  std::optional<Money> cost;
  std::optional<Rational> duration_weeks;
  Period validity;                              // when it is offered
  std::optional<Rational> credit_lapses_years;  // its credit expires after so many years
  std::vector<OfferingId> parts;                // a bundle or programme: what it consists of
  bool awarded_by_parts = false;                // earned for free once all parts are owned
  std::map<std::string, std::string> attributes;
  std::vector<std::string> tags;
  Location where;
  bool operator==(const Offering&) const = default;
};

// What one source offers.
struct Catalogue {
  std::string format, title;
  std::vector<Institution> institutions;
  std::vector<Offering> offerings;  // source order
  std::vector<Equivalence> equivalences;
  std::vector<std::string> terms;         // of a year, in order; what offerings' `terms` name
  std::optional<Rational> term_weeks;     // length of a term
  std::optional<Rational> term_credits;   // what a learner takes in a term at most, in the target's system
  std::string currency;                   // prices are compared in it; empty: no prices, or all alike
  std::map<std::string, Rational> rates;  // what one unit of another currency is in `currency`
  Source source;
  bool operator==(const Catalogue&) const = default;
};

[[nodiscard]] std::string_view name(OfferingKind kind);
[[nodiscard]] std::optional<OfferingKind> offering_kind(std::string_view name);

}  // namespace crosswalk
