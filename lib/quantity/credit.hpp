// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "lib/quantity/rational.hpp"

namespace crosswalk {

// An amount of credit in a credit system (id as in data/credit_systems: "ECTS", "US-SH"; as stated by the document
// where it is not a known id; empty where the document states none). Amounts of different systems never add.
struct Credit {
  Rational amount;
  std::string system;

  bool operator==(const Credit&) const = default;
};

[[nodiscard]] std::string to_string(const Credit& credit);  // "16/3 ECTS"

// Same system or UsageError.
[[nodiscard]] Credit operator+(const Credit& a, const Credit& b);

// Totals by system, in order of system.
class CreditTotals {
 public:
  void add(const Credit& credit) { amounts_[credit.system] += credit.amount; }
  [[nodiscard]] Rational of(const std::string& system) const;
  [[nodiscard]] const std::map<std::string, Rational>& amounts() const { return amounts_; }
  bool operator==(const CreditTotals&) const = default;

 private:
  std::map<std::string, Rational> amounts_;
};

// Learner workload in hours; a range where the source gives one. Invariant: 0 <= low <= high.
struct Workload {
  Rational low, high;
  bool operator==(const Workload&) const = default;
};

}  // namespace crosswalk
