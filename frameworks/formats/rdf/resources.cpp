// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/rdf/resources.hpp"

#include <algorithm>
#include <sstream>

#include "lib/syntax/json.hpp"
#include "lib/syntax/turtle.hpp"

namespace crosswalk::formats::rdf {

using syntax::Node;

std::vector<Value> Resource::all(std::string_view property) const {
  std::vector<Value> out;
  const auto [begin, end] = properties.equal_range(std::string(property));
  for (auto at = begin; at != end; ++at) out.push_back(at->second);
  return out;
}

std::string Resource::first(std::string_view property) const {
  const auto at = properties.find(std::string(property));
  return at == properties.end() ? std::string() : at->second.text;
}

bool Resource::is(std::string_view type) const { return std::ranges::find(types, type) != types.end(); }

Resources Resources::only(const std::function<bool(const Resource&)>& wanted) const {
  Resources out;
  for (const Resource& each : list_) {
    if (!wanted(each)) continue;
    out.of(each.id) = each;
    if (described_twice(each.id)) out.described_[each.id] = 2;
  }
  return out;
}

Resource& Resources::of(const std::string& id, std::uint32_t line) {
  const auto [at, fresh] = at_.emplace(id, list_.size());
  if (fresh) {
    list_.emplace_back();
    list_.back().id = id;
    list_.back().line = line;
  }
  return list_[at->second];
}

const Resource* Resources::find(const std::string& id) const {
  const auto at = at_.find(id);
  return at == at_.end() ? nullptr : &list_[at->second];
}

bool Resources::described_twice(const std::string& id) const {
  const auto at = described_.find(id);
  return at != described_.end() && at->second > 1;
}

std::string local_name(std::string_view property) {
  const auto at = property.find_last_of("/#:");
  return std::string(at == std::string_view::npos ? property : property.substr(at + 1));
}

namespace {

const Node* keyed(const Node& node, std::string_view at_key, std::string_view plain) {
  const Node* found = node.find(at_key);
  return found != nullptr ? found : node.find(plain);
}

class JsonLd {
 public:
  JsonLd(Resources& into, JsonNames names) : into_(into), names_(names) {}

  // Adds a node and returns its id; a node without one gets a name by its place.
  std::string add(const Node& node) {
    const Node* id = keyed(node, "@id", "id");
    const std::string name = id != nullptr && id->is_scalar() && !id->is_null()
                                 ? id->text()
                                 : "_:line-" + std::to_string(node.line) + "-" + std::to_string(node.column);
    into_.of(name, node.line);
    if (id == nullptr || node.members().size() > 1) into_.note_description(name);  // else only named here
    for (const auto& [key, value] : node.members()) add_property(name, key, value);
    return name;
  }

 private:
  void add_property(const std::string& id, const std::string& key, const Node& value) {
    if (key == "@id" || key == "id" || key == "@context" || key == "@graph") return;
    if (key == "@type" || key == "type" || (names_ == JsonNames::capitalised && key == "Type"))
      return add_types(id, value);
    const std::string name = names_ == JsonNames::capitalised ? uncapitalised(local_name(key)) : local_name(key);
    if (value.is_sequence())
      for (const Node& one : value.items()) add_value(id, name, one);
    else
      add_value(id, name, value);
  }

  // "TransferValue" is transferValue, "CTID" is ctid.
  static std::string uncapitalised(std::string name) {
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto lowered = [](char c) { return static_cast<char>(c | 0x20); };
    if (name.empty() || !upper(name.front())) return name;
    if (std::ranges::all_of(name, upper))
      std::ranges::transform(name, name.begin(), lowered);
    else
      name.front() = lowered(name.front());
    return name;
  }

  void add_types(const std::string& id, const Node& value) {
    const auto one = [&](const Node& type) {
      if (type.is_scalar()) into_.of(id).types.push_back(local_name(type.text()));
    };
    if (value.is_sequence())
      std::ranges::for_each(value.items(), one);
    else
      one(value);
  }

