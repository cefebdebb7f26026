// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>

#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"

namespace oracle {

enum class Rule {
  courses,
  credits,
  either,
  both,
  range,
  choose_parts,
  areas,
  nested_all,
  nested_any,
  nested_choose,
  share_any,
  share_default,
  exclusive,
  shared_maximum,
  minimum_grade,
  unit_band,
  average,
  maximum,
  leaf_maximum,
  level_minimum,
  distinct,
  spread,
  each_minimum,
  residency_share,
  last,
  uses,
  unique,
  times,
  unfinished,
  total,
  optional,
  words,
  waiver,
  substitution,
  insertion,
  blocked_course,
  including,
  conditional,
  applicability,
  other_block,
  algebra,
  fractions,
  number_of_rules
};

[[nodiscard]] std::string name(Rule rule);

struct Case {
  crosswalk::LearnerRecord record;
  crosswalk::Programme programme;
};

// At most nine courses and eight requirements; both rules appear where they can. The same numbers give the same case.
[[nodiscard]] Case random_case(std::mt19937& random, Rule a, Rule b);

}  // namespace oracle
