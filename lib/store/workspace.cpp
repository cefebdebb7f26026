// SPDX-License-Identifier: Apache-2.0
#include "lib/store/workspace.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <SQLiteCpp/Savepoint.h>

#include "lib/diagnostics/error.hpp"
#include "lib/store/body.hpp"
#include "lib/store/guarded.hpp"
#include "lib/store/kinds.hpp"
#include "lib/store/schema.hpp"

namespace crosswalk::store {
namespace {

constexpr const char* document_columns = "SELECT id, path, sha256, bytes, format, dialect, kind, as_of FROM document ";

DocumentRow document_row(SQLite::Statement& row) {
  return {row.getColumn(0).getInt64(),  row.getColumn(1).getString(),
          row.getColumn(2).getString(), static_cast<std::uint64_t>(row.getColumn(3).getInt64()),
          row.getColumn(4).getString(), row.getColumn(5).getString(),
          row.getColumn(6).getString(), row.getColumn(7).getString()};
}

// Takes the members of a document out of the word index, which needs their words to do so.
template <class Value>
void forget_words(SQLite::Database& db, std::int64_t document) {
  const std::string table(Kept<Value>::member_table);
  SQLite::Statement forget(db, "INSERT INTO " + table + "_words (" + table +
                                   "_words, rowid, words) SELECT 'delete', m.id, " + "m.words FROM " + table +
                                   " m JOIN " + std::string(Kept<Value>::table) +
                                   " v ON v.id = m.owner WHERE v.document = ?");
  forget.bind(1, document);
  forget.exec();
}

template <class Value>
Value assemble(SQLite::Database& db, std::int64_t id, const std::string& body) {
  Value out = read_body<Value>(body);
  if constexpr (HasMembers<Value>) {
    SQLite::Statement rows(
        db, "SELECT body FROM " + std::string(Kept<Value>::member_table) + " WHERE owner = ? ORDER BY seq");
    rows.bind(1, id);
    while (rows.executeStep())
      (out.*Kept<Value>::members).push_back(read_body<typename Kept<Value>::Member>(rows.getColumn(0).getString()));
  }
  return out;
}

}  // namespace

Workspace Workspace::create(const std::string& path) {
  Connection connection(path, Connection::Mode::create);
  guarded(path, [&] { migrate(connection.database(), path); });
  return Workspace(std::move(connection));
}

Workspace Workspace::read(const std::string& path) {
  {
    Connection connection(path, Connection::Mode::read);
    const int version = guarded(path, [&] { return schema_version(connection.database(), path); });
    if (version == static_cast<int>(migrations().size())) return Workspace(std::move(connection));
  }
  // an older workspace is brought up to date first
  Connection writer(path, Connection::Mode::write);
  guarded(path, [&] { migrate(writer.database(), path); });
  return Workspace(std::move(writer));
}

std::vector<DocumentRow> Workspace::documents() const {
  return guarded(connection_->path(), [&] {
    std::vector<DocumentRow> out;
    SQLite::Statement rows(connection_->database(), std::string(document_columns) + "ORDER BY path");
    while (rows.executeStep()) out.push_back(document_row(rows));
    return out;
  });
}

std::optional<DocumentRow> Workspace::document(std::string_view path) const {
  return guarded(connection_->path(), [&]() -> std::optional<DocumentRow> {
    SQLite::Statement row(connection_->database(), std::string(document_columns) + "WHERE path = ?");
    row.bind(1, std::string(path));
    if (!row.executeStep()) return std::nullopt;
    return document_row(row);
  });
}

std::vector<Loss> Workspace::losses(std::int64_t document) const {
  return guarded(connection_->path(), [&] {
    std::vector<Loss> out;
    SQLite::Statement rows(connection_->database(),
                           "SELECT path, count, why FROM loss WHERE document = ? ORDER BY seq");
    rows.bind(1, document);
    while (rows.executeStep())
      out.push_back({rows.getColumn(0).getString(), static_cast<std::uint64_t>(rows.getColumn(1).getInt64()),
                     rows.getColumn(2).getString()});
    return out;
  });
}

std::vector<std::string> Workspace::diagnostics(std::int64_t document) const {
  return guarded(connection_->path(), [&] {
    std::vector<std::string> out;
    SQLite::Statement rows(connection_->database(), "SELECT text FROM diagnostic WHERE document = ? ORDER BY seq");
    rows.bind(1, document);
    while (rows.executeStep()) out.push_back(rows.getColumn(0).getString());
    return out;
  });
}

bool Workspace::remove(std::string_view path) {
  const auto found = document(path);
  if (!found) return false;
  guarded(connection_->path(), [&] {
    SQLite::Database& db = connection_->database();
    SQLite::Savepoint whole(db, "remove");
    forget_words<RuleSet>(db, found->id);
    forget_words<CompetencyFramework>(db, found->id);
    SQLite::Statement gone(db, "DELETE FROM document WHERE id = ?");
    gone.bind(1, found->id);
    gone.exec();
    whole.release();
  });
  return true;
}

template <class Value>
std::vector<Entry> Workspace::list() const {
  return guarded(connection_->path(), [&] {
    std::vector<Entry> out;
    SQLite::Statement rows(connection_->database(),
                           "SELECT v.id, d.path, v.name, v.title FROM " + std::string(Kept<Value>::table) +
                               " v JOIN document d ON d.id = v.document ORDER BY v.name, v.id");
    while (rows.executeStep())
      out.push_back({rows.getColumn(0).getInt64(),
                     rows.getColumn(1).getString(),
                     {},
                     rows.getColumn(2).getString(),
                     rows.getColumn(3).getString()});
    return out;
  });
}

template <class Value>
Value Workspace::get(std::int64_t id) const {
  return guarded(connection_->path(), [&] {
    SQLite::Statement row(connection_->database(),
                          "SELECT body FROM " + std::string(Kept<Value>::table) + " WHERE id = ?");
    row.bind(1, id);
    if (!row.executeStep())
      throw StoreError(printable(connection_->path()) + ": holds no " + std::string(Kept<Value>::kind) + " number " +
                       std::to_string(id));
    return assemble<Value>(connection_->database(), id, row.getColumn(0).getString());
  });
}

template <class Value>
std::optional<Value> Workspace::find(std::string_view name) const {
  const auto ids = guarded(connection_->path(), [&] {
    std::vector<std::int64_t> out;
    SQLite::Statement rows(connection_->database(),
                           "SELECT id FROM " + std::string(Kept<Value>::table) + " WHERE name = ? ORDER BY id LIMIT 2");
    rows.bind(1, std::string(name));
    while (rows.executeStep()) out.push_back(rows.getColumn(0).getInt64());
    return out;
  });
  if (ids.empty()) return std::nullopt;
  if (ids.size() > 1)
    throw UsageError("several documents of the workspace hold " + std::string(Kept<Value>::kind) + " '" +
                     std::string(name) + "'; name the file instead");
  return get<Value>(ids.front());
}

template std::vector<Entry> Workspace::list<LearnerRecord>() const;
template std::vector<Entry> Workspace::list<Catalogue>() const;
template std::vector<Entry> Workspace::list<RuleSet>() const;
template std::vector<Entry> Workspace::list<Programme>() const;
template std::vector<Entry> Workspace::list<Framework>() const;
template std::vector<Entry> Workspace::list<CompetencyFramework>() const;
template std::vector<Entry> Workspace::list<MappingSet>() const;
template std::vector<Entry> Workspace::list<Curriculum>() const;
template LearnerRecord Workspace::get<LearnerRecord>(std::int64_t id) const;
template Catalogue Workspace::get<Catalogue>(std::int64_t id) const;
template RuleSet Workspace::get<RuleSet>(std::int64_t id) const;
template Programme Workspace::get<Programme>(std::int64_t id) const;
template Framework Workspace::get<Framework>(std::int64_t id) const;
template CompetencyFramework Workspace::get<CompetencyFramework>(std::int64_t id) const;
template MappingSet Workspace::get<MappingSet>(std::int64_t id) const;
template Curriculum Workspace::get<Curriculum>(std::int64_t id) const;
template std::optional<LearnerRecord> Workspace::find<LearnerRecord>(std::string_view name) const;
template std::optional<Catalogue> Workspace::find<Catalogue>(std::string_view name) const;
template std::optional<RuleSet> Workspace::find<RuleSet>(std::string_view name) const;
template std::optional<Programme> Workspace::find<Programme>(std::string_view name) const;
template std::optional<Framework> Workspace::find<Framework>(std::string_view name) const;
template std::optional<CompetencyFramework> Workspace::find<CompetencyFramework>(std::string_view name) const;
template std::optional<MappingSet> Workspace::find<MappingSet>(std::string_view name) const;
template std::optional<Curriculum> Workspace::find<Curriculum>(std::string_view name) const;

}  // namespace crosswalk::store
