// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/formats/rdf/resources.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/model/identifier.hpp"
#include "lib/model/learner_record.hpp"

namespace crosswalk::formats::ctdl {

using rdf::Resource;
using rdf::Value;

// The statements of a CTDL document and which of them were read. CTDL lets a concept be a prefixed name, an IRI, or an
// alignment object that names it; a resource be nested or referred to; a value stand alone or in a list: all are taken
// for what they mean.
class Statements {
 public:
  Statements(const rdf::Resources& resources, std::string_view file) : resources_(resources), file_(file) {}

  [[nodiscard]] const std::vector<Resource>& all() const { return resources_.all(); }
  [[nodiscard]] const Resource* find(const std::string& id) const { return resources_.find(id); }

  // The values of the first of the properties that has any, read and marked.
  std::vector<Value> values(const Resource& resource, std::initializer_list<std::string_view> properties);
  std::string first(const Resource& resource, std::initializer_list<std::string_view> properties);
  LanguageText texts(const Resource& resource, std::initializer_list<std::string_view> properties);
  // The identifiers a property names, each once, in order.
  std::vector<std::string> references(const Resource& resource, std::initializer_list<std::string_view> properties);
  // The resources a property names and the document describes.
  std::vector<const Resource*> described(const Resource& resource, std::initializer_list<std::string_view> properties);
  // What a value stands for: the node an alignment object names, else the text itself; and how it is called.
  std::string target(const Value& value);
  std::string target_name(const Value& value);
  std::vector<std::string> targets(const Resource& resource, std::initializer_list<std::string_view> properties);
  // A date; CTDL documents write "2018-12-1" too, which is accepted with a warning.
  std::optional<Date> date(const Resource& resource, std::initializer_list<std::string_view> properties);

  void read_all(const Resource& resource);  // marks every statement of it, for what was read elsewhere

  void warn(const Resource& resource, std::string_view code, std::string text, Severity severity = Severity::warning);

  // Statements that nobody read, by Type/property. total == read + what was added.
  struct Balance {
    std::uint64_t total = 0, read = 0;
  };
  Balance report(LossReport& loss) const;
  [[nodiscard]] Diagnostics findings() { return findings_.take(file_); }
  [[nodiscard]] Location at(const Resource& resource) const;

 private:
  const rdf::Resources& resources_;
  std::string file_;
  std::set<std::pair<std::string, std::string>> read_;
  FindingList findings_;
};

}  // namespace crosswalk::formats::ctdl
