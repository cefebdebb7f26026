// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "lib/diagnostics/location.hpp"

namespace crosswalk::syntax {

// A parsed JSON or YAML value with its place. Numbers keep their source text (never a double); YAML scalars are all
// `string` except an unquoted null/~/empty (`null`) and unquoted true/false (`boolean`, text kept). Mapping order is
// source order; duplicate keys were refused by the parser, so lookup is unambiguous.
class Node {
 public:
  enum class Kind : std::uint8_t { null, boolean, number, string, sequence, mapping };
  using Member = std::pair<std::string, Node>;

  Node() = default;
  explicit Node(std::string text, Kind kind = Kind::string);
  [[nodiscard]] static Node sequence() { return Node({}, Kind::sequence); }
  [[nodiscard]] static Node mapping() { return Node({}, Kind::mapping); }

  [[nodiscard]] Kind kind() const { return kind_; }
  [[nodiscard]] bool is_null() const { return kind_ == Kind::null; }
  [[nodiscard]] bool is_sequence() const { return kind_ == Kind::sequence; }
  [[nodiscard]] bool is_mapping() const { return kind_ == Kind::mapping; }
  [[nodiscard]] bool is_scalar() const { return kind_ != Kind::sequence && kind_ != Kind::mapping; }
  [[nodiscard]] const std::string& text() const;  // scalar text as written (unescaped); empty for collections
  [[nodiscard]] bool truth() const { return kind_ == Kind::boolean && text() == "true"; }

  // Empty where it is no sequence, no mapping.
  [[nodiscard]] const std::vector<Node>& items() const;
  [[nodiscard]] const std::vector<Member>& members() const;
  [[nodiscard]] const Node* find(std::string_view key) const;  // null where absent or not a mapping

  // Building, on a sequence or mapping only: push to a sequence; set in a mapping (replacing); add to a mapping a key
  // that it does not have (unchecked, in constant time). All return the added node.
  Node& push(Node value);
  Node& set(std::string key, Node value);
  Node& add(std::string key, Node value);

  std::uint32_t line = 0;    // from 1; 0 where built by hand
  std::uint32_t column = 0;  // from 1, bytes

 private:
  Kind kind_ = Kind::null;
  std::variant<std::string, std::vector<Node>, std::vector<Member>> content_;  // one of them: documents have many nodes
};

[[nodiscard]] std::string_view name(Node::Kind kind);

// The place of a node in `file`.
[[nodiscard]] Location at(const Node& node, std::string_view file);

}  // namespace crosswalk::syntax
