// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/record.hpp"

#include <algorithm>

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

StatedCredit read_credit(const Node& node, std::string_view file) {
  const std::string& text = node.text();
  const auto blank = text.find(' ');
  const auto amount = Rational::parse(text.substr(0, blank));
  if (!node.is_scalar() || !amount || amount->sign() < 0)
    refuse(node, file, "yaml.value", "credits are written like '3 US-SH' or '7.5 ECTS', found '" + text + "'");
  StatedCredit out;
  out.amount = *amount;
  if (blank != std::string::npos) out.system = text.substr(text.find_first_not_of(' ', blank));
  out.system_as_written = out.system;
  return out;
}

StatedLevel read_level(const std::string& text) {
  const auto slash = text.find('/');
  if (slash == std::string::npos) return {{}, text, {}};
  return {text.substr(0, slash), text.substr(slash + 1), {}};
}

std::optional<Grade> read_grade(Fields& fields) {
  const Node* found = fields.find("grade");
  if (found == nullptr) return {};
  if (!found->is_mapping()) return Grade{fields.text("grade"), {}};
  Fields inner(*found, fields.file(), "grade");
  Grade out{inner.need_text("label"), inner.text("scale")};
  inner.finish();
  return out;
}

void read_dates(Attempt& attempt, Fields& fields) {
  const std::string term = fields.text("term");
  if (!term.empty()) {
    attempt.term = Term::parse(term);
    if (!attempt.term)
      fields.refuse(*fields.find("term"), "yaml.value",
                    "a term is like 'FALL 2015', 2015-09 or 2015, found '" + term + "'");
  }
  attempt.started = fields.date("started");
  attempt.completed = fields.date("taken");
}

void read_lists(Attempt& attempt, Fields& fields) {
  fields.each("credits", [&](const Node& one) { attempt.credits.push_back(read_credit(one, fields.file())); });
  for (const char* key : {"level", "levels"})
    for (const std::string& level : fields.texts(key)) attempt.levels.push_back(read_level(level));
  attempt.fields = fields.texts("fields");
  attempt.tags = fields.texts("tags");
  attempt.outcomes = fields.texts("outcomes");
  if (const Node* found = fields.find("attributes"))
    for (const auto& [key, value] : found->members()) attempt.attributes.emplace(key, value.text());
}

Attempt read_attempt(const Node& node, std::string_view file, const std::vector<Attempt>& earlier) {
  Fields fields(node, file, "attempt");
  Attempt out;
  out.where = syntax::at(node, file);
  out.code = CourseCode::parse(fields.text("course"));
  if (const std::string title = fields.text("title"); !title.empty()) out.title = LanguageText(title);
  if (out.code.empty() && out.title.empty()) fields.refuse(node, "yaml.missing", "an attempt has a course or a title");
  out.id.text = fields.text("id");
  if (out.id.empty())
    out.id.text = out.code.empty() ? "attempt-" + std::to_string(earlier.size() + 1) : to_string(out.code);
  const auto same = std::ranges::count(earlier, out.id, &Attempt::id);
  if (same > 0) out.id.text += "#" + std::to_string(earlier.size() + 1);
  out.grade = read_grade(fields);
  read_dates(out, fields);
  read_lists(out, fields);
  out.institution.text = fields.text("institution");
  out.language = fields.text("language");
  out.status_stated = fields.find("status") != nullptr;
  out.status = fields.one_of<Status>("status", Status::completed, status,
                                     "completed, in-progress, planned, failed, withdrawn, exempt, superseded, unknown");
  out.kind = fields.one_of<AttemptKind>("kind", AttemptKind::course, attempt_kind,
                                        "course, module, programme, exam, training, prior-learning, ...");
  out.origin = fields.one_of<Origin>("origin", Origin::unknown, origin,
                                     "resident, transfer, exam, military, prior-learning, unknown");
  if (const std::string whole = fields.text("part-of"); !whole.empty()) {
    const auto at = std::ranges::find(earlier, whole, [](const Attempt& each) { return each.id.text; });
    if (at == earlier.end())
      fields.refuse(*fields.find("part-of"), "yaml.value", "no earlier attempt has the id '" + whole + "'");
    out.parent = static_cast<std::size_t>(at - earlier.begin());
  }
  fields.finish();
  return out;
}

void read_learner(LearnerRecord& record, Fields& fields) {
  const Node* found = fields.find("learner");
  if (found == nullptr) return;
  Fields inner(*found, fields.file(), "learner");
  record.learner.given = inner.text("given");
  record.learner.family = inner.text("family");
  record.learner.birth = inner.date("birth");
  record.learner.birth_as_written = inner.text("birth");
  inner.finish();
}

