// SPDX-License-Identifier: Apache-2.0
#include "reports/import_report.hpp"

#include <algorithm>

#include "lib/diagnostics/location.hpp"

namespace crosswalk::reports {
namespace {

// "1 rule set", "60 rules", "3 competencies"
std::string counted(std::string kind, std::uint64_t count) {
  std::ranges::replace(kind, '_', ' ');
  if (count != 1 && kind.back() == 'y')
    kind.replace(kind.size() - 1, 1, "ies");
  else if (count != 1)
    kind += 's';
  return std::to_string(count) + " " + kind;
}

}  // namespace

std::string import_text(const std::vector<ImportedFile>& files) {
  std::string out;
  for (const ImportedFile& file : files) {
    if (!file.stored) continue;  // its reason stands on standard error
    out += printable(file.file) + ": " + file.format;
    for (const auto& [kind, count] : file.records) out += ", " + counted(kind, count);
    if (file.loss.total() > 0)
      out += "; not carried over: " + counted("value", file.loss.total()) + " (--json lists them)";
    out += "\n";
  }
  return out;
}

}  // namespace crosswalk::reports
