// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/rule.hpp"

namespace crosswalk::reports {

struct ListedRule {
  std::string document, set;
  Rule rule;
};

struct ListedRuleSet {
  std::string document, id, title;
};

// What `rules list`, `rules show` and `rules find` answer.
struct RuleListing {
  std::vector<ListedRuleSet> sets;
  std::vector<ListedRule> rules;
  std::size_t left_out = 0;  // rules that fit and are not shown
  bool at_least = false;     // left_out is a lower bound: counting went no further
  bool in_full = false;      // show: everything about each rule
};

[[nodiscard]] std::string rule_listing_text(const RuleListing& listing);
[[nodiscard]] std::string rule_listing_json(const RuleListing& listing);
[[nodiscard]] std::string rule_listing_csv(const RuleListing& listing);
[[nodiscard]] std::string rule_listing_html(const RuleListing& listing);

// "MATH 20 (4), BIOL elective (2)", "no credit", "a person decides".
[[nodiscard]] std::string awards_text(const Rule& rule);

// What it takes; of a rule that nothing can match, why ("No Course Articulated").
[[nodiscard]] std::string match_text(const Rule& rule);

}  // namespace crosswalk::reports
