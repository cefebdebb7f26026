// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/model/learner_record.hpp"
#include "lib/model/recognition.hpp"
#include "lib/model/substantial_difference.hpp"
#include "mappers/transfer/rule_index.hpp"

namespace crosswalk::transfer {

// Recognition of a whole qualification: the programme or qualification of the record with most credit (the first of
// them), held against the aim in the five elements of substantial difference. Conversions and accreditations come from
// the rules; the evaluation says what of it is recognised in part. UsageError where the record holds no qualification.
[[nodiscard]] WholeRecognition recognise(const LearnerRecord& record, const RecognitionAim& aim, const RuleIndex& rules,
                                         const Evaluation& evaluation);

// What a policy costs the learner, by policy: credit denied by its rules and caps, excess that is lost, credit nobody
// has decided on. Most credit first, then by id. In the receiving system where it converts.
struct Impediment {
  std::string policy;  // id of rule or cap; "no-rule", "ambiguous", "minimum-grade", ...
  std::string text;
  Rational lost;  // in the receiving system
  std::int64_t lines = 0;
  bool operator==(const Impediment&) const = default;
};
[[nodiscard]] std::vector<Impediment> impediments(const Evaluation& evaluation, const RuleIndex& rules);

}  // namespace crosswalk::transfer
