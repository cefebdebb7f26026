// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "lib/diagnostics/location.hpp"
#include "lib/syntax/csv.hpp"
#include "reports/columns.hpp"
#include "reports/coverage.hpp"

namespace crosswalk::reports {
namespace {

using coverage::Claim;
using coverage::Status;

constexpr std::size_t widest_label = 72;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

std::string code_of(const Competency& entry) { return entry.notation.empty() ? entry.id : entry.notation; }

std::string bar(const coverage::Tally& tally) {
  constexpr std::uint32_t cells = 10;
  const std::uint32_t total = std::max(1U, tally.total());
  const std::uint32_t full = tally.covered * cells / total;
  const std::uint32_t open = (tally.covered + tally.partial + tally.unknown) * cells / total - full;
  std::string out;
  for (std::uint32_t i = 0; i < cells; ++i) out += i < full ? "#" : i < full + open ? "?" : ".";
  return out;
}

std::string tally_words(const coverage::Tally& tally) {
  std::string out = std::to_string(tally.covered) + " of " + std::to_string(tally.total()) + " covered";
  if (tally.partial > 0) out += ", " + std::to_string(tally.partial) + " in part";
  if (tally.unknown > 0) out += ", " + std::to_string(tally.unknown) + " unknown";
  return out + ", " + std::to_string(tally.missing) + " missing (" + percent_range(tally) + ")";
}

std::string targets_text(const CoverageReport& report) {
  if (report.coverage->targets.empty()) return {};
  std::vector<std::vector<std::string>> rows;
  for (const coverage::MeasuredTarget& each : report.coverage->targets)
    rows.push_back(
        {each.target.type, percent(each.target.share), std::to_string(each.tally.covered),
         std::to_string(each.tally.total()), percent_range(each.tally),
         each.met.unknown() ? "unknown: " + each.met.doubts().front().text : std::string(name(each.met.value()))});
  std::string out = "\n" + text_columns({"demanded", "share", "covered", "of", "is", "met"},
                                        {false, true, true, true, true, false}, rows);
  std::vector<std::string> told;
  for (const coverage::MeasuredTarget& each : report.coverage->targets) {
    const Source& source = each.target.source;
    const std::string line = source.document + (source.locator.empty() ? "" : ", " + source.locator);
    if (!source.document.empty() && std::ranges::find(told, line) == told.end()) told.push_back(line);
  }
  for (const std::string& line : told) out += "by " + printable(line) + "\n";
  return out;
}

std::string groups_text(const CoverageReport& report) {
  if (report.coverage->groups.empty()) return {};
  std::vector<std::vector<std::string>> rows;
  for (const coverage::Group& group : report.coverage->groups) {
    if (rows.size() == report.listed) break;
    const std::string label = group.label == group.id ? group.id : group.id + " " + group.label;
    rows.push_back({std::string(std::min(group.depth, 8U) * 2, ' ') + cut(label, widest_label), bar(group.tally),
                    std::to_string(group.tally.covered), std::to_string(group.tally.total()),
                    std::string(name(group.status))});
  }
  std::string out =
      "\n" + text_columns({"group", "coverage", "covered", "of", "status"}, {false, false, true, true, false}, rows);
  if (report.coverage->groups.size() > rows.size())
    out += "... and " + std::to_string(report.coverage->groups.size() - rows.size()) + " more groups (--list N)\n";
  return out;
}

// Entries of demanded types come first: what has to be repaired.
std::vector<const coverage::Leaf*> listed(const CoverageReport& report, Status status) {
  std::vector<const coverage::Leaf*> out;
  for (const coverage::Leaf& leaf : report.coverage->leaves)
    if (leaf.status == status) out.push_back(&leaf);
  const auto place = [&](const coverage::Leaf* leaf) {
    const auto& targets = report.coverage->targets;
    const std::string type = lower(report.framework->entries[leaf->entry].type);
    const auto found =
        std::ranges::find(targets, type, [](const coverage::MeasuredTarget& each) { return lower(each.target.type); });
    return found - targets.begin();
  };
  std::ranges::stable_sort(out, {}, place);
  return out;
}

std::string leaves_text(const CoverageReport& report, Status status, const std::string& heading) {
  const auto leaves = listed(report, status);
  if (leaves.empty()) return {};
  std::string out = "\n" + heading + " (" + std::to_string(leaves.size()) + ")\n";
  std::vector<std::vector<std::string>> rows;
  for (const coverage::Leaf* leaf : leaves) {
    if (rows.size() == report.listed) break;
    const Competency& entry = report.framework->entries[leaf->entry];
    const std::string reason =
        leaf->evidence.empty() ? "" : evidence_words(report, leaf->evidence.front(), leaf->entry);
    rows.push_back({"  " + cut(code_of(entry), 40), entry.type, cut(std::string(entry.label()), widest_label), reason});
  }
  out += text_columns({"  entry", "type", "title", "evidence"}, {false, false, false, false}, rows);
  if (leaves.size() > rows.size())
    out += "  ... and " + std::to_string(leaves.size() - rows.size()) + " more (--list N)\n";
  return out;
}

std::string items_text(const CoverageReport& report) {
  std::vector<const coverage::Contribution*> order;
  for (const coverage::Contribution& each : report.coverage->items) order.push_back(&each);
  std::ranges::stable_sort(order, [&](const auto* a, const auto* b) {
    if (a->covers != b->covers) return a->covers > b->covers;
    return report.claims->items[a->item].id < report.claims->items[b->item].id;
  });
  std::vector<std::vector<std::string>> rows;
  for (const coverage::Contribution* each : order) {
    if (rows.size() == report.listed) break;
    const coverage::Item& item = report.claims->items[each->item];
    rows.push_back({item.id, cut(item.title, widest_label), std::to_string(each->covers), std::to_string(each->alone),
                    std::to_string(each->open)});
  }
  std::string out =
      "\n" + text_columns({"item", "title", "covers", "alone", "open"}, {false, false, true, true, true}, rows);
  if (order.size() > rows.size()) out += "... and " + std::to_string(order.size() - rows.size()) + " more (--list N)\n";
  return out + "alone: entries that no other item covers; open: entries it may cover\n";
}

}  // namespace

std::string percent_range(const coverage::Tally& tally) {
  return percent(tally.lowest()) + (tally.lowest() == tally.highest() ? "" : " to " + percent(tally.highest()));
}

EntryCodes entry_codes(const CompetencyFramework& framework) {
  EntryCodes out;
  for (const Competency& entry : framework.entries)
    if (!entry.notation.empty()) out.emplace(entry.id, entry.notation);
  return out;
}

std::string joined_codes(const EntryCodes& codes, const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) {
    const auto found = codes.find(id);
    out += (out.empty() ? "" : " | ") + (found == codes.end() ? id : found->second);
  }
  return out;
}

