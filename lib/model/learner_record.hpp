// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/diagnostics/location.hpp"
#include "lib/model/course_code.hpp"
#include "lib/model/identifier.hpp"
#include "lib/model/source.hpp"
#include "lib/model/text.hpp"
#include "lib/quantity/credit.hpp"
#include "lib/quantity/date.hpp"
#include "lib/quantity/grade.hpp"

namespace crosswalk {

struct Learner {
  std::string given, family;
  std::string birth_as_written;
  std::optional<Date> birth;
  std::string citizenship;  // ISO 3166-1 alpha-2 as written
  std::vector<ForeignId> ids;
  bool operator==(const Learner&) const = default;
};

struct Institution {
  InstitutionId id;  // the first usable foreign id, else a slug of the title: stable within a record
  LanguageText title;
  std::string country;
  std::vector<ForeignId> ids;
  bool operator==(const Institution&) const = default;
};

// What an attempt is. A programme or module may hold the others as parts.
enum class AttemptKind {
  course,
  module,
  programme,
  class_part,
  exam,
  training,
  prior_learning,
  qualification,
  milestone,
  block,
  other
};

// Where its learning was done, seen from the institution that audits.
enum class Origin { resident, transfer, exam, military, prior_learning, unknown };

// The lattice: completed > in_progress > planned; the rest never count as achieved. A missing status in ELMO means
// passed.
enum class Status { completed, in_progress, planned, failed, withdrawn, exempt, superseded, unknown };

// A level as the document states it: scheme ("EQF", "NQF", "bachelor") and value, not yet a reference into the facts.
struct StatedLevel {
  std::string scheme;
  std::string value;
  std::string description;
  auto operator<=>(const StatedLevel&) const = default;
};

// How often each result was given to the reference group, best first as the document orders it.
struct ResultDistribution {
  struct Category {
    std::string label;
    std::int64_t count = 0;
    bool operator==(const Category&) const = default;
  };
  std::vector<Category> categories;
  std::string description;
  bool operator==(const ResultDistribution&) const = default;
};

struct StatedCredit {
  std::string system;  // folded name ("ECTS"), empty where the document states none
  std::string system_as_written;
  std::string level;  // ELMO credit level ("Bachelor")
  Rational amount;
  bool operator==(const StatedCredit&) const = default;
};

struct Attachment {
  std::string title, type, media_type;
  std::uint64_t bytes = 0;
  std::string sha256;  // hexadecimal; the content itself is not kept
  bool operator==(const Attachment&) const = default;
};

// One attempt at learning: a course, module, exam, whole programme. Attempts form a forest by `parent`, which an
// attempt names by index of an earlier one.
struct Attempt {
  AttemptId id;  // unique in the record
  AttemptKind kind = AttemptKind::course;
  Status status = Status::completed;
  bool status_stated = false;
  Origin origin = Origin::unknown;
  InstitutionId institution;
  std::vector<ForeignId> ids;
  CourseCode code;  // empty where the document has none
  LanguageText title;
  std::string type_as_written;
  std::optional<std::size_t> parent;

  std::optional<Term> term;
  std::optional<Date> started, completed;
  std::vector<StatedCredit> credits;  // at most one of each system
  std::optional<Grade> grade;
  std::vector<StatedLevel> levels;
  std::optional<ResultDistribution> distribution;
  std::vector<std::string> fields;  // ISCED-F codes as written
  std::string language;             // of instruction
  std::optional<Workload> workload;
  std::vector<Attachment> attachments;
  std::map<std::string, std::string> attributes;  // mode, lab, repeat, catalogue attributes: what selectors may ask for
  std::vector<std::string> tags;
  std::vector<std::string> outcomes;  // competency identifiers
  Location where;                     // in the source document
  // For a line that an evaluation awarded: the attempts and the rule it came from.
  std::vector<AttemptId> derived_from;
  RuleId awarded_by;
  // Credit that counts toward totals but not toward subjects, or the other way round (UC: both directions exist).
  bool unit_credit = true, subject_credit = true;

  bool operator==(const Attempt&) const = default;

  // The amount in a system, or absent where the document states none for it.
  [[nodiscard]] std::optional<Rational> credit(std::string_view system) const;
  // When it counts as taken: completed, else the term, else started.
  [[nodiscard]] std::optional<Date> taken() const;
  [[nodiscard]] bool achieved() const { return status == Status::completed || status == Status::exempt; }
};

// How often a grade is given in a field of study, in percent (EWP grade conversion table).
struct GradeShare {
  std::string label;
  Rational percent;
  bool operator==(const GradeShare&) const = default;
};

// Everything one person has attempted, by whatever document it came.
struct LearnerRecord {
  std::string format;   // "elmo", "csv-transcript", "evaluation", ...
  std::string dialect;  // namespace or edition of the format
  Learner learner;
  std::vector<Institution> institutions;     // issuers first, in document order
  std::vector<Attempt> attempts;             // document order; parents before parts
  std::map<std::string, GradeScale> scales;  // scales the document itself defines (EWP, ELMO 1.x), by id
  std::map<std::string, std::vector<GradeShare>> grade_tables;  // by ISCED-F code, grades in document order
  std::vector<Attachment> attachments;
  std::optional<Date> issued;
  // What the learner declares: programme, plan, cohort, catalogue ("2019"): what conditionals ask for.
  std::map<std::string, std::vector<std::string>> declared;
  std::map<std::string, std::string> attributes;  // signatures, report facts

  bool operator==(const LearnerRecord&) const = default;
  // The latest full or vague date in it; absent where it has none.
  [[nodiscard]] std::optional<Date> latest_date() const;
  [[nodiscard]] const Institution* institution(const InstitutionId& id) const;
};

[[nodiscard]] std::string_view name(AttemptKind kind);
[[nodiscard]] std::string_view name(Origin origin);
[[nodiscard]] std::string_view name(Status status);
[[nodiscard]] std::optional<AttemptKind> attempt_kind(std::string_view name);
[[nodiscard]] std::optional<Origin> origin(std::string_view name);
[[nodiscard]] std::optional<Status> status(std::string_view name);

}  // namespace crosswalk
