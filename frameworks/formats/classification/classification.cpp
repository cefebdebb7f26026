// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/classification/classification.hpp"

#include "frameworks/formats/competency_table/competency_table.hpp"

namespace crosswalk::formats {
namespace {

const std::vector<TableLayout>& layouts() {
  static const std::vector<TableLayout> list = [] {
    TableLayout cip{.framework = "cip",
                    .title = "Classification of Instructional Programs",
                    .type = "field of study",
                    .marks = {"CIPFamily", "CIPCode", "CIPTitle"},
                    .id = "CIPCode",
                    .notation = "CIPCode",
                    .label = "CIPTitle"};
    cip.definitions = {"CIPDefinition", "Examples"};
    cip.told = {"CIPFamily"};
    cip.parents_by_prefix = true;
    TableLayout soc{.framework = "soc",
                    .title = "Standard Occupational Classification",
                    .marks = {"SOC Group", "SOC Code", "SOC Title"},
                    .id = "SOC Code",
                    .notation = "SOC Code",
                    .label = "SOC Title",
                    .type_column = "SOC Group"};
    soc.definitions = {"SOC Definition"};
    return std::vector{cip, soc};
  }();
  return list;
}

}  // namespace

Format classification_format() {
  Format format;
  format.id = "classification";
  format.title = "Classifications (CIP, SOC) as tables";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = [](const Probe& probe) {
    return layout_of(probe, layouts()) != nullptr ? Identity::yes : Identity::no;
  };
  format.read = [](Input& input) { return read_competency_table(input, layouts(), "classification"); };
  return format;
}

}  // namespace crosswalk::formats
