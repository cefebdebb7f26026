// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/learner_record.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// A learner's record in YAML, `crosswalk: record/1` (docs/rules/language.md, "Records"): what a registrar types for a
// case, and what an evaluation awards. learner {given, family, birth}, institutions, declared, and attempts with
//   course, title, credits: "3 US-SH" or a list, grade: B or {label, scale}, term, taken, started, institution, status,
//   kind, origin, level or levels, language, fields, tags, outcomes, attributes, part-of (id of an earlier attempt),
//   id.
// Scales the record itself defines, distributions, workload and attachments are not written.
[[nodiscard]] LearnerRecord read_record_yaml(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_record_yaml(const LearnerRecord& record);

}  // namespace crosswalk::formats
