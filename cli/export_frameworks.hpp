// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk::cli {

// What `export KIND NAMES... --to FORMAT` asks for.
struct ExportRequest {
  std::vector<std::string> names;  // of what is exported; empty: all
  std::string format;
  std::vector<std::string> with;
  bool include_unverified = false;
};

// The formats `export frameworks` writes.
[[nodiscard]] const std::vector<std::string>& framework_export_formats();
// Writes the referencing relation of the named frameworks (rows with either side among them) and returns what was lost.
[[nodiscard]] LossReport export_frameworks(const Context& context, const ExportRequest& request);

}  // namespace crosswalk::cli
