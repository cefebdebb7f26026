// SPDX-License-Identifier: Apache-2.0
#include <cmath>
#include <set>

#include "reports/gaps.hpp"

namespace crosswalk::reports {
namespace {

constexpr std::size_t most_named = 4;

template <class List, class Name>
std::string named(const List& list, Name name) {
  std::string out;
  std::size_t shown = 0;
  for (const auto& each : list) {
    if (shown++ == most_named) return out + ", and " + std::to_string(list.size() - most_named) + " more";
    out += (out.empty() ? "" : ", ") + name(each);
  }
  return out;
}

}  // namespace

std::string remaining_words(const audit::RequirementResult& leaf) {
  return leaf.rule.empty() || leaf.rule == leaf.title ? leaf.remaining : leaf.remaining + ": " + leaf.rule;
}

std::string short_number(double value) { return decimal(Rational(std::llround(value * 1000), 1000), 2); }

std::string demand_label(const GapReport& report, const gaps::Finding& finding) {
  const gaps::Demand& demand = report.target->demands[finding.demand];
  if (finding.entry) return std::string(report.framework->entries[*finding.entry].label());
  return demand.label.empty() ? demand.competency : demand.label;
}

std::string finding_evidence(const GapReport& report, const gaps::Finding& finding) {
  std::string out;
  std::set<std::string> told;
  for (const std::uint32_t i : finding.claims) {
    const coverage::Claim& claim = report.record->claims[i];
    std::string words = report.record->items[claim.item].id;
    if (claim.denied)
      words += ": not";
    else if (claim.bearing == coverage::Bearing::open)
      words += ": " + claim.why_open;
    if (claim.level) words += ", level " + short_number(*claim.level);
    if (finding.state == gaps::State::partial || finding.state == gaps::State::unknown)
      if (claim.competency != report.target->demands[finding.demand].competency) words += " by " + claim.competency;
    if (told.insert(words).second) out += (out.empty() ? "" : "; ") + words;
  }
  if (finding.state == gaps::State::held && !finding.level_stated) out += "; level not stated";
  return out;
}

std::string nearest_words(const GapReport& report, const gaps::Finding& finding) {
  std::string out;
  for (const gaps::Nearest& each : finding.nearest) {
    out += (out.empty() ? "" : "; ") + each.label + " (" + each.relation;
    if (each.similarity > 0) out += " " + short_number(each.similarity);
    out += ", " + named(each.items, [&](std::uint32_t item) { return report.record->items[item].id; }) + ")";
  }
  return out;
}

std::string closing_words(const GapReport& report, const gaps::Finding& finding) {
  return named(finding.closing, [&](const gaps::Closing& each) {
    return report.offerings->items[each.item].id + (each.part ? " (in part)" : "");
  });
}

GapCounts gap_counts(const GapReport& report, bool essential) {
  GapCounts out;
  for (const gaps::Finding& finding : report.gaps->findings) {
    if (report.target->demands[finding.demand].essential != essential) continue;
    ++out.demanded;
    switch (finding.state) {
      case gaps::State::held:
        ++out.held;
        break;
      case gaps::State::below:
        ++out.below;
        break;
      case gaps::State::partial:
        ++out.partial;
        break;
      case gaps::State::unknown:
        ++out.unknown;
        break;
      case gaps::State::missing:
        ++out.missing;
        break;
    }
  }
  return out;
}

}  // namespace crosswalk::reports
