// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/formats/document.hpp"
#include "frameworks/formats/json_reading.hpp"
#include "lib/diagnostics/finding_list.hpp"

namespace crosswalk::formats::elm {

// Reads one European Digital Credential. A resource is described where it first stands; later it may be its identifier
// only. Claims are achievements, activities or assessments, each of which may hold parts: each becomes an attempt. What
// is specified of an achievement becomes an offering of its awarding body.
class CredentialReader {
 public:
  explicit CredentialReader(std::string_view file) : file_(file), reading_(file) {}
  ReadResult<Document> read(const syntax::Node& root, const syntax::Node& credential, const std::string& envelope);

 private:
  using Node = syntax::Node;
  void warn(const Node& where, std::string_view code, std::string text, Severity severity = Severity::warning);
  void index(const Node& node);
  const Node& described(const Node& node);
  std::vector<const Node*> resources(const Node& parent, std::string_view key);
  const Node* resource(const Node& parent, std::string_view key);

  void read_credential(const Node& credential);
  void read_learner(const Node& subject);
  void read_claim(const Node& claim, std::optional<std::size_t> parent);
  void read_claims(const std::vector<const Node*>& claims, std::optional<std::size_t> parent);
  void read_award(const Node& claim, Attempt& attempt);
  void read_assessment(const Node& assessment, Attempt& attempt);
  void read_activity(const Node& activity, Attempt& attempt);
  void read_specification(const Node& specification, Attempt& attempt);
  void read_credit(const Node& point, Attempt& attempt);
  void read_outcomes(const Node& specification, Attempt& attempt);
  void read_duration(const Node& parent, std::string_view key, Attempt& attempt);
  void read_period(const Node& claim, Attempt& attempt);
  void read_further(const Node& node, Attempt& attempt);
  void add_offering(const Node& specification, const Attempt& attempt);

  InstitutionId organisation(const Node& node);
  std::string country(const Node& organisation);
  std::optional<Date> date(const Node& parent, std::string_view key);
  std::string concept_label(const Node& parent, std::string_view key);
  std::string concept_code(const Node& parent, std::string_view key);
  std::string note(const Node& parent, std::string_view key);
  void add_attribute(Attempt& attempt, std::string_view name, const std::string& value);
  AttemptId unique_id(std::string wanted);

  std::string file_;
  JsonReading reading_;
  FindingList findings_;
  LearnerRecord record_;
  Catalogue catalogue_;
  std::map<std::string, const Node*> by_id_;
  std::map<std::string, int> times_;
  std::set<std::string> offered_;
  std::set<const Node*> claims_;       // read
  std::size_t depth_ = 0;              // of the claim at hand
  std::set<const Node*> assessments_;  // parts read of the achievement at hand
};

}  // namespace crosswalk::formats::elm
