// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/schema_check.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "lib/syntax/json.hpp"

namespace crosswalk::tests {
namespace {

using syntax::Node;

bool has_type(const Node& value, const std::string& type) {
  switch (value.kind()) {
    case Node::Kind::null:
      return type == "null";
    case Node::Kind::boolean:
      return type == "boolean";
    case Node::Kind::number:
      return type == "number" || (type == "integer" && value.text().find('.') == std::string::npos);
    case Node::Kind::string:
      return type == "string";
    case Node::Kind::sequence:
      return type == "array";
    case Node::Kind::mapping:
      return type == "object";
  }
  return false;
}

void check(const Node& value, const Node& schema, const std::string& at, std::vector<std::string>& faults) {
  if (const Node* type = schema.find("type"); type != nullptr && !has_type(value, type->text()))
    return faults.push_back(at + " is not of type " + type->text());
  if (const Node* fixed = schema.find("const"); fixed != nullptr && fixed->text() != value.text())
    faults.push_back(at + " is not '" + fixed->text() + "'");
  if (const Node* words = schema.find("enum"))
    if (std::ranges::none_of(words->items(), [&](const Node& word) { return word.text() == value.text(); }))
      faults.push_back(at + " cannot be '" + value.text() + "'");
  if (const Node* required = schema.find("required"))
    for (const Node& key : required->items())
      if (value.find(key.text()) == nullptr) faults.push_back(at + "/" + key.text() + " is missing");
  const Node* properties = schema.find("properties");
  if (properties != nullptr)
    for (const auto& [key, member] : value.members()) {
      const Node* described = properties->find(key);
      if (described == nullptr)
        faults.push_back(at + "/" + key + " is not described");
      else
        check(member, *described, at + "/" + key, faults);
    }
  if (const Node* items = schema.find("items"))
    for (std::size_t i = 0; i < value.items().size(); ++i)
      check(value.items()[i], *items, at + "/" + std::to_string(i), faults);
}

}  // namespace

std::vector<std::string> schema_faults(const Node& answer, const std::string& schema_name) {
  const std::string path = std::string(CROSSWALK_SOURCE_DIR) + "/docs/schemas/" + schema_name + ".json";
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  std::vector<std::string> faults;
  check(answer, syntax::parse_json(text, path), "", faults);
  return faults;
}

}  // namespace crosswalk::tests
