// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <map>
#include <sstream>

#include "tests/architecture/tree.hpp"

namespace {

using namespace crosswalk::architecture;  // NOLINT(google-build-using-namespace): a test of one namespace

struct Table {
  std::map<std::string, std::vector<std::string>> rooms;                    // room -> rooms
  std::vector<std::pair<std::string, std::vector<std::string>>> libraries;  // header prefix -> rooms
};

Table table() {
  Table out;
  std::istringstream in(read("tests/architecture/imports.txt"));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream words(line);
    std::string key, arrow, word;
    words >> key;
    const bool library = key == "<";
    if (library) words >> key;
    words >> arrow;
    std::vector<std::string> allowed;
    while (words >> word) allowed.push_back(word);
    if (library)
      out.libraries.emplace_back(key, allowed);
    else
      out.rooms[key] = allowed;
  }
  return out;
}

bool below(const std::string& path, const std::string& room) {
  if (room == "*") return true;
  if (room.ends_with("/*")) return path.starts_with(room.substr(0, room.size() - 1));
  return path.starts_with(room + "/");
}

bool below_any(const std::string& path, const std::vector<std::string>& rooms) {
  for (const std::string& room : rooms)
    if (below(path, room)) return true;
  return false;
}

// The most specific room of the table that holds the file.
std::string room_of(const std::string& path, const Table& table) {
  std::string best;
  for (const auto& [room, allowed] : table.rooms)
    if (below(path, room) && room.size() > best.size()) best = room;
  return best;
}

}  // namespace

TEST_CASE("no file includes what its room may not see", "[architecture][imports]") {
  const Table rules = table();
  REQUIRE(rules.rooms.size() >= 16);
  for (const SourceFile& file : sources()) {
    const std::string room = room_of(file.path, rules);
    INFO(file.path);
    REQUIRE_FALSE(room.empty());
    for (const Include& include : includes(file)) {
      if (!include.quoted || below(include.name, room)) continue;
      INFO("line " << include.line << " includes " << include.name);
      CHECK(exists(include.name));
      CHECK(below_any(include.name, rules.rooms.at(room)));
    }
  }
}

TEST_CASE("each third-party library stays in its room", "[architecture][libraries]") {
  const Table rules = table();
  REQUIRE(rules.libraries.size() >= 20);
  for (const SourceFile& file : sources()) {
    if (file.path.starts_with("tests/")) continue;
    for (const Include& include : includes(file)) {
      for (const auto& [prefix, rooms] : rules.libraries) {
        if (include.quoted || !include.name.starts_with(prefix)) continue;
        INFO(file.path << ":" << include.line << " includes " << include.name);
        CHECK(below_any(file.path, rooms));
        break;
      }
    }
  }
}

TEST_CASE("every source begins with its own header, so that each header compiles alone", "[architecture][headers]") {
  for (const SourceFile& file : sources()) {
    if (!file.path.ends_with(".cpp") || file.path.starts_with("tests/")) continue;
    const std::string own = file.path.substr(0, file.path.size() - 4) + ".hpp";
    if (!exists(own)) continue;
    const auto all = includes(file);
    INFO(file.path);
    REQUIRE_FALSE(all.empty());
    CHECK(all.front().name == own);
  }
}
