// SPDX-License-Identifier: Apache-2.0
#include "cli/vocabulary_answer.hpp"

#include <algorithm>

#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::cli {
namespace {

using formats::ConceptMatch;
using formats::VocabularyReport;

std::string_view how(ConceptMatch match) {
  switch (match) {
    case ConceptMatch::by_uri:
      return "uri";
    case ConceptMatch::by_label:
      return "label";
    case ConceptMatch::none:
      return "none";
  }
  return "none";
}

std::string count(const VocabularyReport& report, ConceptMatch match) {
  return std::to_string(std::ranges::count(report.concepts, match, &formats::MatchedConcept::how));
}

std::string text_answer(const VocabularyReport& report) {
  std::string out = std::to_string(report.concepts.size()) + " concepts: " + count(report, ConceptMatch::by_uri) +
                    " matched by URI, " + count(report, ConceptMatch::by_label) + " by label, " +
                    count(report, ConceptMatch::none) + " not\n";
  for (const auto& finding : report.findings)
    out += to_string(Diagnostic{Severity::note, finding.code, finding.where, finding.text}) + "\n";
  return out;
}

std::string json_answer(const VocabularyReport& report, const std::string& facts_version) {
  syntax::Node out = reports::answer("vocabulary");
  out.set("facts", reports::text(facts_version));
  syntax::Node concepts = syntax::Node::sequence();
  for (const auto& each : report.concepts) {
    syntax::Node& one = concepts.push(syntax::Node::mapping());
    one.set("uri", reports::text(each.term.uri));
    one.set("label", reports::text(each.term.label));
    one.set("matched_by", reports::text(how(each.how)));
    one.set("ours", reports::texts(each.ours));
  }
  out.set("concepts", std::move(concepts));
  Diagnostics findings;
  for (const auto& each : report.findings) findings.push_back({Severity::note, each.code, each.where, each.text});
  out.set("findings", reports::diagnostics(findings));
  return syntax::write_json(out) + "\n";
}

std::string csv_answer(const VocabularyReport& report) {
  std::string out = syntax::write_csv_record({"uri", "label", "matched_by", "ours"});
  for (const auto& each : report.concepts) {
    std::string ours;
    for (const std::string& id : each.ours) ours += (ours.empty() ? "" : " ") + id;
    out += syntax::write_csv_record({each.term.uri, each.term.label, std::string(how(each.how)), ours});
  }
  return out;
}

std::string html_answer(const VocabularyReport& report, const std::string& facts_version) {
  reports::Page page("A vocabulary of the EU against the facts");
  page.kicker("Vocabulary")
      .lead(count(report, ConceptMatch::by_uri) + " of " + std::to_string(report.concepts.size()) +
            " concepts are matched by URI.");
  page.section("Findings");
  reports::Table findings{"What is wrong or surprising", {{"Code"}, {"What"}, {"Where"}}, {}};
  for (const auto& each : report.findings) findings.rows.push_back({each.code, each.text, to_string(each.where)});
  page.table(findings).section("Concepts");
  reports::Table concepts{"In the order of the list", {{"Label"}, {"URI"}, {"Matched by"}, {"Ours"}}, {}};
  for (const auto& each : report.concepts) {
    std::string ours;
    for (const std::string& id : each.ours) ours += (ours.empty() ? "" : ", ") + id;
    concepts.rows.push_back({each.term.label, each.term.uri, std::string(how(each.how)), ours});
  }
  return page.table(concepts).footer("crosswalk, facts " + facts_version).html();
}

}  // namespace

std::string vocabulary_answer(const VocabularyReport& report, const std::string& facts_version, Format format) {
  switch (format) {
    case Format::text:
      return text_answer(report);
    case Format::json:
      return json_answer(report, facts_version);
    case Format::csv:
      return csv_answer(report);
    case Format::html:
      return html_answer(report, facts_version);
  }
  return {};
}

}  // namespace crosswalk::cli
