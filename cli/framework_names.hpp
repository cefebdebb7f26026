// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "frameworks/facts/registry.hpp"

namespace crosswalk::cli {

// What a person named: a framework, or one of its levels. `remarks` tell which edition was picked and why.
struct NamedLevel {
  const Framework* framework = nullptr;
  std::string level;  // empty: the whole framework
  std::vector<std::string> remarks;
};

// "IE-NFQ/8", "IE-NFQ", "IE", "NFQ 8". UsageError where nothing or more than one framework is meant (all are listed),
// and where the level does not exist (the levels are listed). Editions of one series are told apart by the year of the
// award, else by `as_of`.
[[nodiscard]] NamedLevel named_level(const facts::Registry& registry, const std::string& word,
                                     std::optional<int> awarded, const Date& as_of);

// The registry of the call: shipped facts plus the files of --with. Faults in them are reported and are InputError.
[[nodiscard]] facts::Registry registry_of(const Context& context, const std::vector<std::string>& with);

// --as-of, or the date of the facts' release. UsageError for text that is no date.
[[nodiscard]] Date date_of(const Context& context, const facts::Registry& registry);

}  // namespace crosswalk::cli
