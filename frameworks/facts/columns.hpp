// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>

#include "frameworks/facts/facts.hpp"

// How members become column values and back: texts and exact numbers as text ("2/3"), whole numbers and truths as
// integers, enumerators by their written names, absent values as NULL.
namespace crosswalk::facts {

class BindColumns {
 public:
  explicit BindColumns(SQLite::Statement& statement) : statement_(statement) {}
  template <class Member>
  void operator()(const char*, const Member& member) {
    bind(++at_, member);
  }

 private:
  void bind(int at, const std::string& text) { statement_.bind(at, text); }
  void bind(int at, int value) { statement_.bind(at, value); }
  void bind(int at, std::uint32_t value) { statement_.bind(at, value); }
  void bind(int at, bool value) { statement_.bind(at, value ? 1 : 0); }
  void bind(int at, const Rational& value) { statement_.bind(at, fraction(value)); }
  void bind(int at, const Date& value) { statement_.bind(at, to_string(value)); }
  void bind(int at, Evidence value) { bind(at, std::string(confidence(value))); }
  void bind(int at, LevelRelation value) { bind(at, std::string(name(value))); }
  void bind(int at, Standing value) { bind(at, std::string(name(value))); }
  void bind(int at, GradeFormula value) { bind(at, std::string(name(value))); }
  void bind(int at, RoundingMode value) { bind(at, std::string(name(value))); }
  void bind(int at, GradeDirection value) { bind(at, value == GradeDirection::lower_better ? 1 : 0); }
  template <class Value>
  void bind(int at, const std::optional<Value>& value) {
    if (value)
      bind(at, *value);
    else
      statement_.bind(at);
  }

  SQLite::Statement& statement_;
  int at_ = 0;
};

// Throws FactError where a value does not fit its member.
class FetchColumns {
 public:
  explicit FetchColumns(SQLite::Statement& statement) : statement_(statement) {}
  template <class Member>
  void operator()(const char*, Member& member) {
    fetch(statement_.getColumn(at_++), member);
  }

 private:
  static std::string text(const SQLite::Column& column) { return column.getString(); }
  template <class Value>
  static Value expect(std::optional<Value> value, const SQLite::Column& column);

  static void fetch(const SQLite::Column& column, std::string& into) {
    into.assign(column.getText(""), static_cast<std::size_t>(column.getBytes()));
  }
  static void fetch(const SQLite::Column& column, int& into) { into = column.getInt(); }
  static void fetch(const SQLite::Column& column, std::uint32_t& into) { into = column.getUInt(); }
  static void fetch(const SQLite::Column& column, bool& into) { into = column.getInt() != 0; }
  static void fetch(const SQLite::Column& column, Rational& into);
  static void fetch(const SQLite::Column& column, Date& into);
  static void fetch(const SQLite::Column& column, Evidence& into);
  static void fetch(const SQLite::Column& column, LevelRelation& into);
  static void fetch(const SQLite::Column& column, Standing& into);
  static void fetch(const SQLite::Column& column, GradeFormula& into);
  static void fetch(const SQLite::Column& column, RoundingMode& into);
  static void fetch(const SQLite::Column& column, GradeDirection& into) {
    into = column.getInt() != 0 ? GradeDirection::lower_better : GradeDirection::higher_better;
  }
  template <class Value>
  static void fetch(const SQLite::Column& column, std::optional<Value>& into) {
    if (column.isNull()) return into.reset();
    Value value{};
    fetch(column, value);
    into = value;
  }

  SQLite::Statement& statement_;
  int at_ = 0;
};

// Collects the columns of a table as they stand in CREATE TABLE.
class NameColumns {
 public:
  template <class Member>
  void operator()(const char* name, const Member&) {
    if (!list_.empty()) list_ += ", ";
    list_ += name;
    ++count_;
  }
  [[nodiscard]] const std::string& list() const { return list_; }
  [[nodiscard]] int count() const { return count_; }

 private:
  std::string list_;
  int count_ = 0;
};

}  // namespace crosswalk::facts
