// SPDX-License-Identifier: Apache-2.0
#include "lib/store/connection.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "lib/diagnostics/error.hpp"
#include "lib/store/guarded.hpp"
#include "lib/store/schema.hpp"

namespace crosswalk::store {
namespace {

constexpr int patience_milliseconds = 5'000;

// An empty file readable by its owner only; SQLite gives its log the same mode.
void make_private(const std::string& path) {
  const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0 && errno != EEXIST) throw StoreError(printable(path) + ": cannot be made: " + std::strerror(errno));
  if (file >= 0) ::close(file);
}

bool writable_folder(const std::string& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  return ::access(folder.c_str(), W_OK) == 0;
}

// Readers too open for writing, because only then the last one to leave takes the log away again; where the folder
// cannot be written to, a workspace without a log is read as it is.
std::unique_ptr<SQLite::Database> open(const std::string& path, Connection::Mode mode) {
  const bool memory = path == ":memory:";
  if (!memory && mode != Connection::Mode::create && !std::filesystem::exists(path))
    throw StoreError(printable(path) + ": there is no workspace; `crosswalk import FILE` makes one");
  if (!memory && std::filesystem::is_directory(path))
    throw StoreError(printable(path) + ": is a folder, not a workspace");
  if (!memory && mode == Connection::Mode::create) make_private(path);
  if (mode == Connection::Mode::read && !memory && !writable_folder(path))
    return std::make_unique<SQLite::Database>("file:" + path + "?immutable=1",
                                              SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  return std::make_unique<SQLite::Database>(path, SQLite::OPEN_READWRITE);
}

}  // namespace

Connection::Connection(const std::string& path, Mode mode) : path_(path) {
  guarded(path_, [&] {
    database_ = open(path, mode);
    settle(mode);
  });
}

Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

void Connection::settle(Mode mode) {
  SQLite::Database& db = *database_;
  db.setBusyTimeout(patience_milliseconds);
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(db.getHandle(), SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  db.exec("PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536; PRAGMA mmap_size = 0");
  if (mode == Mode::read) {
    db.exec("PRAGMA query_only = ON");
    return;
  }
  (void)schema_version(db, path_);  // a database of others is refused before anything is written to it
  db.exec("PRAGMA synchronous = FULL; PRAGMA cache_size = -262144");  // an import touches many pages again and again
  SQLite::Statement journal(db, "PRAGMA journal_mode = WAL");
  journal.executeStep();
}

}  // namespace crosswalk::store
