// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/node.hpp"

#include <algorithm>

namespace crosswalk::syntax {

Node::Node(std::string text, Kind kind) : kind_(kind) {
  if (kind == Kind::sequence)
    content_.emplace<std::vector<Node>>();
  else if (kind == Kind::mapping)
    content_.emplace<std::vector<Member>>();
  else
    content_ = std::move(text);
}

const std::string& Node::text() const {
  static const std::string none;
  const auto* text = std::get_if<std::string>(&content_);
  return text == nullptr ? none : *text;
}

const std::vector<Node>& Node::items() const {
  static const std::vector<Node> none;
  const auto* items = std::get_if<std::vector<Node>>(&content_);
  return items == nullptr ? none : *items;
}

const std::vector<Node::Member>& Node::members() const {
  static const std::vector<Member> none;
  const auto* members = std::get_if<std::vector<Member>>(&content_);
  return members == nullptr ? none : *members;
}

const Node* Node::find(std::string_view key) const {
  const auto& all = members();
  const auto it = std::find_if(all.begin(), all.end(), [&](const Member& m) { return m.first == key; });
  return it == all.end() ? nullptr : &it->second;
}

Node& Node::push(Node value) { return std::get<std::vector<Node>>(content_).emplace_back(std::move(value)); }

Node& Node::set(std::string key, Node value) {
  auto& all = std::get<std::vector<Member>>(content_);
  const auto it = std::find_if(all.begin(), all.end(), [&](const Member& m) { return m.first == key; });
  if (it != all.end()) return it->second = std::move(value);
  return add(std::move(key), std::move(value));
}

Node& Node::add(std::string key, Node value) {
  return std::get<std::vector<Member>>(content_).emplace_back(std::move(key), std::move(value)).second;
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
