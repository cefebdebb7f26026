// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/store/connection.hpp"

namespace crosswalk::store {

// An imported file. Identified by its path: importing it again replaces what it held before.
struct DocumentRow {
  std::int64_t id = 0;
  std::string path;
  std::string sha256;  // of its bytes, hexadecimal
  std::uint64_t bytes = 0;
  std::string format, dialect, kind;
  std::string as_of;  // the --as-of it was imported under; empty where none was given

  bool operator==(const DocumentRow&) const = default;
};

// A row of a list: enough to choose by.
struct Entry {
  std::int64_t id = 0;
  std::string document;     // path
  std::string owner;        // name of the rule set, framework ... a member belongs to; empty for others
  std::string name, title;  // identifier and title

  bool operator==(const Entry&) const = default;
};

// The workspace: one SQLite file. A value of it serves one thread; open another for another.
class Workspace {
 public:
  [[nodiscard]] static Workspace create(const std::string& path);  // for importing; made where it is not there
  [[nodiscard]] static Workspace read(const std::string& path);    // StoreError where it is not there

  [[nodiscard]] std::vector<DocumentRow> documents() const;  // in order of path
  [[nodiscard]] std::optional<DocumentRow> document(std::string_view path) const;
  [[nodiscard]] std::vector<Loss> losses(std::int64_t document) const;
  // Its diagnostics as the lines they were printed as.
  [[nodiscard]] std::vector<std::string> diagnostics(std::int64_t document) const;
  bool remove(std::string_view path);  // false where it is not there

  // Of a kind (LearnerRecord, Catalogue, RuleSet, Programme, Framework, CompetencyFramework, MappingSet, Curriculum).
  template <class Value>
  [[nodiscard]] std::vector<Entry> list() const;  // in order of name, then id
  template <class Value>
  [[nodiscard]] Value get(std::int64_t id) const;  // StoreError where there is none
  // The one of that name; UsageError where several documents hold one, nothing where none does.
  template <class Value>
  [[nodiscard]] std::optional<Value> find(std::string_view name) const;

  [[nodiscard]] Connection& connection() const { return *connection_; }

 private:
  explicit Workspace(Connection connection) : connection_(std::make_unique<Connection>(std::move(connection))) {}
  std::unique_ptr<Connection> connection_;
};

}  // namespace crosswalk::store
