// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/rule.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats::csv_rules {

// What a layout is read with: the table, the file for messages, and where findings go.
struct Reading {
  const syntax::CsvTable& table;
  std::string file;
  Diagnostics diagnostics;
  LossReport loss;

  [[nodiscard]] std::string cell(const syntax::CsvRecord& row, std::string_view title) const;
  void warn(const syntax::CsvRecord& row, std::string_view code, std::string text);
  // A note that says what became of all rows.
  void balance(std::string text);
};

[[nodiscard]] RuleSet read_plain(Reading& reading);
[[nodiscard]] RuleSet read_pairs(Reading& reading);
[[nodiscard]] RuleSet read_renumbering(Reading& reading);

}  // namespace crosswalk::formats::csv_rules
