// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/rule.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats::assist {

// An agreement with its parts unfolded, whichever variant it came in.
struct Agreement {
  std::string name, type, year;  // "Mathematics B.S.", "Major", "2024-2025"
  syntax::Node sending, receiving, academic_year, articulations, template_assets;
};

// A member that is an object, or a string holding one as JSON; null where absent.
[[nodiscard]] syntax::Node unfolded(const syntax::Node& parent, std::string_view key, std::string_view file);

[[nodiscard]] std::string text_of(const syntax::Node& node, std::string_view key);       // "" where absent or null
[[nodiscard]] std::string institution_name(const syntax::Node& institution);             // the last name listed
[[nodiscard]] std::string trimmed_text(const syntax::Node& node, std::string_view key);  // codes are padded with blanks
[[nodiscard]] CourseCode course_code(const syntax::Node& course);          // prefix and number, a number may be one
[[nodiscard]] std::string credit_system(const syntax::Node& institution);  // of its termType
[[nodiscard]] std::vector<std::string> contents(const syntax::Node& node, std::string_view key);  // attribute texts

// What one articulation becomes. `denied` and "no articulation" are rules without credit.
class RuleMaker {
 public:
  RuleMaker(const Agreement& agreement, RuleSet& set, LossReport& loss);
  // `holder` has the receiving side (course or series) and the sending articulation.
  void add(const syntax::Node& holder, const std::string& group);

 private:
  Condition sending(const syntax::Node& articulation);
  Condition group(const syntax::Node& group);
  Condition course(const syntax::Node& course);
  void add_awards(const syntax::Node& holder, Rule& rule);
  Award award(const syntax::Node& course);
  void add_cross_listings(const CourseCode& code, const syntax::Node& listed, const InstitutionId& at);
  void note_denied(const syntax::Node& articulation, const Rule& rule);

  const Agreement& agreement_;
  RuleSet& set_;
  LossReport& loss_;
  InstitutionId from_, to_;
  std::vector<std::string> words_;  // conditions in plain words met on the way
  std::map<std::string, int> names_;
};

// The programme that the template's sections describe, in the receiving institution's courses; cells without an
// articulation are counted as unlisted.
[[nodiscard]] Programme programme(const Agreement& agreement, const RuleSet& set, LossReport& loss);

}  // namespace crosswalk::formats::assist
