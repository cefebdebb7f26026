// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace crosswalk::architecture {

struct SourceFile {
  std::string path;  // from the root, with /
  std::vector<std::string> lines;
};

// All C++ sources and headers of the project, in order of path.
[[nodiscard]] const std::vector<SourceFile>& sources();

[[nodiscard]] std::string read(const std::string& path);  // from the root; empty where there is no such file
[[nodiscard]] bool exists(const std::string& path);

// The names between quotes or angle brackets of #include lines.
struct Include {
  std::string name;
  bool quoted = false;
  std::size_t line = 0;
};
[[nodiscard]] std::vector<Include> includes(const SourceFile& file);

}  // namespace crosswalk::architecture
