// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "reports/comparison.hpp"
#include "reports/ladder.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

Tone tone(const levels::Answer& answer) {
  if (answer.known == levels::Known::unknown) return Tone::unknown;
  return answer.kind == levels::AnswerKind::published ? Tone::good : Tone::warning;
}

std::string evidence_badge(const levels::Answer& answer) {
  if (answer.known == levels::Known::unknown) return badge(Tone::unknown, "not known");
  switch (answer.evidence) {
    case Evidence::checked:
      return badge(Tone::good, "checked");
    case Evidence::secondary:
      return badge(Tone::neutral, "secondary");
    case Evidence::unverified:
      return badge(Tone::warning, "unverified");
    case Evidence::shaky:
      return badge(Tone::bad, "shaky");
  }
  return {};
}

std::string lines_html(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& each : lines) out += (out.empty() ? "" : "<br>") + escape(each);
  return out;
}

std::vector<std::string> said(const levels::Answer& answer) {
  std::vector<std::string> out;
  if (!answer.reason.empty()) out.push_back(answer.reason);
  out.insert(out.end(), answer.ended.begin(), answer.ended.end());
  for (const std::string& each : answer.widened) out.push_back("narrowed by type: " + each);
  return out;
}

std::vector<Cell> row(const std::string& head, const levels::Answer& answer, const FrameworkId& target) {
  return {Cell::markup("<span class=\"nowrap\">" + escape(head) + "</span>"),
          Cell::markup("<strong>" + escape(answer_words(answer, target)) + "</strong>"),
          Cell::markup(badge(tone(answer), kind_words(answer))),
          Cell::markup(evidence_badge(answer)),
          Cell::markup(lines_html(document_words(answer))),
          Cell::markup(lines_html(said(answer)))};
}

// The document with its year, where its title does not name it already.
std::string dated_document(const Referencing& row) {
  if (!row.year || row.document.find(std::to_string(*row.year)) != std::string::npos) return row.document;
  return row.document + " (" + std::to_string(*row.year) + ")";
}

void add_answers(Page& page, const ComparisonReport& report) {
  page.section("Level by level");
  Table table{"Each level of " + report.from->id.text + " with the leading answer; other ways of comparing follow it",
              {{"Level"}, {report.to->id.text}, {"How"}, {"Evidence"}, {"Documents"}, {"Remarks"}},
              {}};
  // Highest first, as on the ladders.
  for (auto at = report.comparison->levels.rbegin(); at != report.comparison->levels.rend(); ++at) {
    const levels::LevelAnswer& level = *at;
    table.rows.push_back(row(to_string(level.from), level.leading, report.to->id));
    for (const levels::Answer& other : level.alternatives)
      if (other.to != level.leading.to || other.known != level.leading.known)
        table.rows.push_back(row("also", other, report.to->id));
  }
  page.table(table);
}

void add_evidence(Page& page, const ComparisonReport& report) {
  page.section("Evidence");
  page.paragraph(
      "Every link of every chain, with the document it rests on. A reversed link is read against the direction of its "
      "document.");
  Table table{
      "Links used", {{"From"}, {"To"}, {"Relation"}, {"Document"}, {"Standing"}, {"Confidence"}, {"Source"}}, {}};
  std::set<std::string> seen;
  for (const levels::LevelAnswer& level : report.comparison->levels)
    for (const levels::Link& link : level.leading.chain) {
      if (link.row == nullptr || !seen.insert(link.row->fact.id + (link.reversed ? "<" : ">")).second) continue;
      const Referencing& found = *link.row;
      table.rows.push_back({to_string(link.from),
                            link.to.level.empty() ? "none in " + link.to.framework.text : to_string(link.to),
                            std::string(name(found.relation)) + (link.reversed ? ", reversed" : ""),
                            dated_document(found), found.status, std::string(name(found.fact.evidence)),
                            found.fact.source.document + (found.fact.note.empty() ? "" : ". " + found.fact.note)});
    }
  page.details("Show all " + std::to_string(table.rows.size()) + " links", table_html(table), table.rows.size() <= 14);
}

void add_anomalies(Page& page, const ComparisonReport& report) {
  if (report.anomalies.empty()) return;
  page.section("What does not fit");
  page.paragraph(
      "Referencing is many-to-many and partial at its ends; these are the places where a reader must not expect a "
      "one-to-one table.");
  Table table{"Anomalies of this comparison", {{"Kind"}, {"Where"}}, {}};
  for (const levels::Anomaly& each : report.anomalies)
    table.rows.push_back({Cell(std::string(levels::name(each.kind))), Cell(each.text)});
  page.table(table);
}

