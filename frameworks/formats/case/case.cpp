// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/case/case.hpp"

#include "frameworks/formats/case/package.hpp"
#include "frameworks/formats/competency_exchange/exchange.hpp"
#include "frameworks/formats/competency_table/competency_table.hpp"

namespace crosswalk::formats {
namespace {

// The tables OpenSALT and its users exchange: column titles with and without blanks.
const std::vector<TableLayout>& layouts() {
  static const std::vector<TableLayout> list = [] {
    TableLayout items{.framework = "case-items",
                      .title = "CASE items",
                      .marks = {"fullStatement", "humanCodingScheme"},
                      .id = "identifier",
                      .notation = "humanCodingScheme",
                      .label = "fullStatement",
                      .type_column = "CFItemType"};
    items.alternatives = {"abbreviatedStatement"};
    items.definitions = {"conceptKeywords"};
    items.parents = {"isChildOf"};
    items.grades = "educationLevel";
    items.related = "isRelatedTo";
    items.grade_in_notation = true;
    items.parents_in_notation = true;
    items.parents_here = true;
    TableLayout spaced = items;
    spaced.marks = {"fullStatement", "Human Coding Scheme"};
    spaced.notation = "Human Coding Scheme";
    spaced.parents = {"Is Child Of", "IsChildOf"};
    TableLayout act{.framework = "act-framework",
                    .title = "ACT Holistic Framework",
                    .marks = {"UUID", "Full Notation", "Statement Type", "Aligned CCSS/NGSS"},
                    .id = "UUID",
                    .notation = "Full Notation",
                    .label = "Label",
                    .type_column = "Statement Type"};
    act.definitions = {"Description", "Examples", "Narrative"};
    act.related = "Aligned CCSS/NGSS";
    act.parents_in_notation = true;
    return std::vector{items, spaced, act};
  }();
  return list;
}

}  // namespace

Format case_format() {
  Format format;
  format.id = "case";
  format.title = "1EdTech CASE (package JSON, CSV)";
  format.media_types = {"application/json", "text/csv"};
  format.extensions = {"json", "csv"};
  format.identify = [](const Probe& probe) {
    return case_package::is_package(probe) || layout_of(probe, layouts()) != nullptr ? Identity::yes : Identity::no;
  };
  format.read = [](Input& input) {
    return case_package::is_package(probe(input)) ? case_package::read(input)
                                                  : read_competency_table(input, layouts(), "case");
  };
  format.write = [](const Document& document, std::ostream& out, const WriteOptions&) {
    return write_case(framework_of(document, "case"), out);
  };
  return format;
}

}  // namespace crosswalk::formats
