// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elmo/elmo_specification.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::formats {
namespace {

using syntax::XmlTree;

std::string attribute(const Attempt& attempt, const char* key) {
  const auto found = attempt.attributes.find(key);
  return found == attempt.attributes.end() ? std::string() : found->second;
}

constexpr std::array<std::string_view, 4> standard_types{"Degree Programme", "Module", "Course", "Class"};

// The four words of the standard. Edition 1 takes other types as the source wrote them, edition 2 does not.
std::string type_of(const Attempt& attempt, bool second) {
  const std::string& written = attempt.type_as_written;
  const bool standard = std::ranges::find(standard_types, written) != standard_types.end();
  if (standard || (!second && !written.empty())) return written;
  switch (attempt.kind) {
    case AttemptKind::programme:
    case AttemptKind::qualification:
      return "Degree Programme";
    case AttemptKind::module:
    case AttemptKind::block:
      return "Module";
    case AttemptKind::class_part:
      return "Class";
    case AttemptKind::course:
    case AttemptKind::exam:
    case AttemptKind::training:
    case AttemptKind::prior_learning:
    case AttemptKind::milestone:
    case AttemptKind::other:
      return {};
  }
  return {};
}

std::string status_word(const Attempt& attempt) {
  if (attempt.status == Status::in_progress) return "in-progress";
  return attempt.status == Status::failed ? "failed" : "passed";
}

}  // namespace

XmlTree elmo_element(const std::string& space, std::string name, std::string text) {
  XmlTree node;
  node.name = std::move(name);
  node.space = space;
  node.text = std::move(text);
  return node;
}

void add_text(XmlTree& into, const char* name, const std::string& text) {
  if (!text.empty()) into.children.push_back(elmo_element(into.space, name, text));
}

void add_titles(XmlTree& into, const LanguageText& titles) {
  for (const auto& [language, title] : titles.by_language) {
    XmlTree node = elmo_element(into.space, "title", title);
    if (!language.empty()) node.attributes.emplace_back("lang", language);
    into.children.push_back(std::move(node));
  }
}

void add_identifiers(XmlTree& into, const std::vector<ForeignId>& ids) {
  for (const ForeignId& id : ids) {
    XmlTree node = elmo_element(into.space, "identifier", id.value);
    node.attributes.emplace_back("type", id.scheme.empty() ? "local" : id.scheme);
    into.children.push_back(std::move(node));
  }
}

ElmoSpecifications::ElmoSpecifications(const LearnerRecord& record, std::string space, bool second, LossReport& loss)
    : record_(record), space_(std::move(space)), second_(second), loss_(loss), parts_(record.attempts.size()) {
  for (std::size_t i = 0; i < record.attempts.size(); ++i)
    if (const auto parent = record.attempts[i].parent) parts_[*parent].push_back(i);
}

bool ElmoSpecifications::writable(const Attempt& attempt) {
  return attempt.status == Status::completed || attempt.status == Status::exempt || attempt.status == Status::failed ||
         attempt.status == Status::in_progress;
}

std::vector<std::size_t> ElmoSpecifications::roots(const InstitutionId& institution) const {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < record_.attempts.size(); ++i)
    if (!record_.attempts[i].parent && record_.attempts[i].institution == institution) found.push_back(i);
  return found;
}

XmlTree ElmoSpecifications::element(std::size_t index) const {
  const Attempt& attempt = record_.attempts[index];
  XmlTree node = elmo_element(space_, "learningOpportunitySpecification");
  if (!attempt.ids.empty())
    add_identifiers(node, attempt.ids);
  else if (!attempt.code.empty() || second_)
    add_identifiers(node, {{"local", attempt.code.empty() ? attempt.id.text : to_string(attempt.code)}});
  add_titles(node, attempt.title);
  add_text(node, "type", type_of(attempt, second_));
  add_text(node, "subjectArea", attribute(attempt, "subject_area"));
  if (!attempt.fields.empty()) add_text(node, "iscedCode", attempt.fields.front());
  if (attempt.fields.size() > 1) loss_.add("attempt.fields", "ELMO states one ISCED code", attempt.fields.size() - 1);
  node.children.push_back(elmo_element(space_, "specifies"));
  node.children.back().children.push_back(instance(attempt));
  for (const std::size_t part : parts_[index]) {
    if (!writable(record_.attempts[part])) {
      loss_.add("attempt", "ELMO has no word for the status " + std::string(name(record_.attempts[part].status)));
      continue;
    }
    node.children.push_back(elmo_element(space_, "hasPart"));
    node.children.back().children.push_back(element(part));
  }
  return node;
}

