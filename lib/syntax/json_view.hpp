// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/syntax/limits.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::syntax {

class JsonView;

// A parsed JSON text as a flat row of cells: what parse_json does for one document, this does for millions of small
// ones without a heap block a value. Same rules, same errors. Reused: parse again and the views into it die. The text
// must outlive the views.
class JsonTape {
 public:
  void parse(std::string_view text, std::string_view file, std::uint32_t first_line = 1, const Limits& limits = {});
  [[nodiscard]] JsonView root() const;

 private:
  friend class JsonView;
  friend class TapeSink;
  struct Cell {
    std::string_view text;   // of a scalar, or of a key (kind string, followed by its value)
    std::uint32_t next = 0;  // index behind this value
    std::uint32_t line = 0, column = 0;
    Node::Kind kind = Node::Kind::null;
  };
  std::vector<Cell> cells_;
  std::deque<std::string> unescaped_;
};

// One value on a tape: two words, copied freely.
class JsonView {
 public:
  JsonView(const JsonTape& tape, std::uint32_t index) : tape_(&tape), index_(index) {}

  [[nodiscard]] Node::Kind kind() const { return cell().kind; }
  [[nodiscard]] std::string_view text() const { return cell().text; }  // of scalars, as Node::text
  [[nodiscard]] bool truth() const { return kind() == Node::Kind::boolean && text() == "true"; }
  [[nodiscard]] std::optional<JsonView> find(std::string_view key) const;  // nothing where absent or not a mapping
  [[nodiscard]] std::uint32_t line() const { return cell().line; }
  [[nodiscard]] std::uint32_t column() const { return cell().column; }

  // visit(JsonView) for each item of a sequence; visit(std::string_view key, JsonView) for each member of a mapping.
  template <class Visit>
  void each_item(Visit visit) const {
    if (kind() != Node::Kind::sequence) return;
    for (std::uint32_t at = index_ + 1; at < cell().next; at = tape_->cells_[at].next) visit(JsonView(*tape_, at));
  }
  template <class Visit>
  void each_member(Visit visit) const {
    if (kind() != Node::Kind::mapping) return;
    for (std::uint32_t at = index_ + 1; at < cell().next; at = tape_->cells_[at + 1].next)
      visit(tape_->cells_[at].text, JsonView(*tape_, at + 1));
  }

  [[nodiscard]] Node node() const;  // a copy that stands alone

 private:
  [[nodiscard]] const JsonTape::Cell& cell() const { return tape_->cells_[index_]; }
  const JsonTape* tape_;
  std::uint32_t index_;
};

// As parse_ndjson, for bulk: the view dies when `record` returns.
void parse_ndjson_bulk(std::istream& in, std::string_view file,
                       const std::function<void(std::uint64_t, const JsonView&)>& record, const Limits& limits = {});

}  // namespace crosswalk::syntax
