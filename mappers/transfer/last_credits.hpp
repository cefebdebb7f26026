// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "mappers/transfer/cap_parts.hpp"

namespace crosswalk::transfer {

// A cap made concrete: an amount over some of the parts.
struct Ceiling {
  const Limit* limit = nullptr;
  std::vector<std::uint32_t> parts;
  Rational amount;
  std::string value{};  // of `by`, where it holds for each value
};

// Ceilings of which one alternative has to hold.
using Alternatives = std::vector<std::vector<Ceiling>>;

// Credit earned here, and when.
struct ResidentCredit {
  Date taken;
  Rational amount;
};

struct LastCredits {
  Alternatives alternatives;
  std::string unchecked;  // why it cannot be told; empty where it can
};

// In the receiving system: of the last `last` credits of a programme of `total` at least `here` are earned here.
struct LastDemand {
  Rational last, here, total;
};

// Last-n residency (domain 1.20) as ceilings on what is transferred. What is left to take is taken here and comes last;
// then the credit here in the record, the latest first. The k-th alternative says: the k latest of them and what is
// left to take are enough, and no more transferred credit than the rest of the last ones was taken after them.
[[nodiscard]] LastCredits last_credits(const Limit& limit, const LastDemand& demand, const std::vector<Part>& parts,
                                       std::vector<ResidentCredit> here, const std::vector<Unit>& units);

}  // namespace crosswalk::transfer
