// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>

#include "lib/model/condition.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/rule.hpp"
#include "lib/model/truth.hpp"

namespace crosswalk {

// What selectors and conditions are asked against. Nothing is owned; null and empty mean not available, and what then
// cannot be told is unknown, never no.
struct Situation {
  const LearnerRecord* record = nullptr;
  const std::map<std::string, Selector>* sets = nullptr;
  std::span<const Equivalence> equivalences;
  std::span<const Accreditation> accreditations;
  const std::map<std::string, GradeScale>* scales = nullptr;  // beside those the record defines
  std::string grade_scale;                   // of conditions that name none and of grades that name none
  std::string system;                        // of amounts that name none
  std::optional<Date> decision;              // clock: when the decision is made
  std::optional<Date> catalogue;             // clock: the learner's catalogue year
  std::optional<std::int32_t> courses_left;  // of the programme
  std::function<Truth(std::string_view requirement)> block;  // is that requirement satisfied?
  // For a guard or prerequisite of one attempt: the attempt meant, so that dates speak of it; corequisites may share
  // its term.
  const Attempt* subject = nullptr;
};

// Does the attempt belong to the selection? Codes match through equivalences valid when it was taken. An attribute the
// attempt does not carry is unknown (missing-attribute, missing-level, ...).
[[nodiscard]] Truth matches(const Selector& selector, const Attempt& attempt, const Situation& situation);

// Is the grade within the band? Pass/fail and unranked labels are unknown (unknown-scale) unless no grade is demanded.
[[nodiscard]] Truth meets(const GradeDemand& band, const Attempt& attempt, const Situation& situation);

// The condition over the whole record: completed and exempt attempts count; in-progress ones make an otherwise missing
// piece unknown (in-progress); planned and failed ones do not count. `take` here is a test, not an assignment: the same
// attempt may serve several conditions.
[[nodiscard]] Truth evaluate(const Condition& condition, const Situation& situation);

// The values an attempt shows for an attribute (grades as labels, levels as stated, several for fields, tags,
// outcomes).
[[nodiscard]] std::vector<std::string> values_of(const Attempt& attempt, Attribute attribute,
                                                 std::string_view named = {});

// The scale a grade speaks of: its own by id, the record's, the situation's default; null where unknown.
[[nodiscard]] const GradeScale* scale_of(const Attempt& attempt, const Situation& situation);

}  // namespace crosswalk
