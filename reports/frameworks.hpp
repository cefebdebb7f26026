// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lib/model/framework.hpp"
#include "lib/model/qualification_type.hpp"
#include "lib/model/referencing.hpp"
#include "mappers/levels/overview.hpp"

namespace crosswalk::reports {

struct FrameworkList {
  std::vector<const Framework*> frameworks;  // in order of id
  std::string facts_version;
};
[[nodiscard]] std::string framework_list_text(const FrameworkList& list);
[[nodiscard]] std::string framework_list_json(const FrameworkList& list);
[[nodiscard]] std::string framework_list_csv(const FrameworkList& list);
[[nodiscard]] std::string framework_list_html(const FrameworkList& list);

// One framework with all that is known of it.
struct FrameworkSheet {
  const Framework* framework = nullptr;
  std::vector<const Referencing*> referencing;  // from it and to it, in order of id
  std::vector<const QualificationType*> types;
  std::vector<const Framework*> editions;  // of its series, itself among them
  std::string facts_version;
};
[[nodiscard]] std::string framework_sheet_text(const FrameworkSheet& sheet);
[[nodiscard]] std::string framework_sheet_json(const FrameworkSheet& sheet);
[[nodiscard]] std::string framework_sheet_csv(const FrameworkSheet& sheet);
[[nodiscard]] std::string framework_sheet_html(const FrameworkSheet& sheet);

// All frameworks by the levels of a hub.
struct MatrixReport {
  const levels::Matrix* matrix = nullptr;
  std::string as_of, facts_version;
};
[[nodiscard]] std::string matrix_text(const MatrixReport& report);
[[nodiscard]] std::string matrix_json(const MatrixReport& report);
[[nodiscard]] std::string matrix_csv(const MatrixReport& report);
[[nodiscard]] std::string matrix_html(const MatrixReport& report);

// How well each country is evidenced.
struct MapTile {
  std::string country, title;
  int row = 0, column = 0;
};
struct EvidenceReport {
  std::vector<levels::EvidenceCount> counts;  // in order of framework id
  std::vector<MapTile> tiles;
  std::string facts_version;
};
[[nodiscard]] std::string evidence_text(const EvidenceReport& report);
[[nodiscard]] std::string evidence_json(const EvidenceReport& report);
[[nodiscard]] std::string evidence_csv(const EvidenceReport& report);
[[nodiscard]] std::string evidence_html(const EvidenceReport& report);

}  // namespace crosswalk::reports
