// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/node.hpp"

#include <algorithm>

namespace crosswalk::syntax {

const Node* Node::find(std::string_view key) const {
  const auto it = std::find_if(members_.begin(), members_.end(), [&](const Member& m) { return m.first == key; });
  return it == members_.end() ? nullptr : &it->second;
}

Node& Node::push(Node value) {
  items_.push_back(std::move(value));
  return items_.back();
}

Node& Node::set(std::string key, Node value) {
  const auto it = std::find_if(members_.begin(), members_.end(), [&](const Member& m) { return m.first == key; });
  if (it != members_.end()) return it->second = std::move(value);
  return members_.emplace_back(std::move(key), std::move(value)).second;
}

std::string_view name(Node::Kind kind) {
  switch (kind) {
    case Node::Kind::null:
      return "null";
    case Node::Kind::boolean:
      return "boolean";
    case Node::Kind::number:
      return "number";
    case Node::Kind::string:
      return "text";
    case Node::Kind::sequence:
      return "list";
    case Node::Kind::mapping:
      return "mapping";
  }
  return "value";
}

Location at(const Node& node, std::string_view file) {
  Location out{std::string(file), {}, {}, {}, {}};
  if (node.line != 0) out.line = node.line;
  if (node.column != 0) out.column = node.column;
  return out;
}

}  // namespace crosswalk::syntax
