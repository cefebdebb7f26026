// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/rule.hpp"
#include "lib/model/selector.hpp"

namespace crosswalk::transfer {

// By what course keys a selection can be found. A course it selects has one of `keys`, begins with one of `prefixes`,
// or the selection is general and any course may belong to it.
struct IndexTerms {
  std::vector<std::string> keys, prefixes;
  bool general = false;
};

[[nodiscard]] IndexTerms index_terms(const Selector& selector, const RuleSet& set);

}  // namespace crosswalk::transfer
