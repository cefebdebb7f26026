// SPDX-License-Identifier: Apache-2.0
// What ElmoReader does with the text of elements.
#include <algorithm>
#include <array>
#include <cctype>
#include <functional>

#include "frameworks/formats/elmo/elmo_reader.hpp"
#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "frameworks/formats/stated_date.hpp"

namespace crosswalk::formats {
namespace {

AttemptKind kind_of(std::string_view type) {
  const std::string word = folded(type);
  if (word.find("degree") != std::string::npos) return AttemptKind::programme;
  if (word == "module") return AttemptKind::module;
  if (word == "class") return AttemptKind::class_part;
  if (word == "course" || word.empty()) return AttemptKind::course;
  return AttemptKind::other;
}

// The identifier that is the course's own: not a running number of the producer (elmo, nus), a version, a subject.
const ForeignId* own_identifier(const std::vector<ForeignId>& ids) {
  static constexpr std::array<std::string_view, 2> best{"coursecode", "local"};
  static constexpr std::array<std::string_view, 5> never{"elmo", "nus", "courseversion", "subjectarea", "ewp-loi-id"};
  for (const std::string_view scheme : best)
    for (const ForeignId& id : ids)
      if (folded(id.scheme) == scheme && !id.value.empty()) return &id;
  for (const ForeignId& id : ids)
    if (!id.value.empty() && std::ranges::find(never, folded(id.scheme)) == never.end()) return &id;
  return nullptr;
}

// A machine's identifier (one that holds a UUID) is nobody's course code.
bool is_code(std::string_view id) {
  if (id.size() < 36) return true;
  const std::string_view tail = id.substr(id.size() - 36);
  for (std::size_t i = 0; i < tail.size(); ++i) {
    const bool dash = i == 8 || i == 13 || i == 18 || i == 23;
    if (dash ? tail[i] != '-' : std::isxdigit(static_cast<unsigned char>(tail[i])) == 0) return true;
  }
  return false;
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

}  // namespace

void ElmoReader::field(ElmoPlace parent, ElmoField field) {
  if (field != ElmoField::title && field != ElmoField::description && field != ElmoField::content) {
    // most texts have nothing to trim
    if (!text_.empty() && (text_.front() <= ' ' || text_.back() <= ' ')) text_ = trimmed(text_);
  }
  switch (parent) {
    case ElmoPlace::elmo:
      if (field == ElmoField::generated_date) result_.value.attributes["generated"] = text_;
      break;
    case ElmoPlace::learner:
      learner_field(field);
      break;
    case ElmoPlace::report:
    case ElmoPlace::report_status:
    case ElmoPlace::recognition:
      report_field(field);
      break;
    case ElmoPlace::issuer:
      issuer_field(field);
      break;
    case ElmoPlace::specification:
      specification_field(field);
      break;
    case ElmoPlace::instance:
      instance_field(field);
      break;
    case ElmoPlace::term:
      term_field(field);
      break;
    case ElmoPlace::attachment:
      attachment_field(field);
      break;
    case ElmoPlace::shortened_grading:
      percentages_.push_back(text_);
      break;
    case ElmoPlace::references:
      attempt().attributes["attachment_ref"] = text_;
      break;
    case ElmoPlace::credit:
      if (field == ElmoField::scheme) credit_.system_as_written = text_;
      if (field == ElmoField::level) credit_.level = text_;
      if (field == ElmoField::value) credit_value_ = text_;
      break;
    case ElmoPlace::level:
      if (field == ElmoField::type) level_.scheme = text_;
      if (field == ElmoField::value) level_.value = text_;
      if (field == ElmoField::description) level_.description = one_line(text_);
      break;
    case ElmoPlace::distribution:
      if (field == ElmoField::description && attempt().distribution->description.empty())
        attempt().distribution->description = one_line(text_);
      break;
    case ElmoPlace::grading_scheme:
      ++losses_["gradingScheme/description"];
      break;
    case ElmoPlace::document:
    case ElmoPlace::specifies:
    case ElmoPlace::has_part:
    case ElmoPlace::supplement:
    case ElmoPlace::recognition_result:
    case ElmoPlace::text:
    case ElmoPlace::skipped:
      break;
  }
}

void ElmoReader::learner_field(ElmoField field) {
  Learner& learner = reading_report_learner_ ? in_report_ : result_.value.learner;
  if (field == ElmoField::citizenship) learner.citizenship = text_;
  if (field == ElmoField::identifier) learner.ids.push_back({type_, text_});
  if (field == ElmoField::given_names) learner.given = one_line(text_);
  if (field == ElmoField::family_name) learner.family = one_line(text_);
  // pre-1.0 may give the full name only, or beside the parts
  if (field == ElmoField::full_name && learner.given.empty() && learner.family.empty()) learner.given = one_line(text_);
  if (field == ElmoField::birth) {
    learner.birth_as_written = text_;
    learner.birth = pattern_.empty() ? Date::parse(text_) : date_by_pattern(text_, pattern_);
    if (!learner.birth) warn("date", "the date of birth is no date in the form YYYY-MM-DD");
  }
}

void ElmoReader::issuer_field(ElmoField field) {
  if (field == ElmoField::identifier) issuer_.ids.push_back({type_, text_});
  if (field == ElmoField::title) add_title(issuer_.title, "issuer");
  if (field == ElmoField::country) issuer_.country = text_;
  if (field == ElmoField::url && !text_.empty()) ++losses_["issuer/url"];
}

void ElmoReader::report_field(ElmoField field) {
  LearnerRecord& record = result_.value;
  if (field == ElmoField::issue_date) record.issued = date("issueDate");
  if (field == ElmoField::code) record.attributes["report_status"] = text_;
  if (field == ElmoField::message && !text_.empty()) ++losses_["status/message"];
  if (field == ElmoField::status) recognition_status_ = text_;
  if (field == ElmoField::date) record.attributes["decision_date"] = text_;
}

void ElmoReader::specification_field(ElmoField field) {
  Attempt& now = attempt();
  if (field == ElmoField::identifier) now.ids.push_back({type_, text_});
  if (field == ElmoField::title) add_title(now.title, "title");
  if (field == ElmoField::isced && !text_.empty()) now.fields.push_back(text_);
  if (field == ElmoField::subject_area && !text_.empty()) now.attributes["subject_area"] = text_;
  if (field == ElmoField::level && !text_.empty()) now.attributes["level"] = text_;
  if (field == ElmoField::url && !text_.empty()) ++losses_["learningOpportunitySpecification/url"];
  if (field == ElmoField::type) {
    now.type_as_written = text_;
    now.kind = kind_of(text_);
  }
}

void ElmoReader::instance_field(ElmoField field) {
  Attempt& now = attempt();
  if (field == ElmoField::identifier) now.attributes["instance_id:" + type_] = text_;
  if (field == ElmoField::start) read_start(now);
  if (field == ElmoField::date && !text_.empty()) now.completed = date("date");
  if (field == ElmoField::status) read_status();
  if (field == ElmoField::language) now.language = text_;
  if (field == ElmoField::grading_scheme_id && open_.back().scheme.empty()) open_.back().scheme = text_;
  if (field == ElmoField::result && !text_.empty()) now.grade = Grade{one_line(text_), scheme_};
  if (field == ElmoField::hours && !text_.empty()) {
    const auto hours = Rational::parse(text_);
    if (hours && hours->sign() >= 0)
      now.workload = Workload{*hours, *hours};
    else
      warn("hours", "engagementHours " + quoted(text_) + " are no number of hours; they are not used");
  }
}

void ElmoReader::term_field(ElmoField field) {
  Attempt& now = attempt();
  if (field == ElmoField::title) {
    const bool english = language_.starts_with("en");
    if (english || !now.attributes.contains("term")) now.attributes["term"] = one_line(text_);
  }
  if (text_.empty()) return;
  if (field == ElmoField::start)
    if (const auto day = date("academicTerm/start")) now.term = Term{*day, Season::unknown};
  if (field == ElmoField::end)
    if (const auto day = date("academicTerm/end")) now.attributes["term_end"] = to_string(*day);
}

void ElmoReader::attachment_field(ElmoField field) {
  if (field == ElmoField::title && (attachment_.title.empty() || language_.starts_with("en")))
    attachment_.title = one_line(text_);
  if (field == ElmoField::type) attachment_.type = text_;
  if (field != ElmoField::content || content_.written() == 0) return;
  if (!content_.finish(attachment_))
    findings_.add(Severity::note, "elmo.attachment-base64", here(),
                  "the attachment's content is no complete base64; size and digest are of the text as written");
}

void ElmoReader::add_title(LanguageText& titles, std::string_view what) {
  const std::string title = one_line(text_);
  if (title.empty()) return;
  const auto [entry, first] = titles.by_language.emplace(language_, title);
  if (!first && entry->second != title)
    warn("title-twice", std::string(what) + " has a second title in language " + quoted(language_));
}

// xsd:date, a pattern of the pre-1.0 form, and where neither fits the year it begins with.
std::optional<Date> ElmoReader::date(std::string_view what) {
  auto found = pattern_.empty() ? Date::parse(text_) : date_by_pattern(text_, pattern_);
  if (!found) found = Date::parse(text_);
  if (!found) warn("date", std::string(what) + " " + quoted(text_) + " is no date that exists; it is not used");
  return found;
}

void ElmoReader::read_start(Attempt& now) {
  if (text_.empty()) return;
  // "2012 Syksy" in the pre-1.0 form names a term
  const auto year = Date::parse(text_) ? std::nullopt : leading_year(text_);
  if (!year) {
    now.started = date("start");
    return;
  }
  now.started = year;
  now.attributes["term"] = text_;
}

void ElmoReader::read_status() {
  Attempt& now = attempt();
  if (text_.empty()) return;  // as if it were missing: passed, by the standard
  const std::string word = folded(text_);
  now.status_stated = true;
  if (word == "passed") {
    now.status = Status::completed;
  } else if (word == "failed") {
    now.status = Status::failed;
  } else if (word == "in-progress") {
    now.status = Status::in_progress;
  } else {
    now.status = Status::unknown;
    warn("status", "status " + quoted(text_) + " is none of passed, failed, in-progress; it does not count as passed");
  }
}

void ElmoReader::end_credit() {
  credit_.system = folded_system(credit_.system_as_written);
  if (credit_.system == folded_system("unstated")) credit_.system.clear();  // as the writer says where none is stated
  if (!credit_value_) {
    warn("credit-value", "a credit of scheme " + quoted(credit_.system_as_written) + " has no value");
    return;
  }
  const auto amount = usable_credit(*credit_value_);
  if (!amount) {
    warn("credit-value",
         "credit value " + quoted(*credit_value_) + " is no usable amount (0 to 99999); it is not added");
    attempt().attributes["credit_value_as_written"] = *credit_value_;
    return;
  }
  if (credit_.system.empty()) warn("credit-without-scheme", "a credit names no scheme; it is counted as 'unstated'");
  credit_.amount = *amount;
  if (attempt().credit(credit_.system)) {
    warn("credit-twice", "scheme " + quoted(credit_.system_as_written) + " is given twice; the first value is kept");
    return;
  }
  attempt().credits.push_back(credit_);
}

void ElmoReader::end_level() {
  if (level_.scheme.empty() && level_.value.empty()) return;
  auto& levels = attempt().levels;
  const bool again = std::ranges::any_of(levels, [this](const StatedLevel& other) {
    return other.scheme == level_.scheme && other.value != level_.value;
  });
  if (again)
    warn("level-twice", "a second level of " + quoted(level_.scheme) + " is given, " + quoted(level_.value) +
                            " beside another; both are kept");
  levels.push_back(level_);
}

void ElmoReader::end_shortened_grading() {
  static constexpr std::array<const char*, 3> keys{"percentage_lower", "percentage_equal", "percentage_higher"};
  Rational sum = 0;
  for (std::size_t i = 0; i < percentages_.size() && i < keys.size(); ++i) {
    attempt().attributes[keys[i]] = percentages_[i];
    const auto value = Rational::parse(percentages_[i]);
    if (!value) return warn("percentages", quoted(percentages_[i]) + " is no percentage");
    sum += *value;
  }
  // rounded figures may miss 100 by a little
  if (sum < Rational(99) || sum > Rational(101))
    warn("percentages", "the percentages below, equal and above add to " + to_string(sum) + ", not 100");
}

void ElmoReader::end_attachment() {
  if (open_.empty())
    result_.value.attachments.push_back(attachment_);
  else
    attempt().attachments.push_back(attachment_);
}

void ElmoReader::end_specification() {
  Open& last = open_.back();
  Attempt& now = last.attempt;
  if (now.grade && !last.scheme.empty()) now.grade->scale = last.scheme;
  if (!now.grade && !last.scheme.empty()) now.attributes["grading_scheme"] = last.scheme;
  if (now.title.empty()) warn("no-title", "a learning opportunity has no title");
  name_attempt(last);
  sink_(last.index, std::move(now));
  open_.pop_back();
}

void ElmoReader::name_attempt(Open& open) {
  const ForeignId* own = own_identifier(open.attempt.ids);
  if (own != nullptr && is_code(own->value)) open.attempt.code = CourseCode::parse(own->value);
  const std::string id = own == nullptr ? "los-" + std::to_string(open.index + 1) : own->value;
  const std::uint32_t times = ++times_[std::hash<std::string>()(id)];
  open.attempt.id = AttemptId{times == 1 ? id : id + "#" + std::to_string(times)};
}

}  // namespace crosswalk::formats
