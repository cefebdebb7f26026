// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "lib/diagnostics/location.hpp"
#include "lib/syntax/json.hpp"
#include "reports/columns.hpp"
#include "reports/framework_graph.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

constexpr std::size_t widest = 60;

Node count(std::size_t value) { return number(static_cast<std::int64_t>(value)); }

std::string more(std::size_t all, std::size_t shown) {
  return all > shown ? "... and " + std::to_string(all - shown) + " more (--list N)\n" : std::string();
}

Node items_json(const coverage::ClaimSet& claims, const std::vector<std::uint32_t>& items) {
  Node list = Node::sequence();
  for (const std::uint32_t item : items) list.push(text(claims.items[item].id));
  return list;
}

std::string same_text(const OverlapReport& report) {
  if (report.overlaps->same.empty()) return {};
  std::string out = "\nexactly the same competencies\n";
  for (std::size_t i = 0; i < std::min(report.listed, report.overlaps->same.size()); ++i) {
    std::string line;
    for (const std::uint32_t item : report.overlaps->same[i])
      line += (line.empty() ? "  " : ", ") + printable(report.claims->items[item].id);
    out += line + "\n";
  }
  return out + more(report.overlaps->same.size(), report.listed);
}

}  // namespace

std::string overlaps_text(const OverlapReport& report) {
  const coverage::Overlaps& found = *report.overlaps;
  std::string out = std::to_string(report.claims->items.size()) + " items, " + std::to_string(found.pairs.size()) +
                    " pairs share " + to_string(report.least * Rational(100)) + " % or more of their competencies, " +
                    std::to_string(found.replaceable.size()) + " items bring nothing that no other brings\n";
  if (!found.complete) out += "stopped at the work limit: pairs may be missing\n";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(report.listed, found.pairs.size()); ++i) {
    const coverage::Overlap& pair = found.pairs[i];
    rows.push_back({cut(report.claims->items[pair.one].id, widest), std::string(name(pair.lie)),
                    cut(report.claims->items[pair.other].id, widest), std::to_string(pair.shared),
                    std::to_string(pair.only_one), std::to_string(pair.only_other), decimal(pair.jaccard(), 3)});
  }
  if (!rows.empty())
    out += "\n" +
           text_columns({"item", "is", "item", "shared", "only first", "only second", "overlap"},
                        {false, false, false, true, true, true, true}, rows) +
           more(found.pairs.size(), rows.size());
  out += same_text(report);
  rows.clear();
  for (std::size_t i = 0; i < std::min(report.listed, found.crowds.size()); ++i)
    rows.push_back({cut(found.crowds[i].label.empty() ? found.crowds[i].competency : found.crowds[i].label, widest),
                    std::to_string(found.crowds[i].items)});
  if (!rows.empty())
    out += "\n" + text_columns({"competency", "items"}, {false, true}, rows) + more(found.crowds.size(), rows.size());
  if (found.silent > 0)
    out += std::to_string(found.silent) + " items claim nothing for certain: compared with nothing\n";
  return out;
}

std::string overlaps_json(const OverlapReport& report) {
  const coverage::Overlaps& found = *report.overlaps;
  Node out = answer("graph-duplicates");
  out.set("items", count(report.claims->items.size()));
  out.set("least", exact(report.least));
  out.set("complete", truth(found.complete));
  Node& pairs = out.set("pairs", Node::sequence());
  for (const coverage::Overlap& pair : found.pairs) {
    Node& one = pairs.push(Node::mapping());
    one.set("one", text(report.claims->items[pair.one].id));
    one.set("other", text(report.claims->items[pair.other].id));
    one.set("lie", text(name(pair.lie)));
    one.set("shared", count(pair.shared));
    one.set("only_one", count(pair.only_one));
    one.set("only_other", count(pair.only_other));
    one.set("overlap", exact(pair.jaccard()));
  }
  Node& same = out.set("same", Node::sequence());
  for (const auto& group : found.same) same.push(items_json(*report.claims, group));
  out.set("replaceable", items_json(*report.claims, found.replaceable));
  Node& crowds = out.set("competencies", Node::sequence());
  for (const coverage::Crowd& crowd : found.crowds) {
    Node& one = crowds.push(Node::mapping());
    one.set("id", text(crowd.competency));
    put(one, "label", crowd.label);
    one.set("items", count(crowd.items));
  }
  out.set("silent", count(found.silent));
  return syntax::write_json(out) + "\n";
}

std::string doors_text(const DoorReport& report) {
  const gaps::Doors& found = *report.doors;
  const auto target = [&](std::uint32_t place) {
    return found.labels[place].empty() ? found.targets[place] : found.labels[place];
  };
  std::string out = std::to_string(report.claims->items.size()) + " items, " + std::to_string(found.targets.size()) +
                    " targets; weight is the sum of the shares of essential demands an item meets\n\n";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(report.listed, found.items.size()); ++i) {
    const gaps::Door& door = found.items[i];
    std::string best;
    for (const std::uint32_t place : door.best) best += (best.empty() ? "" : ", ") + target(place);
    const coverage::Item& item = report.claims->items[door.item];
    rows.push_back({cut(item.title.empty() ? item.id : item.id + " " + item.title, widest), decimal(door.weight, 3),
                    std::to_string(door.towards), std::to_string(door.alone), cut(best, 80)});
  }
  out += text_columns({"item", "weight", "towards", "opens alone", "most towards"}, {false, true, true, true, false},
                      rows);
  out += more(found.items.size(), rows.size());
  if (found.without > 0) out += std::to_string(found.without) + " items meet no essential demand of any target\n";
  return out;
}

std::string doors_json(const DoorReport& report) {
  const gaps::Doors& found = *report.doors;
  Node out = answer("graph-doors");
  out.set("targets", count(found.targets.size()));
  Node& items = out.set("items", Node::sequence());
  for (const gaps::Door& door : found.items) {
    const coverage::Item& item = report.claims->items[door.item];
    Node& one = items.push(Node::mapping());
    one.set("id", text(item.id));
    put(one, "title", item.title);
    put(one, "provider", item.provider);
    one.set("weight", exact(door.weight));
    one.set("towards", count(door.towards));
    one.set("alone", count(door.alone));
    Node& best = one.set("best", Node::sequence());
    for (const std::uint32_t place : door.best) {
      Node& each = best.push(Node::mapping());
      each.set("id", text(found.targets[place]));
      put(each, "label", found.labels[place]);
    }
  }
  out.set("without", count(found.without));
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
