// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/columns.hpp"

#include "lib/diagnostics/error.hpp"

namespace crosswalk::facts {

template <class Value>
Value FetchColumns::expect(std::optional<Value> value, const SQLite::Column& column) {
  if (value) return *value;
  throw FactError("facts database: column '" + std::string(column.getName()) + "' cannot be '" + column.getString() +
                  "'");
}

void FetchColumns::fetch(const SQLite::Column& column, Rational& into) {
  into = expect(Rational::parse(text(column)), column);
}
void FetchColumns::fetch(const SQLite::Column& column, Date& into) { into = expect(Date::parse(text(column)), column); }
void FetchColumns::fetch(const SQLite::Column& column, Evidence& into) {
  into = expect(evidence(text(column)), column);
}
void FetchColumns::fetch(const SQLite::Column& column, LevelRelation& into) {
  into = expect(level_relation(text(column)), column);
}
void FetchColumns::fetch(const SQLite::Column& column, Standing& into) {
  into = expect(standing(text(column)), column);
}
void FetchColumns::fetch(const SQLite::Column& column, GradeFormula& into) {
  into = expect(grade_formula(text(column)), column);
}
void FetchColumns::fetch(const SQLite::Column& column, RoundingMode& into) {
  into = expect(rounding_mode(text(column)), column);
}

}  // namespace crosswalk::facts
