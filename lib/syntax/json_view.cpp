// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json_view.hpp"

#include <istream>

#include "lib/syntax/json_scan.hpp"
#include "lib/syntax/line_source.hpp"

namespace crosswalk::syntax {

class TapeSink {
 public:
  explicit TapeSink(JsonTape& tape) : tape_(tape) {}

  void begin_mapping(const JsonPlace& place) { open(Node::Kind::mapping, place); }
  void begin_sequence(const JsonPlace& place) { open(Node::Kind::sequence, place); }
  void end_mapping() { close(); }
  void end_sequence() { close(); }
  void key(const JsonText& text, const JsonPlace& place) { scalar(Node::Kind::string, text, place); }
  void scalar(Node::Kind kind, const JsonText& text, const JsonPlace& place) {
    const std::string_view kept =
        text.in_source ? text.text : std::string_view(tape_.unescaped_.emplace_back(text.text));
    tape_.cells_.push_back({kept, size() + 1, place.line, place.column, kind});
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(tape_.cells_.size()); }
  void open(Node::Kind kind, const JsonPlace& place) {
    open_.push_back(size());
    tape_.cells_.push_back({{}, 0, place.line, place.column, kind});
  }
  void close() {
    tape_.cells_[open_.back()].next = size();
    open_.pop_back();
  }

  JsonTape& tape_;
  std::vector<std::uint32_t> open_;
};

void JsonTape::parse(std::string_view text, std::string_view file, std::uint32_t first_line, const Limits& limits) {
  cells_.clear();
  unescaped_.clear();
  if (text.size() > limits.tree_bytes)
    refuse_over_limit("tree-bytes", limits.tree_bytes, Location{std::string(file), first_line, {}, {}, {}},
                      "bytes of JSON text");
  TapeSink sink(*this);
  JsonScanner<TapeSink>(text, file, first_line, limits, sink).run();
}

JsonView JsonTape::root() const { return {*this, 0}; }

std::optional<JsonView> JsonView::find(std::string_view key) const {
  if (kind() != Node::Kind::mapping) return std::nullopt;
  for (std::uint32_t at = index_ + 1; at < cell().next; at = tape_->cells_[at + 1].next)
    if (tape_->cells_[at].text == key) return JsonView(*tape_, at + 1);
  return std::nullopt;
}

Node JsonView::node() const {
  Node out(std::string(text()), kind());
  out.line = line();
  out.column = column();
  each_item([&](const JsonView& item) { out.push(item.node()); });
  each_member([&](std::string_view key, const JsonView& value) { out.add(std::string(key), value.node()); });
  return out;
}

void parse_ndjson_bulk(std::istream& in, std::string_view file,
                       const std::function<void(std::uint64_t, const JsonView&)>& record, const Limits& limits) {
  LineSource lines(in, file, limits);
  JsonTape tape;
  while (const auto line = lines.next()) {
    if (is_blank(*line)) continue;
    tape.parse(*line, file, static_cast<std::uint32_t>(lines.number()), limits);
    record(lines.number(), tape.root());
  }
}

}  // namespace crosswalk::syntax
