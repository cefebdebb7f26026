// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

// The corpus of bad input, outside the repository: $CROSSWALK_CORPUS, else ../shared/corpus beside the source tree.
namespace bad_input {

struct Entry {
  std::string path;    // below folder()
  std::string format;  // json, yaml, xml, csv, ...
  std::string expect;  // accept-syntax, reject, reject-doctype, either, ...
};

// Nothing where the corpus is absent.
[[nodiscard]] std::optional<std::filesystem::path> corpus();

// Where the archive is unpacked for this process, and what its index says. Both empty where the corpus is absent.
[[nodiscard]] const std::filesystem::path& folder();
[[nodiscard]] std::vector<Entry> entries(const std::string& below);

[[nodiscard]] std::string bytes(const std::filesystem::path& path);

}  // namespace bad_input
