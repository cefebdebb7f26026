// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/fact.hpp"
#include "lib/quantity/rational.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::facts {

// Reads the named fields of one mapping. Whatever is wrong becomes a diagnostic with the place of the value; a field
// nobody asked for is facts.unknown-field (with a guess), found when the reader goes out of scope.
class RecordReader {
 public:
  RecordReader(const syntax::Node& node, std::string_view file, Diagnostics& diagnostics);
  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;
  ~RecordReader();

  [[nodiscard]] std::string text(std::string_view key);      // empty where absent
  [[nodiscard]] std::string required(std::string_view key);  // facts.missing-field where absent or empty
  [[nodiscard]] std::optional<int> whole(std::string_view key);
  [[nodiscard]] std::optional<Rational> rational(std::string_view key);
  [[nodiscard]] std::optional<Date> date(std::string_view key);
  [[nodiscard]] bool truth(std::string_view key, bool otherwise);
  // The items of a list, empty where absent; facts.value where it is not a list.
  [[nodiscard]] const std::vector<syntax::Node>& items(std::string_view key);
  // A mapping, or null where absent.
  [[nodiscard]] const syntax::Node* mapping(std::string_view key);
  // A field that may be either; null where absent.
  [[nodiscard]] const syntax::Node* any(std::string_view key);

  // id, source, usage, confidence, unverified, note. `inherited` gives what a group says for all its rows.
  [[nodiscard]] Fact fact(const Fact* inherited = nullptr);

  void fault(std::string_view code, const syntax::Node& at, const std::string& text);
  [[nodiscard]] const syntax::Node& node() const { return node_; }
  [[nodiscard]] std::string_view file() const { return file_; }
  [[nodiscard]] Diagnostics& diagnostics() { return diagnostics_; }

 private:
  const syntax::Node* take(std::string_view key);
  void read_source(Fact& fact);
  void read_usage(Fact& fact);
  void read_confidence(Fact& fact, bool inherited);

  const syntax::Node& node_;
  std::string file_;
  Diagnostics& diagnostics_;
  std::vector<std::string> asked_;
};

// The value of an enumerator by its written name; `otherwise` and facts.value where it is not one of them.
template <class Enumerator, class Parse>
Enumerator enumerator(RecordReader& record, std::string_view key, Parse parse, Enumerator otherwise) {
  const syntax::Node* value = record.any(key);
  if (value == nullptr) {
    record.fault("facts.missing-field", record.node(), "'" + std::string(key) + "' is missing");
    return otherwise;
  }
  if (const auto found = parse(value->text())) return *found;
  record.fault("facts.value", *value, "'" + std::string(key) + "' cannot be '" + value->text() + "'");
  return otherwise;
}

}  // namespace crosswalk::facts
