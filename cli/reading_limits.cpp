// SPDX-License-Identifier: Apache-2.0
#include "cli/reading_limits.hpp"

#include "lib/diagnostics/error.hpp"

namespace crosswalk::cli {

syntax::Limits reading_limits(const std::vector<std::string>& changes) {
  syntax::Limits limits;
  for (const std::string& each : changes) {
    const auto equals = each.find('=');
    if (equals == std::string::npos) throw UsageError("--read-limit wants NAME=VALUE, not '" + each + "'");
    syntax::set_limit(limits, each.substr(0, equals), each.substr(equals + 1));
  }
  return limits;
}

}  // namespace crosswalk::cli
