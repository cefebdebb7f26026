// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/syntax/node.hpp"
#include "mappers/audit/sweep.hpp"

namespace crosswalk::reports {

[[nodiscard]] syntax::Node sweep_json(const std::vector<audit::Brief>& programmes,
                                      const std::string& record);  // docs/schemas/sweep.json
[[nodiscard]] std::string sweep_text(const std::vector<audit::Brief>& programmes);
[[nodiscard]] std::string sweep_csv(const std::vector<audit::Brief>& programmes);
[[nodiscard]] std::string sweep_html(const std::vector<audit::Brief>& programmes, const std::string& record);

}  // namespace crosswalk::reports