std::string percent(const Rational& share) {
  return to_string(round(share * Rational(100), {RoundingMode::half_up, Rational(1, 10)})) + " %";
}

std::string evidence_words(const CoverageReport& report, const coverage::Evidence& evidence, std::uint32_t entry) {
  const Claim& claim = report.claims->claims[evidence.claim];
  std::string out = report.claims->items[claim.item].id;
  if (claim.denied) return out + ": not (" + claim.document + ")";
  out += claim.bearing == coverage::Bearing::open ? ": " + claim.why_open : ": " + claim.relation;
  if (evidence.node != entry) out += ", on the broader " + claim.competency;
  if (!claim.through.empty()) out += ", through " + claim.through;
  if (claim.confidence)
    out += ", confidence " + decimal(Rational(static_cast<std::int64_t>(*claim.confidence * 1000 + 0.5), 1000), 3);
  return out;
}

std::string coverage_text(const CoverageReport& report) {
  const CompetencyFramework& framework = *report.framework;
  std::string out = printable(framework.title.empty() ? framework.id : framework.title) +
                    (framework.version.empty() ? "" : " " + printable(framework.version)) + "\n" +
                    tally_words(report.coverage->total) + "\n";
  out += targets_text(report);
  out += groups_text(report);
  out += leaves_text(report, Status::missing, "missing");
  out += leaves_text(report, Status::unknown, "unknown");
  out += leaves_text(report, Status::partial, "covered in part");
  out += items_text(report);
  if (!report.claims->silent.empty())
    out += std::to_string(report.claims->silent.size()) + " items state no competency: nothing follows from them\n";
  if (!report.coverage->unresolved.empty())
    out += std::to_string(report.coverage->unresolved.size()) + " competencies claimed are none of the framework's\n";
  for (const std::vector<std::uint32_t>& cycle : report.coverage->cycles) {
    out += "the hierarchy goes round: ";
    for (const std::uint32_t entry : cycle) out += printable(framework.entries[entry].id) + " -> ";
    out += printable(framework.entries[cycle.front()].id) + "\n";
  }
  return out;
}

std::string coverage_csv(const CoverageReport& report) {
  std::string out =
      syntax::write_csv_record({"id", "notation", "label", "type", "parents", "status", "items", "evidence"});
  const EntryCodes codes = entry_codes(*report.framework);
  for (const coverage::Leaf& leaf : report.coverage->leaves) {
    const Competency& entry = report.framework->entries[leaf.entry];
    std::string items, evidence;
    for (const coverage::Evidence& each : leaf.evidence) {
      const Claim& claim = report.claims->claims[each.claim];
      const std::string& id = report.claims->items[claim.item].id;
      items += (items.empty() ? "" : " | ") + id;
      evidence += (evidence.empty() ? "" : " | ") + evidence_words(report, each, leaf.entry);
    }
    out +=
        syntax::write_csv_record({entry.id, entry.notation, std::string(entry.label()), entry.type,
                                  joined_codes(codes, entry.parents), std::string(name(leaf.status)), items, evidence});
  }
  return out;
}

}  // namespace crosswalk::reports
