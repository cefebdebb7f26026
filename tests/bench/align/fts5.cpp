// SPDX-License-Identifier: Apache-2.0
#include <sqlite3.h>

#include "tests/bench/align/titles.hpp"

namespace bench {
namespace {

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

}  // namespace

double fts5_rate(const std::vector<std::vector<std::string>>& documents, std::size_t queries) {
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  sqlite3_exec(db, "create virtual table t using fts5(title, detail=full); begin", nullptr, nullptr, nullptr);
  sqlite3_stmt* insert = nullptr;
  sqlite3_prepare_v2(db, "insert into t(title) values (?)", -1, &insert, nullptr);
  for (const auto& title : documents) {
    const std::string text = joined(title, " ");
    sqlite3_bind_text(insert, 1, text.c_str(), -1, SQLITE_TRANSIENT);
    sqlite3_step(insert);
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  sqlite3_exec(db, "commit; insert into t(t) values ('optimize')", nullptr, nullptr, nullptr);
  sqlite3_stmt* select = nullptr;
  sqlite3_prepare_v2(db, "select rowid, rank from t where t match ? order by rank limit 10", -1, &select, nullptr);
  const double begin = cpu_seconds();
  for (std::size_t q = 0; q < queries; ++q) {
    const std::string match = joined(documents[q], " OR ");
    sqlite3_bind_text(select, 1, match.c_str(), -1, SQLITE_TRANSIENT);
    while (sqlite3_step(select) == SQLITE_ROW) {
    }
    sqlite3_reset(select);
  }
  const double seconds = cpu_seconds() - begin;
  sqlite3_finalize(select);
  sqlite3_close(db);
  return static_cast<double>(queries) / seconds;
}

}  // namespace bench
