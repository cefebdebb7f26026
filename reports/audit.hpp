// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "lib/model/requirement.hpp"
#include "lib/syntax/node.hpp"
#include "mappers/audit/audit.hpp"

namespace crosswalk::reports {

// What an audit is shown with beside its result.
struct AuditHeading {
  std::string record, programme, title;  // file or id of each; the programme's title
  const audit::Result* plain = nullptr;  // the audit without what-if and exceptions, for the difference; may be null
  std::vector<std::string> changes;      // what the what-if changed, in words
};

[[nodiscard]] syntax::Node audit_json(const audit::Result& result,
                                      const AuditHeading& heading);  // docs/schemas/audit.json
[[nodiscard]] std::string audit_text(const audit::Result& result, const AuditHeading& heading);
[[nodiscard]] std::string audit_csv(const audit::Result& result);  // one line a requirement
[[nodiscard]] std::string audit_html(const audit::Result& result, const AuditHeading& heading);

// "yes, 4 of 4": the answer in a sentence.
[[nodiscard]] std::string audit_sentence(const audit::Result& result);
// What differs between two audits of one programme, one a line: requirement, before, after.
[[nodiscard]] std::vector<std::string> audit_difference(const audit::Result& before, const audit::Result& after);

}  // namespace crosswalk::reports
