// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "mappers/offerings/explore.hpp"

namespace crosswalk::reports {

// Offerings that were found. The catalogues outlive the report.
struct OfferingList {
  const std::vector<Catalogue>* catalogues = nullptr;
  std::vector<offerings::Match> matches;
  std::size_t searched = 0;
  std::size_t listed = 40;  // of the text answer
};
[[nodiscard]] std::string offering_list_text(const OfferingList& list);
[[nodiscard]] std::string offering_list_json(const OfferingList& list);  // docs/schemas/offerings.json
[[nodiscard]] std::string offering_list_csv(const OfferingList& list);
[[nodiscard]] std::string offering_list_html(const OfferingList& list);

// Offerings beside each other.
struct OfferingComparison {
  std::vector<offerings::Chosen> chosen;
  std::vector<offerings::Row> rows;
};
[[nodiscard]] std::string offering_comparison_text(const OfferingComparison& comparison);
[[nodiscard]] std::string offering_comparison_json(
    const OfferingComparison& comparison);  // docs/schemas/offerings-compare.json
[[nodiscard]] std::string offering_comparison_csv(const OfferingComparison& comparison);
[[nodiscard]] std::string offering_comparison_html(const OfferingComparison& comparison);

}  // namespace crosswalk::reports
