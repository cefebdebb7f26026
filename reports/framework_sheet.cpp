// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/frameworks.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

std::string side(const LevelRef& ref) { return ref.level.empty() ? ref.framework.text : to_string(ref); }

std::string target(const Referencing& row) {
  return row.to.level.empty() ? "none in " + row.to.framework.text : to_string(row.to);
}

std::string range(const QualificationType& type) {
  return type.level_low == type.level_high ? type.level_low : type.level_low + " to " + type.level_high;
}

std::string size(const QualificationType& type) {
  if (!type.size_low && !type.size_high) return {};
  const std::string low = type.size_low ? to_string(*type.size_low) : "",
                    high = type.size_high ? to_string(*type.size_high) : "";
  return (low == high ? low : low + (high.empty() ? " or more" : " to " + high)) + " " + type.size_unit;
}

std::string document(const Referencing& row) {
  return (row.document.empty() ? row.fact.source.document : row.document) +
         (row.year ? " (" + std::to_string(*row.year) + ")" : "");
}

void put_level(Node& out, const Level& level) {
  out.set("id", text(level.fact.id));
  out.set("label", text(level.ref.level));
  put(out, "rank", level.rank);
  put(out, "parent", level.parent);
  put(out, "parallel_group", level.parallel_group);
  put(out, "qualifications", level.qualifications);
  put(out, "cycle", level.cycle);
  put(out, "isced", level.isced);
  put(out, "uri", level.uri);
  if (!level.descriptors.empty()) {
    Node& all = out.set("descriptors", Node::sequence());
    for (const Descriptor& each : level.descriptors) {
      Node& one = all.push(Node::mapping());
      one.set("dimension", text(each.dimension));
      put(one, "stage", each.stage);
      put(one, "text", each.text);
    }
  }
  out.set("confidence", text(confidence(level.fact.evidence)));
  out.set("source", source(level.fact.source));
}

void put_row(Node& out, const Referencing& row) {
  out.set("id", text(row.fact.id));
  out.set("from", text(side(row.from)));
  out.set("to", text(side(row.to)));
  out.set("relation", text(name(row.relation)));
  out.set("document", text(row.document));
  put(out, "year", row.year);
  out.set("status", text(row.status));
  out.set("standing", text(name(row.standing)));
  out.set("confidence", text(confidence(row.fact.evidence)));
  out.set("source", source(row.fact.source));
  put(out, "note", row.fact.note);
  out.set("record", text(to_string(row.fact.where)));
}

}  // namespace

std::string framework_sheet_text(const FrameworkSheet& sheet) {
  const Framework& framework = *sheet.framework;
  std::string out = framework.id.text + "  " + framework.title +
                    (framework.native_title.empty() ? "" : " (" + framework.native_title + ")") + "\n";
  const auto line = [&](const std::string& label, const std::string& text) {
    if (!text.empty()) out += "  " + label + text + "\n";
  };
  line("region      ", framework.region + (framework.country.empty() ? "" : ", " + framework.country));
  line("type        ", framework.type);
  line("in force    ", to_string(framework.fact.usage.period));
  line("legal basis ", framework.legal_basis);
  line("authority   ", framework.authority);
  line("status      ", framework.status);
  line("vocabulary  ", framework.uri);
  line("evidence    ", std::string(name(framework.fact.evidence)));
  line("source      ", framework.fact.source.document);
  line("note        ", framework.fact.note);
  for (const Framework* each : sheet.editions)
    line("edition     ", each->id.text + ", " + to_string(each->fact.usage.period));
  out += "\nlevels, lowest first\n";
  for (const Level& level : framework.levels) {
    std::string text = level.ref.level + (level.qualifications.empty() ? "" : "  " + level.qualifications);
    if (!level.parallel_group.empty()) text += " [parallel in " + level.parallel_group + "]";
    if (!level.rank) text += " [no place in the order: " + level.fact.note + "]";
    line("", text);
  }
  if (!sheet.types.empty()) out += "\nqualification types\n";
  for (const QualificationType* type : sheet.types)
    line("", type->title + ": level " + range(*type) + (size(*type).empty() ? "" : ", " + size(*type)) +
                 (type->at_level_rule.empty() ? "" : ", " + type->at_level_rule));
  if (!sheet.referencing.empty()) out += "\nreferencing\n";
  for (const Referencing* row : sheet.referencing)
    line("", side(row->from) + " -> " + target(*row) + "  " + std::string(name(row->relation)) + ", " +
                 std::string(name(row->standing)) + ", " + std::string(name(row->fact.evidence)) + ": " +
                 document(*row));
  return out;
}

