// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>

#include "lib/model/competency.hpp"
#include "mappers/coverage/coverage.hpp"

namespace crosswalk::reports {

// What a set of courses or credentials covers of a framework. The values outlive the report.
struct CoverageReport {
  const CompetencyFramework* framework = nullptr;
  const coverage::ClaimSet* claims = nullptr;
  const coverage::Coverage* coverage = nullptr;
  std::size_t listed = 40;  // entries a list of the text answer shows; the other answers hold all
};

[[nodiscard]] std::string coverage_json(const CoverageReport& report);  // docs/schemas/coverage.json
[[nodiscard]] std::string coverage_text(const CoverageReport& report);
[[nodiscard]] std::string coverage_csv(const CoverageReport& report);  // a row an entry without narrower ones
[[nodiscard]] std::string coverage_html(const CoverageReport& report);

// "93.5 %".
[[nodiscard]] std::string percent(const Rational& share);
// "93.5 %", or "40 % to 80 %" where some entries are open.
[[nodiscard]] std::string percent_range(const coverage::Tally& tally);
// What people write instead of the identifier of an entry, by identifier.
using EntryCodes = std::unordered_map<std::string, std::string>;
[[nodiscard]] EntryCodes entry_codes(const CompetencyFramework& framework);
[[nodiscard]] std::string joined_codes(const EntryCodes& codes, const std::vector<std::string>& ids);
// "COMP 3601 teaches it", "INFO 2605 may: suggested, not decided (0.62)", "MATH 1 teaches AL-01, which is broader".
[[nodiscard]] std::string evidence_words(const CoverageReport& report, const coverage::Evidence& evidence,
                                         std::uint32_t entry);

}  // namespace crosswalk::reports
