// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "lib/model/fact.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// One element of Council Recommendation 2022/C 243/02, Annex I, and where each format keeps it. fact.id is "M01" ...
// "O05".
struct MicrocredentialElement {
  Fact fact;
  std::string requirement;  // "mandatory", "mandatory if applicable", "optional"
  std::string title;
  std::string elm, ctdl, open_badges;  // property or path; in parentheses where the format has none
  std::string loss;
  bool operator==(const MicrocredentialElement&) const = default;
};

// A jurisdiction's rules for micro-credentials and stacking.
struct MicrocredentialPolicy {
  Fact fact;
  std::string jurisdiction, country, title;
  std::optional<int> year;
  std::string credit_low, credit_high, credit_unit, hours_low, hours_high;  // as found: "below qualification"
  std::string levels, stack_rule, conditions;
  std::optional<Rational> cap_percent;  // of a larger award
  bool operator==(const MicrocredentialPolicy&) const = default;
};

// A field of ISCED-F 2013. fact.id is the code ("0613", "06").
struct IscedField {
  Fact fact;
  std::string depth;   // "broad", "narrow", "detailed"
  std::string parent;  // code, or empty
  std::string title;
  std::string uri;
  bool operator==(const IscedField&) const = default;
};

}  // namespace crosswalk
