// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "lib/model/fact.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// A credit system: ECTS, US-SH, ... Hours are learner hours of the kind named in hours_kind; absent where the system
// defines none. Ids are as in data/credits/systems.yaml.
struct CreditSystem {
  Fact fact;
  std::string title;
  std::string region;
  std::string country;                            // ISO 3166, or empty
  std::string unit;                               // "credit", "semester hour", ...
  std::optional<Rational> per_year;               // credits of a full-time year
  std::optional<Rational> hours_low, hours_high;  // of one credit
  std::string hours_kind;                         // "total workload", "contact hours", ...
  std::string first_degree;                       // credits of a first degree, as found
  std::string legal_basis;
  std::string status;

  [[nodiscard]] const std::string& id() const { return fact.id; }
  bool operator==(const CreditSystem&) const = default;
};

}  // namespace crosswalk
