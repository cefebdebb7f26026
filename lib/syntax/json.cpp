// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"

#include <istream>
#include <vector>

#include "lib/syntax/json_scan.hpp"
#include "lib/syntax/line_source.hpp"

namespace crosswalk::syntax {
namespace {

// Builds nodes. Only the innermost open collection grows, so pointers to the outer ones stay good.
class NodeSink {
 public:
  void begin_mapping(const JsonPlace& place) { open_.push_back(&add(Node::mapping(), place)); }
  void begin_sequence(const JsonPlace& place) { open_.push_back(&add(Node::sequence(), place)); }
  void end_mapping() { open_.pop_back(); }
  void end_sequence() { open_.pop_back(); }
  void key(const JsonText& text, const JsonPlace&) { key_ = text.text; }
  void scalar(Node::Kind kind, const JsonText& text, const JsonPlace& place) {
    add(Node(std::string(text.text), kind), place);
  }
  [[nodiscard]] Node take() { return std::move(root_); }

 private:
  Node& add(Node node, const JsonPlace& place) {
    node.line = place.line;
    node.column = place.column;
    if (open_.empty()) return root_ = std::move(node);
    Node& parent = *open_.back();
    if (parent.is_sequence()) return parent.push(std::move(node));
    return parent.add(std::move(key_), std::move(node));
  }

  Node root_;
  std::vector<Node*> open_;
  std::string key_;
};

Node parse_at(std::string_view text, std::string_view file, std::uint32_t line, const Limits& limits) {
  if (text.size() > limits.tree_bytes)
    refuse_over_limit("tree-bytes", limits.tree_bytes, Location{std::string(file), line, {}, {}, {}},
                      "bytes of JSON text");
  NodeSink sink;
  JsonScanner<NodeSink>(text, file, line, limits, sink).run();
  return sink.take();
}

}  // namespace

Node parse_json(std::string_view text, std::string_view file, const Limits& limits) {
  return parse_at(text, file, 1, limits);
}

void parse_ndjson(std::istream& in, std::string_view file,
                  const std::function<void(std::uint64_t, const Node&)>& record, const Limits& limits) {
  LineSource lines(in, file, limits);
  while (const auto line = lines.next())
    if (!is_blank(*line))
      record(lines.number(), parse_at(*line, file, static_cast<std::uint32_t>(lines.number()), limits));
}

}  // namespace crosswalk::syntax
