// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mappers/catalogue/structure.hpp"

namespace crosswalk::reports {

// The requisites of a catalogue or curriculum as a graph, as `curriculum graph` answers.
struct StructureAnswer {
  std::string file, title;
  catalogue::Needs needs;
  catalogue::Structure structure;
};
[[nodiscard]] std::string catalogue_structure_text(const StructureAnswer& answer);
[[nodiscard]] std::string catalogue_structure_json(const StructureAnswer& answer);

// What a failed course delays and what it opens, as `curriculum delay` answers.
struct DelayAnswer {
  std::string file, title;
  catalogue::Needs needs;
  std::vector<catalogue::Course> failed;
  std::vector<catalogue::Delay> delays;
  std::vector<catalogue::Course> needed_first, unlocks;  // everything that may come before, after
};
[[nodiscard]] std::string course_delay_text(const DelayAnswer& answer);
[[nodiscard]] std::string course_delay_json(const DelayAnswer& answer);

}  // namespace crosswalk::reports
