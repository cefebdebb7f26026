// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ctdl/statements.hpp"

#include <algorithm>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats::ctdl {

std::vector<Value> Statements::values(const Resource& resource, std::initializer_list<std::string_view> properties) {
  std::vector<Value> out;
  for (const std::string_view property : properties) {
    std::vector<Value> found = resource.all(property);
    if (found.empty()) continue;
    read_.emplace(resource.id, property);
    if (out.empty()) out = std::move(found);
  }
  return out;
}

std::string Statements::first(const Resource& resource, std::initializer_list<std::string_view> properties) {
  const auto found = values(resource, properties);
  return found.empty() ? std::string() : one_line(found.front().text);
}

LanguageText Statements::texts(const Resource& resource, std::initializer_list<std::string_view> properties) {
  LanguageText out;
  for (const Value& value : values(resource, properties)) out.by_language.emplace(value.language, one_line(value.text));
  return out;
}

std::vector<std::string> Statements::references(const Resource& resource,
                                                std::initializer_list<std::string_view> properties) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (const std::string_view property : properties)
    for (const Value& value : values(resource, {property}))
      if (seen.insert(value.text).second) out.push_back(value.text);
  return out;
}

std::vector<const Resource*> Statements::described(const Resource& resource,
                                                   std::initializer_list<std::string_view> properties) {
  std::vector<const Resource*> out;
  for (const std::string& id : references(resource, properties))
    if (const Resource* found = find(id); found != nullptr && !found->properties.empty()) out.push_back(found);
  return out;
}

std::string Statements::target(const Value& value) {
  const Resource* object = find(value.text);
  if (object == nullptr || !object->is("CredentialAlignmentObject")) return one_line(value.text);
  read_all(*object);
  for (const char* property : {"targetNode", "codedNotation", "targetNodeName", "targetNodeDescription"})
    if (std::string text = object->first(property); !text.empty()) return one_line(text);
  return {};
}

std::string Statements::target_name(const Value& value) {
  const Resource* object = find(value.text);
  if (object == nullptr || !object->is("CredentialAlignmentObject")) return one_line(value.text);
  read_all(*object);
  for (const char* property : {"targetNodeName", "targetNodeDescription", "targetNode"})
    if (std::string text = object->first(property); !text.empty()) return one_line(text);
  return {};
}

std::vector<std::string> Statements::targets(const Resource& resource,
                                             std::initializer_list<std::string_view> properties) {
  std::vector<std::string> out;
  for (const std::string_view property : properties)
    for (const Value& value : values(resource, {property}))
      if (std::string text = target(value); !text.empty()) out.push_back(std::move(text));
  return out;
}

std::optional<Date> Statements::date(const Resource& resource, std::initializer_list<std::string_view> properties) {
  const std::string written = first(resource, properties);
  if (written.empty()) return std::nullopt;
  if (auto parsed = Date::parse(written)) return parsed;
  std::string padded;  // each part of one digit gets its zero
  for (std::size_t from = 0; from <= written.size();) {
    const std::size_t end = std::min(written.find('-', from), written.size());
    padded += (from > 0 ? "-" : "") + std::string(end - from == 1 ? "0" : "") + written.substr(from, end - from);
    from = end + 1;
  }
  auto parsed = Date::parse(padded);
  warn(resource, "date",
       "'" + written + "' is no date in the form YYYY-MM-DD" +
           (parsed ? "; read as " + to_string(*parsed) : "; it is not used"));
  return parsed;
}

void Statements::read_all(const Resource& resource) {
  for (const auto& [property, value] : resource.properties) read_.emplace(resource.id, property);
}

Location Statements::at(const Resource& resource) const {
  Location where{file_, {}, {}, {}, resource.id};
  if (resource.line != 0) where.line = resource.line;
  return where;
}

void Statements::warn(const Resource& resource, std::string_view code, std::string text, Severity severity) {
  findings_.add(severity, "ctdl." + std::string(code), at(resource), std::move(text));
}

Statements::Balance Statements::report(LossReport& loss) const {
  Balance balance;
  for (const Resource& resource : resources_.all())
    for (const auto& [property, value] : resource.properties) {
      ++balance.total;
      if (read_.contains({resource.id, property})) {
        ++balance.read;
        continue;
      }
      const std::string type = resource.types.empty() ? "resource" : resource.types.front();
      loss.add(type + "/" + property, "not carried");
    }
  return balance;
}

}  // namespace crosswalk::formats::ctdl
