// SPDX-License-Identifier: Apache-2.0
#include "reports/inspection.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node identifiers(const std::vector<ForeignId>& ids) {
  Node list = Node::sequence();
  for (const ForeignId& id : ids) {
    Node each = Node::mapping();
    each.set("type", text(id.scheme));
    each.set("value", text(id.value));
    list.push(std::move(each));
  }
  return list;
}

Node learner(const Learner& person) {
  Node out = Node::mapping();
  put(out, "given", person.given);
  put(out, "family", person.family);
  if (person.birth) out.set("birth", text(to_string(*person.birth)));
  if (!person.birth) put(out, "birth_as_written", person.birth_as_written);
  put(out, "citizenship", person.citizenship);
  if (!person.ids.empty()) out.set("identifiers", identifiers(person.ids));
  return out;
}

Node titles(const LanguageText& all) {
  Node out = Node::mapping();
  for (const auto& [language, title] : all.by_language) out.set(language, text(title));
  return out;
}

Node issuers(const std::vector<Institution>& institutions) {
  Node list = Node::sequence();
  for (const Institution& each : institutions) {
    Node issuer = Node::mapping();
    issuer.set("id", text(each.id.text));
    put(issuer, "title", each.title.text());
    issuer.set("titles", titles(each.title));
    put(issuer, "country", each.country);
    if (!each.ids.empty()) issuer.set("identifiers", identifiers(each.ids));
    list.push(std::move(issuer));
  }
  return list;
}

template <class Map>
Node counts(const Map& all) {
  Node out = Node::mapping();
  for (const auto& [label, count] : all) out.set(label, number(static_cast<std::int64_t>(count)));
  return out;
}

std::string spoken(const std::string& system) { return system.empty() ? "unstated" : system; }

Node credits(const CreditFigures& figures, bool unknown) {
  Node out = Node::mapping();
  for (const auto& [system, sums] : figures.systems) {
    Node each = Node::mapping();
    each.set("recommended", text(unknown ? "unknown" : to_string(sums.recommended)));
    each.set("topmost", text(unknown ? "unknown" : to_string(sums.topmost)));
    each.set("deepest", text(unknown ? "unknown" : to_string(sums.deepest)));
    each.set("naive", text(unknown ? "unknown" : to_string(sums.naive)));
    if (unknown) each.set("at_least", text(to_string(sums.recommended)));
    out.set(spoken(system), std::move(each));
  }
  return out;
}

Node conflicts(const std::vector<CreditConflict>& list) {
  Node out = Node::sequence();
  for (const CreditConflict& each : list) {
    Node conflict = Node::mapping();
    conflict.set("attempt", text(each.attempt.text));
    conflict.set("system", text(spoken(each.system)));
    conflict.set("stated", text(to_string(each.stated)));
    conflict.set("parts", text(to_string(each.parts)));
    out.push(std::move(conflict));
  }
  return out;
}

// In the words of transcripts: ELMO's "passed", not the model's "completed".
std::map<std::string, std::uint64_t> statuses(const std::map<Status, std::uint64_t>& all) {
  std::map<std::string, std::uint64_t> out;
  for (const auto& [status, count] : all)
    out[status == Status::completed ? "passed" : std::string(name(status))] += count;
  return out;
}

void put_count(Node& out, const char* key, std::uint64_t count) {
  out.set(key, number(static_cast<std::int64_t>(count)));
}

void put_shape(Node& out, const transcripts::TranscriptSummary& summary) {
  put_count(out, "achievements", summary.achievements);
  put_count(out, "roots", summary.roots);
  put_count(out, "leaves", summary.leaves);
  put_count(out, "max_depth", summary.max_depth);
  out.set("types", counts(summary.types));
  out.set("statuses", counts(statuses(summary.statuses)));
  put_count(out, "status_explicit", summary.status_explicit);
  out.set("grades", counts(summary.grades));
  put_count(out, "without_grade", summary.without_grade);
}

// Shares in percent, exact.
Node grade_tables(const std::map<std::string, std::vector<GradeShare>>& tables) {
  Node out = Node::mapping();
  for (const auto& [field, shares] : tables) {
    Node table = Node::sequence();
    for (const GradeShare& share : shares) {
      Node row = Node::mapping();
      row.set("grade", text(share.label));
      row.set("percentage", text(to_string(share.percent)));
      table.push(std::move(row));
    }
    out.set(field, std::move(table));
  }
  return out;
}

}  // namespace

Node facts(const transcripts::TranscriptSummary& summary) {
  const LearnerRecord& record = summary.record;
  Node out = Node::mapping();
  out.set("learner", learner(record.learner));
  out.set("issuers", issuers(record.institutions));
  if (record.issued) out.set("issued", text(to_string(*record.issued)));
  put_shape(out, summary);
  out.set("credits", credits(summary.credits, summary.credits_unknown));
  put_count(out, "conflicts", summary.credits.conflicts);
  if (!summary.credits.conflict_list.empty()) out.set("conflict_list", conflicts(summary.credits.conflict_list));
  put_count(out, "counted_once", summary.credits.counted_once);
  put_count(out, "without_credit", summary.credits.without_credit);
  out.set("credit_spellings", counts(summary.credit_spellings));
  out.set("levels", counts(summary.levels));
  out.set("isced", texts({summary.fields.begin(), summary.fields.end()}));
  put_count(out, "with_distribution", summary.with_distribution);
  put_count(out, "attachments", summary.attachments);
  put_count(out, "grading_schemes", record.scales.size());
  if (!record.grade_tables.empty()) out.set("grade_tables", grade_tables(record.grade_tables));
  Node attributes = Node::mapping();
  for (const auto& [key, value] : record.attributes) attributes.set(key, text(value));
  if (!attributes.members().empty()) out.set("attributes", std::move(attributes));
  return out;
}

Node listed(const Attempt& attempt) {
  Node out = Node::mapping();
  out.set("id", text(attempt.id.text));
  put(out, "code", to_string(attempt.code));
  put(out, "title", attempt.title.text());
  out.set("kind", text(name(attempt.kind)));
  out.set("status", text(name(attempt.status)));
  put(out, "institution", attempt.institution.text);
  if (attempt.grade) {
    out.set("grade", text(attempt.grade->label));
    put(out, "scale", attempt.grade->scale);
  }
  Node all = Node::sequence();
  for (const StatedCredit& each : attempt.credits) all.push(credit(Credit{each.amount, spoken(each.system)}));
  if (!all.items().empty()) out.set("credits", std::move(all));
  if (const auto taken = attempt.taken()) out.set("taken", text(to_string(*taken)));
  std::vector<std::string> levels;
  for (const StatedLevel& level : attempt.levels)
    levels.push_back(level.scheme.empty() ? level.value : level.scheme + " " + level.value);
  if (!levels.empty()) out.set("levels", texts(levels));
  return out;
}

}  // namespace crosswalk::reports
