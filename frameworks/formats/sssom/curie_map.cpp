// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/sssom/curie_map.hpp"

#include <algorithm>

#include "frameworks/formats/sssom/sssom_slots.hpp"

namespace crosswalk::formats::sssom {
namespace {

bool is_iri(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://") || text.starts_with("urn:");
}

std::string_view prefix_of(std::string_view text) {
  const std::size_t colon = text.find(':');
  return colon == std::string_view::npos || is_iri(text) ? std::string_view() : text.substr(0, colon);
}

}  // namespace

CurieMap::CurieMap(const std::vector<std::pair<std::string, std::string>>& declared) {
  for (const auto& [prefix, iri] : declared) iri_of_.emplace(prefix, iri);
  for (const auto& [prefix, iri] : built_in) iri_of_.emplace(prefix, iri);
  for (const auto& [prefix, iri] : iri_of_)
    if (!iri.empty()) by_length_.emplace_back(iri, prefix);
  std::ranges::stable_sort(by_length_, std::greater<>(), [](const auto& entry) { return entry.first.size(); });
}

std::string CurieMap::expand(std::string_view curie) const {
  const std::string_view prefix = prefix_of(curie);
  const auto found = iri_of_.find(prefix);
  if (prefix.empty() || found == iri_of_.end()) return std::string(curie);
  return found->second + std::string(curie.substr(prefix.size() + 1));
}

std::string_view CurieMap::undeclared(std::string_view text) const {
  const std::string_view prefix = prefix_of(text);
  return iri_of_.contains(prefix) ? std::string_view() : prefix;
}

std::string CurieMap::contract(std::string_view iri, std::map<std::string, std::string>* used) const {
  for (const auto& [start, prefix] : by_length_) {
    if (!iri.starts_with(start) || iri.size() == start.size()) continue;
    if (used != nullptr) used->emplace(prefix, start);
    return prefix + ':' + std::string(iri.substr(start.size()));
  }
  return std::string(iri);
}

}  // namespace crosswalk::formats::sssom
