// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/model/competency.hpp"
#include "lib/model/curriculum.hpp"
#include "lib/model/framework.hpp"
#include "lib/model/mapping.hpp"
#include "lib/store/field.hpp"
#include "lib/store/rule_fields.hpp"

// The members of frameworks, competencies, mappings and curricula.
namespace crosswalk::store {

constexpr auto fields(Type<Usage>) {
  using T = Usage;
  return std::tuple{field("jurisdiction", &T::jurisdiction), field("period", &T::period),
                    field("purpose", &T::purpose)};
}
constexpr auto fields(Type<Fact>) {
  using T = Fact;
  return std::tuple{field("id", &T::id),       field("source", &T::source),
                    field("usage", &T::usage), field("evidence", &T::evidence),
                    field("note", &T::note),   field("where", &T::where)};
}
constexpr auto fields(Type<LevelRef>) {
  return std::tuple{field("framework", &LevelRef::framework), field("level", &LevelRef::level)};
}
constexpr auto fields(Type<Descriptor>) {
  using T = Descriptor;
  return std::tuple{field("dimension", &T::dimension), field("stage", &T::stage), field("text", &T::text)};
}
constexpr auto fields(Type<Level>) {
  using T = Level;
  return std::tuple{field("fact", &T::fact),
                    field("ref", &T::ref),
                    field("rank", &T::rank),
                    field("parent", &T::parent),
                    field("parallel_group", &T::parallel_group),
                    field("qualifications", &T::qualifications),
                    field("cycle", &T::cycle),
                    field("isced", &T::isced),
                    field("uri", &T::uri),
                    field("descriptors", &T::descriptors)};
}
constexpr auto fields(Type<Framework>) {
  using T = Framework;
  return std::tuple{field("fact", &T::fact),
                    field("id", &T::id),
                    field("title", &T::title),
                    field("native_title", &T::native_title),
                    field("acronym", &T::acronym),
                    field("region", &T::region),
                    field("country", &T::country),
                    field("type", &T::type),
                    field("series", &T::series),
                    field("legal_basis", &T::legal_basis),
                    field("authority", &T::authority),
                    field("status", &T::status),
                    field("uri", &T::uri),
                    field("levels", &T::levels)};
}
constexpr auto fields(Type<Label>) {
  return std::tuple{field("language", &Label::language), field("text", &Label::text)};
}
constexpr auto fields(Type<ClassCode>) {
  return std::tuple{field("scheme", &ClassCode::scheme), field("value", &ClassCode::value)};
}
constexpr auto fields(Type<LevelBand>) {
  using T = LevelBand;
  return std::tuple{field("scale", &T::scale), field("lowest", &T::lowest), field("highest", &T::highest)};
}
constexpr auto fields(Type<Competency>) {
  using T = Competency;
  return std::tuple{field("id", &T::id),
                    field("notation", &T::notation),
                    field("type", &T::type),
                    field("labels", &T::labels),
                    field("alternatives", &T::alternatives),
                    field("definitions", &T::definitions),
                    field("parents", &T::parents),
                    field("codes", &T::codes),
                    field("band", &T::band),
                    field("level", &T::level),
                    field("status", &T::status)};
}
constexpr auto fields(Type<CompetencyFramework>) {
  using T = CompetencyFramework;
  return std::tuple{field("id", &T::id),
                    field("title", &T::title),
                    field("version", &T::version),
                    field("language", &T::language),
                    field("publisher", &T::publisher),
                    field("licence", &T::licence),
                    field("source", &T::source),
                    field("entries", &T::entries)};
}
constexpr auto fields(Type<Mapping>) {
  using T = Mapping;
  return std::tuple{field("subject_id", &T::subject_id),
                    field("subject_label", &T::subject_label),
                    field("predicate_id", &T::predicate_id),
                    field("negated", &T::negated),
                    field("object_id", &T::object_id),
                    field("object_label", &T::object_label),
                    field("justification", &T::justification),
                    field("confidence", &T::confidence),
                    field("reviewer_agreement", &T::reviewer_agreement),
                    field("derived_from", &T::derived_from),
                    field("record_id", &T::record_id),
                    field("slots", &T::slots)};
}
constexpr auto fields(Type<MappingSet>) {
  using T = MappingSet;
  return std::tuple{field("id", &T::id),
                    field("title", &T::title),
                    field("version", &T::version),
                    field("license", &T::license),
                    field("subject_source", &T::subject_source),
                    field("subject_source_version", &T::subject_source_version),
                    field("object_source", &T::object_source),
                    field("object_source_version", &T::object_source_version),
                    field("confidence", &T::confidence),
                    field("curies", &T::curies),
                    field("chain_rules", &T::chain_rules),
                    field("slots", &T::slots),
                    field("source", &T::source),
                    field("mappings", &T::mappings)};
}
constexpr auto fields(Type<CurriculumCourse>) {
  using T = CurriculumCourse;
  return std::tuple{field("id", &T::id),
                    field("name", &T::name),
                    field("prefix", &T::prefix),
                    field("number", &T::number),
                    field("canonical_name", &T::canonical_name),
                    field("institution", &T::institution),
                    field("prerequisites", &T::prerequisites),
                    field("corequisites", &T::corequisites),
                    field("strict_corequisites", &T::strict_corequisites),
                    field("credits", &T::credits),
                    field("term", &T::term),
                    field("additional", &T::additional),
                    field("where", &T::where)};
}
constexpr auto fields(Type<Curriculum>) {
  using T = Curriculum;
  return std::tuple{
      field("title", &T::title),   field("plan", &T::plan),       field("institution", &T::institution),
      field("degree", &T::degree), field("cip", &T::cip),         field("system_as_written", &T::system_as_written),
      field("system", &T::system), field("courses", &T::courses), field("where", &T::where)};
}

}  // namespace crosswalk::store
