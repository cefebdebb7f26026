// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/text.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// A reader's way through a JSON tree that remembers what it looked at, so that the rest can be reported as loss instead
// of forgotten. The tree outlives it. JSON-LD lets a value stand alone or in a list of one, a resource be an object or
// its bare identifier, a text be a string or a language map: all are taken for what they mean. Null is absence.
class JsonReading {
 public:
  explicit JsonReading(std::string_view file) : file_(file) {}

  // The value, or the first of a list; null where absent. All values, a single one included.
  const syntax::Node* child(const syntax::Node& parent, std::string_view key);
  std::vector<const syntax::Node*> all(const syntax::Node& parent, std::string_view key);
  // Along keys, the first value at each; null where one is missing.
  const syntax::Node* path(const syntax::Node& from, std::initializer_list<std::string_view> keys);
  // A scalar's text on one line; of an object with @value its value; empty where absent.
  std::string text(const syntax::Node& parent, std::string_view key);
  LanguageText texts(const syntax::Node& parent, std::string_view key);
  // A resource's identifier: the bare text, or its `id` or `@id`.
  std::string id(const syntax::Node& resource);
  // Among the values of `type` (or @type), whose last step is compared: "ceterms:Course" is a Course.
  bool is(const syntax::Node& resource, std::string_view type);

  void use(const syntax::Node& node) { used_.insert(&node); }
  void use_all(const syntax::Node& node);

  // How many values (scalars) the tree holds and how many were looked at; the others are in the loss report, by
  // parent/key. values == read + what was added to `loss`.
  struct Balance {
    std::uint64_t values = 0, read = 0;
  };
  Balance report(const syntax::Node& root, LossReport& loss) const;
  [[nodiscard]] Location at(const syntax::Node& node) const { return syntax::at(node, file_); }

 private:
  std::string file_;
  std::unordered_set<const syntax::Node*> used_;  // never iterated
};

}  // namespace crosswalk::formats
