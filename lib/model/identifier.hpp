// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <functional>
#include <string>

namespace crosswalk {

// An identifier that cannot be mistaken for another kind's. Compared as bytes; empty means not given by the source.
template <class Kind>
struct Identifier {
  std::string text;

  [[nodiscard]] bool empty() const { return text.empty(); }
  auto operator<=>(const Identifier&) const = default;
};

using InstitutionId = Identifier<struct InstitutionTag>;
using OfferingId = Identifier<struct OfferingTag>;
using AttemptId = Identifier<struct AttemptTag>;
using RuleId = Identifier<struct RuleTag>;
using RequirementId = Identifier<struct RequirementTag>;

// An identifier of a foreign scheme, as documents carry them: {"erasmus", "PL WARSZAW01"}.
struct ForeignId {
  std::string scheme;
  std::string value;
  auto operator<=>(const ForeignId&) const = default;
};

}  // namespace crosswalk

template <class Kind>
struct std::hash<crosswalk::Identifier<Kind>> {
  std::size_t operator()(const crosswalk::Identifier<Kind>& id) const { return std::hash<std::string>()(id.text); }
};
