// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "lib/diagnostics/location.hpp"
#include "lib/syntax/csv.hpp"
#include "reports/columns.hpp"
#include "reports/gaps.hpp"

namespace crosswalk::reports {
namespace {

using gaps::State;

constexpr std::size_t widest = 60;

std::string counts_line(const char* kind, const GapCounts& counts) {
  if (counts.demanded == 0) return {};
  std::string out =
      std::string(kind) + ": " + std::to_string(counts.held) + " of " + std::to_string(counts.demanded) + " held";
  if (counts.below > 0) out += ", " + std::to_string(counts.below) + " below the level";
  if (counts.partial > 0) out += ", " + std::to_string(counts.partial) + " in part";
  if (counts.unknown > 0) out += ", " + std::to_string(counts.unknown) + " unknown";
  return out + ", " + std::to_string(counts.missing) + " missing\n";
}

std::string verdict(const Truth& satisfied) {
  if (satisfied.yes()) return "all essential demands are held";
  if (satisfied.no()) return "not all essential demands are held";
  return "cannot be said: " + satisfied.doubts().front().text;
}

// Essential before optional, then by importance, most first, then in the target's order.
std::vector<const gaps::Finding*> ordered(const GapReport& report, State state) {
  std::vector<const gaps::Finding*> out;
  for (const gaps::Finding& finding : report.gaps->findings)
    if (finding.state == state) out.push_back(&finding);
  std::ranges::stable_sort(out, [&](const gaps::Finding* a, const gaps::Finding* b) {
    const gaps::Demand& x = report.target->demands[a->demand];
    const gaps::Demand& y = report.target->demands[b->demand];
    if (x.essential != y.essential) return x.essential;
    return x.importance.value_or(0) > y.importance.value_or(0);
  });
  return out;
}

std::string level_words(const gaps::Demand& demand) {
  std::string out = demand.essential ? "essential" : "optional";
  if (demand.importance) out += ", importance " + short_number(*demand.importance);
  if (demand.level) out += ", level " + short_number(*demand.level);
  return out;
}

std::string list_text(const GapReport& report, State state, const char* heading) {
  const auto findings = ordered(report, state);
  if (findings.empty()) return {};
  std::vector<std::vector<std::string>> rows;
  for (const gaps::Finding* finding : findings) {
    if (rows.size() == report.listed) break;
    const gaps::Demand& demand = report.target->demands[finding->demand];
    std::vector<std::string> row{"  " + cut(demand_label(report, *finding), widest), level_words(demand),
                                 cut(finding_evidence(report, *finding), widest)};
    if (state != State::held) {
      row.push_back(cut(nearest_words(report, *finding), widest));
      row.push_back(closing_words(report, *finding));
    }
    rows.push_back(std::move(row));
  }
  std::vector<std::string> titles{std::string("  ") + heading, "demand", "evidence"};
  if (state != State::held) titles.insert(titles.end(), {"nearest held", "would close it"});
  std::string out = "\n" + text_columns(titles, std::vector<bool>(titles.size(), false), rows);
  if (findings.size() > rows.size())
    out += "  ... and " + std::to_string(findings.size() - rows.size()) + " more (--list N)\n";
  return out;
}

std::string plan_text(const GapReport& report) {
  if (report.gaps->steps.empty()) return {};
  std::string out = "\na way to close what is open (each step closes most; not proven the shortest)\n";
  for (const gaps::Step& step : report.gaps->steps) {
    const coverage::Item& item = report.offerings->items[step.item];
    out += "  " + printable(item.id) + (item.title.empty() ? "" : " " + printable(item.title)) + ": " +
           std::to_string(step.closes.size()) + "\n";
  }
  if (!report.gaps->beyond_offer.empty())
    out += "  " + std::to_string(report.gaps->beyond_offer.size()) + " essential demands no offering closes in full\n";
  return out;
}

void leaf_rows(const audit::RequirementResult& at, const audit::Result& result, bool settled,
               std::vector<std::vector<std::string>>& rows) {
  if (at.standing == audit::Standing::not_applicable) return;
  for (const audit::RequirementResult& child : at.children) leaf_rows(child, result, settled, rows);
  const bool done = at.standing == audit::Standing::satisfied || at.standing == audit::Standing::waived;
  if (!at.children.empty() || done != settled) return;
  std::string courses;
  for (const audit::Use& use : result.assignment)
    if (use.requirement == at.id) courses += (courses.empty() ? "" : ", ") + use.course;
  rows.push_back({"  " + cut(at.title.empty() ? at.rule : at.title, widest), std::string(name(at.standing)),
                  to_string(at.got) + " of " + to_string(at.needed) + " " + at.unit, courses,
                  settled ? std::string() : cut(remaining_words(at), 90)});
}

}  // namespace

std::string gaps_text(const GapReport& report) {
  const gaps::Target& target = *report.target;
  std::string out = printable(target.label.empty() ? target.id : target.label) +
                    (target.label.empty() || target.label == target.id ? "" : " (" + printable(target.id) + ")") +
                    "\n" + verdict(report.gaps->satisfied) + "\n";
  out += counts_line("essential", gap_counts(report, true)) + counts_line("optional", gap_counts(report, false));
  out += list_text(report, State::missing, "missing");
  out += list_text(report, State::below, "below the level");
  out += list_text(report, State::partial, "in part");
  out += list_text(report, State::unknown, "unknown");
  out += list_text(report, State::held, "held");
  out += plan_text(report);
  if (!report.gaps->unresolved.empty())
    out += "\n" + std::to_string(report.gaps->unresolved.size()) +
           " competencies of the record are known to neither target nor framework, the first '" +
           printable(report.gaps->unresolved.front()) + "'\n";
  return out;
}

std::string gaps_csv(const GapReport& report) {
  std::string out = syntax::write_csv_record({"competency", "label", "essential", "importance", "level", "state",
                                              "evidence", "nearest", "closing", "document"});
  for (const gaps::Finding& finding : report.gaps->findings) {
    const gaps::Demand& demand = report.target->demands[finding.demand];
    out += syntax::write_csv_record({demand.competency, demand_label(report, finding), demand.essential ? "yes" : "no",
                                     demand.importance ? short_number(*demand.importance) : "",
                                     demand.level ? short_number(*demand.level) : "", std::string(name(finding.state)),
                                     finding_evidence(report, finding), nearest_words(report, finding),
                                     closing_words(report, finding), demand.document});
  }
  return out;
}

std::string programme_gaps_text(const ProgrammeGapReport& report) {
  std::string out =
      printable(report.title.empty() ? report.id : report.title) + "\n" +
      (report.result->satisfied.yes()  ? "all requirements are met"
       : report.result->satisfied.no() ? "requirements are missing"
                                       : "cannot be said: " + report.result->satisfied.doubts().front().text) +
      "\n";
  std::vector<std::vector<std::string>> open, met;
  leaf_rows(report.result->requirement, *report.result, false, open);
  leaf_rows(report.result->requirement, *report.result, true, met);
  const std::vector<bool> left(5, false);
  if (!open.empty())
    out += "\n" + text_columns({"  open", "standing", "got", "evidence", "would close it"}, left, open);
  if (!met.empty()) out += "\n" + text_columns({"  met", "standing", "got", "evidence", ""}, left, met);
  return out;
}

std::string programme_gaps_csv(const ProgrammeGapReport& report) {
  std::string out = syntax::write_csv_record({"requirement", "standing", "got", "evidence", "remaining"});
  std::vector<std::vector<std::string>> rows;
  leaf_rows(report.result->requirement, *report.result, false, rows);
  leaf_rows(report.result->requirement, *report.result, true, rows);
  for (std::vector<std::string>& row : rows) {
    row.front().erase(0, 2);
    out += syntax::write_csv_record(row);
  }
  return out;
}

}  // namespace crosswalk::reports
