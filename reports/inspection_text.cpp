// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reports/inspection.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

constexpr std::size_t label_width = 18;

std::string member(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr ? std::string() : found->text();
}

std::string joined(std::string a, std::string_view separator, const std::string& b) {
  if (a.empty()) return b;
  if (!b.empty()) a.append(separator).append(b);
  return a;
}

void line(std::string& out, std::string_view label, const std::string& value) {
  if (value.empty()) return;
  std::string name(label);
  std::ranges::replace(name, '_', ' ');
  name.resize(std::max(label_width, name.size() + 2), ' ');
  out += name + printable(value) + "\n";
}

// "G 20, 4 11": the labels of a count with their counts.
std::string counted(const Node* counts) {
  std::string out;
  if (counts == nullptr) return out;
  for (const auto& [label, count] : counts->members()) out = joined(std::move(out), ", ", label + " " + count.text());
  return out;
}

void learner_lines(std::string& out, const Node& facts) {
  const Node* learner = facts.find("learner");
  if (learner == nullptr) return;
  const std::string name = joined(member(*learner, "given"), " ", member(*learner, "family"));
  const std::string birth = member(*learner, "birth");
  line(out, "learner", birth.empty() ? name : joined(name, ", ", "born " + birth));
  for (const Node& issuer : facts.find("issuers")->items()) {
    std::string text = joined(member(issuer, "title"), ", ", member(issuer, "country"));
    line(out, "issuer", text + " (" + member(issuer, "id") + ")");
  }
}

// One line a credit system. The naive sum never stands where a total is expected.
void credit_lines(std::string& out, const Node& credits) {
  for (const auto& [system, sums] : credits.members()) {
    const std::string recommended = member(sums, "recommended"), topmost = member(sums, "topmost"),
                      deepest = member(sums, "deepest"), naive = member(sums, "naive");
    std::string text = recommended + " " + system + " earned";
    if (const std::string least = member(sums, "at_least"); !least.empty())
      text += ", at least " + least + ": courses without credits are listed";
    if (topmost != recommended || deepest != recommended)
      text += "; topmost nodes state " + topmost + ", deepest " + deepest;
    if (naive != recommended && recommended != "unknown") text += " (adding every node would give " + naive + ")";
    line(out, "credits", text);
  }
}

void conflict_lines(std::string& out, const Node& facts) {
  const Node* list = facts.find("conflict_list");
  if (list == nullptr) return;
  line(out, "conflicts", member(facts, "conflicts") + " nodes state credit that their parts state again");
  constexpr std::size_t shown = 10;
  for (std::size_t i = 0; i < std::min(shown, list->items().size()); ++i) {
    const Node& each = list->items()[i];
    line(out, "",
         member(each, "attempt") + ": " + member(each, "stated") + " " + member(each, "system") + ", its parts " +
             member(each, "parts"));
  }
  if (list->items().size() > shown) line(out, "", "...");
}

void transcript_lines(std::string& out, const Node& facts) {
  learner_lines(out, facts);
  line(out, "issued", member(facts, "issued"));
  line(out, "achievements",
       member(facts, "achievements") + " (" + member(facts, "roots") + " at the top, " + member(facts, "leaves") +
           " without parts)");
  line(out, "types", counted(facts.find("types")));
  line(out, "status", counted(facts.find("statuses")));
  line(out, "grades", joined(counted(facts.find("grades")), ", ", "none " + member(facts, "without_grade")));
  credit_lines(out, *facts.find("credits"));
  conflict_lines(out, facts);
  line(out, "levels", counted(facts.find("levels")));
  std::string fields;
  for (const Node& field : facts.find("isced")->items()) fields = joined(std::move(fields), ", ", field.text());
  line(out, "ISCED fields", fields);
  line(out, "attachments", member(facts, "attachments"));
}

// The elements of a micro-credential: how many, what is missing, what the format has no place for.
void annex_lines(std::string& out, const Node& facts) {
  const Node* list = facts.find("microcredentials");
  if (list == nullptr) return;
  constexpr std::size_t shown = 5;
  for (std::size_t i = 0; i < std::min(shown, list->items().size()); ++i) {
    const Node& each = list->items()[i];
    std::string missing, none;
    std::size_t all = 0;
    for (const char* kind : {"mandatory", "optional"})
      for (const Node& element : each.find(kind)->items()) {
        all += kind[0] == 'm' ? 1U : 0U;
        const std::string status = member(element, "status");
        if (status == "missing") missing = joined(std::move(missing), "; ", member(element, "element"));
        if (status == "cannot be carried") none = joined(std::move(none), "; ", member(element, "element"));
      }
    line(out, "Annex I",
         member(each, "mandatory_present") + " of " + std::to_string(all) + " mandatory, " +
             member(each, "optional_present") + " of " + std::to_string(each.find("optional")->items().size()) +
             " optional elements: " + member(each, "title"));
    line(out, "  missing", missing);
    line(out, "  no place for", none);
  }
  if (list->items().size() > shown) line(out, "", "... (" + std::to_string(list->items().size()) + " credentials)");
}

// Any other facts, as they are.
void plain_lines(std::string& out, const Node& facts, const std::string& before = {}) {
  for (const auto& [key, value] : facts.members()) {
    if (key == "microcredentials") continue;
    const std::string label = before + key;
    if (value.is_mapping()) {
      const bool flat = std::ranges::all_of(value.members(), [](const auto& m) { return m.second.is_scalar(); });
      if (flat)
        line(out, label, counted(&value));
      else
        plain_lines(out, value, label + " ");
    } else if (value.is_sequence()) {
      std::string all;
      for (const Node& item : value.items()) all = joined(std::move(all), ", ", item.text());
      line(out, label, all);
    } else {
      line(out, label, value.text());
    }
  }
}

// What `--list` asked for: one line an attempt.
void list_lines(std::string& out, const Node& attempts) {
  for (const Node& each : attempts.items()) {
    std::string text = joined(member(each, "id"), "  ", member(each, "title"));
    if (const Node* credits = each.find("credits"))
      for (const Node& credit : credits->items())
        text = joined(text, "  ", member(credit, "exact") + " " + member(credit, "system"));
    text = joined(text, "  ", member(each, "grade"));
    out += "  " + printable(text + "  " + member(each, "status")) + "\n";
  }
}

}  // namespace

std::string inspection_text(const Inspection& inspection) {
  std::string out;
  line(out, "file", inspection.file);
  line(out, "format",
       joined(joined(inspection.title, ", edition ", inspection.dialect), ", sent as ", inspection.transport));
  line(out, "kind", inspection.kind);
  if (inspection.kind == "transcript")
    transcript_lines(out, inspection.facts);
  else
    plain_lines(out, inspection.facts);
  annex_lines(out, inspection.facts);
  if (const Node* attempts = inspection.facts.find("attempts")) list_lines(out, *attempts);
  for (const Loss& loss : inspection.loss.losses())
    line(out, "not read", std::to_string(loss.count) + " x " + loss.path + ": " + loss.why);
  const auto warnings = std::ranges::count(inspection.diagnostics, Severity::warning, &Diagnostic::severity);
  if (warnings > 0) line(out, "warnings", std::to_string(warnings));
  return out;
}

}  // namespace crosswalk::reports
