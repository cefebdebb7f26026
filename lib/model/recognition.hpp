// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/learner_record.hpp"
#include "lib/model/rule.hpp"
#include "lib/model/truth.hpp"
#include "lib/quantity/credit.hpp"

namespace crosswalk {

// What became of an amount of source credit. Every credit of the source has exactly one fate.
enum class Fate {
  awarded,       // to a course or block here
  conditional,   // the same, once a stated condition is met or a person has looked
  exempt,        // a requirement is met, no credit is given
  subject_only,  // usable for content, not for units
  excess,        // more than the award takes; where it goes is the line's `excess`
  denied_rule,
  denied_cap,
  unknown,     // for a typed reason
  superseded,  // a repeat, a duplicate, an overlap or a double count of other credit in this record
  not_earned   // failed, withdrawn, planned
};
inline constexpr std::size_t fate_count = 10;

enum class Outcome { awarded, awarded_conditional, exempt, subject_only, unit_only, denied, unknown, superseded };

// One step of how a line came about, in order; `text` says it in a sentence.
struct Step {
  enum class Kind {
    match,         // rule and what it matched
    clock,         // a date that was compared
    grade,         // a grade that was compared or read (pass/fail)
    conversion,    // between credit systems: before, after, factor, source
    award,         // credit to a target
    granted,       // credit that the rule recommends where the source states none
    shortage,      // the award states more than the source gives
    excess,        // and less
    rounding,      // before, after
    cap,           // before, after
    overlap,       // reduced for overlap with other credit
    repeat,        // another attempt counts
    ladder,        // something more advanced was passed before
    double_count,  // part of credit that is counted elsewhere
    layer,         // a higher policy decided
    in_progress,   // provisional
    accounting     // grade point average, residency
  };
  Kind kind = Kind::match;
  std::string text;
  std::optional<Credit> before, after;
  std::optional<Rational> factor;
  std::string rule;  // id of the rule, cap, ladder, conversion
  Source source;
  bool operator==(const Step&) const = default;
};

// What the learner gets here.
struct Target {
  AwardKind kind = AwardKind::course;
  CourseCode course;
  std::string title, level, effective_level, area, satisfies;
  std::map<std::string, std::string> attributes;
  Rational credits;                   // as recorded: after caps and rounding; in the receiving system
  Rational exact;                     // before rounding
  std::optional<Rational> shortfall;  // credit of the course still to be made up
  bool unit_credit = true, subject_credit = true;
  bool operator==(const Target&) const = default;
};

// An amount of one attempt's credit and its fate, in the attempt's own system.
struct LedgerEntry {
  std::size_t attempt = 0;  // index into the record
  Fate fate = Fate::unknown;
  Credit amount;
  bool operator==(const LedgerEntry&) const = default;
};

// A rule that also spoke of this learning and why it did not decide.
struct RunnerUp {
  RuleId rule;
  std::string why;
  bool operator==(const RunnerUp&) const = default;
};

// One decision: the attempts it takes, the rule, what is awarded and why.
struct Line {
  std::vector<std::size_t> attempts;  // indices into the record, rising
  Outcome outcome = Outcome::unknown;
  std::string code;    // stable reason code: "rule", "no-rule", "cap", "failed", "repeat", "ambiguous", ...
  std::string reason;  // the decision in a sentence
  RuleId rule;         // empty where no rule decided
  std::string rule_title;
  Layer layer = Layer::course_rule;
  Source source;  // of the rule
  std::vector<std::string> derived_from;
  std::vector<Target> targets;
  Rational converted;  // what the attempts give in the receiving system, exactly
  Rational awarded;    // sum of the targets, after caps, before rounding
  Rational rounding;   // what rounding added or took, in the receiving system
  Rational granted;    // credit given where the source states none
  Rational excess;     // in the receiving system
  std::optional<Excess> excess_goes;
  std::vector<LedgerEntry> fates;
  std::vector<Step> steps;
  std::vector<Doubt> doubts;
  std::vector<std::string> conditions;  // plain words: a person has to see to them
  std::vector<RunnerUp> runners_up;
  GradeTreatment grades = GradeTreatment::excluded;
  bool as_resident = false;
  bool operator==(const Line&) const = default;
};

// The balance of one credit system: source = sum of fates, exactly.
struct Balance {
  Rational source;
  std::array<Rational, fate_count> fates{};
  [[nodiscard]] Rational of(Fate fate) const { return fates[static_cast<std::size_t>(fate)]; }
  [[nodiscard]] Rational sum() const;
  [[nodiscard]] bool balanced() const { return source == sum(); }
  bool operator==(const Balance&) const = default;
};

// What the receiving side records, in its system. exact = what the source's credit became plus what rules granted;
// recorded = exact + rounding.
struct Receiving {
  Rational exact, rounding, recorded;  // firmly awarded, electives from excess included
  Rational conditional;                // recorded once conditions are met
  Rational granted;                    // of exact and conditional: where the source states no credit
  Rational shortfall;                  // of courses awarded short
  Rational gpa_points, gpa_credits;    // of lines whose grades are included
  bool operator==(const Receiving&) const = default;
};

// Two rules of the same standing claim the same learning.
struct Ambiguity {
  std::vector<RuleId> rules;
  std::vector<std::size_t> attempts;
  std::string text;
  bool operator==(const Ambiguity&) const = default;
};

// What a cap or floor did.
struct CapEvent {
  std::string id, text;
  Rational limit, claimed, allowed;
  bool units_only = false;
  Source source;
  bool operator==(const CapEvent&) const = default;
};

// Why the choice of rules is the best one.
struct ChoiceProof {
  bool proven = true;
  std::string kind = "prices";  // "prices": checkable in one pass; "search": the search ended; "limit": it did not
  std::uint64_t candidates = 0, steps = 0;
  bool operator==(const ChoiceProof&) const = default;
};

// The answer to "what is this learner's earlier learning worth here".
struct Evaluation {
  std::string rule_set, title;
  InstitutionId institution;
  std::string system;     // of the receiving side
  std::string programme;  // empty: none declared
  std::optional<Date> decision, catalogue;
  std::vector<Line> lines;                  // in the order of their first attempt
  std::map<std::string, Balance> balances;  // by credit system of the source; "" where unstated
  std::vector<std::string> without_credit;  // ids of evaluated attempts that state no credit: in no balance
  Receiving receiving;
  std::vector<Step> steps;  // of the totals: rounding by school or in all
  std::vector<CapEvent> caps;
  std::vector<Ambiguity> ambiguities;
  std::vector<std::string> unchecked;  // limits this record cannot decide (residency, shares of an unknown plan)
  ChoiceProof proof;

  [[nodiscard]] bool balanced() const;
  bool operator==(const Evaluation&) const = default;
};

[[nodiscard]] std::string_view name(Fate fate);
[[nodiscard]] std::string_view name(Outcome outcome);
[[nodiscard]] std::string_view name(Step::Kind kind);
[[nodiscard]] std::optional<Fate> fate(std::string_view name);
[[nodiscard]] std::optional<Outcome> outcome(std::string_view name);

}  // namespace crosswalk
