// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/facts/facts.hpp"

namespace crosswalk::facts {

// Answers look-ups over the facts of one facts.db. Read once, then constant: shareable between threads.
class Registry {
 public:
  // FactError where the file is missing, not a facts database, or of another layout.
  [[nodiscard]] static Registry open(const std::string& path);
  explicit Registry(Facts facts);

  [[nodiscard]] const Facts& facts() const { return facts_; }
  [[nodiscard]] const Release& release() const { return facts_.release; }

  // By id; null where unknown.
  [[nodiscard]] const Framework* framework(std::string_view id) const;
  [[nodiscard]] const CreditSystem* credit_system(std::string_view id) const;
  [[nodiscard]] const GradingScale* grading_scale(std::string_view id) const;
  [[nodiscard]] const GradeMethod* grade_method(std::string_view id) const;
  [[nodiscard]] const IscedField* isced_field(std::string_view code) const;

  // The published conversion from one system to another (never inverted or composed); null where none is recorded.
  [[nodiscard]] const CreditConversion* conversion(std::string_view from, std::string_view to) const;
  [[nodiscard]] std::vector<const QualificationType*> qualification_types(std::string_view framework) const;

  // Frameworks a person may mean: by id, series, acronym, country code (aliases such as EL obeyed) or title, letters
  // folded; several where the word is ambiguous ("AQF": Australia, Albania). In order of id.
  [[nodiscard]] std::vector<const Framework*> named(std::string_view word) const;
  // Likewise for credit systems: by id, else by title or unit.
  [[nodiscard]] std::vector<const CreditSystem*> credit_systems_named(std::string_view word) const;

 private:
  Facts facts_;
};

}  // namespace crosswalk::facts
