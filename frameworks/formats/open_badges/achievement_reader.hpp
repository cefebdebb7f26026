// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/formats/document.hpp"
#include "frameworks/formats/json_reading.hpp"
#include "lib/diagnostics/finding_list.hpp"

namespace crosswalk::formats {

// Reads achievement credentials of the Open Badges 3 family, alone or inside a CLR, into one learner record and one
// catalogue: each credential is an attempt, each achievement it asserts an offering of its creator. Contexts are known
// by address and never fetched: terms mean what Open Badges 3.0, CLR 2.0 and the W3C's data model 1.1 and 2.0 say.
class AchievementReader {
 public:
  AchievementReader(std::string_view format, std::string_view file) : format_(format), file_(file), reading(file) {}

  // The credential around everything: contexts, issuer, dates, proof, learner. `subject` is its credentialSubject.
  void read_envelope(const syntax::Node& credential);
  void read_learner(const syntax::Node& subject);
  // One achievement credential; the index of its attempt, or nothing where it asserts no achievement.
  std::optional<std::size_t> add(const syntax::Node& credential);

  // An achievement that is described and not asserted: an offering only.
  void define(const syntax::Node& achievement);
  // The second is a part of the first: both are offerings that were read.
  void note_part(const std::string& whole, const std::string& part);
  [[nodiscard]] bool offers(const std::string& id) const { return offered_.contains(id); }

  void warn(const syntax::Node& where, std::string_view code, std::string text, Severity severity = Severity::warning);
  // A warning where the node does not have the type that stands there by the specification.
  void expect(const syntax::Node& node, std::string_view type);

  // A tree of its own (a token that was enclosed) whose values belong to the balance too; it outlives the reader.
  void also(const syntax::Node& root) { further_.push_back(&root); }

  // Everything as a document, with findings and the balance of values.
  ReadResult<Document> take(const syntax::Node& root);

 private:
  void read_contexts(const syntax::Node& credential);
  InstitutionId profile(const syntax::Node& node);
  std::string country(const syntax::Node& profile);
  std::optional<Date> date(const syntax::Node& parent, std::string_view key);
  void read_achievement(const syntax::Node& achievement, Attempt& attempt);
  void read_alignments(const syntax::Node& parent, Attempt& attempt);
  void read_results(const syntax::Node& subject, const syntax::Node* achievement, Attempt& attempt);
  void read_endorsements(const syntax::Node& parent, Attempt& attempt);
  void read_evidence(const syntax::Node& credential, Attempt& attempt);
  std::optional<StatedCredit> credit(const syntax::Node& parent, std::string_view key);
  void keep_attribute(const syntax::Node& parent, std::string_view key, std::string_view as, Attempt& attempt);
  void add_offering(const Attempt& attempt, const std::string& id);
  AttemptId unique_id(std::string wanted, const Attempt& attempt, const syntax::Node& where);

  std::string_view format_, file_;

 public:
  JsonReading reading;
  LearnerRecord record;

 private:
  std::vector<const syntax::Node*> further_;
  Catalogue catalogue_;
  FindingList findings_;
  std::map<std::string, int> times_;
  std::map<std::string, LanguageText> first_title_;  // by achievement
  std::map<std::string, std::size_t> offered_;       // place in the catalogue
};

}  // namespace crosswalk::formats
