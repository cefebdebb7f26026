// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/finding_list.hpp"

namespace crosswalk {

void FindingList::add(Severity severity, std::string_view code, Location location, std::string text) {
  auto entry = counts_.find(code);
  if (entry == counts_.end()) entry = counts_.emplace(std::string(code), 0).first;
  if (++entry->second <= shown_ || severity == Severity::error)
    kept_.push_back({severity, entry->first, std::move(location), std::move(text)});
}

std::uint64_t FindingList::count(std::string_view code) const {
  const auto entry = counts_.find(code);
  return entry == counts_.end() ? 0 : entry->second;
}

Diagnostics FindingList::take(std::string_view file) {
  for (const auto& [code, times] : counts_) {
    if (times <= shown_) continue;
    kept_.push_back({Severity::note, code, Location{std::string(file), {}, {}, {}, {}},
                     "and " + std::to_string(times - shown_) + " more like the " + std::to_string(shown_) + " above"});
  }
  counts_.clear();
  return std::move(kept_);
}

}  // namespace crosswalk
