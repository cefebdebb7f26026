// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/source.hpp"
#include "lib/quantity/credit.hpp"
#include "lib/quantity/rational.hpp"
#include "lib/syntax/node.hpp"

// How answers become JSON: one object, `schema` first, members in the order docs/schemas gives, absent things absent
// (never null), lists sorted as the result is, exact amounts as text beside a decimal for reading.
namespace crosswalk::reports {

// {"schema": "crosswalk/<name>/1"}
[[nodiscard]] syntax::Node answer(std::string_view name);

[[nodiscard]] syntax::Node text(std::string_view value);
[[nodiscard]] syntax::Node number(std::int64_t value);
[[nodiscard]] syntax::Node number(const Rational& value, int places = 4);  // rounded half away from zero, for reading
[[nodiscard]] syntax::Node truth(bool value);
[[nodiscard]] syntax::Node texts(const std::vector<std::string>& values);

// {"exact": "16/3", "decimal": 5.3333}, and with a system {"exact", "decimal", "system"}
[[nodiscard]] syntax::Node exact(const Rational& value);
[[nodiscard]] syntax::Node credit(const Credit& amount);

// {"document", "locator", "retrieved", "decided_by", "decided_on"}: those that are known
[[nodiscard]] syntax::Node source(const Source& source);
// {"severity", "code", "location", "text"}
[[nodiscard]] syntax::Node diagnostic(const Diagnostic& diagnostic);
[[nodiscard]] syntax::Node diagnostics(const Diagnostics& all);
// [{"path", "count", "why"}]
[[nodiscard]] syntax::Node losses(const LossReport& report);

// Sets `key` only where the value is not empty / present.
void put(syntax::Node& object, std::string_view key, std::string_view value);
void put(syntax::Node& object, std::string_view key, const std::optional<int>& value);

}  // namespace crosswalk::reports
