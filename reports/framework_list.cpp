// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/frameworks.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

std::string labels(const Framework& framework, const char* between) {
  std::string out;
  for (const Level& each : framework.levels) out += (out.empty() ? "" : between) + each.ref.level;
  return out;
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(width, text.size()), ' ');
  return text;
}

}  // namespace

std::string framework_list_text(const FrameworkList& list) {
  std::string out;
  for (const Framework* each : list.frameworks) {
    out += padded(each->id.text, 14) + padded(each->region, 28) + padded(each->type, 20) + each->title;
    if (each->fact.evidence >= Evidence::unverified) out += " [" + std::string(name(each->fact.evidence)) + "]";
    out += "\n";
  }
  return out + std::to_string(list.frameworks.size()) + (list.frameworks.size() == 1 ? " framework" : " frameworks") +
         ", facts " + list.facts_version + "\n";
}

std::string framework_list_json(const FrameworkList& list) {
  Node out = answer("frameworks");
  out.set("facts", text(list.facts_version));
  Node& all = out.set("frameworks", Node::sequence());
  for (const Framework* each : list.frameworks) {
    Node& one = all.push(Node::mapping());
    one.set("id", text(each->id.text));
    one.set("title", text(each->title));
    put(one, "native_title", each->native_title);
    put(one, "acronym", each->acronym);
    one.set("region", text(each->region));
    one.set("country", text(each->country));
    one.set("type", text(each->type));
    put(one, "series", each->series);
    Node& levels = one.set("levels", Node::sequence());
    for (const Level& level : each->levels) levels.push(text(level.ref.level));
    one.set("status", text(each->status));
    one.set("period", text(to_string(each->fact.usage.period)));
    one.set("confidence", text(confidence(each->fact.evidence)));
    one.set("unverified", truth(each->fact.evidence >= Evidence::unverified));
    Node& sources = one.set("sources", Node::sequence());
    sources.push(source(each->fact.source));
  }
  return syntax::write_json(out) + "\n";
}

std::string framework_list_csv(const FrameworkList& list) {
  std::string out = syntax::write_csv_record({"id", "title", "native_title", "acronym", "region", "country", "type",
                                              "levels", "status", "period", "confidence", "source"});
  for (const Framework* each : list.frameworks)
    out += syntax::write_csv_record({each->id.text, each->title, each->native_title, each->acronym, each->region,
                                     each->country, each->type, labels(*each, "|"), each->status,
                                     to_string(each->fact.usage.period), std::string(confidence(each->fact.evidence)),
                                     each->fact.source.document});
  return out;
}

std::string framework_list_html(const FrameworkList& list) {
  Page page("Qualifications frameworks");
  page.kicker("Facts " + list.facts_version)
      .lead(std::to_string(list.frameworks.size()) + " frameworks with their levels, lowest first.");
  page.section("Frameworks");
  Table table{"In order of identifier",
              {{"Id"}, {"Title"}, {"Country or region"}, {"Type"}, {"Levels"}, {"Status"}, {"Evidence"}},
              {}};
  for (const Framework* each : list.frameworks)
    table.rows.push_back(
        {each->id.text, each->title + (each->native_title.empty() ? "" : " (" + each->native_title + ")"), each->region,
         each->type, labels(*each, " "), each->status, std::string(name(each->fact.evidence))});
  return page.table(table).footer("crosswalk, facts " + list.facts_version).html();
}

}  // namespace crosswalk::reports
