// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>
#include <utility>

// The slots of the SSSOM model, version 1.1 (sssom_schema.yaml), in its order.
namespace crosswalk::formats::sssom {

inline constexpr std::array<std::string_view, 50> mapping_slots{"record_id",
                                                                "subject_id",
                                                                "subject_label",
                                                                "subject_category",
                                                                "predicate_id",
                                                                "predicate_label",
                                                                "predicate_modifier",
                                                                "object_id",
                                                                "object_label",
                                                                "object_category",
                                                                "mapping_justification",
                                                                "author_id",
                                                                "author_label",
                                                                "reviewer_id",
                                                                "reviewer_label",
                                                                "creator_id",
                                                                "creator_label",
                                                                "license",
                                                                "subject_type",
                                                                "subject_source",
                                                                "subject_source_version",
                                                                "object_type",
                                                                "object_source",
                                                                "object_source_version",
                                                                "predicate_type",
                                                                "mapping_provider",
                                                                "mapping_source",
                                                                "mapping_cardinality",
                                                                "cardinality_scope",
                                                                "mapping_tool",
                                                                "mapping_tool_id",
                                                                "mapping_tool_version",
                                                                "mapping_date",
                                                                "publication_date",
                                                                "review_date",
                                                                "confidence",
                                                                "reviewer_agreement",
                                                                "curation_rule",
                                                                "curation_rule_text",
                                                                "subject_match_field",
                                                                "object_match_field",
                                                                "match_string",
                                                                "subject_preprocessing",
                                                                "object_preprocessing",
                                                                "similarity_score",
                                                                "similarity_measure",
                                                                "see_also",
                                                                "issue_tracker_item",
                                                                "other",
                                                                "comment"};

inline constexpr std::array<std::string_view, 36> set_slots{"sssom_version",
                                                            "curie_map",
                                                            "mapping_set_id",
                                                            "mapping_set_version",
                                                            "mapping_set_source",
                                                            "mapping_set_title",
                                                            "mapping_set_description",
                                                            "mapping_set_confidence",
                                                            "creator_id",
                                                            "creator_label",
                                                            "license",
                                                            "subject_type",
                                                            "subject_source",
                                                            "subject_source_version",
                                                            "object_type",
                                                            "object_source",
                                                            "object_source_version",
                                                            "predicate_type",
                                                            "mapping_provider",
                                                            "cardinality_scope",
                                                            "mapping_tool",
                                                            "mapping_tool_id",
                                                            "mapping_tool_version",
                                                            "mapping_date",
                                                            "publication_date",
                                                            "subject_match_field",
                                                            "object_match_field",
                                                            "subject_preprocessing",
                                                            "object_preprocessing",
                                                            "similarity_measure",
                                                            "curation_rule",
                                                            "curation_rule_text",
                                                            "see_also",
                                                            "issue_tracker",
                                                            "other",
                                                            "comment"};

// Their values are CURIEs in files and IRIs in the model.
inline constexpr std::array<std::string_view, 20> entity_slots{"record_id",
                                                               "subject_id",
                                                               "predicate_id",
                                                               "object_id",
                                                               "mapping_justification",
                                                               "author_id",
                                                               "reviewer_id",
                                                               "creator_id",
                                                               "subject_source",
                                                               "object_source",
                                                               "mapping_source",
                                                               "mapping_tool_id",
                                                               "curation_rule",
                                                               "issue_tracker_item",
                                                               "subject_match_field",
                                                               "object_match_field",
                                                               "subject_preprocessing",
                                                               "object_preprocessing",
                                                               "issue_tracker",
                                                               "derived_from"};

inline constexpr std::array<std::string_view, 17> several_values{
    "author_id",     "author_label",          "reviewer_id",          "reviewer_label",
    "creator_id",    "creator_label",         "subject_match_field",  "object_match_field",
    "match_string",  "subject_preprocessing", "object_preprocessing", "see_also",
    "curation_rule", "curation_rule_text",    "mapping_set_source",   "cardinality_scope",
    "derived_from"};

// Prefixes a file need not declare (spec-intro.md, IRI prefixes).
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 8> built_in{{
    {"linkml", "https://w3id.org/linkml/"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"semapv", "https://w3id.org/semapv/vocab/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"sssom", "https://w3id.org/sssom/"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

template <std::size_t n>
[[nodiscard]] constexpr bool contains(const std::array<std::string_view, n>& names, std::string_view name) {
  for (const std::string_view known : names)
    if (known == name) return true;
  return false;
}

}  // namespace crosswalk::formats::sssom