void read_institutions(LearnerRecord& record, Fields& fields) {
  fields.each("institutions", [&](const Node& one) {
    Fields inner(one, fields.file(), "institution");
    Institution institution;
    institution.id.text = inner.need_text("id");
    if (const std::string title = inner.text("title"); !title.empty()) institution.title = LanguageText(title);
    institution.country = inner.text("country");
    inner.finish();
    record.institutions.push_back(std::move(institution));
  });
}

void write_lists(const Attempt& attempt, Node& out) {
  std::vector<std::string> credits, levels;
  for (const StatedCredit& credit : attempt.credits) credits.push_back(to_string(Credit{credit.amount, credit.system}));
  for (const StatedLevel& level : attempt.levels)
    levels.push_back(level.scheme.empty() ? level.value : level.scheme + "/" + level.value);
  if (credits.size() == 1)
    put(out, "credits", credits.front());
  else
    put(out, "credits", credits);
  put(out, "levels", levels);
  put(out, "fields", attempt.fields);
  put(out, "tags", attempt.tags);
  put(out, "outcomes", attempt.outcomes);
  if (attempt.attributes.empty()) return;
  Node& attributes = out.set("attributes", Node::mapping());
  for (const auto& [key, value] : attempt.attributes) attributes.set(key, Node(value));
}

Node write_attempt(const Attempt& attempt, const std::vector<Attempt>& all) {
  Node out = Node::mapping();
  put(out, "id", attempt.id.text);
  put(out, "course", to_string(attempt.code));
  put(out, "title", std::string(attempt.title.text()));
  if (attempt.grade && attempt.grade->scale.empty()) put(out, "grade", attempt.grade->label);
  if (attempt.grade && !attempt.grade->scale.empty()) {
    Node& grade = out.set("grade", Node::mapping());
    put(grade, "label", attempt.grade->label);
    put(grade, "scale", attempt.grade->scale);
  }
  if (attempt.term) put(out, "term", to_string(*attempt.term));
  put(out, "started", attempt.started);
  put(out, "taken", attempt.completed);
  put(out, "institution", attempt.institution.text);
  if (attempt.status_stated || attempt.status != Status::completed)
    put(out, "status", std::string(name(attempt.status)));
  if (attempt.kind != AttemptKind::course) put(out, "kind", std::string(name(attempt.kind)));
  if (attempt.origin != Origin::unknown) put(out, "origin", std::string(name(attempt.origin)));
  put(out, "language", attempt.language);
  if (attempt.parent) put(out, "part-of", all[*attempt.parent].id.text);
  write_lists(attempt, out);
  return out;
}

}  // namespace

LearnerRecord read_record_yaml(const Node& node, std::string_view file) {
  Fields fields(node, file, "record");
  LearnerRecord out;
  out.format = "crosswalk-yaml";
  fields.text("crosswalk");
  read_learner(out, fields);
  read_institutions(out, fields);
  out.issued = fields.date("issued");
  if (const Node* declared = fields.find("declared")) {
    Fields inner(*declared, file, "declaration");
    for (const auto& [key, value] : declared->members()) out.declared[key] = inner.texts(key);
  }
  fields.each("attempts", [&](const Node& one) { out.attempts.push_back(read_attempt(one, file, out.attempts)); });
  fields.finish();
  return out;
}

Node write_record_yaml(const LearnerRecord& record) {
  Node out = Node::mapping();
  put(out, "crosswalk", std::string("record/1"));
  Node learner = Node::mapping();
  put(learner, "given", record.learner.given);
  put(learner, "family", record.learner.family);
  put(learner, "birth", record.learner.birth);
  if (!learner.members().empty()) out.set("learner", learner);
  if (!record.institutions.empty()) {
    Node& list = out.set("institutions", Node::sequence());
    for (const Institution& institution : record.institutions) {
      Node& one = list.push(Node::mapping());
      put(one, "id", institution.id.text);
      put(one, "title", std::string(institution.title.text()));
      put(one, "country", institution.country);
    }
  }
  put(out, "issued", record.issued);
  if (!record.declared.empty()) {
    Node& declared = out.set("declared", Node::mapping());
    for (const auto& [key, values] : record.declared) put(declared, key, values);
  }
  Node& attempts = out.set("attempts", Node::sequence());
  for (const Attempt& attempt : record.attempts) attempts.push(write_attempt(attempt, record.attempts));
  return out;
}

}  // namespace crosswalk::formats
