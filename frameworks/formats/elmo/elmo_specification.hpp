// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {

// Attempts as learningOpportunitySpecification elements of one edition.
class ElmoSpecifications {
 public:
  ElmoSpecifications(const LearnerRecord& record, std::string space, bool second, LossReport& loss);

  // Whether ELMO can say how it ended.
  [[nodiscard]] static bool writable(const Attempt& attempt);
  // The element of an attempt with its parts below it.
  [[nodiscard]] syntax::XmlTree element(std::size_t index) const;
  // The indices of the attempts without parent, of an institution.
  [[nodiscard]] std::vector<std::size_t> roots(const InstitutionId& institution) const;

 private:
  [[nodiscard]] syntax::XmlTree instance(const Attempt& attempt) const;
  void add_term(const Attempt& attempt, syntax::XmlTree& into) const;
  void add_result(const Attempt& attempt, syntax::XmlTree& into) const;
  void add_credits(const Attempt& attempt, syntax::XmlTree& into) const;
  void add_date(syntax::XmlTree& into, const char* name, const std::optional<Date>& date) const;

  const LearnerRecord& record_;
  std::string space_;
  bool second_;
  LossReport& loss_;
  std::vector<std::vector<std::size_t>> parts_;
};

// Building blocks of the writer.
[[nodiscard]] syntax::XmlTree elmo_element(const std::string& space, std::string name, std::string text = {});
void add_text(syntax::XmlTree& into, const char* name, const std::string& text);  // nothing where it is empty
void add_titles(syntax::XmlTree& into, const LanguageText& titles);
void add_identifiers(syntax::XmlTree& into, const std::vector<ForeignId>& ids);

}  // namespace crosswalk::formats
