// SPDX-License-Identifier: Apache-2.0
#include "reports/offerings.hpp"

#include <algorithm>

#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/columns.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using offerings::Match;
using syntax::Node;

const Offering& of(const OfferingList& list, const Match& match) {
  return (*list.catalogues)[match.catalogue].offerings[match.offering];
}
std::string provider(const OfferingList& list, const Match& match) {
  return offerings::provider_of((*list.catalogues)[match.catalogue], of(list, match));
}
std::string doubts(const Match& match) {
  std::string out;
  for (const Doubt& doubt : match.fits.doubts()) out += (out.empty() ? "" : "; ") + doubt.text;
  return out;
}

// Code, title, provider, kind, level, credits, hours, cost: the columns of every form.
std::vector<std::string> cells(const OfferingList& list, const Match& match) {
  const Offering& offering = of(list, match);
  return {offerings::name_of(offering),     std::string(offering.title.text()), provider(list, match),
          std::string(name(offering.kind)), offerings::levels_of(offering),     offerings::credits_of(offering),
          offerings::hours_of(offering),    offerings::cost_of(offering)};
}

Node credits_json(const Offering& offering) {
  Node list = Node::sequence();
  for (const StatedCredit& each : offering.credits)
    list.push(each.system.empty() ? exact(each.amount) : credit(Credit{each.amount, each.system}));
  return list;
}

Node match_json(const OfferingList& list, const Match& match) {
  const Offering& offering = of(list, match);
  Node out = Node::mapping();
  out.set("id", text(offering.id.text));
  out.set("code", text(offerings::name_of(offering)));
  out.set("title", text(offering.title.text()));
  out.set("provider", text(provider(list, match)));
  out.set("kind", text(name(offering.kind)));
  out.set("fits", text(name(match.fits.value())));
  Node open = Node::sequence();
  for (const Doubt& doubt : match.fits.doubts()) open.push(text(doubt.text));
  out.set("open", std::move(open));
  put(out, "level", offerings::levels_of(offering));
  out.set("credits", credits_json(offering));
  put(out, "workload", offerings::hours_of(offering));
  if (offering.duration_weeks) out.set("weeks", exact(*offering.duration_weeks));
  if (offering.cost) {
    Node& cost = out.set("cost", exact(offering.cost->amount));
    put(cost, "currency", offering.cost->currency);
  }
  out.set("subjects", texts(offering.subjects));
  out.set("outcomes", texts(offering.outcomes));
  return out;
}

const std::vector<std::string>& titles() {
  static const std::vector<std::string> list{"code",  "title",   "provider", "kind",
                                             "level", "credits", "workload", "cost"};
  return list;
}

}  // namespace

std::string offering_list_text(const OfferingList& list) {
  const auto sure =
      static_cast<std::size_t>(std::ranges::count_if(list.matches, [](const Match& m) { return m.fits.yes(); }));
  std::string out = std::to_string(sure) + " of " + std::to_string(list.searched) + " offerings fit";
  if (list.matches.size() > sure) out += ", of " + std::to_string(list.matches.size() - sure) + " it cannot be said";
  out += "\n";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(list.listed, list.matches.size()); ++i) {
    std::vector<std::string> row = cells(list, list.matches[i]);
    row[1] = cut(row[1], 48);
    row[2] = cut(row[2], 32);
    row.push_back(doubts(list.matches[i]));
    rows.push_back(std::move(row));
  }
  if (rows.empty()) return out;
  std::vector<std::string> heads = titles();
  heads.emplace_back("open");
  out += "\n" + text_columns(heads, std::vector<bool>(heads.size(), false), rows);
  if (list.matches.size() > rows.size())
    out += "... and " + std::to_string(list.matches.size() - rows.size()) + " more (--list N)\n";
  return out;
}

std::string offering_list_json(const OfferingList& list) {
  Node out = answer("offerings");
  out.set("searched", number(static_cast<std::int64_t>(list.searched)));
  Node& all = out.set("offerings", Node::sequence());
  for (const Match& match : list.matches) all.push(match_json(list, match));
  return syntax::write_json(out) + "\n";
}

std::string offering_list_csv(const OfferingList& list) {
  std::vector<std::string> heads = titles();
  heads.insert(heads.end(), {"fits", "open"});
  std::string out = syntax::write_csv_record(heads);
  for (const Match& match : list.matches) {
    std::vector<std::string> row = cells(list, match);
    row.emplace_back(name(match.fits.value()));
    row.push_back(doubts(match));
    out += syntax::write_csv_record(row);
  }
  return out;
}

