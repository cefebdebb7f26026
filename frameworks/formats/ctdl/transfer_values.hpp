// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "frameworks/formats/ctdl/offerings.hpp"
#include "frameworks/formats/ctdl/statements.hpp"
#include "lib/model/rule.hpp"

namespace crosswalk::formats::ctdl {

// Transfer value profiles as rules: what the value is from is the match, what it is for the award, with its credit; a
// description is a condition that a person must judge. Transfer agreements name the two sides. Nothing where the
// document holds neither. Findings: ctdl.no-value, ctdl.no-source (nothing says what the value is for having done),
// ctdl.alternatives (several values for one subject: the first is awarded).
class TransferValueBuilder {
 public:
  TransferValueBuilder(Statements& statements, OfferingBuilder& offerings)
      : statements_(statements), offerings_(offerings) {}

  [[nodiscard]] std::optional<RuleSet> build();

 private:
  Rule rule(const Resource& profile);
  void read_match(const Resource& profile, Rule& rule);
  Condition match_of(const std::string& id, Rule& rule);
  void read_awards(const Resource& profile, Rule& rule);
  void read_agreement(const Resource& agreement, RuleSet& set);

  Statements& statements_;
  OfferingBuilder& offerings_;
};

}  // namespace crosswalk::formats::ctdl
