// SPDX-License-Identifier: Apache-2.0
#include "lib/store/import.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>

#include "lib/diagnostics/error.hpp"
#include "lib/store/body.hpp"
#include "lib/store/guarded.hpp"
#include "lib/store/kinds.hpp"

namespace crosswalk::store {
namespace {

constexpr int gathered_bytes = 64 << 20;

}  // namespace

// The open transaction and the prepared statements of the value that is being written.
struct Import::Statements {
  Statements(Workspace& workspace)
      : path(workspace.connection().path()),
        db(workspace.connection().database()),
        transaction(db, SQLite::TransactionBehavior::IMMEDIATE) {}

  void prepare(std::string_view table, bool searched) {
    const bool rules = table == Kept<RuleSet>::member_table;
    member.emplace(db, "INSERT INTO " + std::string(table) + " (owner, seq, name, words, body" +
                           (rules ? ", open) VALUES (?, ?, ?, ?, ?, ?)" : ") VALUES (?, ?, ?, ?, ?)"));
    found.reset();
    if (searched) {
      // more words gathered in memory before they are written: a quarter of the merges
      db.exec("INSERT INTO " + std::string(table) + "_words (" + std::string(table) +
              "_words, rank) VALUES ('hashsize', " + std::to_string(gathered_bytes) + ")");
      found.emplace(db, "INSERT INTO " + std::string(table) + "_words (rowid, words) VALUES (?, ?)");
    }
  }

  void add_member(std::uint64_t seq, const std::string& name, const std::string& words, const std::string& body,
                  std::optional<bool> open) {
    member->bind(1, owner);
    member->bind(2, static_cast<std::int64_t>(seq));
    member->bindNoCopy(3, name);
    member->bindNoCopy(4, words);
    member->bindNoCopy(5, body);
    if (open) member->bind(6, *open ? 1 : 0);
    member->exec();
    member->reset();
    if (!found) return;
    found->bind(1, db.getLastInsertRowid());
    found->bindNoCopy(2, words);
    found->exec();
    found->reset();
  }

