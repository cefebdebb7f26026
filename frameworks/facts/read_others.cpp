// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/read.hpp"
#include "frameworks/facts/record_reader.hpp"

namespace crosswalk::facts {
namespace {

// Calls `one` for each record of the list `key` of a document.
template <class One>
void each(const syntax::Node& document, std::string_view key, std::string_view file, Diagnostics& diagnostics,
          One one) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  for (const syntax::Node& node : record.items(key)) {
    RecordReader item(node, file, diagnostics);
    one(item);
  }
}

std::pair<std::string, std::string> bounds(RecordReader& record, std::string_view key, std::string* unit) {
  const syntax::Node* found = record.mapping(key);
  if (found == nullptr) return {};
  RecordReader reader(*found, record.file(), record.diagnostics());
  std::pair<std::string, std::string> out{reader.text("low"), reader.text("high")};
  if (unit != nullptr) *unit = reader.text("unit");
  return out;
}

}  // namespace

void read_microcredential_elements(const syntax::Node& document, std::string_view file, Facts& into,
                                   Diagnostics& diagnostics) {
  each(document, "elements", file, diagnostics, [&](RecordReader& record) {
    MicrocredentialElement out;
    out.fact = record.fact();
    out.title = record.required("title");
    out.requirement = record.required("requirement");
    out.elm = record.text("elm");
    out.ctdl = record.text("ctdl");
    out.open_badges = record.text("open_badges");
    out.loss = record.text("loss");
    into.microcredential_elements.push_back(std::move(out));
  });
}

void read_microcredential_policies(const syntax::Node& document, std::string_view file, Facts& into,
                                   Diagnostics& diagnostics) {
  each(document, "policies", file, diagnostics, [&](RecordReader& record) {
    MicrocredentialPolicy out;
    out.fact = record.fact();
    out.title = record.required("title");
    out.jurisdiction = record.required("jurisdiction");
    out.country = record.text("country");
    out.year = record.whole("year");
    std::tie(out.credit_low, out.credit_high) = bounds(record, "credit", &out.credit_unit);
    std::tie(out.hours_low, out.hours_high) = bounds(record, "hours", nullptr);
    out.levels = record.text("levels");
    out.stack_rule = record.text("stack_rule");
    out.conditions = record.text("conditions");
    out.cap_percent = record.rational("cap_percent");
    into.microcredential_policies.push_back(std::move(out));
  });
}

void read_isced_fields(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  each(document, "fields", file, diagnostics, [&](RecordReader& record) {
    IscedField out;
    out.fact = record.fact();
    out.title = record.required("title");
    out.depth = record.required("depth");
    out.parent = record.text("parent");
    out.uri = record.text("uri");
    into.isced_fields.push_back(std::move(out));
  });
}

void read_country_aliases(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  each(document, "aliases", file, diagnostics, [&](RecordReader& record) {
    CountryAlias out;
    out.fact = record.fact();
    out.code = out.fact.id;
    out.means = record.required("means");
    into.country_aliases.push_back(std::move(out));
  });
}

void read_tiles(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  const Fact fact = record.fact();
  for (const syntax::Node& node : record.items("tiles")) {
    RecordReader item(node, file, diagnostics);
    Tile out;
    out.fact = fact;
    out.fact.where = syntax::at(node, file);
    out.country = out.fact.id = item.required("country");
    out.title = item.required("title");
    out.row = item.whole("row").value_or(0);
    out.column = item.whole("column").value_or(0);
    into.tiles.push_back(std::move(out));
  }
}

void read_comparison_topics(const syntax::Node& document, std::string_view file, Facts& into,
                            Diagnostics& diagnostics) {
  each(document, "topics", file, diagnostics, [&](RecordReader& record) {
    TopicRecord out;
    out.fact = record.fact();
    out.title = record.required("title");
    out.asks = record.required("asks");
    into.comparison_topics.push_back(std::move(out));
  });
}

void read_release(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  RecordReader record(document, file, diagnostics);
  (void)record.any("crosswalk");
  into.release.version = record.required("version");
  if (const auto date = record.date("date")) into.release.date = *date;
}

}  // namespace crosswalk::facts
