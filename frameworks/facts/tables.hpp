// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "frameworks/facts/database.hpp"
#include "frameworks/facts/fields.hpp"

namespace crosswalk::facts {

// facts.db as tables: a Database taken apart into rows, one vector a table, and put together again. `each` walks the
// tables in their order with their names.
struct Tables {
  std::vector<Framework> frameworks;  // their levels stand in `levels`
  std::vector<Level> levels;
  std::vector<DescriptorRow> descriptors;
  std::vector<LevelDetail> level_details;
  std::vector<Referencing> referencing;
  std::vector<QualificationType> qualification_types;
  std::vector<AtLevelRow> at_level;
  std::vector<CreditSystem> credit_systems;
  std::vector<CreditConversion> conversions;
  std::vector<GradingScale> grading_scales;
  std::vector<BandRow> bands;
  std::vector<GradeMethod> grade_methods;
  std::vector<RoundingRow> roundings;
  std::vector<ShareRow> shares;
  std::vector<PairRow> pairs;
  std::vector<ExampleRow> examples;
  std::vector<IscedField> isced_fields;
  std::vector<MicrocredentialElement> microcredential_elements;
  std::vector<MicrocredentialPolicy> microcredential_policies;
  std::vector<CountryAlias> country_aliases;
  std::vector<Tile> tiles;
  std::vector<TopicRecord> comparison_topics;
  std::vector<CheckRow> checks;

  template <class Self, class Visit>
  static void each(Self& self, Visit visit) {
    visit("framework", self.frameworks);
    visit("level", self.levels);
    visit("descriptor", self.descriptors);
    visit("level_detail", self.level_details);
    visit("referencing", self.referencing);
    visit("qualification_type", self.qualification_types);
    visit("at_level", self.at_level);
    visit("credit_system", self.credit_systems);
    visit("credit_conversion", self.conversions);
    visit("grading_scale", self.grading_scales);
    visit("grade_band", self.bands);
    visit("grade_method", self.grade_methods);
    visit("grade_rounding", self.roundings);
    visit("grade_share", self.shares);
    visit("grade_pair", self.pairs);
    visit("grade_example", self.examples);
    visit("isced_field", self.isced_fields);
    visit("microcredential_element", self.microcredential_elements);
    visit("microcredential_policy", self.microcredential_policies);
    visit("country_alias", self.country_aliases);
    visit("tile", self.tiles);
    visit("comparison_topic", self.comparison_topics);
    visit("check_query", self.checks);
  }
};

[[nodiscard]] Tables take_apart(const Database& database);
[[nodiscard]] Database put_together(Tables tables);

}  // namespace crosswalk::facts
