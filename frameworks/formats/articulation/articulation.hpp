// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/rule.hpp"

namespace crosswalk::formats {

// Pieces that every table of equivalencies shares, whatever format it came in.

// Term codes of registrars: "F2016", "Sp2020", "Su1999", "W2001" (ASSIST); "202103" (year, then 01 spring, 02 summer,
// 03 fall); month of the date is the term's first. Absent for an empty or other text.
[[nodiscard]] std::optional<Date> term_start(std::string_view code);
// "11/22/21", "1/3/2023", "11/30/22 11:08" (month first); two-digit years are 2000 to 2099.
[[nodiscard]] std::optional<Date> us_date(std::string_view text);
// The last month before a date's month, so that a period can end where the next begins.
[[nodiscard]] Date month_before(const Date& date);

// The words of a piece of HTML: tags out, entities resolved, blanks single.
[[nodiscard]] std::string plain_words(std::string_view html);

// Codes that are no course but coded credit: "CON X3002", "HIST2EC", "AEM X100".
[[nodiscard]] bool is_generic_code(const CourseCode& code);

[[nodiscard]] Award course_award(CourseCode code, std::string title, std::optional<Rational> credits);

// Adds an institution once; its id is its name as printed, so that it meets transcripts that print the same name.
InstitutionId add_institution(RuleSet& set, const std::string& name, std::vector<ForeignId> ids = {});

// Identifiers made of readable parts, unique within a rule set: a second "a>b:MATH 1" becomes "a>b:MATH 1#2".
class RuleNames {
 public:
  [[nodiscard]] RuleId unique(const std::string& wanted);

 private:
  std::map<std::string, int> used_;
};

}  // namespace crosswalk::formats
