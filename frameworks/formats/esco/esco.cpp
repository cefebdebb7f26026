// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/esco/esco.hpp"

#include "frameworks/formats/demand_table/demand_table.hpp"
#include "frameworks/formats/esco/edition.hpp"
#include "frameworks/formats/esco/layouts.hpp"
#include "frameworks/formats/esco/skills_hierarchy.hpp"

namespace crosswalk::formats {
namespace {

Identity identify_esco(const Probe& probe) {
  const bool known = esco::is_edition(probe) || is_esco_relation(probe) || esco::is_skills_hierarchy(probe) ||
                     layout_of(probe, esco::tables()) != nullptr;
  return known ? Identity::yes : Identity::no;
}

ReadResult<Document> read_esco(Input& input) {
  if (input.is_folder()) return esco::read_edition(input);
  const Probe seen = probe(input);
  if (esco::is_skills_hierarchy(seen)) return esco::read_skills_hierarchy(input);
  return is_esco_relation(seen) ? read_esco_relation(input) : read_competency_table(input, esco::tables(), "esco");
}

}  // namespace

Format esco_format() {
  Format format;
  format.id = "esco";
  format.title = "ESCO tables (CSV) or a folder of them";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = identify_esco;
  format.read = read_esco;
  return format;
}

}  // namespace crosswalk::formats
