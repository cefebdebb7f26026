// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/esco/esco.hpp"

#include "frameworks/formats/demand_table/demand_table.hpp"
#include "frameworks/formats/esco/edition.hpp"
#include "frameworks/formats/esco/layouts.hpp"

namespace crosswalk::formats {
namespace {

Identity identify_esco(const Probe& probe) {
  const bool known = esco::is_edition(probe) || is_esco_relation(probe) || layout_of(probe, esco::tables()) != nullptr;
  return known ? Identity::yes : Identity::no;
}

ReadResult<Document> read_esco(Input& input) {
  if (input.is_folder()) return esco::read_edition(input);
  return is_esco_relation(probe(input)) ? read_esco_relation(input)
                                        : read_competency_table(input, esco::tables(), "esco");
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
