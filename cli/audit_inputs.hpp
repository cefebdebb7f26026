// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"
#include "mappers/audit/audit.hpp"

namespace crosswalk::cli {

// What a learner might do or be granted: laid over the record and the programme before an audit.
struct WhatIf {
  std::vector<std::string> plan;        // courses to be taken
  std::vector<std::string> pass;        // courses in progress or planned, taken as passed
  std::vector<std::string> drop;        // courses left out
  std::vector<std::string> declare;     // KEY=VALUE
  std::vector<std::string> waive;       // requirement ids
  std::vector<std::string> substitute;  // COURSE=COURSE
  [[nodiscard]] bool any() const;
};
// In words, one a change. UsageError where one is not of its form.
std::vector<std::string> lay(const WhatIf& what_if, LearnerRecord& record, Programme& programme);

// The programmes in a file, or in the workspace of that id or out of the document of that name; UsageError where there
// is none.
[[nodiscard]] std::vector<Programme> read_programmes(const std::string& path, const std::string& as,
                                                     const Context& context);
// All programmes of the workspace, in order of id.
[[nodiscard]] std::vector<Programme> workspace_programmes(const Context& context);
// One of them: by id where several.
[[nodiscard]] Programme read_programme(const std::string& path, const std::string& id, const std::string& as,
                                       const Context& context);
// Grade scales of the facts by id; none where there is no facts database.
[[nodiscard]] std::map<std::string, GradeScale> audit_scales(const std::string& facts_path);

}  // namespace crosswalk::cli
