// SPDX-License-Identifier: Apache-2.0
#include "reports/gaps.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using gaps::State;

Table list_table(const GapReport& report, State state, const std::string& caption) {
  Table table{caption, {{"Competency"}, {"Demand"}, {"Importance", true}, {"Level", true}, {"Evidence"}}, {}};
  if (state != State::held) table.columns.insert(table.columns.end(), {{"Nearest held"}, {"Would close it"}});
  for (const bool essential : {true, false})
    for (const gaps::Finding& finding : report.gaps->findings) {
      const gaps::Demand& demand = report.target->demands[finding.demand];
      if (finding.state != state || demand.essential != essential) continue;
      std::vector<Cell> row{
          demand_label(report, finding),
          Cell::markup(badge(essential ? Tone::warning : Tone::neutral, essential ? "essential" : "optional")),
          demand.importance ? short_number(*demand.importance) : std::string(),
          demand.level ? short_number(*demand.level) : std::string(), finding_evidence(report, finding)};
      if (state != State::held) {
        row.emplace_back(nearest_words(report, finding));
        row.emplace_back(closing_words(report, finding));
      }
      table.rows.push_back(std::move(row));
    }
  return table;
}

Table plan_table(const GapReport& report) {
  Table table{
      "Offerings in the order in which each closes most of what is open", {{"Offering"}, {"Title"}, {"Closes"}}, {}};
  for (const gaps::Step& step : report.gaps->steps) {
    const coverage::Item& item = report.offerings->items[step.item];
    std::string closes;
    for (const std::uint32_t demand : step.closes)
      for (const gaps::Finding& finding : report.gaps->findings)
        if (finding.demand == demand) closes += (closes.empty() ? "" : "; ") + demand_label(report, finding);
    table.rows.push_back({item.id, item.title, closes});
  }
  return table;
}

void add(Page& page, const GapReport& report, State state, const char* heading, const char* caption) {
  const Table table = list_table(report, state, caption);
  if (!table.rows.empty()) page.section(heading).table(table);
}

Tone tone_of(const Truth& truth) { return truth.yes() ? Tone::good : truth.no() ? Tone::bad : Tone::unknown; }

void leaf_rows(const audit::RequirementResult& at, const audit::Result& result, Table& open, Table& met) {
  if (at.standing == audit::Standing::not_applicable) return;
  for (const audit::RequirementResult& child : at.children) leaf_rows(child, result, open, met);
  if (!at.children.empty()) return;
  const bool done = at.standing == audit::Standing::satisfied || at.standing == audit::Standing::waived;
  std::string courses;
  for (const audit::Use& use : result.assignment)
    if (use.requirement == at.id) courses += (courses.empty() ? "" : ", ") + use.course;
  std::vector<Cell> row{at.title.empty() ? at.rule : at.title,
                        Cell::markup(badge(done ? Tone::good : Tone::warning, std::string(name(at.standing)))),
                        to_string(at.got) + " of " + to_string(at.needed) + " " + at.unit, courses};
  if (!done) row.emplace_back(remaining_words(at));
  (done ? met : open).rows.push_back(std::move(row));
}

}  // namespace

std::string gaps_html(const GapReport& report) {
  const gaps::Target& target = *report.target;
  Page page("Gaps towards " + (target.label.empty() ? target.id : target.label));
  const GapCounts essential = gap_counts(report, true), optional = gap_counts(report, false);
  page.kicker("Skills audit");
  page.lead(report.gaps->satisfied.yes()  ? "All essential demands are held."
            : report.gaps->satisfied.no() ? "Not all essential demands are held."
                                          : "It cannot be said: " + report.gaps->satisfied.doubts().front().text + ".");
  page.fact("Essential held", std::to_string(essential.held) + " of " + std::to_string(essential.demanded),
            tone_of(report.gaps->satisfied));
  page.fact("Optional held", std::to_string(optional.held) + " of " + std::to_string(optional.demanded));
  page.fact("Essential missing", std::to_string(essential.missing), essential.missing == 0 ? Tone::good : Tone::bad);
  add(page, report, State::missing, "Missing", "Competencies the record does not show");
  add(page, report, State::below, "Below the level", "Competencies held at a lower level than demanded");
  add(page, report, State::partial, "In part", "Competencies of which a part or something narrower is held");
  add(page, report, State::unknown, "Unknown", "Competencies of which it cannot be said");
  if (!report.gaps->steps.empty()) page.section("A way to close them").table(plan_table(report));
  if (!report.gaps->beyond_offer.empty())
    page.notice(Tone::warning, std::to_string(report.gaps->beyond_offer.size()) +
                                   " essential demands are closed in full by none of the offerings.");
  add(page, report, State::held, "Held", "Competencies the record shows, with the evidence");
  page.footer("Near: in the framework's hierarchy, or by words. A way to close the gaps is not proven the shortest.");
  return page.html();
}

std::string programme_gaps_html(const ProgrammeGapReport& report) {
  Page page("Gaps towards " + (report.title.empty() ? report.id : report.title));
  page.kicker("Programme gaps");
  page.lead(report.result->satisfied.yes() ? "All requirements are met."
                                           : "Not all requirements are met, or it cannot be said.");
  Table open{"Requirements still open", {{"Requirement"}, {"Standing"}, {"Got"}, {"Evidence"}, {"Would close it"}}, {}};
  Table met{"Requirements met, with the courses", {{"Requirement"}, {"Standing"}, {"Got"}, {"Evidence"}}, {}};
  leaf_rows(report.result->requirement, *report.result, open, met);
  page.fact("Open", std::to_string(open.rows.size()), open.rows.empty() ? Tone::good : Tone::bad);
  page.fact("Met", std::to_string(met.rows.size()), Tone::good);
  if (!open.rows.empty()) page.section("Open").table(open);
  if (!met.rows.empty()) page.section("Met").table(met);
  page.footer("By the best assignment of the record's courses: see crosswalk audit.");
  return page.html();
}

}  // namespace crosswalk::reports
