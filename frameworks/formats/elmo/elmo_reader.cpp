// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elmo/elmo_reader.hpp"

#include <cassert>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/institution_id.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view root_space = "https://github.com/emrex-eu/elmo-schemas/tree/";

}  // namespace

std::string elmo_edition(std::string_view space) {
  if (space.empty()) return "none";
  if (space == "http://purl.org/net/elmo") return "pre-1.0";
  if (space.starts_with(root_space) && space.substr(root_space.size()).starts_with('v'))
    return std::string(space.substr(root_space.size() + 1));
  return std::string(space);
}

ElmoReader::ElmoReader(std::string_view file, Format::Attempts sink) : file_(file), sink_(std::move(sink)) {}

Location ElmoReader::here() const { return Location{file_, line_, column_, {}, {}}; }

void ElmoReader::warn(std::string_view code, std::string text) {
  findings_.warn("elmo." + std::string(code), here(), std::move(text));
}

void ElmoReader::start(const syntax::XmlElement& element) {
  if (skipped_depth_ > 0) {
    ++skipped_depth_;
    skipped_something_ = true;
    return;
  }
  line_ = element.line;
  column_ = element.column;
  if (frames_.empty()) return begin_document(element);
  const ElmoPlace parent = frames_.back().place;
  const ElmoEntry* entry = element.space == space_ ? elmo_entry(parent, element.name) : nullptr;
  if (entry == nullptr) return skip(element);
  begin(*entry, element);
}

void ElmoReader::begin_document(const syntax::XmlElement& element) {
  space_ = element.space;
  frames_.push_back({ElmoPlace::elmo, ElmoField::none});
  result_.value.format = "elmo";
  result_.value.dialect = elmo_edition(space_);
  const std::string& edition = result_.value.dialect;
  if (edition != "1" && edition != "2" && edition != "pre-1.0")
    warn("namespace", edition == "none"
                          ? "the elements are in no namespace; read as ELMO"
                          : "namespace '" + space_ + "' is none the standard defines; read as ELMO all the same");
}

void ElmoReader::begin(const ElmoEntry& entry, const syntax::XmlElement& element) {
  frames_.push_back({entry.place, entry.field});
  switch (entry.place) {
    case ElmoPlace::text: {
      text_.clear();
      const auto value = [&element](std::string_view name) {
        const syntax::XmlAttribute* found = element.attribute(name);
        return found == nullptr ? std::string_view() : found->value;
      };
      type_ = value("type");
      language_ = value("lang");
      pattern_ = value("dtf");
      scheme_ = value("scheme");
      if (entry.field == ElmoField::content) content_.begin();
      if (element.name == "category") begin_category(element);
      break;
    }
    case ElmoPlace::specification:
      begin_specification();
      break;
    case ElmoPlace::report:
      ++reports_;
      break;
    case ElmoPlace::issuer:
      issuer_ = {};
      break;
    case ElmoPlace::learner:
      reading_report_learner_ = frames_[frames_.size() - 2].place == ElmoPlace::report;
      break;
    case ElmoPlace::credit:
      credit_ = {};
      credit_value_.reset();
      break;
    case ElmoPlace::level:
      level_ = {};
      break;
    case ElmoPlace::shortened_grading:
      percentages_.clear();
      break;
    case ElmoPlace::distribution:
      attempt().distribution.emplace();
      break;
    case ElmoPlace::attachment:
      begin_attachment();
      break;
    case ElmoPlace::recognition:
      recognition_status_.clear();
      break;
    case ElmoPlace::grading_scheme:
      if (const auto* id = element.attribute("localId"))
        result_.value.scales[std::string(id->value)].id = std::string(id->value);
      break;
    case ElmoPlace::document:
    case ElmoPlace::elmo:
    case ElmoPlace::specifies:
    case ElmoPlace::instance:
    case ElmoPlace::has_part:
    case ElmoPlace::term:
    case ElmoPlace::references:
    case ElmoPlace::report_status:
    case ElmoPlace::supplement:
    case ElmoPlace::recognition_result:
    case ElmoPlace::skipped:
      break;
  }
}

void ElmoReader::begin_specification() {
  Open open;
  open.index = next_index_++;
  open.attempt.where = here();
  open.attempt.institution = current_issuer_;
  if (!open_.empty()) open.attempt.parent = open_.back().index;
  if (!recognition_status_.empty()) {
    open.attempt.origin = Origin::transfer;
    open.attempt.attributes["recognition"] = recognition_status_;
  }
  open_.push_back(std::move(open));
}

