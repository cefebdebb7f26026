// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "lib/store/framework_fields.hpp"
#include "lib/store/record_fields.hpp"

// The kinds of record a workspace keeps, one Kept<Value> each: its tables, what names it, and the long list that is
// kept row by row (a programme and a framework have none). A further kind: its fields, one Kept here, one migration.
namespace crosswalk::store {

template <class Value>
struct Kept;

// Values without a list of their own rows.
struct NoMember {};

// What a search finds a rule by: its title, the codes and institutions it matches, what it awards.
[[nodiscard]] std::string words(const Rule& rule);
// Whether a rule may match a course whose code is not among its words (rule_lookup.hpp).
[[nodiscard]] bool is_open(const Rule& rule);
[[nodiscard]] std::string words(const Competency& competency);
[[nodiscard]] std::string words(const Attempt& attempt);
[[nodiscard]] std::string words(const Offering& offering);
[[nodiscard]] std::string words(const Mapping& mapping);
[[nodiscard]] std::string words(const CurriculumCourse& course);

template <>
struct Kept<LearnerRecord> {
  using Member = Attempt;
  static constexpr std::string_view kind = "transcript", table = "learner_record", member_table = "attempt";
  static constexpr bool searched = false;
  static constexpr auto members = &LearnerRecord::attempts;
  static std::string name(const LearnerRecord& record) {
    return record.learner.ids.empty() ? std::string() : record.learner.ids.front().value;
  }
  static std::string title(const LearnerRecord& record) { return record.learner.given + " " + record.learner.family; }
  static std::string member_name(const Attempt& attempt) { return attempt.id.text; }
};

template <>
struct Kept<Catalogue> {
  using Member = Offering;
  static constexpr std::string_view kind = "catalogue", table = "catalogue", member_table = "offering";
  static constexpr bool searched = false;
  static constexpr auto members = &Catalogue::offerings;
  static std::string name(const Catalogue& catalogue) { return catalogue.title; }
  static std::string title(const Catalogue& catalogue) { return catalogue.title; }
  static std::string member_name(const Offering& offering) { return offering.id.text; }
};

template <>
struct Kept<RuleSet> {
  using Member = Rule;
  static constexpr std::string_view kind = "rules", table = "rule_set", member_table = "rule";
  static constexpr bool searched = true;
  static constexpr auto members = &RuleSet::rules;
  static std::string name(const RuleSet& set) { return set.id; }
  static std::string title(const RuleSet& set) { return set.title; }
  static std::string member_name(const Rule& rule) { return rule.id.text; }
};

template <>
struct Kept<Programme> {
  using Member = NoMember;
  static constexpr std::string_view kind = "programme", table = "programme";
  static std::string name(const Programme& programme) { return programme.id.text; }
  static std::string title(const Programme& programme) { return programme.title; }
};

template <>
struct Kept<Framework> {
  using Member = NoMember;
  static constexpr std::string_view kind = "framework", table = "framework";
  static std::string name(const Framework& framework) { return framework.id.text; }
  static std::string title(const Framework& framework) { return framework.title; }
};

template <>
struct Kept<CompetencyFramework> {
  using Member = Competency;
  static constexpr std::string_view kind = "competencies", table = "competency_framework", member_table = "competency";
  static constexpr bool searched = true;
  static constexpr auto members = &CompetencyFramework::entries;
  static std::string name(const CompetencyFramework& framework) { return framework.id; }
  static std::string title(const CompetencyFramework& framework) { return framework.title; }
  static std::string member_name(const Competency& competency) { return competency.id; }
};

template <>
struct Kept<MappingSet> {
  using Member = Mapping;
  static constexpr std::string_view kind = "mappings", table = "mapping_set", member_table = "mapping";
  static constexpr bool searched = false;
  static constexpr auto members = &MappingSet::mappings;
  static std::string name(const MappingSet& set) { return set.id; }
  static std::string title(const MappingSet& set) { return set.title; }
  static std::string member_name(const Mapping& mapping) { return mapping.record_id; }
};

template <>
struct Kept<Curriculum> {
  using Member = CurriculumCourse;
  static constexpr std::string_view kind = "curriculum", table = "curriculum", member_table = "curriculum_course";
  static constexpr bool searched = false;
  static constexpr auto members = &Curriculum::courses;
  static std::string name(const Curriculum& curriculum) { return curriculum.title; }
  static std::string title(const Curriculum& curriculum) { return curriculum.title; }
  static std::string member_name(const CurriculumCourse& course) { return course.id; }
};

template <class Value>
concept HasMembers = !std::is_same_v<typename Kept<Value>::Member, NoMember>;

}  // namespace crosswalk::store
