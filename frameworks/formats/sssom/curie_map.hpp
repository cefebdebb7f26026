// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosswalk::formats::sssom {

// Prefixes of a mapping set and the built-in ones.
class CurieMap {
 public:
  explicit CurieMap(const std::vector<std::pair<std::string, std::string>>& declared = {});

  // The IRI of a CURIE; the text itself where it is an IRI already or has no known prefix.
  [[nodiscard]] std::string expand(std::string_view curie) const;
  // The prefix of a text that looks like a CURIE but is not declared, else empty.
  [[nodiscard]] std::string_view undeclared(std::string_view text) const;
  // The CURIE with the longest fitting IRI, else the IRI itself; `used` collects declared prefixes.
  [[nodiscard]] std::string contract(std::string_view iri, std::map<std::string, std::string>* used = nullptr) const;

 private:
  std::map<std::string, std::string, std::less<>> iri_of_;
  std::vector<std::pair<std::string, std::string>> by_length_;  // IRI, prefix; longest IRI first
};

}  // namespace crosswalk::formats::sssom
