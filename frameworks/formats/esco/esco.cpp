// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/esco/esco.hpp"

#include "frameworks/formats/competency_table/competency_table.hpp"
#include "frameworks/formats/demand_table/demand_table.hpp"

namespace crosswalk::formats {
namespace {

// The CSV files of an ESCO download, and the occupation table of Nesta's crosswalk.
const std::vector<TableLayout>& layouts() {
  static const std::vector<TableLayout> list = [] {
    TableLayout occupations{.framework = "esco-occupations",
                            .title = "ESCO occupations",
                            .type = "occupation",
                            .marks = {"conceptUri", "iscoGroup", "preferredLabel"},
                            .id = "conceptUri",
                            .notation = "code",
                            .label = "preferredLabel"};
    occupations.alternatives = {"altLabels", "hiddenLabels"};
    occupations.definitions = {"description", "definition"};
    occupations.codes = {{"iscoGroup", "isco-08"}};
    TableLayout nesta{.framework = "esco-occupations",
                      .title = "ESCO occupations",
                      .type = "occupation",
                      .marks = {"concept_uri", "preferred_label", "isco_group"},
                      .id = "concept_uri",
                      .label = "preferred_label"};
    nesta.alternatives = {"alt_labels"};
    nesta.definitions = {"description"};
    nesta.codes = {{"isco_group", "isco-08"}};
    TableLayout skills{.framework = "esco-skills",
                       .title = "ESCO skills",
                       .marks = {"conceptUri", "skillType", "preferredLabel"},
                       .id = "conceptUri",
                       .label = "preferredLabel",
                       .type_column = "skillType"};
    skills.alternatives = {"altLabels", "hiddenLabels"};
    skills.definitions = {"description", "definition"};
    skills.parents = {"broaderConceptUri"};
    TableLayout groups{.framework = "esco-groups",
                       .title = "ESCO groups",
                       .type = "group",
                       .marks = {"conceptUri", "preferredLabel", "code"},
                       .id = "conceptUri",
                       .notation = "code",
                       .label = "preferredLabel"};
    groups.alternatives = {"altLabels"};
    groups.definitions = {"description"};
    TableLayout broader{.framework = "esco-broader",
                        .title = "ESCO broader relations",
                        .marks = {"conceptUri", "broaderUri"},
                        .id = "conceptUri"};
    broader.parents = {"broaderUri"};
    return std::vector{occupations, nesta, skills, groups, broader};
  }();
  return list;
}

}  // namespace

Format esco_format() {
  Format format;
  format.id = "esco";
  format.title = "ESCO tables (CSV)";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = [](const Probe& probe) {
    return is_esco_relation(probe) || layout_of(probe, layouts()) != nullptr ? Identity::yes : Identity::no;
  };
  format.read = [](Input& input) {
    return is_esco_relation(probe(input)) ? read_esco_relation(input) : read_competency_table(input, layouts(), "esco");
  };
  return format;
}

}  // namespace crosswalk::formats
