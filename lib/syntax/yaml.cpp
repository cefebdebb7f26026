// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/yaml.hpp"

#include <yaml.h>

#include <algorithm>
#include <memory>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/text_cursor.hpp"
#include "lib/syntax/utf8.hpp"

namespace crosswalk::syntax {
namespace {

std::string_view view(const yaml_char_t* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

class Event {
 public:
  Event() = default;
  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;
  ~Event() { yaml_event_delete(&event_); }
  yaml_event_t* operator->() { return &event_; }
  yaml_event_t& get() { return event_; }

 private:
  yaml_event_t event_{};
};

// libyaml's events, turned into nodes; whatever this project does not read is refused on the way.
class Reader {
 public:
  Reader(std::string_view text, std::string_view file, const Limits& limits)
      : cursor_(text), file_(file), limits_(limits) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  ~Reader() { yaml_parser_delete(&parser_); }

  std::vector<Node> documents() {
    std::vector<Node> out;
    while (true) {
      Event event;
      next(event);
      if (event->type == YAML_STREAM_END_EVENT) return out;
      if (event->type != YAML_DOCUMENT_START_EVENT) continue;
      starts_.push_back(place(event->start_mark));
      Event first;
      next(first);
      out.push_back(node(first, 0));
    }
  }

  // Where each document began.
  [[nodiscard]] const std::vector<TextPlace>& starts() const { return starts_; }

 private:
  void next(Event& event) {
    if (yaml_parser_parse(&parser_, &event.get()) != 0) return;
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    std::string text = parser_.problem == nullptr ? "not YAML" : parser_.problem;
    if (parser_.context != nullptr) text = std::string(parser_.context) + ": " + text;
    const bool in_reader = parser_.error == YAML_READER_ERROR;
    const TextPlace where = in_reader ? cursor_.at_byte(parser_.problem_offset) : place(parser_.problem_mark);
    throw InputError(in_reader ? "yaml.encoding" : "yaml.syntax", location(where), text);
  }

  Node node(Event& event, std::uint32_t depth) {
    const TextPlace start = place(event->start_mark);
    const bool collection = event->type == YAML_SEQUENCE_START_EVENT || event->type == YAML_MAPPING_START_EVENT;
    if (collection && depth >= limits_.yaml_depth)
      refuse_over_limit("yaml-depth", limits_.yaml_depth, location(start), "nesting");
    if (++values_ > limits_.tree_nodes)
      refuse_over_limit("tree-nodes", limits_.tree_nodes, location(start), "values and keys");
    Node out;
    switch (event->type) {
      case YAML_SCALAR_EVENT:
        out = scalar(event, start);
        break;
      case YAML_SEQUENCE_START_EVENT:
        check_tag(event->data.sequence_start.tag, "tag:yaml.org,2002:seq", start);
        out = sequence(depth + 1);
        break;
      case YAML_MAPPING_START_EVENT:
        check_tag(event->data.mapping_start.tag, "tag:yaml.org,2002:map", start);
        out = mapping(depth + 1);
        break;
      case YAML_ALIAS_EVENT:
        throw InputError(
            "yaml.alias", location(start),
            "alias '*" + std::string(view(event->data.alias.anchor)) + "' is not read, write the value out");
      case YAML_NO_EVENT:
      case YAML_STREAM_START_EVENT:
      case YAML_STREAM_END_EVENT:
      case YAML_DOCUMENT_START_EVENT:
      case YAML_DOCUMENT_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        throw InputError("yaml.syntax", location(start), "expected a value");
    }
    out.line = start.line;
    out.column = start.column;
    return out;
  }

  Node sequence(std::uint32_t depth) {
    Node out = Node::sequence();
    while (true) {
      Event event;
      next(event);
      if (event->type == YAML_SEQUENCE_END_EVENT) return out;
      out.push(node(event, depth));
      check_entries(out.items().size(), event);
    }
  }

  Node mapping(std::uint32_t depth) {
    Node out = Node::mapping();
    std::vector<TextPlace> keys;
    while (true) {
      Event event;
      next(event);
      if (event->type == YAML_MAPPING_END_EVENT) break;
      keys.push_back(place(event->start_mark));
      check_entries(keys.size(), event);
      std::string name = key(event, depth, keys.back());
      Event value;
      next(value);
      Node read = node(value, depth);
      out.add(std::move(name), std::move(read));
    }
    refuse_duplicates(out, keys);
    return out;
  }

  std::string key(Event& event, std::uint32_t depth, const TextPlace& start) {
    if (event->type != YAML_SCALAR_EVENT && event->type != YAML_ALIAS_EVENT)
      throw InputError("yaml.key", location(start), "a key must be one text, found a list or mapping");
    Node name = node(event, depth);
    if (name.text() == "<<" && event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
      throw InputError("yaml.alias", location(start), "merge key '<<' is not read, write the members out");
    return name.text();
  }

  void check_entries(std::size_t entries, Event& event) {
    if (entries > limits_.entries)
      refuse_over_limit("entries", limits_.entries, location(place(event->start_mark)), "entries of a list or mapping");
  }

  void refuse_duplicates(const Node& mapping, const std::vector<TextPlace>& keys) const {
    std::vector<std::size_t> order(keys.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto& members = mapping.members();
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return members[a].first < members[b].first; });
    std::size_t first = order.size();
    for (std::size_t i = 1; i < order.size(); ++i)
      if (members[order[i]].first == members[order[i - 1]].first) first = std::min(first, order[i]);
    if (first < order.size())
      throw InputError("yaml.duplicate-key", location(keys[first]),
                       "key '" + members[first].first + "' stands twice in one mapping");
  }

  Node scalar(Event& event, const TextPlace& start) {
    const auto& scalar = event->data.scalar;
    std::string text(reinterpret_cast<const char*>(scalar.value), scalar.length);
    if (text.size() > limits_.field_bytes)
      refuse_over_limit("field-bytes", limits_.field_bytes, location(start), "bytes of a text");
    const std::string_view tag = view(scalar.tag);
    if (scalar.style == YAML_PLAIN_SCALAR_STYLE && (tag.empty() || tag == "tag:yaml.org,2002:null") &&
        (text.empty() || text == "~" || text == "null"))
      return Node(std::move(text), Node::Kind::null);
    if (scalar.style == YAML_PLAIN_SCALAR_STYLE && (tag.empty() || tag == "tag:yaml.org,2002:bool") &&
        (text == "true" || text == "false"))
      return Node(std::move(text), Node::Kind::boolean);
    static constexpr std::string_view core = "tag:yaml.org,2002:";
    if (!tag.empty() && tag != "!") {
      const std::string_view kind =
          tag.substr(0, core.size()) == core ? tag.substr(core.size()) : std::string_view("?");
      if (kind != "str" && kind != "int" && kind != "float" && kind != "bool" && kind != "null") refuse_tag(tag, start);
    }
    return Node(std::move(text));
  }

  void check_tag(const yaml_char_t* found, std::string_view allowed, const TextPlace& start) const {
    const std::string_view tag = view(found);
    if (!tag.empty() && tag != "!" && tag != allowed) refuse_tag(tag, start);
  }

  [[noreturn]] void refuse_tag(std::string_view tag, const TextPlace& start) const {
    throw InputError("yaml.tag", location(start), "tag '" + std::string(tag) + "' is not read");
  }

  TextPlace place(const yaml_mark_t& mark) { return cursor_.at_character(mark.index); }
  [[nodiscard]] Location location(const TextPlace& place) const {
    return Location{std::string(file_), place.line, place.column, {}, {}};
  }

  yaml_parser_t parser_{};
  TextCursor cursor_;
  std::string_view file_;
  const Limits& limits_;
  std::uint32_t values_ = 0;
  std::vector<TextPlace> starts_;
};

std::string_view checked(std::string_view text, std::string_view file, const Limits& limits) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (text.size() > limits.yaml_bytes)
    refuse_over_limit("yaml-bytes", limits.yaml_bytes, Location{std::string(file), {}, {}, {}, {}},
                      "bytes of YAML text");
  if (const auto bad = first_not_utf8(text)) {
    const TextPlace where = TextCursor(text).at_byte(*bad);
    throw InputError("yaml.encoding", Location{std::string(file), where.line, where.column, {}, {}},
                     "the text is not UTF-8 here");
  }
  return text;
}

}  // namespace

std::vector<Node> parse_yaml_documents(std::string_view text, std::string_view file, const Limits& limits) {
  return Reader(checked(text, file, limits), file, limits).documents();
}

Node parse_yaml(std::string_view text, std::string_view file, const Limits& limits) {
  Reader reader(checked(text, file, limits), file, limits);
  std::vector<Node> documents = reader.documents();
  if (documents.size() > 1)
    throw InputError("yaml.documents",
                     Location{std::string(file), reader.starts()[1].line, reader.starts()[1].column, {}, {}},
                     "a second document begins here, one is allowed");
  return documents.empty() ? Node() : std::move(documents.front());
}

}  // namespace crosswalk::syntax
