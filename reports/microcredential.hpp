// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/syntax/node.hpp"
#include "mappers/microcredentials/annex_one.hpp"

namespace crosswalk::reports {

// {"credential", "title", "mandatory": [{"id", "element", "status", "found", "remark"}], "optional": [...],
//  "mandatory_present", "optional_present"}
[[nodiscard]] syntax::Node microcredential(const microcredentials::Completeness& completeness);

}  // namespace crosswalk::reports
