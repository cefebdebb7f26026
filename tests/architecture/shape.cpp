// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>

#include "tests/architecture/tree.hpp"

using namespace crosswalk::architecture;  // NOLINT(google-build-using-namespace): a test of one namespace

TEST_CASE("no file is over 600 lines, and the median stays small", "[architecture][size]") {
  std::vector<std::size_t> sizes;
  for (const SourceFile& file : sources()) {
    INFO(file.path);
    CHECK(file.lines.size() <= 600);
    if (!file.path.starts_with("tests/")) sizes.push_back(file.lines.size());
  }
  REQUIRE_FALSE(sizes.empty());
  std::ranges::sort(sizes);
  CHECK(sizes[sizes.size() / 2] <= 130);
}

TEST_CASE("no file or folder is a drawer", "[architecture][names]") {
  static constexpr std::array drawers{"util",    "utils", "helper", "helpers", "common", "misc", "manager",
                                      "handler", "impl",  "stuff",  "tools",   "shared", "data", "info"};
  for (const SourceFile& file : sources()) {
    std::string word;
    for (const char c : file.path + "/") {
      if (c != '/' && c != '_' && c != '.') {
        word += c;
        continue;
      }
      INFO(file.path);
      CHECK(std::ranges::find(drawers, word) == drawers.end());
      word.clear();
    }
  }
}

TEST_CASE("every file states its licence, every header guards itself", "[architecture][headers]") {
  for (const SourceFile& file : sources()) {
    INFO(file.path);
    REQUIRE_FALSE(file.lines.empty());
    CHECK(file.lines[0] == "// SPDX-License-Identifier: Apache-2.0");
    if (file.path.ends_with(".hpp")) CHECK(std::ranges::find(file.lines, "#pragma once") != file.lines.end());
  }
}

TEST_CASE("no namespace is opened wholesale outside tests", "[architecture][names]") {
  for (const SourceFile& file : sources()) {
    if (file.path.starts_with("tests/")) continue;
    INFO(file.path);
    CHECK(std::ranges::none_of(file.lines, [](const std::string& line) {
      return line.starts_with("using namespace") && line.find("literals;") == std::string::npos;
    }));
  }
}
