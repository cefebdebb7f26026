// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace SQLite {
class Database;
}

namespace crosswalk::store {

// "crwS" in the file's header tells a workspace from any other SQLite file.
inline constexpr std::int32_t application_id = 0x63727753;

// THE list: step i brings a workspace from version i to i + 1. A released step is never changed, only followed.
[[nodiscard]] const std::vector<std::string_view>& migrations();

// Version of the workspace, 0 for an empty file. StoreError for a database that is no workspace or one of a later
// version.
[[nodiscard]] int schema_version(SQLite::Database& database, const std::string& path);

// Brings it up to `version` (the latest where absent), each step in one transaction.
void migrate(SQLite::Database& database, const std::string& path);
void migrate(SQLite::Database& database, const std::string& path, int version);

}  // namespace crosswalk::store
