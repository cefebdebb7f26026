// SPDX-License-Identifier: Apache-2.0
#include "lib/quantity/credit.hpp"

namespace crosswalk {

std::string to_string(const Credit& credit) {
  return credit.system.empty() ? to_string(credit.amount) : to_string(credit.amount) + " " + credit.system;
}

Credit operator+(const Credit& a, const Credit& b) {
  if (a.system != b.system)
    throw UsageError("credits of '" + a.system + "' and '" + b.system + "' do not add; convert one first");
  return {a.amount + b.amount, a.system};
}

Rational CreditTotals::of(const std::string& system) const {
  const auto at = amounts_.find(system);
  return at == amounts_.end() ? Rational() : at->second;
}

}  // namespace crosswalk
