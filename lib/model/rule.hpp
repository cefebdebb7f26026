// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/condition.hpp"
#include "lib/model/identifier.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/source.hpp"

namespace crosswalk {

// Who speaks, the highest first (domain 1, consequence c).
enum class Layer { law, system_agreement, institution, programme, course_rule, student_agreement };

// What the higher layer does with a rule of a lower one on the same credit.
enum class OnConflict { override_lower, yield_to_lower, combine, report };

// What becomes of the matched learning.
enum class AwardKind {
  course,        // a named course here
  block,         // blanket credit with subject and level, evaluated (BKCR, TR coding)
  elective,      // elective credit without subject
  exemption,     // requirement met, no credit
  subject_only,  // subject use without unit credit
  unit_only,     // unit credit without subject use
  review,        // a person decides; the credit is unknown till then
  none           // explicit rejection, distinct from no rule
};

// How much credit: the stated amount, a share of the source's converted credit, or (both absent) what remains of it.
struct Award {
  AwardKind kind = AwardKind::course;
  CourseCode course;  // course; for block: subject and level code, where coded
  std::string title;
  std::optional<Rational> credits;  // in the receiving system
  std::optional<Rational> share;    // of the source's converted credit, 0..1
  std::string level;                // awarded level; the effective level for limits may differ
  std::string effective_level;
  std::string area;  // of a general-education or block pattern
  std::map<std::string, std::string> attributes;
  std::string satisfies;  // requirement id it is for, where the rule says so
  bool operator==(const Award&) const = default;
};

enum class Excess { to_elective, lost, needs_petition };      // domain 1.34
enum class GradeTreatment { excluded, included, pass_only };  // domain 1.25

// guard x match x award x accounting x provenance: one transfer-credit rule.
struct Rule {
  RuleId id;
  std::string title;
  Layer layer = Layer::course_rule;
  std::int32_t rank = 0;  // within its layer; higher is preferred; equal rank and overlap is an ambiguity to report

  // guard
  InstitutionId from;  // sending institution or group; empty: any
  InstitutionId to;    // receiving
  Condition when = Condition::always(true);
  Period taken;                         // clock 1: when the course was taken
  Period in_force;                      // clock 2: when the decision is made
  Period catalogue;                     // clock 3: the learner's catalogue year
  std::vector<std::string> programmes;  // only for these; empty: all

  // match
  Condition match;  // over the source attempts; each `take` leaf consumes what it takes

  // award
  std::vector<Award> awards;
  bool shortage_tolerated =
      false;  // content met though converted credit falls short; the residue is to be made up (1.33)
  Excess excess = Excess::to_elective;

  // accounting
  std::vector<std::string> counts_against;  // ids of caps of the rule set; empty: those whose selector fits
  std::optional<GradeTreatment> grades;
  bool as_resident = false;       // counts as resident credit (1.40)
  bool exempt_from_caps = false;  // an agreement may exceed them (1.43)
  OnConflict on_conflict = OnConflict::override_lower;
  std::vector<RuleId> overrides;

  // provenance
  Source source;
  Period honours;  // a third party's decision adopted, valid then (1.50)
  std::vector<std::string> derived_from;
  std::vector<std::string> conditions;  // plain words: carried as "needs a person"
  bool operator==(const Rule&) const = default;
};

// Courses of one subject in rising order: no credit for a lower one after a higher (1.27).
struct Ladder {
  std::string id;
  std::vector<Selector> steps;  // lowest first
  Source source;
  bool operator==(const Ladder&) const = default;
};

// Two pieces of learning that overlap by an amount: credit for both is reduced by it (1.28).
struct Overlap {
  Selector first, second;
  Rational amount;
  std::string system;
  Source source;
  bool operator==(const Overlap&) const = default;
};

// What a pass/fail result means at one source (1.24).
struct PassPolicy {
  InstitutionId institution;  // empty: any
  std::string label;          // "P", "CR"
  std::string means;          // the least grade it stands for, on `scale`
  std::string scale;
  bool accepted = true;
  Source source;
  bool operator==(const PassPolicy&) const = default;
};

// A dated accreditation of an institution (1.30).
struct Accreditation {
  InstitutionId institution;
  std::string body;
  Period period;
  Source source;
  bool operator==(const Accreditation&) const = default;
};

// How the rule set converts a source system into its own (1.31): exact factor, the path it takes, its source.
struct OwnConversion {
  std::string from, to;
  Rational factor;
  std::string basis;  // "year", "hours", "rule set"
  Source source;
  bool operator==(const OwnConversion&) const = default;
};

enum class RoundingPlace { never, per_course, per_school, total };  // domain 1.32
enum class Repeats { keep_best, keep_last, keep_first, average };   // domain 1.26

struct RuleSet {
  std::string id, title;
  InstitutionId institution;              // the receiving one
  std::vector<Institution> institutions;  // names of the ids used, groups by membership in `groups`
  std::map<std::string, std::vector<InstitutionId>> groups;
  std::string system;       // credit system it awards in
  std::string grade_scale;  // scale its minimum grades speak of
  std::vector<Rule> rules;
  std::vector<Limit> caps;
  std::map<std::string, Selector> sets;
  std::vector<Equivalence> equivalences;
  std::vector<Ladder> ladders;
  std::vector<Overlap> overlaps;
  std::vector<PassPolicy> pass_policies;
  std::vector<Accreditation> accreditations;
  std::vector<OwnConversion> conversions;
  Rounding rounding;
  RoundingPlace rounding_place = RoundingPlace::never;
  Repeats repeats = Repeats::keep_best;
  GradeTreatment grades = GradeTreatment::excluded;
  std::vector<std::pair<Layer, OnConflict>> conflicts;  // operator by layer; absent: override_lower
  std::optional<Condition> minimum_grade;               // applies to every course unless its rule says otherwise
  bool provisional_in_progress = true;                  // in-progress work gets a conditional line, else unknown
  Source source;
  bool operator==(const RuleSet&) const = default;
};

[[nodiscard]] std::string_view name(Layer layer);
[[nodiscard]] std::string_view name(OnConflict conflict);
[[nodiscard]] std::string_view name(AwardKind kind);
[[nodiscard]] std::string_view name(Excess excess);
[[nodiscard]] std::string_view name(GradeTreatment treatment);
[[nodiscard]] std::string_view name(RoundingPlace place);
[[nodiscard]] std::string_view name(Repeats repeats);
[[nodiscard]] std::optional<Layer> layer(std::string_view name);
[[nodiscard]] std::optional<OnConflict> on_conflict(std::string_view name);
[[nodiscard]] std::optional<AwardKind> award_kind(std::string_view name);
[[nodiscard]] std::optional<Excess> excess(std::string_view name);
[[nodiscard]] std::optional<GradeTreatment> grade_treatment(std::string_view name);
[[nodiscard]] std::optional<RoundingPlace> rounding_place(std::string_view name);
[[nodiscard]] std::optional<Repeats> repeats(std::string_view name);

}  // namespace crosswalk
