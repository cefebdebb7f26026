// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "frameworks/formats/crosswalk_yaml/evaluation_case.hpp"
#include "mappers/transfer/rule_index.hpp"

namespace crosswalk::cli {

// What one case came to: each difference says what was expected and what came.
struct CaseResult {
  std::string file, name;
  Location where;
  struct Difference {
    Location where;
    std::string expected, got;
  };
  std::vector<Difference> differences;
  [[nodiscard]] bool ok() const { return differences.empty(); }
};

// Evaluates the case and compares; files it names are read beside `file`. The balance of every record is part of every
// case.
[[nodiscard]] CaseResult check_case(const formats::EvaluationCase& it, const std::string& file, const Context& context,
                                    const transfer::Knowledge& knowledge);

}  // namespace crosswalk::cli
