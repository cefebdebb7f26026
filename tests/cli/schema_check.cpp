// SPDX-License-Identifier: Apache-2.0
#include "tests/cli/schema_check.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "lib/quantity/rational.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::tests {
namespace {

using syntax::Node;

// JSON carries its types; our YAML is text throughout, and a schema speaks of what the text says.
enum class Scalars { typed, text };

bool text_has_type(const std::string& text, const std::string& type) {
  if (type == "boolean") return text == "true" || text == "false";
  if (type == "integer") return !text.empty() && text.find_first_not_of("-0123456789") == std::string::npos;
  return type == "string" || (type == "number" && Rational::parse(text).has_value());
}

bool has_type(const Node& value, const std::string& type, Scalars scalars) {
  switch (value.kind()) {
    case Node::Kind::null:
      return type == "null";
    case Node::Kind::boolean:
      return type == "boolean";
    case Node::Kind::number:
      return type == "number" || (type == "integer" && value.text().find('.') == std::string::npos);
    case Node::Kind::string:
      return scalars == Scalars::text ? text_has_type(value.text(), type) : type == "string";
    case Node::Kind::sequence:
      return type == "array";
    case Node::Kind::mapping:
      return type == "object";
  }
  return false;
}

// One schema file, and what of a value does not hold against it.
class Check {
 public:
  Check(const Node& root, Scalars scalars) : root_(root), scalars_(scalars) {}

  void run(const Node& value, const Node& schema, const std::string& at, std::vector<std::string>& faults) const {
    if (const Node* other = schema.find("$ref")) return run(value, definition(other->text()), at, faults);
    if (const Node* type = schema.find("type"); type != nullptr && !is_one_of(value, *type))
      return faults.push_back(at + " is not of the type wanted");
    if (const Node* fixed = schema.find("const"); fixed != nullptr && fixed->text() != value.text())
      faults.push_back(at + " is not '" + fixed->text() + "'");
    if (const Node* words = schema.find("enum"))
      if (std::ranges::none_of(words->items(), [&](const Node& word) { return word.text() == value.text(); }))
        faults.push_back(at + " cannot be '" + value.text() + "'");
    if (const Node* pattern = schema.find("pattern"))  // a beginning, as "^attribute:"
      if (!value.text().starts_with(pattern->text().substr(1))) faults.push_back(at + " does not begin as wanted");
    if (const Node* choices = schema.find("anyOf")) any_of(value, *choices, at, faults);
    if (const Node* required = schema.find("required"))
      for (const Node& key : required->items())
        if (value.find(key.text()) == nullptr) faults.push_back(at + "/" + key.text() + " is missing");
    if (value.is_mapping()) members(value, schema, at, faults);
    if (const Node* items = schema.find("items"))
      for (std::size_t i = 0; i < value.items().size(); ++i)
        run(value.items()[i], *items, at + "/" + std::to_string(i), faults);
  }

 private:
  [[nodiscard]] const Node& definition(const std::string& reference) const {
    const auto name = reference.substr(std::string("#/definitions/").size());
    return *root_.find("definitions")->find(name);
  }

  [[nodiscard]] bool is_one_of(const Node& value, const Node& types) const {
    if (types.is_scalar()) return has_type(value, types.text(), scalars_);
    return std::ranges::any_of(types.items(), [&](const Node& type) { return has_type(value, type.text(), scalars_); });
  }

  // The faults of the choice that fits best.
  void any_of(const Node& value, const Node& choices, const std::string& at, std::vector<std::string>& faults) const {
    std::optional<std::vector<std::string>> least;
    for (const Node& choice : choices.items()) {
      std::vector<std::string> found;
      run(value, choice, at, found);
      const bool of_type = found.empty() || found.front() != at + " is not of the type wanted";
      if (of_type && (!least || found.size() < least->size())) least = std::move(found);
    }
    if (!least) return faults.push_back(at + " is not of any type wanted");
    faults.insert(faults.end(), least->begin(), least->end());
  }

  void members(const Node& value, const Node& schema, const std::string& at, std::vector<std::string>& faults) const {
    const Node* properties = schema.find("properties");
    const Node* others = schema.find("additionalProperties");
    for (const auto& [key, member] : value.members()) {
      const Node* described = properties == nullptr ? nullptr : properties->find(key);
      if (described == nullptr && others != nullptr && others->is_mapping()) described = others;
      if (described != nullptr)
        run(member, *described, at + "/" + key, faults);
      else if (properties != nullptr)
        faults.push_back(at + "/" + key + " is not described");
    }
  }

  const Node& root_;
  Scalars scalars_;
};

std::vector<std::string> faults_of(const Node& value, const std::string& schema_name, Scalars scalars) {
  const std::string path = std::string(CROSSWALK_SOURCE_DIR) + "/docs/schemas/" + schema_name + ".json";
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const Node schema = syntax::parse_json(text, path);
  std::vector<std::string> faults;
  Check(schema, scalars).run(value, schema, "", faults);
  return faults;
}

}  // namespace

std::vector<std::string> schema_faults(const Node& answer, const std::string& schema_name) {
  return faults_of(answer, schema_name, Scalars::typed);
}

std::vector<std::string> yaml_faults(const Node& document, const std::string& schema_name) {
  return faults_of(document, schema_name, Scalars::text);
}

}  // namespace crosswalk::tests
