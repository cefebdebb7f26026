// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace crosswalk::syntax {

// Makes libxml2 ready for threads and takes every file and address away from it: whatever it asks to load is refused,
// save what a SchemaShelf of the same thread holds. Called by every reader of lib/syntax; idempotent.
void prepare_libxml();

// While it lives, libxml2 may load these texts (by location, or by the location's last part) on this thread.
class SchemaShelf {
 public:
  explicit SchemaShelf(const std::map<std::string, std::string>& texts);
  SchemaShelf(const SchemaShelf&) = delete;
  SchemaShelf& operator=(const SchemaShelf&) = delete;
  ~SchemaShelf();

  [[nodiscard]] const std::string* find(const std::string& location) const;
  void close() { open_ = false; }    // from now on nothing may be loaded
  std::vector<std::string> refused;  // what was asked for and is not there, in order

 private:
  const std::map<std::string, std::string>& texts_;
  bool open_ = true;
};

}  // namespace crosswalk::syntax
