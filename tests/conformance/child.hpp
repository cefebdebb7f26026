// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// Running the built program as a child, and what can be seen of it from outside.
namespace conformance {

struct Outcome {
  int code = -1;   // exit code; -1 where a signal ended it
  int signal = 0;  // that signal
  double seconds = 0;
  long peak_kilobytes = 0;
  std::string out, err;
};

// Killed after 20 s.
[[nodiscard]] Outcome run_program(const std::vector<std::string>& arguments, const std::string& folder);

}  // namespace conformance
