// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <string>
#include <utility>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::store {

// What SQLite's error means to a user.
[[nodiscard]] inline std::string meaning(const SQLite::Exception& error) {
  switch (error.getErrorCode() & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is in use by another process, try again when that has ended";
    case SQLITE_FULL:
      return "the disk is full, nothing was changed";
    case SQLITE_NOTADB:
      return "is not a crosswalk workspace";
    case SQLITE_CORRUPT:
      return "is damaged: " + std::string(error.what());
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN:
      return "cannot be opened for this: " + std::string(error.what());
    default:
      return error.what();
  }
}

// Calls and turns what SQLiteCpp throws into a StoreError that names the workspace.
template <class Call>
auto guarded(const std::string& path, Call call) {
  try {
    return call();
  } catch (const SQLite::Exception& error) {
    throw StoreError(printable(path) + ": " + printable(meaning(error)));
  }
}

}  // namespace crosswalk::store
