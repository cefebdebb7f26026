// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/json_reading.hpp"

#include <algorithm>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

std::uint64_t scalars(const Node& node) {
  std::uint64_t all = node.is_scalar() ? 1 : 0;
  for (const Node& item : node.items()) all += scalars(item);
  for (const auto& [key, value] : node.members()) all += scalars(value);
  return all;
}

class Reporter {
 public:
  Reporter(const std::unordered_set<const Node*>& used, LossReport& loss) : used_(used), loss_(loss) {}

  void walk(const Node& node, const std::string& parent, const std::string& key) {
    const bool used = used_.contains(&node);
    if (node.is_scalar()) {
      ++balance.values;
      if (used || node.is_null()) {
        ++balance.read;  // null says nothing
        return;
      }
    }
    if (!used) {
      const std::uint64_t lost = scalars(node);
      if (!node.is_scalar()) balance.values += lost;
      if (lost > 0) loss_.add(parent.empty() ? key : parent + "/" + key, "not carried", lost);
      return;
    }
    for (const Node& item : node.items()) walk(item, parent, key);
    for (const auto& [name, value] : node.members()) walk(value, key, name);
  }

  JsonReading::Balance balance;

 private:
  const std::unordered_set<const Node*>& used_;
  LossReport& loss_;
};

std::string last_step(const std::string& name) {
  const auto at = name.find_last_of(":/#");
  return at == std::string::npos ? name : name.substr(at + 1);
}

}  // namespace

const Node* JsonReading::child(const Node& parent, std::string_view key) {
  const Node* found = parent.find(key);
  if (found == nullptr || found->is_null()) return nullptr;
  use(*found);
  if (!found->is_sequence()) return found;
  if (found->items().empty()) return nullptr;
  use(found->items().front());
  return &found->items().front();
}

std::vector<const Node*> JsonReading::all(const Node& parent, std::string_view key) {
  const Node* found = parent.find(key);
  if (found == nullptr || found->is_null()) return {};
  use(*found);
  if (!found->is_sequence()) return {found};
  std::vector<const Node*> out;
  for (const Node& item : found->items()) {
    use(item);
    if (!item.is_null()) out.push_back(&item);
  }
  return out;
}

const Node* JsonReading::path(const Node& from, std::initializer_list<std::string_view> keys) {
  const Node* now = &from;
  for (const std::string_view key : keys) {
    now = child(*now, key);
    if (now == nullptr) return nullptr;
  }
  return now;
}

std::string JsonReading::text(const Node& parent, std::string_view key) {
  const Node* found = child(parent, key);
  if (found == nullptr) return {};
  if (found->is_scalar()) return one_line(found->text());
  const Node* value = child(*found, "@value");
  return value == nullptr ? std::string(texts(parent, key).text()) : one_line(value->text());
}

LanguageText JsonReading::texts(const Node& parent, std::string_view key) {
  LanguageText out;
  for (const Node* each : all(parent, key)) {
    if (each->is_scalar()) {
      if (std::string line = one_line(each->text()); !line.empty()) out.by_language.emplace("", std::move(line));
      continue;
    }
    if (const Node* value = child(*each, "@value")) {
      out.by_language.emplace(text(*each, "@language"), one_line(value->text()));
      continue;
    }
    for (const auto& [language, value] : each->members()) {
      const bool list = value.is_sequence() && !value.items().empty();
      const Node& first = list ? value.items().front() : value;
      if (!first.is_scalar() || first.is_null()) continue;
      use(value);
      use(first);
      out.by_language.emplace(language, one_line(first.text()));
    }
  }
  return out;
}

std::string JsonReading::id(const Node& resource) {
  if (resource.is_scalar()) return resource.text();
  const std::string plain = text(resource, "id");
  return plain.empty() ? text(resource, "@id") : plain;
}

bool JsonReading::is(const Node& resource, std::string_view type) {
  bool found = false;
  for (const std::string_view key : {"type", "@type"})
    for (const Node* each : all(resource, key))
      if (each->is_scalar() && last_step(each->text()) == type) found = true;
  return found;
}

void JsonReading::use_all(const Node& node) {
  use(node);
  for (const Node& item : node.items()) use_all(item);
  for (const auto& [key, value] : node.members()) use_all(value);
}

JsonReading::Balance JsonReading::report(const Node& root, LossReport& loss) const {
  Reporter reporter(used_, loss);
  if (used_.contains(&root)) {
    reporter.walk(root, "", "");
    return reporter.balance;
  }
  for (const Node& item : root.items()) reporter.walk(item, "", "");
  for (const auto& [key, value] : root.members()) reporter.walk(value, "", key);
  return reporter.balance;
}

}  // namespace crosswalk::formats
