// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/read.hpp"
#include "frameworks/facts/record_reader.hpp"

namespace crosswalk::facts {
namespace {

std::optional<GradeDirection> direction(const std::string& word) {
  if (word == "higher-better") return GradeDirection::higher_better;
  if (word == "lower-better") return GradeDirection::lower_better;
  return std::nullopt;
}

std::optional<GradeFormula> formula_named(const std::string& word) { return grade_formula(word); }

GradeBand band(RecordReader& record) {
  GradeBand out;
  out.label = record.required("label");
  out.low = record.rational("low");
  out.high = record.rational("high");
  out.points = record.rational("points");
  out.passing = record.truth("passing", true);
  out.note = record.text("note");
  return out;
}

GradingScale scale(RecordReader& record) {
  GradingScale out;
  out.fact = record.fact();
  out.title = record.required("title");
  out.region = record.text("region");
  out.country = record.text("country");
  out.kind = record.required("kind");
  out.worst = record.text("worst");
  out.best = record.text("best");
  out.pass = record.text("pass");
  out.worst_mark = Rational::parse(out.worst);
  out.best_mark = Rational::parse(out.best);
  out.pass_mark = Rational::parse(out.pass);
  out.direction = enumerator(record, "direction", direction, GradeDirection::higher_better);
  out.step = record.text("step");
  out.scope = record.text("scope");
  out.level = record.text("level");
  for (const syntax::Node& node : record.items("bands")) {
    RecordReader item(node, record.file(), record.diagnostics());
    out.bands.push_back(band(item));
  }
  return out;
}

GradeRounding rounding(RecordReader& record) {
  GradeRounding out;
  out.id = record.required("id");
  const std::string mode = record.required("mode");
  out.note = record.text("note");
  out.rounding.step = record.rational("step").value_or(1);
  out.listed_steps = mode == "nearest-step";
  if (const auto known = rounding_mode(mode))
    out.rounding.mode = *known;
  else if (!out.listed_steps)
    record.fault("facts.value", record.node(), "rounding mode '" + mode + "' is not known");
  return out;
}

GradeExample example(RecordReader& record) {
  GradeExample out;
  out.id = record.required("id");
  out.inputs = record.text("inputs");
  out.exact = record.text("exact");
  out.reported = record.text("reported");
  out.note = record.text("note");
  return out;
}

void read_shares(RecordReader& record, GradeMethod& into) {
  for (const syntax::Node& node : record.items("shares")) {
    RecordReader item(node, record.file(), record.diagnostics());
    std::string label = item.required("label");
    into.shares.emplace_back(std::move(label), item.rational("share").value_or(0));
  }
}

void read_table(RecordReader& record, GradeMethod& into) {
  for (const syntax::Node& node : record.items("table")) {
    if (!node.is_sequence() || node.items().size() != 2)
      record.fault("facts.value", node, "a row of 'table' is a pair [from, to]");
    else
      into.table.emplace_back(node.items()[0].text(), node.items()[1].text());
  }
}

GradeMethod method(RecordReader& record) {
  GradeMethod out;
  out.fact = record.fact();
  out.title = record.required("title");
  out.formula = enumerator(record, "formula", formula_named, GradeFormula::none);
  out.formula_text = record.text("formula_text");
  out.domain = record.text("domain");
  out.from_scale = record.text("from");
  out.to_scale = record.text("to");
  out.factor = record.rational("factor");
  out.offset = record.rational("offset");
  out.cap = record.rational("cap");
  out.low = record.rational("low");
  out.high = record.rational("high");
  read_shares(record, out);
  read_table(record, out);
  for (const syntax::Node& node : record.items("roundings")) {
    RecordReader item(node, record.file(), record.diagnostics());
    out.roundings.push_back(rounding(item));
  }
  for (const syntax::Node& node : record.items("examples")) {
    RecordReader item(node, record.file(), record.diagnostics());
    out.examples.push_back(example(item));
  }
  return out;
}

}  // namespace

void read_grading_scales(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  for (const syntax::Node& node : record.items("scales")) {
    RecordReader item(node, file, diagnostics);
    into.grading_scales.push_back(scale(item));
  }
}

void read_grade_methods(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  for (const syntax::Node& node : record.items("methods")) {
    RecordReader item(node, file, diagnostics);
    into.grade_methods.push_back(method(item));
  }
}

}  // namespace crosswalk::facts
