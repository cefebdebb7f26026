// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/level.hpp"

namespace crosswalk {

// A qualifications framework, one edition of it: FR-1969 and FR-CNCP are two frameworks of the series FR. `fact.usage`
// holds country and the years the edition was in force; the year of an award selects the edition of a series.
struct Framework {
  Fact fact;
  FrameworkId id;
  std::string title;         // in English
  std::string native_title;  // as the country writes it, or empty
  std::string acronym;       // not unique: AQF is Australia and Albania
  std::string region;        // the country's name, or the region
  std::string country;       // ISO 3166 (GB-SCT where a part), EU, or empty
  std::string type;          // nqf, nqf-vet, he-nqf, regional-meta, he-cycles, sectoral, ...
  std::string series;        // editions of one framework share it; empty where there is one edition only
  std::string legal_basis;
  std::string authority;
  std::string status;         // as found: "operational", "replaced 2019/2020", ...
  std::string uri;            // of the EU vocabulary, or empty
  std::vector<Level> levels;  // lowest first; parallel ones side by side; rankless last

  [[nodiscard]] const Level* level(std::string_view label) const;
  bool operator==(const Framework&) const = default;
};

}  // namespace crosswalk
