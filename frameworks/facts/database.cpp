// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/database.hpp"

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "frameworks/facts/columns.hpp"
#include "frameworks/facts/tables.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::facts {
namespace {

// "crwk" in the file header tells a facts database from any other SQLite file.
constexpr int application_id = 0x6372776B;

template <class List>
void write_table(SQLite::Database& db, const char* table, const List& rows) {
  NameColumns names;
  const typename List::value_type pattern{};
  fields(names, pattern);
  db.exec("CREATE TABLE " + std::string(table) + " (" + names.list() + ")");
  std::string marks = "?";
  for (int i = 1; i < names.count(); ++i) marks += ",?";
  SQLite::Statement insert(db, "INSERT INTO " + std::string(table) + " VALUES (" + marks + ")");
  for (const auto& row : rows) {
    BindColumns bind(insert);
    fields(bind, row);
    insert.exec();
    insert.reset();
    insert.clearBindings();
  }
}

void write_all(SQLite::Database& db, const Database& database) {
  SQLite::Transaction transaction(db);
  const Tables tables = take_apart(database);
  Tables::each(tables, [&](const char* table, const auto& rows) { write_table(db, table, rows); });
  db.exec("CREATE TABLE release (version, date)");
  SQLite::Statement insert(db, "INSERT INTO release VALUES (?, ?)");
  insert.bind(1, database.facts.release.version);
  insert.bind(2, to_string(database.facts.release.date));
  insert.exec();
  db.exec("PRAGMA application_id = " + std::to_string(application_id));
  db.exec("PRAGMA user_version = " + std::to_string(layout_version));
  transaction.commit();
}

template <class List>
void read_table(SQLite::Database& db, const char* table, List& rows) {
  NameColumns names;
  typename List::value_type pattern{};
  fields(names, pattern);
  SQLite::Statement select(db, "SELECT " + names.list() + " FROM " + std::string(table) + " ORDER BY rowid");
  while (select.executeStep()) {
    FetchColumns fetch(select);
    fields(fetch, rows.emplace_back());
  }
}

Release release_of(SQLite::Database& db, const std::string& path) {
  const int id = db.execAndGet("PRAGMA application_id").getInt();
  if (id != application_id) throw FactError(path + ": is not a facts database");
  const int layout = db.execAndGet("PRAGMA user_version").getInt();
  if (layout != layout_version)
    throw FactError(path + ": has layout " + std::to_string(layout) + ", this program reads layout " +
                    std::to_string(layout_version) + "; use the facts.db that came with it");
  SQLite::Statement release(db, "SELECT version, date FROM release");
  if (!release.executeStep()) throw FactError(path + ": holds no release");
  Release out;
  FetchColumns fetch(release);
  fetch("version", out.version);
  fetch("date", out.date);
  return out;
}

// Opens a facts database read-only and uses it; anything that goes wrong is a FactError that names the file.
template <class Use>
auto with_database(const std::string& path, Use use) try {
  if (path.empty()) throw FactError("no facts database was found beside the program; name one with --facts");
  SQLite::Database db(path, SQLite::OPEN_READONLY);
  return use(db);
} catch (const SQLite::Exception& error) {
  throw FactError(path + ": cannot be read as a facts database (" + error.what() + ")");
}

}  // namespace

void write_database(const std::string& path, const Database& database) try {
  std::filesystem::remove(path);
  SQLite::Database db(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  db.exec("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA page_size = 4096");
  write_all(db, database);
} catch (const SQLite::Exception& error) {
  throw StoreError(path + ": cannot be written (" + error.what() + ")");
}

Database read_database(const std::string& path) {
  return with_database(path, [&](SQLite::Database& db) {
    const Release release = release_of(db, path);
    Tables tables;
    Tables::each(tables, [&](const char* table, auto& rows) { read_table(db, table, rows); });
    Database out = put_together(std::move(tables));
    out.facts.release = release;
    return out;
  });
}

Release read_release(const std::string& path) {
  return with_database(path, [&](SQLite::Database& db) { return release_of(db, path); });
}

Diagnostics run_checks(const Database& database) {
  SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  write_all(db, database);
  Diagnostics out;
  for (const Check& check : database.checks) try {
      SQLite::Statement select(db, check.query);
      while (select.executeStep()) {
        Location where;
        FetchColumns fetch(select);
        fetch("file", where.file);
        fetch("line", where.line);
        std::string text;
        fetch("text", text);
        out.push_back({Severity::error, check.code, std::move(where), std::move(text)});
      }
    } catch (const SQLite::Exception& error) {
      throw FactError("check " + check.code + " cannot run (" + error.what() + ")");
    }
  return out;
}

}  // namespace crosswalk::facts