std::string framework_sheet_json(const FrameworkSheet& sheet) {
  const Framework& framework = *sheet.framework;
  Node out = answer("framework");
  out.set("facts", text(sheet.facts_version));
  out.set("id", text(framework.id.text));
  out.set("title", text(framework.title));
  put(out, "native_title", framework.native_title);
  put(out, "acronym", framework.acronym);
  out.set("region", text(framework.region));
  out.set("country", text(framework.country));
  out.set("type", text(framework.type));
  put(out, "series", framework.series);
  put(out, "legal_basis", framework.legal_basis);
  put(out, "authority", framework.authority);
  out.set("status", text(framework.status));
  out.set("period", text(to_string(framework.fact.usage.period)));
  put(out, "uri", framework.uri);
  out.set("confidence", text(confidence(framework.fact.evidence)));
  Node sources = Node::sequence();
  sources.push(source(framework.fact.source));
  out.set("sources", std::move(sources));
  put(out, "note", framework.fact.note);
  Node levels = Node::sequence();
  for (const Level& each : framework.levels) put_level(levels.push(Node::mapping()), each);
  out.set("levels", std::move(levels));
  Node types = Node::sequence();
  for (const QualificationType* each : sheet.types) {
    Node& one = types.push(Node::mapping());
    one.set("id", text(each->fact.id));
    one.set("title", text(each->title));
    one.set("level_low", text(each->level_low));
    one.set("level_high", text(each->level_high));
    put(one, "size", size(*each));
    put(one, "at_level_rule", each->at_level_rule);
    one.set("confidence", text(confidence(each->fact.evidence)));
    one.set("source", source(each->fact.source));
  }
  out.set("qualification_types", std::move(types));
  Node rows = Node::sequence();
  for (const Referencing* each : sheet.referencing) put_row(rows.push(Node::mapping()), *each);
  out.set("referencing", std::move(rows));
  std::vector<std::string> editions;
  for (const Framework* each : sheet.editions) editions.push_back(each->id.text);
  out.set("editions", texts(editions));
  return syntax::write_json(out) + "\n";
}

std::string framework_sheet_csv(const FrameworkSheet& sheet) {
  std::string out = syntax::write_csv_record(
      {"id", "from", "to", "relation", "document", "year", "status", "standing", "confidence", "source", "note"});
  for (const Referencing* row : sheet.referencing)
    out += syntax::write_csv_record({row->fact.id, side(row->from), side(row->to), std::string(name(row->relation)),
                                     row->document, row->year ? std::to_string(*row->year) : "", row->status,
                                     std::string(name(row->standing)), std::string(confidence(row->fact.evidence)),
                                     row->fact.source.document, row->fact.note});
  return out;
}

std::string framework_sheet_html(const FrameworkSheet& sheet) {
  const Framework& framework = *sheet.framework;
  Page page(framework.title);
  page.kicker(framework.id.text + ", " + framework.region).lead(framework.native_title);
  page.fact("Levels", std::to_string(framework.levels.size())).fact("In force", to_string(framework.fact.usage.period));
  page.fact("Status", framework.status)
      .fact("Evidence", name(framework.fact.evidence),
            framework.fact.evidence >= Evidence::unverified ? Tone::warning : Tone::good);
  page.section("Levels");
  Table levels{"Highest first",
               {{"Level"}, {"Typical qualifications"}, {"QF-EHEA cycle"}, {"ISCED"}, {"Evidence"}, {"Source"}},
               {}};
  for (auto level = framework.levels.rbegin(); level != framework.levels.rend(); ++level)
    levels.rows.push_back({level->ref.level + (level->rank ? "" : " (no place in the order)"), level->qualifications,
                           level->cycle, level->isced, std::string(name(level->fact.evidence)),
                           level->fact.source.document});
  page.table(levels);
  if (!sheet.types.empty()) {
    page.section("Qualification types");
    Table types{"Where they may stand, how large they are, what must be at level",
                {{"Type"}, {"Level"}, {"Size"}, {"At level"}, {"Evidence"}, {"Source"}},
                {}};
    for (const QualificationType* each : sheet.types)
      types.rows.push_back({each->title, range(*each), size(*each), each->at_level_rule,
                            std::string(name(each->fact.evidence)), each->fact.source.document});
    page.table(types);
  }
  page.section("Referencing");
  Table rows{"Every recorded row, used or not",
             {{"From"}, {"To"}, {"Relation"}, {"Document"}, {"Status"}, {"Standing"}, {"Evidence"}},
             {}};
  for (const Referencing* row : sheet.referencing)
    rows.rows.push_back({side(row->from), target(*row), std::string(name(row->relation)), document(*row), row->status,
                         Cell(std::string(name(row->standing)), row->standing == Standing::not_usable ? Tone::bad
                                                                : row->standing == Standing::in_force ? Tone::good
                                                                                                      : Tone::warning),
                         std::string(name(row->fact.evidence))});
  page.table(rows);
  page.section("About");
  page.list({"Legal basis: " + framework.legal_basis, "Authority: " + framework.authority,
             "Source: " + framework.fact.source.document});
  if (!framework.fact.note.empty()) page.notice(Tone::neutral, framework.fact.note);
  return page.footer("crosswalk, facts " + sheet.facts_version).html();
}

}  // namespace crosswalk::reports
