// SPDX-License-Identifier: Apache-2.0
#include "cli/verb.hpp"
#include "frameworks/facts/database.hpp"

namespace crosswalk::cli {

std::string_view program_version() { return CROSSWALK_VERSION; }

std::string version_line(const std::string& facts) {
  return "crosswalk " + std::string(program_version()) +
         (facts.empty() ? " (no facts found)" : " (facts " + crosswalk::facts::read_release(facts).version + ")");
}

}  // namespace crosswalk::cli