  std::string path;
  SQLite::Database& db;
  SQLite::Transaction transaction;
  std::int64_t document = 0, owner = 0;
  int parts = 0;
  std::optional<SQLite::Statement> member, found;
};

namespace {

void insert_document(SQLite::Database& db, const DocumentRow& document) {
  SQLite::Statement insert(
      db, "INSERT INTO document (path, sha256, bytes, format, dialect, kind, as_of) VALUES (?, ?, ?, ?, ?, ?, ?)");
  insert.bind(1, document.path);
  insert.bind(2, document.sha256);
  insert.bind(3, static_cast<std::int64_t>(document.bytes));
  insert.bind(4, document.format);
  insert.bind(5, document.dialect);
  insert.bind(6, document.kind);
  insert.bind(7, document.as_of);
  insert.exec();
}

template <class Value>
Value without_members(const Value& value) {
  Value head = value;
  if constexpr (HasMembers<Value>) (head.*Kept<Value>::members).clear();
  return head;
}

}  // namespace

Import::Import(Workspace& workspace, const DocumentRow& document) {
  guarded(workspace.connection().path(), [&] {
    statements_ = std::make_unique<Statements>(workspace);
    workspace.remove(document.path);
    insert_document(statements_->db, document);
    statements_->document = statements_->db.getLastInsertRowid();
  });
}

Import::~Import() = default;

template <class Value>
void Import::begin() {
  guarded(statements_->path, [&] {
    SQLite::Statement insert(statements_->db, "INSERT INTO " + std::string(Kept<Value>::table) +
                                                  " (document, seq, name, title, body) VALUES (?, ?, '', '', '{}')");
    insert.bind(1, statements_->document);
    insert.bind(2, ++statements_->parts);
    insert.exec();
    statements_->owner = statements_->db.getLastInsertRowid();
    if constexpr (HasMembers<Value>) statements_->prepare(Kept<Value>::member_table, Kept<Value>::searched);
  });
  ++counts_[std::string(Kept<Value>::table)];
}

template <class Value, class Member>
void Import::member(std::uint64_t seq, const Member& member) {
  std::optional<bool> open;
  if constexpr (std::is_same_v<Value, RuleSet>) open = is_open(member);
  guarded(statements_->path, [&] {
    statements_->add_member(seq, Kept<Value>::member_name(member), words(member), write_body(member), open);
  });
  ++counts_[std::string(Kept<Value>::member_table)];
}

template <class Value, class Member>
PreparedRow prepare_row(std::uint64_t seq, const Member& member) {
  return {seq, Kept<Value>::member_name(member), words(member), write_body(member)};
}

template <class Value>
void Import::rows(const std::vector<PreparedRow>& rows) {
  guarded(statements_->path, [&] {
    for (const PreparedRow& row : rows) statements_->add_member(row.seq, row.name, row.words, row.body, {});
  });
  counts_[std::string(Kept<Value>::member_table)] += rows.size();
}

template <class Value>
void Import::finish(const Value& head) {
  guarded(statements_->path, [&] {
    SQLite::Statement update(statements_->db, "UPDATE " + std::string(Kept<Value>::table) +
                                                  " SET name = ?, title = ?, body = ? WHERE id = ?");
    update.bind(1, Kept<Value>::name(head));
    update.bind(2, Kept<Value>::title(head));
    update.bind(3, write_body(head));
    update.bind(4, statements_->owner);
    update.exec();
  });
}

template <class Value>
void Import::add(const Value& value) {
  begin<Value>();
  if constexpr (HasMembers<Value>) {
    std::uint64_t seq = 0;
    for (const auto& each : value.*Kept<Value>::members) member<Value>(++seq, each);
    finish(without_members(value));
  } else {
    finish(value);
  }
}

void Import::describe(const DocumentRow& document) {
  guarded(statements_->path, [&] {
    SQLite::Statement update(statements_->db,
                             "UPDATE document SET sha256 = ?, bytes = ?, dialect = ?, kind = ? WHERE id = ?");
    update.bind(1, document.sha256);
    update.bind(2, static_cast<std::int64_t>(document.bytes));
    update.bind(3, document.dialect);
    update.bind(4, document.kind);
    update.bind(5, statements_->document);
    update.exec();
  });
}

void Import::report(const Diagnostics& diagnostics, const LossReport& loss) {
  guarded(statements_->path, [&] {
    std::int64_t seq = 0;
    SQLite::Statement told(statements_->db,
                           "INSERT INTO diagnostic (document, seq, severity, code, text) VALUES (?, ?, ?, ?, ?)");
    for (const Diagnostic& diagnostic : diagnostics) {
      told.bind(1, statements_->document);
      told.bind(2, ++seq);
      told.bind(3, std::string(name(diagnostic.severity)));
      told.bind(4, diagnostic.code);
      told.bind(5, to_string(diagnostic));
      told.exec();
      told.reset();
    }
    seq = 0;
    SQLite::Statement lost(statements_->db,
                           "INSERT INTO loss (document, seq, path, count, why) VALUES (?, ?, ?, ?, ?)");
    for (const Loss& each : loss.losses()) {
      lost.bind(1, statements_->document);
      lost.bind(2, ++seq);
      lost.bind(3, each.path);
      lost.bind(4, static_cast<std::int64_t>(each.count));
      lost.bind(5, each.why);
      lost.exec();
      lost.reset();
    }
  });
}

void Import::commit() {
  guarded(statements_->path, [&] {
    statements_->member.reset();
    statements_->found.reset();
    statements_->transaction.commit();
  });
}

template PreparedRow prepare_row<Catalogue, Offering>(std::uint64_t seq, const Offering& member);
template void Import::rows<Catalogue>(const std::vector<PreparedRow>& rows);
template void Import::begin<LearnerRecord>();
template void Import::begin<Catalogue>();
template void Import::begin<RuleSet>();
template void Import::begin<Programme>();
template void Import::begin<Framework>();
template void Import::begin<CompetencyFramework>();
template void Import::begin<MappingSet>();
template void Import::begin<Curriculum>();
template void Import::finish<LearnerRecord>(const LearnerRecord& head);
template void Import::finish<Catalogue>(const Catalogue& head);
template void Import::finish<RuleSet>(const RuleSet& head);
template void Import::finish<Programme>(const Programme& head);
template void Import::finish<Framework>(const Framework& head);
template void Import::finish<CompetencyFramework>(const CompetencyFramework& head);
template void Import::finish<MappingSet>(const MappingSet& head);
template void Import::finish<Curriculum>(const Curriculum& head);
template void Import::add<LearnerRecord>(const LearnerRecord& value);
template void Import::add<Catalogue>(const Catalogue& value);
template void Import::add<RuleSet>(const RuleSet& value);
template void Import::add<Programme>(const Programme& value);
template void Import::add<Framework>(const Framework& value);
template void Import::add<CompetencyFramework>(const CompetencyFramework& value);
template void Import::add<MappingSet>(const MappingSet& value);
template void Import::add<Curriculum>(const Curriculum& value);
template void Import::member<LearnerRecord, Attempt>(std::uint64_t seq, const Attempt& member);
template void Import::member<Catalogue, Offering>(std::uint64_t seq, const Offering& member);
template void Import::member<RuleSet, Rule>(std::uint64_t seq, const Rule& member);
template void Import::member<CompetencyFramework, Competency>(std::uint64_t seq, const Competency& member);
template void Import::member<MappingSet, Mapping>(std::uint64_t seq, const Mapping& member);
template void Import::member<Curriculum, CurriculumCourse>(std::uint64_t seq, const CurriculumCourse& member);

}  // namespace crosswalk::store
