// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk {

// Collects findings so that a file with a million alike does not drown its reader: of each code the first `shown` are
// kept, the others only counted. Errors are always kept.
class FindingList {
 public:
  explicit FindingList(std::uint64_t shown = 50) : shown_(shown) {}

  void add(Severity severity, std::string_view code, Location location, std::string text);
  void warn(std::string_view code, Location location, std::string text) {
    add(Severity::warning, code, std::move(location), std::move(text));
  }
  [[nodiscard]] std::uint64_t count(std::string_view code) const;
  // What was kept, in order, then one note for each code with more: "and 12 more like the 50 above [code]".
  [[nodiscard]] Diagnostics take(std::string_view file);

 private:
  std::uint64_t shown_;
  Diagnostics kept_;
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace crosswalk
