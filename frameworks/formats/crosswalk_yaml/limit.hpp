// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "lib/model/limit.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// The YAML of a limit (docs/rules/language.md, "Limits"):
//   {id: ID, at-most: "70 credits", of: SELECTOR, by: subject, each: true, scope: programme, with: REQUIREMENT, last:
//   60,
//    units-only: true, text: WORDS, source: SOURCE}
// The amount is "N courses", "N credits", "N SYSTEM" (credits of it), "N %" (share), "N gpa", "N distinct", "N uses",
// "N shared-courses", "N shared-credits", "N unique-credits", "N % unique". `by` is an attribute or attribute:NAME.
[[nodiscard]] Limit read_limit(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_limit(const Limit& limit);

}  // namespace crosswalk::formats
