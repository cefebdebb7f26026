// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk::formats::rdf {

// One value of a property: an IRI (or blank node) or a literal with its language as written.
struct Value {
  std::string text;
  std::string language;
  bool is_iri = false;
};

// A thing that statements are made about. Properties are named by the last part of their IRI or prefixed name ("name"
// of ceasn:name, "prefLabel" of skos:prefLabel): the vocabularies read here do not clash in these.
struct Resource {
  std::string id;
  std::uint32_t line = 0;
  std::vector<std::string> types;  // last parts too
  std::multimap<std::string, Value> properties;

  [[nodiscard]] std::vector<Value> all(std::string_view property) const;
  [[nodiscard]] std::string first(std::string_view property) const;  // empty where absent
  [[nodiscard]] bool is(std::string_view type) const;
};

// Resources in the order in which they first appear.
class Resources {
 public:
  Resource& of(const std::string& id, std::uint32_t line = 0);
  [[nodiscard]] const std::vector<Resource>& all() const { return list_; }
  [[nodiscard]] const Resource* find(const std::string& id) const;
  [[nodiscard]] Resources only(const std::function<bool(const Resource&)>& wanted) const;  // copies, in order
  [[nodiscard]] bool described_twice(const std::string& id) const;
  void note_description(const std::string& id) { ++described_[id]; }

 private:
  std::vector<Resource> list_;
  std::map<std::string, std::size_t> at_;
  std::map<std::string, int> described_;
};

// "http://purl.org/dc/terms/title" and "dct:title" are "title".
[[nodiscard]] std::string local_name(std::string_view property);

// How the keys of a JSON document name properties: as they are written, or with a capital that does not belong to the
// name ("TransferValue", "CTID": Credential Engine's assistant API).
enum class JsonNames { as_written, capitalised };

// The three written forms. JSON-LD: a flat `@graph`, an array, or one object, nodes nested in nodes included; contexts
// are not expanded and never fetched. RDF/JSON as ASN publishes it. Turtle and N-Triples through lib/syntax.
[[nodiscard]] Resources from_json_ld(std::string_view text, std::string_view file,
                                     JsonNames names = JsonNames::as_written);
[[nodiscard]] Resources from_rdf_json(std::string_view text, std::string_view file);
[[nodiscard]] Resources from_turtle(std::string_view text, std::string_view file);

}  // namespace crosswalk::formats::rdf
