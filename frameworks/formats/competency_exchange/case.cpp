// SPDX-License-Identifier: Apache-2.0
#include <ostream>
#include <unordered_map>

#include "frameworks/formats/competency_exchange/exchange.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Node text(std::string_view value) { return Node(std::string(value)); }
void put(Node& object, const char* key, std::string_view value) {
  if (!value.empty()) object.set(key, text(value));
}

Node link(const std::string& title, const std::string& id) {
  Node out = Node::mapping();
  out.set("title", text(title));
  out.set("identifier", text(id));
  out.set("uri", text(id.find(':') == std::string::npos ? "urn:uuid:" + id : id));
  return out;
}

// The label written, and how many others of an entry are left out.
const Label* main_label(const Competency& entry) {
  const std::string_view shown = entry.label();
  for (const Label& label : entry.labels)
    if (label.text == shown) return &label;
  return nullptr;
}

void count_losses(const Competency& entry, std::size_t alternatives, LossReport& loss) {
  if (entry.labels.size() > 1) loss.add("labels", "one language a statement", entry.labels.size() - 1);
  if (entry.alternatives.size() > alternatives)
    loss.add("alternatives", "no place for so many", entry.alternatives.size() - alternatives);
  if (entry.definitions.size() > 1) loss.add("definitions", "one text of notes", entry.definitions.size() - 1);
  if (!entry.codes.empty()) loss.add("codes", "codes of other classifications have no place", entry.codes.size());
  if (!entry.level.empty()) loss.add("level", "has no place");
  if (!entry.status.empty()) loss.add("status", "has no place");
  if (entry.band && grade_codes(entry).empty()) loss.add("band", "only school grades have a place");
}

Node item(const Competency& entry, LossReport& loss) {
  Node out = Node::mapping();
  out.set("identifier", text(entry.id));
  out.set("uri", text(entry.id.find(':') == std::string::npos ? "urn:uuid:" + entry.id : entry.id));
  const Label* label = main_label(entry);
  out.set("fullStatement", text(entry.label()));
  if (label != nullptr) put(out, "language", label->language);
  put(out, "humanCodingScheme", entry.notation);
  put(out, "CFItemType", entry.type);
  if (entry.alternatives.size() > 1) put(out, "abbreviatedStatement", entry.alternatives.front().text);
  if (!entry.alternatives.empty())
    put(out, "alternativeLabel", entry.alternatives[entry.alternatives.size() > 1 ? 1 : 0].text);
  if (!entry.definitions.empty()) put(out, "notes", entry.definitions.front().text);
  const std::vector<std::string> grades = grade_codes(entry);
  if (!grades.empty()) {
    Node& list = out.set("educationLevel", Node::sequence());
    for (const std::string& grade : grades) list.push(text(grade));
  }
  count_losses(entry, 2, loss);
  return out;
}

Node child_of(std::size_t number, const Competency& entry, const std::string& title, const std::string& parent) {
  Node out = Node::mapping();
  out.set("identifier", text("association-" + std::to_string(number)));
  out.set("associationType", text("isChildOf"));
  out.set("originNodeURI", link(std::string(entry.label()), entry.id));
  out.set("destinationNodeURI", link(title, parent));
  return out;
}

}  // namespace

std::vector<std::string> grade_codes(const Competency& entry) {
  std::vector<std::string> out;
  if (!entry.band || entry.band->scale != "us-grade") return out;
  for (int grade = entry.band->lowest; grade <= entry.band->highest; ++grade)
    out.push_back(grade < 0 ? "PK" : grade == 0 ? "KG" : (grade < 10 ? "0" : "") + std::to_string(grade));
  return out;
}

const CompetencyFramework& framework_of(const Document& document, std::string_view format) {
  const auto* framework = document.get<CompetencyFramework>();
  if (framework == nullptr)
    throw UsageError(std::string(format) + " holds competencies, and this document has none but " +
                     std::string(kind(document)));
  return *framework;
}

LossReport write_case(const CompetencyFramework& framework, std::ostream& out) {
  LossReport loss;
  Node root = Node::mapping();
  Node& document = root.set("CFDocument", Node::mapping());
  document.set("identifier", text(framework.id));
  document.set("uri", text(framework.id.find(':') == std::string::npos ? "urn:uuid:" + framework.id : framework.id));
  document.set("title", text(framework.title.empty() ? framework.id : framework.title));
  document.set("creator", text(framework.publisher));
  put(document, "version", framework.version);
  put(document, "language", framework.language);
  put(document, "licenseURI", framework.licence);
  std::unordered_map<std::string_view, const Competency*> by_id;
  for (const Competency& entry : framework.entries) by_id.emplace(entry.id, &entry);
  Node items = Node::sequence(), associations = Node::sequence();
  std::size_t number = 0;
  for (const Competency& entry : framework.entries) {
    items.push(item(entry, loss));
    if (entry.parents.empty()) associations.push(child_of(++number, entry, framework.title, framework.id));
    for (const std::string& parent : entry.parents) {
      const auto found = by_id.find(parent);
      const std::string title = found == by_id.end() ? parent : std::string(found->second->label());
      associations.push(child_of(++number, entry, title, parent));
    }
  }
  root.set("CFItems", std::move(items));
  root.set("CFAssociations", std::move(associations));
  loss.add("lastChangeDateTime", "CASE wants the time of the last change, which is not known");
  out << syntax::write_json(root) << "\n";
  return loss;
}

LossReport write_competency_csv(const CompetencyFramework& framework, std::ostream& out) {
  LossReport loss;
  out << syntax::write_csv_record({"identifier", "fullStatement", "humanCodingScheme", "isChildOf", "CFItemType",
                                   "educationLevel", "abbreviatedStatement", "conceptKeywords"});
  const auto joined = [](const auto& list, auto text_of) {
    std::string all;
    for (const auto& each : list) all += (all.empty() ? "" : "|") + text_of(each);
    return all;
  };
  for (const Competency& entry : framework.entries) {
    const auto plain = [](const std::string& each) { return each; };
    out << syntax::write_csv_record({entry.id, std::string(entry.label()), entry.notation, joined(entry.parents, plain),
                                     entry.type, joined(grade_codes(entry), plain),
                                     joined(entry.alternatives, [](const Label& label) { return label.text; }),
                                     entry.definitions.empty() ? "" : entry.definitions.front().text});
    count_losses(entry, entry.alternatives.size(), loss);
  }
  return loss;
}

}  // namespace crosswalk::formats
