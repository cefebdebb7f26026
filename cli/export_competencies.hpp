// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/export_frameworks.hpp"

namespace crosswalk::cli {

// `export competencies` and `export mappings`: of files joined by commas or a name of the workspace.
[[nodiscard]] const std::vector<std::string>& competency_export_formats();
[[nodiscard]] const std::vector<std::string>& mapping_export_formats();
[[nodiscard]] LossReport export_competencies(const Context& context, const ExportRequest& request);
[[nodiscard]] LossReport export_mappings(const Context& context, const ExportRequest& request);

}  // namespace crosswalk::cli
