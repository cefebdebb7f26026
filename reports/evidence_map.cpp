// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/frameworks.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;
using Count = levels::EvidenceCount;

std::size_t of(const Count& count, Evidence evidence) { return count.rows[static_cast<std::size_t>(evidence)]; }
std::size_t seen(const Count& count) { return of(count, Evidence::checked) + of(count, Evidence::secondary); }

// How a country stands: told by its best evidenced framework.
enum class Grade { seen, partly, unverified, unreferenced, shaky, absent };

Grade grade(const Count& count) {
  if (count.framework->fact.evidence == Evidence::shaky) return Grade::shaky;
  if (count.usable == 0) return Grade::unreferenced;
  if (2 * seen(count) >= count.usable) return Grade::seen;
  return seen(count) > 0 ? Grade::partly : Grade::unverified;
}

struct Sign {
  const char* word;
  const char* sign;
  const char* fill;
  const char* ink;
};

Sign sign(Grade grade) {
  switch (grade) {
    case Grade::seen:
      return {"mostly seen in documents", "●", "blue-soft", "blue"};
    case Grade::partly:
      return {"partly seen", "◐", "green-soft", "green"};
    case Grade::unverified:
      return {"general knowledge, unverified", "○", "orange-soft", "orange"};
    case Grade::unreferenced:
      return {"framework known, no usable referencing", "–", "grey-soft", "grey"};
    case Grade::shaky:
      return {"shaky: only when asked for", "◌", "red-soft", "red"};
    case Grade::absent:
      return {"no framework among the facts", "", "paper", "grey"};
  }
  return {"", "", "paper", "grey"};
}

std::string country_of(const Framework& framework) { return framework.country.substr(0, framework.country.find('-')); }

std::map<std::string, Grade> grades(const EvidenceReport& report) {
  std::map<std::string, Grade> out;
  for (const Count& each : report.counts) {
    const std::string country = country_of(*each.framework);
    const auto [at, fresh] = out.try_emplace(country, grade(each));
    if (!fresh) at->second = std::min(at->second, grade(each));
  }
  return out;
}

std::string number(int value) { return std::to_string(value); }

std::string tile_svg(const MapTile& tile, Grade found) {
  constexpr int size = 40, step = 43;
  const Sign look = sign(found);
  const int x = tile.column * step + 2, y = tile.row * step + 2;
  const std::string ink = "style=\"fill:var(--" + std::string(look.ink) + ")\"";
  return "<g><title>" + escape(tile.title) + ": " + look.word + "</title><rect x=\"" + number(x) + "\" y=\"" +
         number(y) + "\" width=\"" + number(size) + "\" height=\"" + number(size) + "\" rx=\"6\" style=\"fill:var(--" +
         look.fill + ");stroke:var(--" + look.ink + ")\" stroke-width=\"1\"/><text x=\"" + number(x + size / 2) +
         "\" y=\"" + number(y + 18) + "\" font-size=\"14\" font-weight=\"700\" text-anchor=\"middle\">" +
         escape(tile.country) + "</text><text x=\"" + number(x + size / 2) + "\" y=\"" + number(y + 34) +
         "\" font-size=\"13\" text-anchor=\"middle\" " + ink + ">" + look.sign + "</text></g>\n";
}

std::string key_svg(int y) {
  std::string out;
  int i = 0;
  for (const Grade each : {Grade::seen, Grade::partly, Grade::unverified, Grade::unreferenced, Grade::shaky}) {
    const Sign look = sign(each);
    const int x = 2 + (i % 3) * 330, row = y + (i / 3) * 28;
    out += "<rect x=\"" + number(x) + "\" y=\"" + number(row) +
           "\" width=\"24\" height=\"22\" rx=\"4\" style=\"fill:var(--" + look.fill + ");stroke:var(--" + look.ink +
           ")\"/><text x=\"" + number(x + 12) + "\" y=\"" + number(row + 16) +
           "\" font-size=\"13\" text-anchor=\"middle\" style=\"fill:var(--" + look.ink + ")\">" + look.sign +
           "</text><text x=\"" + number(x + 34) + "\" y=\"" + number(row + 16) + "\" font-size=\"14\">" + look.word +
           "</text>";
    ++i;
  }
  return out;
}

std::string map_svg(const EvidenceReport& report) {
  const auto found = grades(report);
  int rows = 0, columns = 0;
  for (const MapTile& tile : report.tiles) {
    rows = std::max(rows, tile.row + 1);
    columns = std::max(columns, tile.column + 1);
  }
  const int width = columns * 43 + 4, height = rows * 43 + 80;
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + number(width) + " " + number(height) +
                    "\" width=\"" + number(width) + "\" aria-hidden=\"true\">\n";
  for (const MapTile& tile : report.tiles) {
    const auto at = found.find(tile.country);
    out += tile_svg(tile, at == found.end() ? Grade::absent : at->second);
  }
  return out + key_svg(rows * 43 + 16) + "</svg>";
}

