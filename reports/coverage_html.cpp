// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "reports/coverage.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using coverage::Status;

constexpr std::size_t most_rows = 3000;  // of one table; CSV and JSON hold all

Tone tone_of(Status status) {
  switch (status) {
    case Status::covered:
      return Tone::good;
    case Status::partial:
      return Tone::warning;
    case Status::unknown:
      return Tone::unknown;
    case Status::missing:
      return Tone::bad;
  }
  return Tone::neutral;
}

std::string words(Status status) { return status == Status::partial ? "in part" : std::string(name(status)); }

// A bar of four parts; its words stand beside it in the table.
std::string bar(const coverage::Tally& tally) {
  constexpr int width = 160;
  const std::uint32_t total = std::max(1U, tally.total());
  std::string out = "<svg width=\"160\" height=\"14\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 160 14\">";
  int at = 0;
  std::uint32_t sum = 0;
  const auto part = [&](std::uint32_t count, const char* colour) {
    sum += count;
    const int end = static_cast<int>(std::uint64_t{sum} * width / total);
    if (end > at)
      out += "<rect x=\"" + std::to_string(at) + "\" y=\"1\" width=\"" + std::to_string(end - at) +
             "\" height=\"12\" style=\"fill:var(--" + colour + ")\"/>";
    at = end;
  };
  part(tally.covered, "green");
  part(tally.partial, "orange");
  part(tally.unknown, "purple");
  part(tally.missing, "red-soft");
  return out + "</svg>";
}

Table target_table(const CoverageReport& report) {
  Table table{"What the framework demands, and what is reached",
              {{"Demanded"}, {"Share", true}, {"Covered", true}, {"Of", true}, {"Is", true}, {"Met"}, {"Source"}},
              {}};
  for (const coverage::MeasuredTarget& each : report.coverage->targets) {
    const Tone tone = each.met.yes() ? Tone::good : each.met.no() ? Tone::bad : Tone::unknown;
    const std::string is = percent_range(each.tally);
    const Source& source = each.target.source;
    table.rows.push_back({each.target.type, percent(each.target.share), std::to_string(each.tally.covered),
                          std::to_string(each.tally.total()), is,
                          Cell::markup(badge(tone, std::string(name(each.met.value())))),
                          source.document + (source.locator.empty() ? "" : ", " + source.locator)});
  }
  return table;
}

Table tree_table(const CoverageReport& report) {
  Table table{
      "Coverage by group: green covered, orange in part, violet unknown, pale red missing",
      {{"Group"}, {"Coverage"}, {"Covered", true}, {"In part", true}, {"Unknown", true}, {"Missing", true}, {"Status"}},
      {}};
  for (const coverage::Group& group : report.coverage->groups) {
    if (table.rows.size() == most_rows) break;
    const std::string label = group.label == group.id ? group.id : group.id + " " + group.label;
    Cell head = Cell::markup("<span style=\"padding-left:" + std::to_string(std::min(group.depth, 8U) * 18) + "px\">" +
                             escape(label) + "</span>");
    table.rows.push_back({std::move(head), Cell::markup(bar(group.tally)), std::to_string(group.tally.covered),
                          std::to_string(group.tally.partial), std::to_string(group.tally.unknown),
                          std::to_string(group.tally.missing),
                          Cell::markup(badge(tone_of(group.status), words(group.status)))});
  }
  return table;
}

std::string joined_evidence(const CoverageReport& report, const coverage::Leaf& leaf) {
  std::string out;
  for (const coverage::Evidence& each : leaf.evidence)
    out += (out.empty() ? "" : "; ") + evidence_words(report, each, leaf.entry);
  return out;
}

