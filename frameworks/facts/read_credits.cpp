// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/read.hpp"
#include "frameworks/facts/record_reader.hpp"

namespace crosswalk::facts {
namespace {

CreditSystem system(RecordReader& record) {
  CreditSystem out;
  out.fact = record.fact();
  out.title = record.required("title");
  out.region = record.text("region");
  out.country = record.text("country");
  out.unit = record.text("unit");
  out.per_year = record.rational("per_year");
  if (const syntax::Node* hours = record.mapping("hours_per_credit")) {
    RecordReader reader(*hours, record.file(), record.diagnostics());
    out.hours_low = reader.rational("low");
    out.hours_high = reader.rational("high");
    out.hours_kind = reader.text("kind");
  }
  out.first_degree = record.text("first_degree");
  out.legal_basis = record.text("legal_basis");
  out.status = record.text("status");
  return out;
}

CreditConversion conversion(RecordReader& record) {
  CreditConversion out;
  out.fact = record.fact();
  out.from = record.required("from");
  out.to = record.required("to");
  if (out.fact.id != out.from + ">" + out.to)
    record.fault("facts.id", record.node(), "id must be '" + out.from + ">" + out.to + "'");
  out.ratio = record.rational("ratio");
  out.low = record.rational("low");
  out.high = record.rational("high");
  out.basis = record.text("basis");
  out.kind = record.text("kind");
  out.rounding = record.text("rounding");
  if (out.ratio && out.low && out.high && (*out.low > *out.ratio || *out.ratio > *out.high))
    record.fault("facts.value", record.node(), "the ratio must lie between 'low' and 'high'");
  return out;
}

}  // namespace

void read_credit_systems(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  for (const syntax::Node& node : record.items("systems")) {
    RecordReader item(node, file, diagnostics);
    into.credit_systems.push_back(system(item));
  }
}

void read_credit_conversions(const syntax::Node& document, std::string_view file, Facts& into,
                             Diagnostics& diagnostics) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  for (const syntax::Node& node : record.items("conversions")) {
    RecordReader item(node, file, diagnostics);
    into.conversions.push_back(conversion(item));
  }
}

}  // namespace crosswalk::facts
