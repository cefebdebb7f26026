// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "lib/model/fact.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// A published or customary conversion of credit: `ratio` credits of `to` are worth one of `from`. A record without
// ratio says that no conversion exists, which is an answer. fact.id is "CATS>ECTS". The year basis and the hour basis
// disagree, so every use names the basis.
struct CreditConversion {
  Fact fact;
  std::string from, to;  // credit system ids
  std::optional<Rational> ratio;
  std::optional<Rational> low, high;  // what other bases or practices give
  std::string basis;                  // as found: "year (120=60); by hours 10/25=0.4"
  std::string kind;                   // "statutory", "official guide", "customary", "institutional", "none official"
  std::string rounding;               // as found: "halves kept (x.5)", "none laid down"

  bool operator==(const CreditConversion&) const = default;
};

}  // namespace crosswalk
