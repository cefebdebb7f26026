// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <concepts>
#include <string>
#include <type_traits>

#include "frameworks/facts/facts.hpp"

// The columns of each table of facts.db, listed once: the schema, the writer and the reader all walk these lists. A
// visitor is called with the column's name and the member.
namespace crosswalk::facts {

// Rows of what a record holds several of.
struct DescriptorRow {
  std::string level;
  Descriptor value;
};
struct AtLevelRow {
  std::string type;
  AtLevel value;
};
struct BandRow {
  std::string scale;
  GradeBand value;
};
struct RoundingRow {
  std::string method;
  GradeRounding value;
};
struct ExampleRow {
  std::string method;
  GradeExample value;
};
struct ShareRow {
  std::string method;
  std::string label;
  Rational share;
};
struct PairRow {
  std::string method;
  std::string from, to;
};
struct CheckRow {
  std::string code, query;
};

template <class Visit, class F>
void fact_fields(Visit& visit, F& fact) {
  visit("id", fact.id);
  visit("document", fact.source.document);
  visit("locator", fact.source.locator);
  visit("retrieved", fact.source.retrieved);
  visit("jurisdiction", fact.usage.jurisdiction);
  visit("valid_from", fact.usage.period.from);
  visit("valid_until", fact.usage.period.until);
  visit("purpose", fact.usage.purpose);
  visit("confidence", fact.evidence);
  visit("note", fact.note);
  visit("file", fact.where.file);
  visit("line", fact.where.line);
  visit("line_column", fact.where.column);
}

// A row of type Row, const for writing.
template <class R, class Row>
concept RowOf = std::same_as<std::remove_const_t<R>, Row>;

template <class Visit, RowOf<Framework> R>
void own_fields(Visit& visit, R& row) {
  visit("framework", row.id.text);
  visit("title", row.title);
  visit("native_title", row.native_title);
  visit("acronym", row.acronym);
  visit("region", row.region);
  visit("country", row.country);
  visit("type", row.type);
  visit("series", row.series);
  visit("legal_basis", row.legal_basis);
  visit("authority", row.authority);
  visit("status", row.status);
  visit("uri", row.uri);
}

template <class Visit, RowOf<Level> R>
void own_fields(Visit& visit, R& row) {
  visit("framework", row.ref.framework.text);
  visit("label", row.ref.level);
  visit("rank", row.rank);
  visit("parent", row.parent);
  visit("parallel_group", row.parallel_group);
  visit("qualifications", row.qualifications);
  visit("cycle", row.cycle);
  visit("isced", row.isced);
  visit("uri", row.uri);
}

template <class Visit, RowOf<LevelDetail> R>
void own_fields(Visit& visit, R& row) {
  visit("framework", row.ref.framework.text);
  visit("label", row.ref.level);
  visit("qualifications", row.qualifications);
  visit("cycle", row.cycle);
  visit("isced", row.isced);
}

template <class Visit, RowOf<Referencing> R>
void own_fields(Visit& visit, R& row) {
  visit("from_framework", row.from.framework.text);
  visit("from_level", row.from.level);
  visit("to_framework", row.to.framework.text);
  visit("to_level", row.to.level);
  visit("relation", row.relation);
  visit("cardinality", row.cardinality);
  visit("report", row.document);
  visit("year", row.year);
  visit("status", row.status);
  visit("standing", row.standing);
}

template <class Visit, RowOf<QualificationType> R>
void own_fields(Visit& visit, R& row) {
  visit("framework", row.framework.text);
  visit("title", row.title);
  visit("level_low", row.level_low);
  visit("level_high", row.level_high);
  visit("size_low", row.size_low);
  visit("size_high", row.size_high);
  visit("size_unit", row.size_unit);
  visit("size_system", row.size_system);
  visit("at_level_rule", row.at_level_rule);
}

template <class Visit, RowOf<CreditSystem> R>
void own_fields(Visit& visit, R& row) {
  visit("title", row.title);
  visit("region", row.region);
  visit("country", row.country);
  visit("unit", row.unit);
  visit("per_year", row.per_year);
  visit("hours_low", row.hours_low);
  visit("hours_high", row.hours_high);
  visit("hours_kind", row.hours_kind);
  visit("first_degree", row.first_degree);
  visit("legal_basis", row.legal_basis);
  visit("status", row.status);
}

template <class Visit, RowOf<CreditConversion> R>
void own_fields(Visit& visit, R& row) {
  visit("from_system", row.from);
  visit("to_system", row.to);
  visit("ratio", row.ratio);
  visit("ratio_low", row.low);
  visit("ratio_high", row.high);
  visit("basis", row.basis);
  visit("kind", row.kind);
  visit("rounding", row.rounding);
}

template <class Visit, RowOf<GradingScale> R>
void own_fields(Visit& visit, R& row) {
  visit("title", row.title);
  visit("country", row.country);
  visit("region", row.region);
  visit("kind", row.kind);
  visit("worst", row.worst);
  visit("best", row.best);
  visit("pass", row.pass);
  visit("worst_mark", row.worst_mark);
  visit("best_mark", row.best_mark);
  visit("pass_mark", row.pass_mark);
  visit("direction", row.direction);
  visit("step", row.step);
  visit("scope", row.scope);
  visit("level", row.level);
}

template <class Visit, RowOf<GradeMethod> R>
void own_fields(Visit& visit, R& row) {
  visit("title", row.title);
  visit("formula", row.formula);
  visit("formula_text", row.formula_text);
  visit("domain", row.domain);
  visit("from_scale", row.from_scale);
  visit("to_scale", row.to_scale);
  visit("factor", row.factor);
  visit("offset_term", row.offset);
  visit("cap", row.cap);
  visit("low", row.low);
  visit("high", row.high);
}

template <class Visit, RowOf<IscedField> R>
void own_fields(Visit& visit, R& row) {
  visit("depth", row.depth);
  visit("parent", row.parent);
  visit("title", row.title);
  visit("uri", row.uri);
}

template <class Visit, RowOf<MicrocredentialElement> R>
void own_fields(Visit& visit, R& row) {
  visit("requirement", row.requirement);
  visit("title", row.title);
  visit("elm", row.elm);
  visit("ctdl", row.ctdl);
  visit("open_badges", row.open_badges);
  visit("loss", row.loss);
}

template <class Visit, RowOf<MicrocredentialPolicy> R>
void own_fields(Visit& visit, R& row) {
  visit("jurisdiction_name", row.jurisdiction);
  visit("country", row.country);
  visit("title", row.title);
  visit("year", row.year);
  visit("credit_low", row.credit_low);
  visit("credit_high", row.credit_high);
  visit("credit_unit", row.credit_unit);
  visit("hours_low", row.hours_low);
  visit("hours_high", row.hours_high);
  visit("levels", row.levels);
  visit("stack_rule", row.stack_rule);
  visit("conditions", row.conditions);
  visit("cap_percent", row.cap_percent);
}

template <class Visit, RowOf<CountryAlias> R>
void own_fields(Visit& visit, R& row) {
  visit("code", row.code);
  visit("means", row.means);
}

template <class Visit, RowOf<Tile> R>
void own_fields(Visit& visit, R& row) {
  visit("country", row.country);
  visit("title", row.title);
  visit("row_number", row.row);
  visit("column_number", row.column);
}

template <class Visit, RowOf<TopicRecord> R>
void own_fields(Visit& visit, R& row) {
  visit("title", row.title);
  visit("asks", row.asks);
}

template <class Visit, RowOf<DescriptorRow> R>
void own_fields(Visit& visit, R& row) {
  visit("level", row.level);
  visit("dimension", row.value.dimension);
  visit("stage", row.value.stage);
  visit("text", row.value.text);
}

template <class Visit, RowOf<AtLevelRow> R>
void own_fields(Visit& visit, R& row) {
  visit("type", row.type);
  visit("amount", row.value.amount);
  visit("percent", row.value.percent);
  visit("low", row.value.low);
  visit("high", row.value.high);
  visit("or_above", row.value.or_above);
}

template <class Visit, RowOf<BandRow> R>
void own_fields(Visit& visit, R& row) {
  visit("scale", row.scale);
  visit("label", row.value.label);
  visit("low", row.value.low);
  visit("high", row.value.high);
  visit("points", row.value.points);
  visit("passing", row.value.passing);
  visit("note", row.value.note);
}

template <class Visit, RowOf<RoundingRow> R>
void own_fields(Visit& visit, R& row) {
  visit("method", row.method);
  visit("id", row.value.id);
  visit("mode", row.value.rounding.mode);
  visit("step", row.value.rounding.step);
  visit("listed_steps", row.value.listed_steps);
  visit("note", row.value.note);
}

template <class Visit, RowOf<ExampleRow> R>
void own_fields(Visit& visit, R& row) {
  visit("method", row.method);
  visit("id", row.value.id);
  visit("inputs", row.value.inputs);
  visit("exact", row.value.exact);
  visit("reported", row.value.reported);
  visit("note", row.value.note);
}

template <class Visit, RowOf<ShareRow> R>
void own_fields(Visit& visit, R& row) {
  visit("method", row.method);
  visit("label", row.label);
  visit("share", row.share);
}

template <class Visit, RowOf<PairRow> R>
void own_fields(Visit& visit, R& row) {
  visit("method", row.method);
  visit("from_grade", row.from);
  visit("to_grade", row.to);
}

template <class Visit, RowOf<CheckRow> R>
void own_fields(Visit& visit, R& row) {
  visit("code", row.code);
  visit("query", row.query);
}

// Calls `visit` for each column of a row.
template <class Visit, class R>
void fields(Visit& visit, R& row) {
  if constexpr (requires { row.fact; }) fact_fields(visit, row.fact);
  own_fields(visit, row);
}

}  // namespace crosswalk::facts