std::string map_words(const EvidenceReport& report) {
  std::map<Grade, std::string> lists;
  const auto found = grades(report);
  for (const MapTile& tile : report.tiles)
    if (const auto at = found.find(tile.country); at != found.end())
      lists[at->second] += (lists[at->second].empty() ? "" : ", ") + tile.title;
  std::string out = "A map with one tile a country. ";
  for (const auto& [each, list] : lists) out += std::string(sign(each).word) + ": " + list + ". ";
  return out + "The table below says the same.";
}

}  // namespace

std::string evidence_text(const EvidenceReport& report) {
  std::string out = "referencing rows by evidence, facts " + report.facts_version + "\n";
  for (const Count& each : report.counts) {
    std::string line = each.framework->id.text;
    line.resize(std::max<std::size_t>(14, line.size()), ' ');
    out += line + "checked " + std::to_string(of(each, Evidence::checked)) + ", secondary " +
           std::to_string(of(each, Evidence::secondary)) + ", unverified " +
           std::to_string(of(each, Evidence::unverified)) + ", shaky " + std::to_string(of(each, Evidence::shaky)) +
           "; " + sign(grade(each)).word + "\n";
  }
  return out;
}

std::string evidence_json(const EvidenceReport& report) {
  Node out = answer("framework-evidence");
  out.set("facts", text(report.facts_version));
  Node all = Node::sequence();
  for (const Count& each : report.counts) {
    Node& one = all.push(Node::mapping());
    one.set("framework", text(each.framework->id.text));
    one.set("country", text(country_of(*each.framework)));
    one.set("levels", reports::number(static_cast<std::int64_t>(each.levels)));
    for (const Evidence evidence : {Evidence::checked, Evidence::secondary, Evidence::unverified, Evidence::shaky})
      one.set(std::string(name(evidence)), reports::number(static_cast<std::int64_t>(of(each, evidence))));
    one.set("usable", reports::number(static_cast<std::int64_t>(each.usable)));
    one.set("documents", reports::number(static_cast<std::int64_t>(each.documents)));
    one.set("standing", text(sign(grade(each)).word));
  }
  out.set("frameworks", std::move(all));
  return syntax::write_json(out) + "\n";
}

std::string evidence_csv(const EvidenceReport& report) {
  std::string out = syntax::write_csv_record({"framework", "country", "levels", "checked", "secondary", "unverified",
                                              "shaky", "usable", "documents", "standing"});
  for (const Count& each : report.counts)
    out += syntax::write_csv_record(
        {each.framework->id.text, country_of(*each.framework), std::to_string(each.levels),
         std::to_string(of(each, Evidence::checked)), std::to_string(of(each, Evidence::secondary)),
         std::to_string(of(each, Evidence::unverified)), std::to_string(of(each, Evidence::shaky)),
         std::to_string(each.usable), std::to_string(each.documents), sign(grade(each)).word});
  return out;
}

std::string evidence_html(const EvidenceReport& report) {
  Page page("How well the frameworks are evidenced");
  page.kicker("Evidence map")
      .lead(
          "Each country by its best evidenced framework. What nobody has seen in a document is marked, and what is "
          "shaky answers only when asked for.");
  page.fact("Frameworks", std::to_string(report.counts.size())).fact("Facts", report.facts_version);
  page.section("Map");
  page.figure(map_svg(report),
              "One tile a country, laid out roughly as on a map. A layout, not a statement about borders.",
              map_words(report));
  page.section("Table");
  Table table{"Referencing rows that touch each framework, by evidence",
              {{"Framework"},
               {"Country or region"},
               {"Checked", true},
               {"Secondary", true},
               {"Unverified", true},
               {"Shaky", true},
               {"Documents", true},
               {"Standing"}},
              {}};
  for (const Count& each : report.counts)
    table.rows.push_back({each.framework->id.text, each.framework->region, std::to_string(of(each, Evidence::checked)),
                          std::to_string(of(each, Evidence::secondary)), std::to_string(of(each, Evidence::unverified)),
                          std::to_string(of(each, Evidence::shaky)), std::to_string(each.documents),
                          std::string(sign(grade(each)).sign) + " " + sign(grade(each)).word});
  return page.table(table).footer("crosswalk, facts " + report.facts_version).html();
}

}  // namespace crosswalk::reports
