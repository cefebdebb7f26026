// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "frameworks/formats/elmo/attachment_content.hpp"
#include "frameworks/formats/elmo/elmo_places.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {

// Reads one <elmo> element from XML events, in constant memory: attempts are handed to `sink` as their elements end.
// Used by elmo itself and by formats that embed it (EWP): those pass on the events from <elmo> to </elmo>.
class ElmoReader : public syntax::XmlHandler {
 public:
  ElmoReader(std::string_view file, Format::Attempts sink);

  void start(const syntax::XmlElement& element) override;
  void text(std::string_view piece) override;
  void end(std::string_view name, std::string_view space) override;

  [[nodiscard]] bool inside() const { return !frames_.empty(); }  // an <elmo> is open
  // The record without its attempts, after </elmo>; the reader can then read a further one.
  [[nodiscard]] ReadResult<LearnerRecord> take();

 private:
  struct Frame {
    ElmoPlace place = ElmoPlace::document;
    ElmoField field = ElmoField::none;
  };
  struct Open {  // an attempt whose element has not ended
    std::size_t index = 0;
    Attempt attempt;
    std::string scheme;  // gradingSchemeLocalId, which may precede or follow the result
  };

  void begin_document(const syntax::XmlElement& element);
  void begin(const ElmoEntry& entry, const syntax::XmlElement& element);
  void begin_specification();
  void begin_category(const syntax::XmlElement& element);
  void begin_attachment();
  void skip(const syntax::XmlElement& element);
  void end_skipped();
  void end_place(ElmoPlace place);
  void end_specification();
  void end_attachment();
  void end_credit();
  void end_level();
  void end_shortened_grading();
  void end_report();

  void field(ElmoPlace parent, ElmoField field);
  void learner_field(ElmoField field);
  void issuer_field(ElmoField field);
  void report_field(ElmoField field);
  void specification_field(ElmoField field);
  void instance_field(ElmoField field);
  void term_field(ElmoField field);
  void attachment_field(ElmoField field);
  void add_title(LanguageText& titles, std::string_view what);
  void read_birth();
  void read_status();
  void read_start(Attempt& attempt);
  [[nodiscard]] std::optional<Date> date(std::string_view what);
  void name_attempt(Open& open);

  [[nodiscard]] Location here() const;
  void warn(std::string_view code, std::string text);
  [[nodiscard]] Attempt& attempt() { return open_.back().attempt; }

  std::string file_;
  Format::Attempts sink_;
  std::vector<Frame> frames_;
  std::string space_;  // the document's own namespace; elements of others are skipped
  std::uint32_t line_ = 0, column_ = 0;

  // the text element being read
  std::string text_, type_, language_, pattern_, scheme_;
  // the element being skipped: how deep, what it is called, whether it held anything
  std::string skipped_path_;
  std::size_t skipped_depth_ = 0;
  bool skipped_something_ = false;

  ReadResult<LearnerRecord> result_;
  FindingList findings_;
  std::map<std::string, std::uint64_t, std::less<>> losses_;  // by path
  std::size_t next_index_ = 0, reports_ = 0, signatures_ = 0, attachments_ = 0;
  std::vector<Open> open_;
  // How often an attempt identifier was given, by its digest: one that meets another's by chance is numbered
  // needlessly.
  std::unordered_map<std::uint64_t, std::uint32_t> times_;
  Institution issuer_;
  InstitutionId current_issuer_;
  Learner in_report_;  // a learner found inside a report
  bool learner_in_report_ = false, reading_report_learner_ = false;
  StatedCredit credit_;
  std::optional<std::string> credit_value_;
  StatedLevel level_;
  std::vector<std::string> percentages_;
  Attachment attachment_;
  AttachmentContent content_;
  std::string recognition_status_;
};

// Editions by the document's namespace: "1", "2", "1.3.0", "none", "pre-1.0", or the namespace itself where it is
// unknown.
[[nodiscard]] std::string elmo_edition(std::string_view space);

}  // namespace crosswalk::formats