std::string offering_list_html(const OfferingList& list) {
  Page page("Offerings");
  page.kicker("Explore");
  page.lead(std::to_string(list.matches.size()) + " of " + std::to_string(list.searched) +
            " offerings fit or may fit.");
  Table table{"Offerings that fit, then those of which it cannot be said", {}, {}};
  for (const std::string& title : titles()) table.columns.push_back({title});
  table.columns.push_back({"fits"});
  for (const Match& match : list.matches) {
    std::vector<Cell> row;
    for (std::string& cell : cells(list, match)) row.emplace_back(std::move(cell));
    row.push_back(match.fits.yes() ? Cell("yes", Tone::good) : Cell(doubts(match), Tone::unknown));
    table.rows.push_back(std::move(row));
  }
  page.section("Found").table(table);
  page.footer("What an offering does not state cannot rule it out: it is listed with what is open.");
  return page.html();
}

std::string offering_comparison_text(const OfferingComparison& comparison) {
  std::vector<std::string> heads{""};
  for (const offerings::Chosen& each : comparison.chosen) heads.push_back(offerings::name_of(*each.offering));
  heads.emplace_back("");
  std::vector<std::vector<std::string>> rows;
  for (const offerings::Row& row : comparison.rows) {
    std::vector<std::string> line{row.what};
    for (const std::string& value : row.values) line.push_back(value.empty() ? "not stated" : cut(value, 48));
    line.emplace_back(row.differs ? "differs" : "");
    rows.push_back(std::move(line));
  }
  return text_columns(heads, std::vector<bool>(heads.size(), false), rows);
}

std::string offering_comparison_json(const OfferingComparison& comparison) {
  Node out = answer("offerings-compare");
  Node& list = out.set("offerings", Node::sequence());
  for (const offerings::Chosen& each : comparison.chosen) {
    Node& one = list.push(Node::mapping());
    one.set("id", text(each.offering->id.text));
    one.set("code", text(offerings::name_of(*each.offering)));
    one.set("title", text(each.offering->title.text()));
    one.set("provider", text(offerings::provider_of(*each.catalogue, *each.offering)));
  }
  Node& rows = out.set("rows", Node::sequence());
  for (const offerings::Row& row : comparison.rows) {
    Node& one = rows.push(Node::mapping());
    one.set("what", text(row.what));
    one.set("values", texts(row.values));
    one.set("differs", truth(row.differs));
    one.set("not_stated", number(static_cast<std::int64_t>(row.silent)));
  }
  return syntax::write_json(out) + "\n";
}

std::string offering_comparison_csv(const OfferingComparison& comparison) {
  std::vector<std::string> heads{"what"};
  for (const offerings::Chosen& each : comparison.chosen) heads.push_back(offerings::name_of(*each.offering));
  std::string out = syntax::write_csv_record(heads);
  for (const offerings::Row& row : comparison.rows) {
    std::vector<std::string> line{row.what};
    line.insert(line.end(), row.values.begin(), row.values.end());
    out += syntax::write_csv_record(line);
  }
  return out;
}

std::string offering_comparison_html(const OfferingComparison& comparison) {
  Page page("Offerings compared");
  page.kicker("Explore");
  const auto differing = std::ranges::count_if(comparison.rows, &offerings::Row::differs);
  page.lead(std::to_string(comparison.chosen.size()) + " offerings; they differ in " + std::to_string(differing) +
            " of " + std::to_string(comparison.rows.size()) + " points.");
  Table table{"Offerings beside each other; marked: they differ, or it is not stated", {{"Point"}}, {}};
  for (const offerings::Chosen& each : comparison.chosen) table.columns.push_back({offerings::name_of(*each.offering)});
  for (const offerings::Row& row : comparison.rows) {
    std::vector<Cell> line{row.differs ? row.what + " \u2260" : row.what};
    for (const std::string& value : row.values)
      line.push_back(value.empty() ? Cell("not stated", Tone::unknown)
                                   : Cell(value, row.differs ? Tone::warning : Tone::neutral));
    table.rows.push_back(std::move(line));
  }
  page.section("Side by side").table(table);
  return page.html();
}

}  // namespace crosswalk::reports
