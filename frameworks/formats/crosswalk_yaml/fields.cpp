// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/fields.hpp"

#include <algorithm>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {

using syntax::Node;

void refuse(const Node& node, std::string_view file, std::string_view code, const std::string& text) {
  throw InputError(std::string(code), syntax::at(node, file), text);
}

Fields::Fields(const Node& node, std::string_view file, std::string_view what) : node_(node), file_(file), what_(what) {
  known_.reserve(24);
  if (!node.is_mapping())
    refuse(node, "yaml.expected",
           "a " + what_ + " is a mapping of keys to values, found a " + std::string(name(node.kind())));
}

void Fields::refuse(const Node& at, std::string_view code, const std::string& text) const {
  formats::refuse(at, file_, code, text);
}

bool Fields::has(std::string_view key) const { return node_.find(key) != nullptr; }

const Node* Fields::find(std::string_view key) {
  known_.push_back(key);
  const Node* found = node_.find(key);
  if (found != nullptr) asked_.push_back(found);
  return found == nullptr || found->is_null() ? nullptr : found;
}

const Node& Fields::need(std::string_view key) {
  const Node* found = find(key);
  if (found == nullptr) refuse(node_, "yaml.missing", what_ + " has no '" + std::string(key) + "'");
  return *found;
}

const std::string& Fields::scalar(const Node& node, std::string_view key) const {
  if (!node.is_scalar() || node.is_null())
    refuse(node, "yaml.expected", std::string(key) + " is one value, found a " + std::string(name(node.kind())));
  return node.text();
}

std::string Fields::text(std::string_view key) {
  const Node* found = find(key);
  return found == nullptr ? std::string() : scalar(*found, key);
}

std::string Fields::need_text(std::string_view key) {
  const Node& found = need(key);
  if (scalar(found, key).empty()) refuse(found, "yaml.missing", std::string(key) + " is empty");
  return found.text();
}

void Fields::each(std::string_view key, const std::function<void(const Node&)>& item) {
  const Node* found = find(key);
  if (found == nullptr) return;
  if (!found->is_sequence()) return item(*found);
  for (const Node& one : found->items()) item(one);
}

std::vector<std::string> Fields::texts(std::string_view key) {
  std::vector<std::string> out;
  each(key, [&](const Node& one) { out.push_back(scalar(one, key)); });
  return out;
}

bool Fields::truth(std::string_view key, bool otherwise) {
  const Node* found = find(key);
  if (found == nullptr) return otherwise;
  if (found->kind() != Node::Kind::boolean)
    refuse(*found, "yaml.value", std::string(key) + " is true or false, found '" + found->text() + "'");
  return found->truth();
}

std::optional<Rational> Fields::number(std::string_view key) {
  const Node* found = find(key);
  if (found == nullptr) return {};
  const auto value = Rational::parse(scalar(*found, key));
  if (!value)
    refuse(*found, "yaml.value", std::string(key) + " is a number like 7.5 or 16/3, found '" + found->text() + "'");
  return value;
}

std::optional<std::int32_t> Fields::whole(std::string_view key) {
  const auto value = number(key);
  if (!value) return {};
  if (!value->is_whole() || value->numerator() > INT32_MAX || value->numerator() < INT32_MIN)
    refuse(*node_.find(key), "yaml.value",
           std::string(key) + " is a whole number, found '" + node_.find(key)->text() + "'");
  return static_cast<std::int32_t>(value->numerator());
}

std::optional<Date> Fields::date(std::string_view key) {
  const Node* found = find(key);
  if (found == nullptr) return {};
  const auto value = Date::parse(scalar(*found, key));
  if (!value)
    refuse(*found, "yaml.value",
           std::string(key) + " is a date like 2024, 2024-09 or 2024-09-01, found '" + found->text() + "'");
  return value;
}

Period Fields::period(std::string_view key) {
  const Node* found = find(key);
  if (found == nullptr) return {};
  if (found->is_mapping()) {
    Fields inner(*found, file_, key);
    Period out{inner.date("from"), inner.date("until")};
    inner.finish();
    return out;
  }
  const std::string& text = scalar(*found, key);
  const auto middle = text.find(" to ");
  const auto from = Date::parse(text.substr(0, middle));
  const auto until = middle == std::string::npos ? from : Date::parse(text.substr(middle + 4));
  if (!from || !until)
    refuse(*found, "yaml.value",
           std::string(key) + " is {from: DATE, until: DATE}, a year or 'DATE to DATE', found '" + text + "'");
  return {from, until};
}

Source Fields::source(std::string_view key) {
  const Node* found = find(key);
  if (found == nullptr) return {};
  Source out;
  if (found->is_scalar()) {
    out.document = scalar(*found, key);
    return out;
  }
  Fields inner(*found, file_, "source");
  out.document = inner.text("document");
  out.locator = inner.text("locator");
  out.retrieved = inner.date("retrieved");
  out.decided_by = inner.text("decided-by");
  out.decided_on = inner.date("decided-on");
  inner.finish();
  return out;
}

void Fields::finish() const {
  for (const auto& [key, value] : node_.members()) {
    if (std::ranges::find(asked_, &value) != asked_.end()) continue;
    std::vector<std::string> allowed(known_.begin(), known_.end());
    std::ranges::sort(allowed);
    const std::string close = nearest(key, allowed);
    std::string text = "a " + what_ + " has no key '" + key + "'";
    if (!close.empty()) text += " (did you mean '" + close + "'?)";
    refuse(value.line == 0 ? node_ : value, "yaml.unknown-key", text);
  }
}

void put(Node& into, std::string key, const std::string& text) {
  if (!text.empty()) into.set(std::move(key), Node(text));
}

void put(Node& into, std::string key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  Node& list = into.set(std::move(key), Node::sequence());
  for (const std::string& text : texts) list.push(Node(text));
}

void put(Node& into, std::string key, const std::optional<Rational>& number) {
  if (number) into.set(std::move(key), Node(to_string(*number)));
}

void put(Node& into, std::string key, const std::optional<std::int32_t>& number) {
  if (number) into.set(std::move(key), Node(std::to_string(*number)));
}

void put(Node& into, std::string key, const std::optional<Date>& date) {
  if (date) into.set(std::move(key), Node(to_string(*date)));
}

void put(Node& into, std::string key, const Period& period) {
  if (!period.from && !period.until) return;
  Node& mapping = into.set(std::move(key), Node::mapping());
  put(mapping, "from", period.from);
  put(mapping, "until", period.until);
}

void put(Node& into, std::string key, const Source& source) {
  if (source == Source{}) return;
  Node& mapping = into.set(std::move(key), Node::mapping());
  put(mapping, "document", source.document);
  put(mapping, "locator", source.locator);
  put(mapping, "retrieved", source.retrieved);
  put(mapping, "decided-by", source.decided_by);
  put(mapping, "decided-on", source.decided_on);
}

void put_truth(Node& into, std::string key, bool truth, bool otherwise) {
  if (truth != otherwise) into.set(std::move(key), Node(truth ? "true" : "false", Node::Kind::boolean));
}

}  // namespace crosswalk::formats
