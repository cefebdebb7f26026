// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/njtransfer/njtransfer.hpp"

#include <algorithm>
#include <map>

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/njtransfer/succession.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/html.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::size_t width = 8;

struct Row {
  std::string course, course_term, title, credit, evaluation_term, equivalency, gened, received;
  std::uint32_t line = 0;
};

struct Table {
  std::string sending, receiving;  // empty where the file does not name them
  std::vector<Row> rows;
};

Identity identify_njtransfer(const Probe& probe) {
  if (probe.has_column("send_course") && probe.has_column("eval_effective")) return Identity::yes;
  return probe.text.find("NJ Transfer") != std::string::npos && probe.text.find("<html") != std::string::npos
             ? Identity::yes
             : Identity::no;
}

Row row_of(const std::vector<std::string>& cells, std::uint32_t line) {
  std::vector<std::string> full = cells;
  full.resize(width);
  for (std::string& cell : full) cell = trimmed(cell);
  return {full[0], full[1], full[2], full[3], full[4], full[5], full[6], full[7], line};
}

// "Middlesex College Information" heads the sender's columns, "... Information" after it the receiver's.
std::string headed(const std::string& title) {
  const auto end = title.find(" Information");
  return end == std::string::npos ? std::string() : title.substr(0, end);
}

Table from_html(const Input& input, const std::string& text) {
  Table out;
  for (const syntax::HtmlRow& row : syntax::html_rows(text, input.name())) {
    if (row.header && row.cells.size() == 2) {
      out.sending = headed(trimmed(row.cells[0]));
      out.receiving = headed(trimmed(row.cells[1]));
    } else if (!row.header && row.cells.size() == width) {
      out.rows.push_back(row_of(row.cells, row.line));
    }
  }
  return out;
}

Table from_csv(const Input& input, const std::string& text, Diagnostics& diagnostics) {
  const syntax::CsvTable table = syntax::parse_csv(text, input.name(), {});
  diagnostics = table.diagnostics;
  Table out;
  for (const syntax::CsvRecord& record : table.rows) out.rows.push_back(row_of(record.cells, record.line));
  return out;
}

class Reader {
 public:
  Reader(const Table& table, std::string_view file) : table_(table), file_(file) {
    set_.title = "NJ Transfer equivalencies";
    set_.source.document = "NJ Transfer list of equivalencies";
    from_ = table.sending.empty() ? InstitutionId{} : add_institution(set_, table.sending);
    to_ = table.receiving.empty() ? InstitutionId{} : add_institution(set_, table.receiving);
    set_.institution = to_;
    set_.id = "njtransfer/" + from_.text + "/" + to_.text;
  }

  RuleSet read() {
    std::map<std::string, std::vector<njtransfer::Evaluation>> courses;
    std::vector<std::string> order;
    for (std::size_t i = 0; i < table_.rows.size(); ++i) {
      const auto evaluation = dated(table_.rows[i], i);
      if (!evaluation) continue;
      auto& list = courses[table_.rows[i].course];
      if (list.empty()) order.push_back(table_.rows[i].course);
      list.push_back(*evaluation);
    }
    for (const std::string& course : order) add(courses[course]);
    diagnostics.push_back({Severity::note,
                           "njtransfer.balance",
                           {std::string(file_), {}, {}, {}, {}},
                           std::to_string(table_.rows.size()) + " evaluations: " + std::to_string(set_.rules.size()) +
                               " rules, " + std::to_string(loss.total()) + " without a term of their own or unusable"});
    return std::move(set_);
  }

  Diagnostics diagnostics;
  LossReport loss;

 private:
  std::optional<njtransfer::Evaluation> dated(const Row& row, std::size_t index) {
    const auto course = Term::parse(row.course_term), evaluation = Term::parse(row.evaluation_term);
    if (!row.course.empty() && course && evaluation) return njtransfer::Evaluation{*course, *evaluation, index};
    diagnostics.push_back({Severity::warning,
                           "njtransfer.row",
                           {std::string(file_), row.line, {}, {}, {}},
                           "an evaluation needs a course and two terms like FALL 2014, found '" + row.course + "', '" +
                               row.course_term + "', '" + row.evaluation_term + "'"});
    loss.add("row", "no course or no term");
    return {};
  }

  void add(const std::vector<njtransfer::Evaluation>& evaluations) {
    const auto reigns = njtransfer::reigns(evaluations);
    for (const njtransfer::Reign& reign : reigns) add_rule(table_.rows[reign.row], reign.taken);
    for (const njtransfer::Evaluation& one : evaluations)
      if (std::ranges::find(reigns, one.row, &njtransfer::Reign::row) == reigns.end())
        loss.add("row", "never the evaluation of any term: another one of the same or a later date holds instead");
  }

  void add_rule(const Row& row, const Period& taken) {
    Rule rule;
    rule.id = names_.unique(row.course + ">" + row.equivalency);
    rule.title = row.title;
    rule.from = from_;
    rule.to = to_;
    rule.taken = taken;
    rule.match = Condition::course(row.course, from_.text);
    rule.awards = {award(row)};
    rule.source = set_.source;
    rule.source.locator = "line " + std::to_string(row.line) + ", evaluation effective " + row.evaluation_term;
    set_.rules.push_back(std::move(rule));
  }

  static Award award(const Row& row) {
    Award out = course_award(CourseCode::parse(row.equivalency), {}, Rational::parse(row.received));
    if (row.equivalency == "Not Transferable" || row.equivalency == "PENDING") {
      out.kind = row.equivalency == "PENDING" ? AwardKind::review : AwardKind::none;
      out.course = {};
      out.title = row.equivalency;
      out.credits.reset();
    }
    if (!row.gened.empty()) out.attributes["gened"] = row.gened;
    return out;
  }

  const Table& table_;
  std::string_view file_;
  RuleSet set_;
  RuleNames names_;
  InstitutionId from_, to_;
};

ReadResult<Document> read_njtransfer(Input& input) {
  ReadResult<Document> out;
  out.value.format = "njtransfer";
  const std::string& text = input.text();
  const bool html = text.find("<html") != std::string::npos;
  out.value.dialect = html ? "html" : "csv";
  const Table table = html ? from_html(input, text) : from_csv(input, text, out.diagnostics);
  if (table.rows.empty())
    throw InputError("njtransfer.empty", {input.name(), {}, {}, {}, {}},
                     "no row of eight cells: course, effective, title, credit, evaluation, equivalency, gened, credit");
  Reader reader(table, input.name());
  out.value.parts.emplace_back(reader.read());
  std::ranges::move(reader.diagnostics, std::back_inserter(out.diagnostics));
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format njtransfer_format() {
  Format format;
  format.id = "njtransfer";
  format.title = "NJ Transfer list of equivalencies";
  format.media_types = {"text/html", "text/csv"};
  format.extensions = {"html", "csv"};
  format.identify = identify_njtransfer;
  format.read = read_njtransfer;
  return format;
}

}  // namespace crosswalk::formats
