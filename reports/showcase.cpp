// SPDX-License-Identifier: Apache-2.0
#include "reports/showcase.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "lib/diagnostics/location.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "mappers/competencies/entry_names.hpp"
#include "reports/columns.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

// A competency that is certain, and the items it rests on.
struct Shown {
  std::string id, label;
  std::vector<std::string> items;
};

std::vector<Shown> competencies_of(const Showcase& showcase) {
  std::optional<competencies::EntryNames> names;
  if (showcase.framework != nullptr) names.emplace(*showcase.framework);
  std::map<std::string, Shown> by_label;
  for (const coverage::Claim& claim : showcase.claims->claims) {
    if (claim.denied || claim.bearing != coverage::Bearing::full) continue;
    Shown shown{claim.competency, claim.competency, {}};
    if (const auto entry = names ? names->find_or_labelled(claim.competency) : std::nullopt) {
      const Competency& found = showcase.framework->entries[*entry];
      shown = {found.id, std::string(found.label()), {}};
    }
    Shown& into = by_label.emplace(shown.label + '\n' + shown.id, shown).first->second;
    const std::string& item = showcase.claims->items[claim.item].id;
    if (std::ranges::find(into.items, item) == into.items.end()) into.items.push_back(item);
  }
  std::vector<Shown> out;
  for (auto& [key, shown] : by_label) out.push_back(std::move(shown));
  return out;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : ", ") + text;
  return out;
}

std::string name_of(const Showcase& showcase) {
  const Learner& learner = showcase.record->learner;
  const std::string name = learner.given + (learner.family.empty() ? "" : " " + learner.family);
  return name.empty() ? "Learner" : name;
}

std::string institution_of(const Showcase& showcase, const Attempt& attempt) {
  const Institution* found = showcase.record->institution(attempt.institution);
  return found == nullptr || found->title.empty() ? attempt.institution.text : std::string(found->title.text());
}

// Code, title, institution, when, credits, level, grade.
std::vector<std::string> cells(const Showcase& showcase, const Attempt& attempt) {
  std::string credits, levels;
  for (const StatedCredit& each : attempt.credits)
    credits += (credits.empty() ? "" : ", ") + to_string(each.amount) + (each.system.empty() ? "" : " " + each.system);
  for (const StatedLevel& each : attempt.levels)
    levels += (levels.empty() ? "" : ", ") + (each.scheme.empty() ? each.value : each.scheme + "/" + each.value);
  const auto taken = attempt.taken();
  return {attempt.code.empty() ? attempt.id.text : to_string(attempt.code),
          std::string(attempt.title.text()),
          institution_of(showcase, attempt),
          taken ? to_string(*taken) : "",
          credits,
          levels,
          showcase.grades && attempt.grade ? attempt.grade->label : ""};
}

std::vector<const Attempt*> achieved(const Showcase& showcase) {
  std::vector<const Attempt*> out;
  for (const Attempt& attempt : showcase.record->attempts)
    if (attempt.achieved()) out.push_back(&attempt);
  return out;
}

const std::vector<std::string>& titles() {
  static const std::vector<std::string> list{"code", "title", "institution", "when", "credits", "level", "grade"};
  return list;
}

}  // namespace

std::string showcase_text(const Showcase& showcase) {
  std::vector<std::vector<std::string>> rows;
  for (const Attempt* attempt : achieved(showcase)) rows.push_back(cells(showcase, *attempt));
  std::string out = printable(name_of(showcase)) + "\n\n" + text_columns(titles(), std::vector<bool>(7, false), rows);
  rows.clear();
  for (const Shown& shown : competencies_of(showcase)) rows.push_back({cut(shown.label, 72), joined(shown.items)});
  if (!rows.empty()) out += "\n" + text_columns({"competency", "shown by"}, {false, false}, rows);
  return out;
}

std::string showcase_json(const Showcase& showcase) {
  Node out = answer("showcase");
  out.set("learner", text(name_of(showcase)));
  Node& achievements = out.set("achievements", Node::sequence());
  for (const Attempt* attempt : achieved(showcase)) {
    Node& one = achievements.push(Node::mapping());
    const std::vector<std::string> values = cells(showcase, *attempt);
    for (std::size_t i = 0; i < values.size(); ++i) put(one, titles()[i], values[i]);
    one.set("kind", text(name(attempt->kind)));
  }
  Node& list = out.set("competencies", Node::sequence());
  for (const Shown& shown : competencies_of(showcase)) {
    Node& one = list.push(Node::mapping());
    one.set("id", text(shown.id));
    one.set("label", text(shown.label));
    one.set("evidence", texts(shown.items));
  }
  return syntax::write_json(out) + "\n";
}

std::string showcase_csv(const Showcase& showcase) {
  std::string out = syntax::write_csv_record({"competency", "label", "shown by"});
  for (const Shown& shown : competencies_of(showcase))
    out += syntax::write_csv_record({shown.id, shown.label, joined(shown.items)});
  return out;
}

std::string showcase_html(const Showcase& showcase) {
  const auto attempts = achieved(showcase);
  const std::vector<Shown> shown = competencies_of(showcase);
  Page page(name_of(showcase));
  page.kicker("Evidence of learning");
  page.lead(std::to_string(shown.size()) + " competencies, shown by " + std::to_string(attempts.size()) +
            " achievements.");
  std::set<std::string> institutions;
  for (const Attempt* attempt : attempts) institutions.insert(institution_of(showcase, *attempt));
  page.fact("Competencies", std::to_string(shown.size()));
  page.fact("Achievements", std::to_string(attempts.size()));
  page.fact("Institutions", std::to_string(institutions.size()));
  if (!shown.empty()) {
    Table table{"Competencies and the achievements they rest on", {{"Competency"}, {"Shown by"}}, {}};
    for (const Shown& each : shown) table.rows.push_back({each.label, joined(each.items)});
    page.section("Competencies").table(table);
  }
  Table table{"Achievements", {}, {}};
  for (const std::string& title : titles()) table.columns.push_back({title});
  for (const Attempt* attempt : attempts) {
    std::vector<Cell> row;
    for (std::string& cell : cells(showcase, *attempt)) row.emplace_back(std::move(cell));
    table.rows.push_back(std::move(row));
  }
  page.section("Achievements").table(table);
  page.footer("Made from the learner's record. It states what the record states; signatures are not checked here.");
  return page.html();
}

}  // namespace crosswalk::reports
