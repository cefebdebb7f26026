// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "frameworks/facts/facts.hpp"

namespace crosswalk::facts {

// A check that runs inside the database: a query whose rows (file, line, text) are faults, with the code they get. They
// come from data/checks/CODE.sql and travel in facts.db, so that a user's own framework is held to the same.
struct Check {
  std::string code;  // "facts.order-inversion"
  std::string query;
  bool operator==(const Check&) const = default;
};

struct Database {
  Facts facts;
  std::vector<Check> checks;
};

// Layout of the tables; a facts.db of another layout is refused.
inline constexpr int layout_version = 1;

// Writes facts.db anew: same facts, same bytes. StoreError where the file cannot be written.
void write_database(const std::string& path, const Database& database);
// FactError where the file is missing, is no facts database or has another layout.
[[nodiscard]] Database read_database(const std::string& path);
// The edition alone, without reading the facts.
[[nodiscard]] Release read_release(const std::string& path);
// Runs the checks over the facts in memory; faults in order of check, file and line.
[[nodiscard]] Diagnostics run_checks(const Database& database);

}  // namespace crosswalk::facts
