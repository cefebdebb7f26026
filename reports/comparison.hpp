// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mappers/levels/anomalies.hpp"
#include "mappers/levels/compare.hpp"

namespace crosswalk::reports {

// A topic of the EQF comparison with third countries, and what the facts know of it for both frameworks.
struct ComparisonTopic {
  std::string number, title;
  bool unverified = false;
  std::string from, to;  // what is known, or empty: to be written by the experts
};

// A level comparison with what its reader needs to judge it.
struct ComparisonReport {
  const levels::Comparison* comparison = nullptr;
  const Framework* from = nullptr;
  const Framework* to = nullptr;
  std::vector<levels::Anomaly> anomalies;
  std::string as_of;                    // YYYY-MM-DD
  std::string facts_version;            // "2026.11.24"
  std::vector<std::string> remarks;     // editions picked, rows kept out
  std::vector<ComparisonTopic> topics;  // empty unless the third-country report was asked for
};

[[nodiscard]] std::string comparison_text(const ComparisonReport& report);
[[nodiscard]] std::string comparison_json(const ComparisonReport& report);
[[nodiscard]] std::string comparison_csv(const ComparisonReport& report);
[[nodiscard]] std::string comparison_html(const ComparisonReport& report);

// Shared wording: "IE-NFQ/7, IE-NFQ/8", "none", "unknown".
[[nodiscard]] std::string answer_words(const levels::Answer& answer, const FrameworkId& target);
// "published", "composed through EQF", "nominal guess".
[[nodiscard]] std::string kind_words(const levels::Answer& answer);
// "Referencing of the Irish NFQ to the EQF (2009), checked": the distinct documents of a chain.
[[nodiscard]] std::vector<std::string> document_words(const levels::Answer& answer);

}  // namespace crosswalk::reports