void ElmoSpecifications::add_date(XmlTree& into, const char* name, const std::optional<Date>& date) const {
  if (!date) return;
  if (date->day == 0)
    loss_.add(std::string("attempt.") + name, "ELMO writes full dates only");
  else
    add_text(into, name, to_string(*date));
}

// In the order of the schema.
XmlTree ElmoSpecifications::instance(const Attempt& attempt) const {
  XmlTree node = elmo_element(space_, "learningOpportunityInstance");
  add_date(node, "start", attempt.started);
  add_date(node, "date", attempt.completed);
  add_term(attempt, node);
  if (attempt.status_stated || attempt.status != Status::completed || second_)
    add_text(node, "status", status_word(attempt));
  add_result(attempt, node);
  add_credits(attempt, node);
  for (const StatedLevel& level : attempt.levels) {
    XmlTree& written = node.children.emplace_back(elmo_element(space_, "level"));
    add_text(written, "type", level.scheme.empty() ? "local" : level.scheme);
    add_text(written, "description", level.description);
    add_text(written, "value", level.value);
  }
  add_text(node, "languageOfInstruction", attempt.language);
  if (attempt.workload) add_text(node, "engagementHours", decimal(attempt.workload->low, 2));
  return node;
}

void ElmoSpecifications::add_term(const Attempt& attempt, XmlTree& into) const {
  if (!attempt.term) return;
  if (attempt.term->start.day == 0) {
    loss_.add("attempt.term", "ELMO writes terms with full dates only");
    return;
  }
  XmlTree& term = into.children.emplace_back(elmo_element(space_, "academicTerm"));
  const std::string title = attribute(attempt, "term"), end = attribute(attempt, "term_end");
  add_text(term, "title", title.empty() ? to_string(*attempt.term) : title);
  add_text(term, "start", to_string(attempt.term->start));
  add_text(term, "end", end.empty() ? to_string(attempt.term->start) : end);
}

void ElmoSpecifications::add_result(const Attempt& attempt, XmlTree& into) const {
  const std::string scheme = attempt.grade ? attempt.grade->scale : attribute(attempt, "grading_scheme");
  add_text(into, "gradingSchemeLocalId", scheme);
  if (attempt.grade) add_text(into, "resultLabel", attempt.grade->label);
  if (!attribute(attempt, "percentage_lower").empty()) {
    XmlTree& shares = into.children.emplace_back(elmo_element(space_, "shortenedGrading"));
    add_text(shares, "percentageLower", attribute(attempt, "percentage_lower"));
    add_text(shares, "percentageEqual", attribute(attempt, "percentage_equal"));
    add_text(shares, "percentageHigher", attribute(attempt, "percentage_higher"));
  }
  if (!attempt.distribution) return;
  XmlTree& all = into.children.emplace_back(elmo_element(space_, "resultDistribution"));
  for (const auto& category : attempt.distribution->categories) {
    XmlTree& one = all.children.emplace_back(elmo_element(space_, "category"));
    one.attributes = {{"label", category.label}, {"count", std::to_string(category.count)}};
  }
  add_text(all, "description", attempt.distribution->description);
}

void ElmoSpecifications::add_credits(const Attempt& attempt, XmlTree& into) const {
  for (const StatedCredit& stated : attempt.credits) {
    XmlTree& credit = into.children.emplace_back(elmo_element(space_, "credit"));
    const std::string& scheme = stated.system_as_written.empty() ? stated.system : stated.system_as_written;
    add_text(credit, "scheme", scheme.empty() && second_ ? "unstated" : scheme);  // required by 2, read back as none
    if (!second_) add_text(credit, "level", stated.level);
    if (second_ && !stated.level.empty()) loss_.add("attempt.credits.level", "ELMO 2 has no level of a credit");
    std::string value = to_string(stated.amount);
    if (value.find('/') != std::string::npos) {
      value = decimal(stated.amount);
      loss_.add("attempt.credits", "ELMO writes decimals; a fraction was rounded to 4 places");
    }
    add_text(credit, "value", value);
  }
}

}  // namespace crosswalk::formats
