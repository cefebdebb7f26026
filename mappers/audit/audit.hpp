// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/truth.hpp"

namespace crosswalk::audit {

// What has become of one requirement.
enum class Standing {
  satisfied,
  in_progress,  // it will be, when courses in progress are passed
  planned,      // or planned ones are taken
  unknown,      // what the record or the programme does not say decides it
  partial,
  missing,
  waived,
  not_applicable,
};

struct RequirementResult {
  std::string id, title;
  Standing standing = Standing::missing;
  std::string rule;              // in words: "2 of MATH 101, MATH 102"
  std::string unit = "courses";  // of needed and got: courses, credits, parts
  Rational needed, got;
  int courses = 0;        // distinct courses used below
  std::string remaining;  // in words: what is still to be done; empty where nothing is
  bool top_level = false, optional = false;
  std::vector<Doubt> doubts;
  std::vector<std::string> advice;
  std::vector<RequirementResult> children;
};

// One course in one requirement.
struct Use {
  AttemptId attempt;
  std::string course, requirement;
  Status status = Status::completed;
  std::string why;      // what of the requirement it matches
  std::string credits;  // exact
  bool needed = true;   // false: shown as progress toward something not yet satisfied
  struct Alternative {
    std::string requirement;
    std::string cost;  // what counting it there instead would cost; empty: nothing
  };
  std::vector<Alternative> alternatives;
};

struct UnusedCourse {
  AttemptId attempt;
  std::string course, reason;
};

struct Proof {
  enum class Kind { certificate, core, bound };
  Kind kind = Kind::certificate;
  std::vector<std::string> requirements;  // core: together they cannot be met, any fewer can; requirement ids
  std::vector<std::string> courses;       // core: the courses they compete for
  std::string explanation;
  std::vector<std::string> repair;                            // what would mend it
  int bound_root = 0, bound_top_level = 0, bound_leaves = 0;  // bound: no assignment reaches more
};

struct Result {
  Truth satisfied;
  RequirementResult requirement;
  int satisfied_top_level = 0, top_level = 0;
  int satisfied_leaves = 0, leaves = 0;
  std::vector<Use> assignment;  // record order, then requirement order
  std::vector<UnusedCourse> unused;
  Proof proof;
  std::vector<std::string> unchecked, advice;
  std::vector<std::string> applied_exceptions;
  Rational credits_applied, credits_remaining;
  std::string system;
  std::optional<Date> as_of;
  bool optimal = true;       // proven (satisfaction)
  bool tail_optimal = true;  // and the rest of the order
  bool reproducible = true;
  std::uint64_t work = 0;
};

struct Options {
  std::optional<Date> as_of;       // absent: the latest date of the record
  std::uint64_t work = 2'000'000;  // steps of search; the same on every machine
  std::function<bool()> stop;      // a wall-clock safety net; an answer it cut short says it is not reproducible
  bool alternatives = true;        // what each course could count for instead, and at what cost
  bool explain_failure = true;     // look for the smallest reason
  const std::map<std::string, GradeScale>* scales = nullptr;
  std::string catalogue;  // the learner's catalogue year, over what the record declares
  // What each requirement held before, by requirement id: kept where nothing better is to be had.
  std::map<std::string, std::vector<std::string>> previous;
};

[[nodiscard]] Result audit(const LearnerRecord& record, const Programme& programme, const Options& options = {});

// Only what a ranking needs; a fraction of the work.
struct Brief {
  std::string id, title;
  Truth satisfied;
  int satisfied_top_level = 0, top_level = 0, satisfied_leaves = 0, leaves = 0;
  Rational applied, remaining;  // credits where the programme counts them, else courses
  std::string unit;
  bool optimal = true;
};
[[nodiscard]] Brief brief(const LearnerRecord& record, const Programme& programme, const Options& options = {});

[[nodiscard]] std::string_view name(Standing standing);

}  // namespace crosswalk::audit
