// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lib/model/conversion.hpp"
#include "lib/model/credit_system.hpp"
#include "lib/quantity/credit.hpp"

namespace crosswalk::credits {

// The basis asked for. `published` takes what a document states; `year` and `hours` compute from the definitions of the
// two systems and disagree by up to a half, so the answer always names its basis.
enum class Basis { published, year, hours };

struct ConvertOptions {
  Basis basis = Basis::published;
  std::string via;                   // id of a system to compose through; empty: none
  std::optional<Rounding> rounding;  // applied once, at the end; absent: the exact amount
  bool include_unverified = false;   // shaky records answer too
};

enum class ConversionKind {
  identity,   // same system
  published,  // a recorded conversion
  inverse,    // a recorded conversion, the other way round
  composed,   // recorded conversions one after the other
  computed,   // from the definitions, by year or hours
  none,       // no conversion exists, or none is recorded
};
[[nodiscard]] std::string_view name(ConversionKind kind);

// One conversion used. `ratio` is in the direction of use.
struct ConversionStep {
  std::string from, to;
  Rational ratio;
  std::string basis;
  const CreditConversion* record = nullptr;  // null where computed
};

// Invariants: value, low and high are exact, low <= value <= high; absent where kind is none. `rounded` is value
// rounded once, in the target system, where a rounding was asked for.
struct CreditAnswer {
  ConversionKind kind = ConversionKind::none;
  Credit given;
  std::optional<Credit> value, low, high, rounded;
  std::string basis;
  std::string rounding;  // the rule used; else the custom the record states, not applied
  std::string reason;    // why none
  Evidence evidence = Evidence::checked;
  std::vector<ConversionStep> steps;
};

// Systems and conversions in order of id.
[[nodiscard]] CreditAnswer convert(const Credit& amount, const std::string& to, std::span<const CreditSystem> systems,
                                   std::span<const CreditConversion> conversions, const ConvertOptions& options = {});

}  // namespace crosswalk::credits
