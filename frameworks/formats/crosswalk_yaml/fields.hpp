// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/source.hpp"
#include "lib/quantity/date.hpp"
#include "lib/quantity/rational.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// Reads one mapping of our own YAML, key by key. A wrong type, a missing key, an unknown value is an InputError with
// the place, what was found and what is allowed (yaml.expected, yaml.missing, yaml.value); `finish` refuses keys nobody
// asked for, with the nearest allowed one (yaml.unknown-key). A Fields value lives as long as its node and the keys it
// is asked for.
class Fields {
 public:
  // `what` names the thing for messages: "rule", "award". Throws where `node` is no mapping.
  Fields(const syntax::Node& node, std::string_view file, std::string_view what);

  [[nodiscard]] const syntax::Node& node() const { return node_; }
  [[nodiscard]] const std::string& file() const { return file_; }
  [[nodiscard]] bool has(std::string_view key) const;
  // The value, or null where absent or written as null; marks the key as known.
  const syntax::Node* find(std::string_view key);
  const syntax::Node& need(std::string_view key);

  std::string text(std::string_view key);                // empty where absent
  std::string need_text(std::string_view key);           // present and not empty
  std::vector<std::string> texts(std::string_view key);  // a list, or one text
  bool truth(std::string_view key, bool otherwise);
  std::optional<std::int32_t> whole(std::string_view key);
  std::optional<Rational> number(std::string_view key);
  std::optional<Date> date(std::string_view key);
  Period period(std::string_view key);  // {from, until}, or one date or year, or "2015 to 2019"
  Source source(std::string_view key);  // {document, locator, retrieved, decided-by, decided-on}, or the document alone

  // One of an enumeration, by its reading function; absent gives `otherwise`.
  template <class Value>
  Value one_of(std::string_view key, Value otherwise, std::optional<Value> (*read)(std::string_view),
               std::string_view allowed) {
    const syntax::Node* found = find(key);
    if (found == nullptr) return otherwise;
    if (const auto value = read(scalar(*found, key))) return *value;
    refuse(*found, "yaml.value", std::string(key) + " is '" + found->text() + "', allowed: " + std::string(allowed));
  }

  // Calls `item` for each member of a list (a single value stands for a list of one); nothing where absent.
  void each(std::string_view key, const std::function<void(const syntax::Node&)>& item);

  void finish() const;
  [[noreturn]] void refuse(const syntax::Node& at, std::string_view code, const std::string& text) const;

 private:
  const std::string& scalar(const syntax::Node& node, std::string_view key) const;

  const syntax::Node& node_;
  std::string file_, what_;
  std::vector<std::string_view> known_;     // keys asked for
  std::vector<const syntax::Node*> asked_;  // the values found under them
};

// Refuses a value outside a Fields: same shape of message.
[[noreturn]] void refuse(const syntax::Node& node, std::string_view file, std::string_view code,
                         const std::string& text);

// Writing: sets the key only where there is something to say.
void put(syntax::Node& into, std::string key, const std::string& text);
void put(syntax::Node& into, std::string key, const std::vector<std::string>& texts);
void put(syntax::Node& into, std::string key, const std::optional<Rational>& number);
void put(syntax::Node& into, std::string key, const std::optional<std::int32_t>& number);
void put(syntax::Node& into, std::string key, const std::optional<Date>& date);
void put(syntax::Node& into, std::string key, const Period& period);
void put(syntax::Node& into, std::string key, const Source& source);
void put_truth(syntax::Node& into, std::string key, bool truth, bool otherwise);

}  // namespace crosswalk::formats