Table leaf_table(const CoverageReport& report, Status status, const std::string& caption) {
  Table table{caption, {{"Entry"}, {"Title"}, {"Type"}, {"Under"}, {"Evidence"}}, {}};
  const EntryCodes codes = entry_codes(*report.framework);
  for (const coverage::Leaf& leaf : report.coverage->leaves) {
    if (leaf.status != status) continue;
    if (table.rows.size() == most_rows) break;
    const Competency& entry = report.framework->entries[leaf.entry];
    table.rows.push_back({entry.notation.empty() ? entry.id : entry.notation, std::string(entry.label()), entry.type,
                          joined_codes(codes, entry.parents), joined_evidence(report, leaf)});
  }
  return table;
}

Table item_table(const CoverageReport& report) {
  Table table{"What each item brings; alone: entries that no other item covers",
              {{"Item"}, {"Title"}, {"Covers", true}, {"Alone", true}, {"Open", true}},
              {}};
  std::vector<const coverage::Contribution*> order;
  for (const coverage::Contribution& each : report.coverage->items) order.push_back(&each);
  std::ranges::stable_sort(order, [](const auto* a, const auto* b) { return a->covers > b->covers; });
  for (const coverage::Contribution* each : order) {
    if (table.rows.size() == most_rows) break;
    const coverage::Item& item = report.claims->items[each->item];
    table.rows.push_back(
        {item.id, item.title, std::to_string(each->covers), std::to_string(each->alone), std::to_string(each->open)});
  }
  return table;
}

void add_leaves(Page& page, const CoverageReport& report, Status status, const std::string& heading,
                const std::string& caption) {
  const Table table = leaf_table(report, status, caption);
  if (table.rows.empty()) return;
  page.section(heading);
  page.details(std::to_string(table.rows.size()) + " entries", table_html(table), status != Status::covered);
}

}  // namespace

std::string coverage_html(const CoverageReport& report) {
  const CompetencyFramework& framework = *report.framework;
  const coverage::Tally& total = report.coverage->total;
  const std::string title = framework.title.empty() ? framework.id : framework.title;
  Page page("Coverage of " + title + (framework.version.empty() ? "" : " " + framework.version));
  page.kicker("Coverage");
  page.lead(std::to_string(report.claims->items.size()) + " items cover " + std::to_string(total.covered) + " of " +
            std::to_string(total.total()) + " entries; " + std::to_string(total.missing) + " are missing and of " +
            std::to_string(total.unknown + total.partial) + " it cannot be said, or only in part.");
  page.fact("Covered", percent(total.lowest()), Tone::good);
  if (total.highest() != total.lowest()) page.fact("At most", percent(total.highest()), Tone::unknown);
  page.fact("Missing", std::to_string(total.missing), total.missing == 0 ? Tone::good : Tone::bad);
  for (const coverage::MeasuredTarget& each : report.coverage->targets)
    page.fact(each.target.type + ", " + percent(each.target.share) + " demanded",
              each.met.yes()  ? "met"
              : each.met.no() ? "not met"
                              : "cannot be said",
              each.met.yes()  ? Tone::good
              : each.met.no() ? Tone::bad
                              : Tone::unknown);
  if (!report.coverage->targets.empty()) page.section("Demands").table(target_table(report));
  if (!report.coverage->groups.empty()) page.section("Coverage tree").table(tree_table(report));
  add_leaves(page, report, Status::missing, "Missing", "Entries that nothing covers");
  add_leaves(page, report, Status::unknown, "Unknown", "Entries of which it cannot be said");
  add_leaves(page, report, Status::partial, "In part", "Entries that are covered in part only");
  page.section("Items").table(item_table(report));
  add_leaves(page, report, Status::covered, "Covered", "Entries that are covered, with the evidence");
  if (!report.coverage->unresolved.empty())
    page.notice(Tone::warning, std::to_string(report.coverage->unresolved.size()) +
                                   " competencies claimed are none of the framework's: " +
                                   report.coverage->unresolved.front() + " ...");
  page.footer(
      "Each entry without narrower ones counts once. A claim on a broader entry leaves the narrower ones unknown.");
  return page.html();
}

}  // namespace crosswalk::reports
