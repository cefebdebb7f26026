// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk::reports {

// What `import` did with one file. A refused file has `stored` false, no records, and the reason as its last
// diagnostic.
struct ImportedFile {
  std::string file, format, sha256;
  bool stored = false;
  std::map<std::string, std::uint64_t> records;  // by kind: "rule_set": 1, "rule": 60
  Diagnostics diagnostics;
  LossReport loss;
};

[[nodiscard]] std::string import_json(const std::vector<ImportedFile>& files);
[[nodiscard]] std::string import_text(const std::vector<ImportedFile>& files);

}  // namespace crosswalk::reports
