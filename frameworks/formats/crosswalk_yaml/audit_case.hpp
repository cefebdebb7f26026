// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/diagnostics/location.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// A case of an audit a registrar can write (docs/verbs/test.md): a `crosswalk: case/1` with `requirements` where an
// evaluation has `rules`.
struct AuditCase {
  std::string name, note;
  std::string transcript_file;    // relative to the case file; empty: `record` stands inline
  std::string requirements_file;  // likewise `requirements`
  std::string programme;          // which of the file's programmes, where several
  LearnerRecord record;
  std::optional<Programme> requirements;
  std::optional<Date> as_of;
  std::string catalogue;
  std::vector<std::string> plan, pass, drop, declare, waive, substitute;  // as the options of `audit`
  // What is expected; what is not stated is not looked at.
  std::string satisfied;  // yes, no, unknown
  std::optional<std::int32_t> satisfied_top_level, top_level;
  std::vector<std::pair<std::string, std::string>> statuses;                 // requirement id, status
  std::vector<std::pair<std::string, std::vector<std::string>>> counts_for;  // course, requirement ids; none: unused
  std::optional<std::vector<std::string>> core;  // requirement ids of the smallest reason, all
  std::optional<std::int32_t> unchecked;         // how many rules the record cannot decide
  Location where;
};

[[nodiscard]] bool is_audit_case(const syntax::Node& node);
[[nodiscard]] AuditCase read_audit_case(const syntax::Node& node, std::string_view file);

}  // namespace crosswalk::formats
