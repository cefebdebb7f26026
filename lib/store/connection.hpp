// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

namespace SQLite {
class Database;
}

namespace crosswalk::store {

// A workspace's SQLite file, opened the one way this project opens it: foreign keys on, untrusted schema off, cell
// sizes checked, defensive, write-ahead log, 5 s of patience with another writer. All that goes wrong is a StoreError
// that names the file.
class Connection {
 public:
  enum class Mode {
    create,  // for writing; made (readable by its owner only) where it is not there
    write,   // for writing; must be there
    read     // nothing is written; must be there
  };
  Connection(const std::string& path, Mode mode);
  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  [[nodiscard]] SQLite::Database& database() const { return *database_; }
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  void settle(Mode mode);

  std::string path_;
  std::unique_ptr<SQLite::Database> database_;
};

}  // namespace crosswalk::store