  // A scalar, {"@value", "@language"}, {"@id"}, a language map {"en": "..."}, or a nested node.
  void add_value(const std::string& id, const std::string& property, const Node& value) {
    if (value.is_null()) return;
    if (value.is_scalar()) return put(id, property, {value.text(), {}, value.text().find("://") != std::string::npos});
    if (value.is_sequence()) {
      for (const Node& one : value.items()) add_value(id, property, one);
      return;
    }
    if (const Node* literal = value.find("@value")) {
      const Node* language = value.find("@language");
      return put(id, property, {literal->text(), language == nullptr ? "" : language->text(), false});
    }
    if (is_language_map(value)) return add_languages(id, property, value);
    put(id, property, {add(value), {}, true});
  }

  static bool is_language_map(const Node& value) {
    return !value.members().empty() && std::ranges::all_of(value.members(), [](const auto& member) {
      const auto& [key, text] = member;
      const bool texts =
          text.is_scalar() ||
          (text.is_sequence() && std::ranges::all_of(text.items(), [](const Node& n) { return n.is_scalar(); }));
      return texts && (key.size() == 2 || (key.size() > 2 && key[2] == '-') || (key.size() > 3 && key[3] == '-'));
    });
  }

  void add_languages(const std::string& id, const std::string& property, const Node& map) {
    for (const auto& [language, text] : map.members()) {
      if (text.is_scalar()) put(id, property, {text.text(), language, false});
      for (const Node& one : text.items()) put(id, property, {one.text(), language, false});
    }
  }

  void put(const std::string& id, const std::string& property, Value value) {
    into_.of(id).properties.emplace(property, std::move(value));
  }

  Resources& into_;
  JsonNames names_;
};

}  // namespace

Resources from_json_ld(std::string_view text, std::string_view file, JsonNames names) {
  const Node root = syntax::parse_json(text, file);
  Resources out;
  JsonLd reader(out, names);
  const Node* enveloped = root.find("decoded_resource");  // what the Credential Registry wraps a document in
  const Node& document = enveloped != nullptr ? *enveloped : root;
  const Node* graph = document.find("@graph");
  const Node& list = graph != nullptr ? *graph : document;
  if (list.is_sequence())
    for (const Node& one : list.items()) reader.add(one);
  else
    reader.add(list);
  return out;
}

Resources from_rdf_json(std::string_view text, std::string_view file) {
  const Node root = syntax::parse_json(text, file);
  Resources out;
  for (const auto& [id, statements] : root.members()) {
    out.of(id, statements.line);
    out.note_description(id);
    for (const auto& [property, values] : statements.members())
      for (const Node& value : values.items()) {
        const Node* object = value.find("value");
        const Node* kind = value.find("type");
        const Node* language = value.find("lang");
        if (object == nullptr) continue;
        const bool iri = kind != nullptr && kind->text() != "literal";
        if (local_name(property) == "type")
          out.of(id).types.push_back(local_name(object->text()));
        else
          out.of(id).properties.emplace(local_name(property),
                                        Value{object->text(), language == nullptr ? "" : language->text(), iri});
      }
  }
  return out;
}

Resources from_turtle(std::string_view text, std::string_view file) {
  Resources out;
  std::istringstream in{std::string(text)};
  syntax::parse_rdf(in, file, syntax::RdfSyntax::turtle, "", [&](const syntax::RdfTriple& triple) {
    const bool iri = triple.object.kind != syntax::RdfTerm::Kind::literal;
    Resource& subject = out.of(std::string(triple.subject.text), triple.line);
    const std::string property = local_name(triple.predicate.text);
    if (property == "type")
      subject.types.push_back(local_name(triple.object.text));
    else
      subject.properties.emplace(property,
                                 Value{std::string(triple.object.text), std::string(triple.object.language), iri});
  });
  return out;
}

}  // namespace crosswalk::formats::rdf
