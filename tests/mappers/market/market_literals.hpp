// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include "frameworks/formats/crosswalk_yaml/market.hpp"
#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "frameworks/formats/crosswalk_yaml/record.hpp"
#include "frameworks/formats/crosswalk_yaml/rules.hpp"
#include "lib/syntax/yaml.hpp"
#include "mappers/market/market.hpp"

namespace crosswalk::tests {

inline syntax::Node yaml(const std::string& text) { return syntax::parse_yaml(text, "literal.yaml", {}); }

// A question in YAML: a market, a programme, rules and a record, the last two perhaps empty.
struct Question {
  Catalogue market;
  Programme target;
  LearnerRecord record;
  std::unique_ptr<transfer::RuleIndex> rules;
  market::Options options;

  Question(const std::string& offerings, const std::string& programme, const std::string& rule_list = {},
           const std::string& attempts = {}) {
    market =
        formats::read_market(
            yaml("crosswalk: market/1\ncurrency: EUR\nproviders: [{id: home}, {id: away}, {id: other}]\n" + offerings),
            "market")
            .value.catalogue;
    target = formats::read_programme(
                 yaml("crosswalk: requirements/1\nid: p\ninstitution: home\nsystem: ECTS\n" + programme), "programme")
                 .value;
    record = formats::read_record_yaml(yaml("crosswalk: record/1\nissued: 2026-08-01\nattempts: [" + attempts + "]\n"),
                                       "record");
    if (!rule_list.empty())
      rules = std::make_unique<transfer::RuleIndex>(
          formats::read_rules(yaml("crosswalk: rules/1\nid: r\ninstitution: home\nsystem: ECTS\n" + rule_list), "rules")
              .value);
  }

  [[nodiscard]] market::Inputs inputs() const {
    market::Inputs out;
    out.market = &market;
    out.rules = rules.get();
    out.record = &record;
    out.targets = {&target};
    return out;
  }
  [[nodiscard]] market::Result answer() const { return market::find_pathways(inputs(), options); }
};

}  // namespace crosswalk::tests
