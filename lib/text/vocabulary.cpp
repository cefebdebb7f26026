// SPDX-License-Identifier: Apache-2.0
#include "lib/text/vocabulary.hpp"

namespace crosswalk::text {

TermId Vocabulary::add(std::string_view term) {
  if (const auto found = ids_.find(term); found != ids_.end()) return found->second;
  const auto id = static_cast<TermId>(ids_.size());
  ids_.emplace(std::string(term), id);
  return id;
}

std::optional<TermId> Vocabulary::find(std::string_view term) const {
  const auto found = ids_.find(term);
  return found == ids_.end() ? std::nullopt : std::optional(found->second);
}

std::vector<std::string> Vocabulary::words() const {
  std::vector<std::string> out(ids_.size());
  for (const auto& [word, id] : ids_) out[id] = word;
  return out;
}

}  // namespace crosswalk::text
