// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {

// A reader's way through an XML tree that remembers what it looked at, so that the rest can be reported as loss instead
// of forgotten. The tree outlives it.
class XmlReading {
 public:
  explicit XmlReading(std::string_view file) : file_(file) {}

  // The first child of that name, or null; all of them; the child's own text on one line, empty where absent.
  const syntax::XmlTree* child(const syntax::XmlTree& parent, std::string_view name);
  std::vector<const syntax::XmlTree*> all(const syntax::XmlTree& parent, std::string_view name);
  std::string text(const syntax::XmlTree& parent, std::string_view name);
  // Along child names; null where one is missing.
  const syntax::XmlTree* path(const syntax::XmlTree& from, std::initializer_list<std::string_view> names);

  // Marks one element, or it and everything below, as looked at.
  void use(const syntax::XmlTree& node) { used_.insert(&node); }
  void use_all(const syntax::XmlTree& node);

  // Every element with content that was not looked at, under one that was: parent/name.
  void report(const syntax::XmlTree& root, LossReport& loss) const;
  [[nodiscard]] Location at(const syntax::XmlTree& node) const;

 private:
  std::string file_;
  std::unordered_set<const syntax::XmlTree*> used_;  // never iterated
};

}  // namespace crosswalk::formats