void ElmoReader::begin_category(const syntax::XmlElement& element) {
  const auto* label = element.attribute("label");
  const auto* count = element.attribute("count");
  const auto times = count == nullptr ? std::nullopt : Rational::parse(count->value);
  const std::string name = label == nullptr ? std::string() : std::string(label->value);
  if (!times || !times->is_whole() || times->sign() < 0) {
    warn("distribution-count", "result distribution gives '" + name + "' the count '" +
                                   (count == nullptr ? std::string() : std::string(count->value)) +
                                   "', which is no number of people; the category is left out");
    return;
  }
  attempt().distribution->categories.push_back({name, times->numerator()});
}

void ElmoReader::begin_attachment() {
  attachment_ = {};
  ++attachments_;
}

void ElmoReader::skip(const syntax::XmlElement& element) {
  frames_.push_back({ElmoPlace::skipped, ElmoField::none});
  const ElmoPlace parent = frames_[frames_.size() - 2].place;
  skipped_path_ = std::string(name(parent)) + "/" + std::string(element.name);
  skipped_depth_ = 1;
  skipped_something_ = !element.attributes.empty() || element.space != space_;
  if (element.name == "Signature") ++signatures_;
}

void ElmoReader::end_skipped() {
  if (--skipped_depth_ > 0) return;
  frames_.pop_back();
  if (!skipped_something_) return;
  const auto entry = losses_.find(skipped_path_);
  if (entry == losses_.end())
    losses_.emplace(skipped_path_, 1);
  else
    ++entry->second;
}

void ElmoReader::text(std::string_view piece) {
  if (frames_.empty()) return;
  if (skipped_depth_ > 0) {
    if (piece.find_first_not_of(" \t\r\n") != std::string_view::npos) skipped_something_ = true;
    return;
  }
  const Frame& frame = frames_.back();
  if (frame.place != ElmoPlace::text) return;
  if (frame.field == ElmoField::content)
    content_.add(piece);
  else
    text_ += piece;
}

void ElmoReader::end(std::string_view, std::string_view) {
  if (frames_.empty()) return;
  if (skipped_depth_ > 0) return end_skipped();
  const Frame frame = frames_.back();
  frames_.pop_back();
  if (frame.place == ElmoPlace::text)
    field(frames_.back().place, frame.field);
  else
    end_place(frame.place);
}

void ElmoReader::end_place(ElmoPlace place) {
  switch (place) {
    case ElmoPlace::specification:
      end_specification();
      break;
    case ElmoPlace::attachment:
      end_attachment();
      break;
    case ElmoPlace::credit:
      end_credit();
      break;
    case ElmoPlace::level:
      end_level();
      break;
    case ElmoPlace::shortened_grading:
      end_shortened_grading();
      break;
    case ElmoPlace::recognition:
      recognition_status_.clear();
      break;
    case ElmoPlace::report:
      end_report();
      break;
    case ElmoPlace::issuer:
      issuer_.id = institution_id(issuer_);
      current_issuer_ = issuer_.id;
      if (result_.value.institution(issuer_.id) == nullptr) result_.value.institutions.push_back(issuer_);
      break;
    case ElmoPlace::learner:
      if (reading_report_learner_) learner_in_report_ = true;
      reading_report_learner_ = false;
      break;
    case ElmoPlace::document:
    case ElmoPlace::elmo:
    case ElmoPlace::specifies:
    case ElmoPlace::instance:
    case ElmoPlace::has_part:
    case ElmoPlace::term:
    case ElmoPlace::distribution:
    case ElmoPlace::grading_scheme:
    case ElmoPlace::references:
    case ElmoPlace::report_status:
    case ElmoPlace::supplement:
    case ElmoPlace::recognition_result:
    case ElmoPlace::text:
    case ElmoPlace::skipped:
      break;
  }
}

void ElmoReader::end_report() {
  if (!learner_in_report_) return;
  learner_in_report_ = false;
  if (result_.value.dialect != "pre-1.0")
    warn("learner-in-report", "a learner stands inside a report; the standard puts it before the reports");
  Learner& learner = result_.value.learner;
  if (learner == Learner{})
    learner = in_report_;
  else if (in_report_ != Learner{} && in_report_ != learner)
    warn("learner-differs", "the learner inside this report is not the one before the reports, whose record this is");
  in_report_ = {};
}

ReadResult<LearnerRecord> ElmoReader::take() {
  assert(!inside());  // the parser balances elements
  LearnerRecord& record = result_.value;
  if (record.learner.given.empty() && record.learner.family.empty())
    findings_.warn("elmo.no-learner", Location{file_, {}, {}, {}, {}}, "the learner has no name");
  const auto note = [&record](const char* key, std::size_t count) {
    if (count > 0) record.attributes[key] = std::to_string(count);
  };
  note("reports", reports_);
  note("signatures", signatures_);
  for (const auto& [path, count] : losses_) result_.loss.add(path, "not part of the record's model", count);
  result_.diagnostics = findings_.take(file_);
  ReadResult<LearnerRecord> done = std::move(result_);
  *this = ElmoReader(file_, std::move(sink_));
  return done;
}

}  // namespace crosswalk::formats