void add_framework_facts(Page& page, const ComparisonReport& report) {
  page.section("The two frameworks");
  Table table{"What the facts say of both", {{""}, {report.from->id.text}, {report.to->id.text}}, {}};
  table.columns.front().title = "Field";
  const auto add = [&](const char* field, const std::string& a, const std::string& b) {
    if (!a.empty() || !b.empty()) table.rows.push_back({field, a, b});
  };
  add("Title", report.from->title, report.to->title);
  add("Native title", report.from->native_title, report.to->native_title);
  add("Country or region", report.from->region, report.to->region);
  add("In force", to_string(report.from->fact.usage.period), to_string(report.to->fact.usage.period));
  add("Legal basis", report.from->legal_basis, report.to->legal_basis);
  add("Authority", report.from->authority, report.to->authority);
  add("Status", report.from->status, report.to->status);
  add("Levels", std::to_string(report.from->levels.size()), std::to_string(report.to->levels.size()));
  add("Evidence", std::string(name(report.from->fact.evidence)), std::string(name(report.to->fact.evidence)));
  add("Source", report.from->fact.source.document, report.to->fact.source.document);
  page.table(table);
}

void add_topics(Page& page, const ComparisonReport& report) {
  if (report.topics.empty()) return;
  page.section("Topics of the EQF comparison with third countries");
  page.notice(
      Tone::neutral,
      "A skeleton: the columns hold what the facts know; what is empty is for the experts of both sides to write.");
  Table table{"The eleven topics", {{"Topic"}, {report.from->id.text}, {report.to->id.text}}, {}};
  for (const ComparisonTopic& each : report.topics) {
    const auto cell = [](const std::string& text) {
      return text.empty() ? Cell("to be written", Tone::unknown) : Cell(text);
    };
    table.rows.push_back({each.number + ". " + each.title + (each.unverified ? " (topic unverified)" : ""),
                          cell(each.from), cell(each.to)});
  }
  page.table(table);
}

std::string lead(const ComparisonReport& report) {
  const auto& all = report.comparison->levels;
  if (all.size() == 1) {
    const levels::Answer& answer = all.front().leading;
    return to_string(all.front().from) + " compares to " + answer_words(answer, report.to->id) + ": " +
           kind_words(answer) + (answer.reason.empty() ? "." : ". " + answer.reason + ".");
  }
  std::size_t published = 0, composed = 0, none = 0, unknown = 0, several = 0;
  for (const levels::LevelAnswer& each : all) {
    none += each.leading.known == levels::Known::none;
    unknown += each.leading.known == levels::Known::unknown;
    if (each.leading.known != levels::Known::levels) continue;
    (each.leading.kind == levels::AnswerKind::published ? published : composed) += 1;
    several += each.leading.to.size() > 1;
  }
  std::string parts;
  const auto add = [&](std::size_t count, const char* what) {
    if (count > 0) parts += (parts.empty() ? "" : ", ") + std::string(what) + " for " + std::to_string(count);
  };
  add(published, "a published counterpart");
  add(composed, "a counterpart composed through a hub");
  add(none, "deliberately none");
  add(unknown, "no document");
  std::string out = "Of " + std::to_string(all.size()) + " levels: " + parts + ".";
  if (several > 0)
    out += " " + std::to_string(several) + (several == 1 ? " answers" : " answer") + " with several levels.";
  return out;
}

bool rests_on_unverified(const ComparisonReport& report) {
  return std::ranges::any_of(report.comparison->levels, [](const levels::LevelAnswer& each) {
    return each.leading.known != levels::Known::unknown && each.leading.evidence >= Evidence::unverified;
  });
}

}  // namespace

std::string comparison_html(const ComparisonReport& report) {
  Page page(report.from->title + " and " + report.to->title);
  page.kicker("Framework comparison").lead(lead(report));
  page.fact("From", report.from->id.text + ", " + report.from->region)
      .fact("To", report.to->id.text + ", " + report.to->region);
  page.fact("As of", report.as_of).fact("Facts", report.facts_version);
  page.section("The ladders");
  if (rests_on_unverified(report))
    page.notice(Tone::warning,
                "Some answers rest on unverified facts: general knowledge that nobody has yet seen in a document. They "
                "carry an empty circle.");
  page.figure(ladder_svg(report) + ladder_key(),
              "Each band leads from a level of " + report.from->id.text + " to the levels of " + report.to->id.text +
                  " it compares to. Behind a published band, a paler one shows what the chain through a hub would "
                  "answer where it differs.",
              ladder_words(report));
  add_answers(page, report);
  add_anomalies(page, report);
  if (!report.remarks.empty()) {
    page.section("Remarks");
    page.list(report.remarks);
  }
  add_evidence(page, report);
  add_framework_facts(page, report);
  add_topics(page, report);
  page.footer("crosswalk, facts " + report.facts_version + ", as of " + report.as_of +
              ". A comparison of levels is not a decision on recognition.");
  return page.html();
}

}  // namespace crosswalk::reports
