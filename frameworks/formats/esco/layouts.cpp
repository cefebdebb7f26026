// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/esco/layouts.hpp"

namespace crosswalk::formats::esco {
namespace {

TableLayout occupations() {
  TableLayout out{.framework = "esco-occupations",
                  .title = "ESCO occupations",
                  .type = "occupation",
                  .marks = {"conceptUri", "iscoGroup", "preferredLabel"},
                  .id = "conceptUri",
                  .notation = "code",
                  .label = "preferredLabel",
                  .status = "status"};
  out.alternatives = {"altLabels", "hiddenLabels"};
  out.definitions = {"description", "definition", "scopeNote"};
  out.codes = {{"iscoGroup", "isco-08"}};
  out.told = {"conceptType", "inScheme"};
  return out;
}

TableLayout nesta_occupations() {
  TableLayout out{.framework = "esco-occupations",
                  .title = "ESCO occupations",
                  .type = "occupation",
                  .marks = {"concept_uri", "preferred_label", "isco_group"},
                  .id = "concept_uri",
                  .label = "preferred_label"};
  out.alternatives = {"alt_labels"};
  out.definitions = {"description"};
  out.codes = {{"isco_group", "isco-08"}};
  return out;
}

TableLayout skills() {
  TableLayout out{.framework = "esco-skills",
                  .title = "ESCO skills",
                  .marks = {"conceptUri", "skillType", "preferredLabel"},
                  .id = "conceptUri",
                  .label = "preferredLabel",
                  .type_column = "skillType",
                  .status = "status"};
  out.alternatives = {"altLabels", "hiddenLabels"};
  out.definitions = {"description", "definition", "scopeNote"};
  out.parents = {"broaderConceptUri"};
  out.told = {"conceptType", "inScheme", "broaderConceptPT"};
  return out;
}

TableLayout groups() {
  TableLayout out{.framework = "esco-groups",
                  .title = "ESCO groups",
                  .type = "group",
                  .marks = {"conceptUri", "preferredLabel", "code"},
                  .id = "conceptUri",
                  .notation = "code",
                  .label = "preferredLabel",
                  .status = "status"};
  out.alternatives = {"altLabels", "hiddenLabels"};
  out.definitions = {"description", "scopeNote"};
  out.told = {"conceptType", "inScheme"};
  return out;
}

// A collection of occupations: members with the words of the occupation table.
TableLayout collection() {
  TableLayout out{.framework = "esco-collection",
                  .title = "ESCO collection",
                  .type = "occupation",
                  .marks = {"conceptUri", "preferredLabel", "broaderConceptUri"},
                  .id = "conceptUri",
                  .label = "preferredLabel",
                  .status = "status"};
  out.alternatives = {"altLabels"};
  out.definitions = {"description"};
  out.parents = {"broaderConceptUri"};
  out.told = {"conceptType", "broaderConceptPT"};
  return out;
}

TableLayout broader() {
  TableLayout out{.framework = "esco-broader",
                  .title = "ESCO broader relations",
                  .marks = {"conceptUri", "broaderUri"},
                  .id = "conceptUri"};
  out.parents = {"broaderUri"};
  out.told = {"conceptType", "broaderType"};
  out.rows_repeat = true;
  return out;
}

TableLayout schemes() {
  TableLayout out{.framework = "esco-concept-schemes",
                  .title = "ESCO concept schemes",
                  .type = "concept scheme",
                  .marks = {"conceptSchemeUri", "preferredLabel"},
                  .id = "conceptSchemeUri",
                  .label = "preferredLabel",
                  .status = "status"};
  out.definitions = {"description"};
  out.alternatives = {"title"};
  out.told = {"conceptType"};
  return out;
}

}  // namespace

const std::vector<TableLayout>& tables() {
  static const std::vector<TableLayout> list{occupations(), nesta_occupations(), skills(), groups(),
                                             collection(),  broader(),           schemes()};
  return list;
}

}  // namespace crosswalk::formats::esco
