// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::tests {

// Reads a document that stands in a test, told by content unless `as` names the format.
inline ReadResult<formats::Document> read_text(const std::string& text, const std::string& name = "x",
                                               std::string_view as = {}) {
  formats::Input input = formats::Input::from_text(text, name);
  return formats::read(input, as);
}

inline std::size_t count(const Diagnostics& all, std::string_view code) {
  return static_cast<std::size_t>(std::ranges::count(all, code, &Diagnostic::code));
}

inline const Diagnostic& found(const Diagnostics& all, std::string_view code) {
  const auto at = std::ranges::find(all, code, &Diagnostic::code);
  REQUIRE(at != all.end());
  return *at;
}

inline std::filesystem::path corpus() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  return named != nullptr ? std::filesystem::path(named)
                          : std::filesystem::path(CROSSWALK_SOURCE_DIR) / "../shared/corpus";
}

inline bool no_corpus() {
  if (std::filesystem::exists(corpus() / "frameworks")) return false;
  WARN("skipped: no corpus");
  return true;
}

inline ReadResult<formats::Document> read_corpus(const std::string& path, std::string_view as = {}) {
  return formats::read_file((corpus() / "frameworks" / path).string(), as);
}

}  // namespace crosswalk::tests
