// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/conversion.hpp"
#include "lib/model/credit_system.hpp"
#include "lib/model/framework.hpp"
#include "lib/model/grade_method.hpp"
#include "lib/model/grading_scale.hpp"
#include "lib/model/microcredential.hpp"
#include "lib/model/qualification_type.hpp"
#include "lib/model/referencing.hpp"

namespace crosswalk::facts {

// Calendar version of the facts; answers without --as-of are given as of its date.
struct Release {
  std::string version;  // "2026.11.24"
  Date date;
  bool operator==(const Release&) const = default;
};

// A code that documents use for another one: the EU writes EL where ISO 3166 writes GR.
struct CountryAlias {
  Fact fact;
  std::string code, means;
  bool operator==(const CountryAlias&) const = default;
};

// Where a country stands on the tile map of reports, from the top left.
struct Tile {
  Fact fact;
  std::string country, title;
  int row = 0, column = 0;
  bool operator==(const Tile&) const = default;
};

// A topic of the EQF comparison with third countries; `asks` names what of the facts fills it.
struct TopicRecord {
  Fact fact;
  std::string title, asks;
  bool operator==(const TopicRecord&) const = default;
};

// What a shaky source says about a level whose label is proven: kept apart from the level.
struct LevelDetail {
  Fact fact;  // id is the level's
  LevelRef ref;
  std::string qualifications, cycle, isced;
  bool operator==(const LevelDetail&) const = default;
};

// All facts, each list in order of id; shaky ones among them, told by fact.evidence. Whoever answers leaves shaky ones
// out unless asked for them.
struct Facts {
  Release release;
  std::vector<Framework> frameworks;
  std::vector<LevelDetail> level_details;
  std::vector<Referencing> referencing;
  std::vector<QualificationType> qualification_types;
  std::vector<CreditSystem> credit_systems;
  std::vector<CreditConversion> conversions;
  std::vector<GradingScale> grading_scales;
  std::vector<GradeMethod> grade_methods;
  std::vector<IscedField> isced_fields;
  std::vector<MicrocredentialElement> microcredential_elements;
  std::vector<MicrocredentialPolicy> microcredential_policies;
  std::vector<CountryAlias> country_aliases;
  std::vector<Tile> tiles;
  std::vector<TopicRecord> comparison_topics;

  bool operator==(const Facts&) const = default;
};

}  // namespace crosswalk::facts
