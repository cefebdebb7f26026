// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/case_check.hpp"
#include "frameworks/formats/crosswalk_yaml/audit_case.hpp"

namespace crosswalk::cli {

// Audits the case and compares; files it names are read beside `file`. That the answer is proven is part of every case.
[[nodiscard]] CaseResult check_audit_case(const formats::AuditCase& it, const std::string& file,
                                          const Context& context);

}  // namespace crosswalk::cli
