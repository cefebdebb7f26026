// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::tests {

// One call of the program, in process.
struct VerbRun {
  int code = 0;
  std::string out, err;
  [[nodiscard]] syntax::Node json() const { return syntax::parse_json(out, "answer"); }
};

inline VerbRun run_verb(std::vector<std::string> arguments, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out, err;
  VerbRun result;
  result.code = cli::run(arguments, in, out, err);
  result.out = out.str();
  result.err = err.str();
  return result;
}

inline std::string sample(const std::string& name) {
  return std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/" + name;
}

// A file of the corpus that comes with the project's surroundings; nothing where it is not there.
inline std::optional<std::string> corpus(const std::string& name) {
  const char* set = std::getenv("CROSSWALK_CORPUS");
  const std::string root = set != nullptr ? set : std::string(CROSSWALK_SOURCE_DIR) + "/../shared/corpus";
  const std::string path = root + "/" + name;
  if (!std::filesystem::exists(path)) return {};
  return path;
}

}  // namespace crosswalk::tests
