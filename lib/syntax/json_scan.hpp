// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/limits.hpp"
#include "lib/syntax/node.hpp"
#include "lib/syntax/utf8.hpp"

// The one set of JSON rules (RFC 8259), shared by the reader into nodes and the bulk reader onto a tape: internal to
// lib/syntax.
namespace crosswalk::syntax {

struct JsonPlace {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::size_t offset = 0;
};

// A string's or number's text. `in_source`: a view of the text given to the scanner; otherwise (it had escapes) a view
// that dies with the next value.
struct JsonText {
  std::string_view text;
  bool in_source = true;
};

// First byte of [at, end) that ends a run of plain ASCII inside a string: a quote, a backslash, a control character or
// a byte of a longer sequence. Eight bytes a step; the lowest marked byte of the word is exact.
inline const char* end_of_plain_run(const char* at, const char* end) {
  if constexpr (std::endian::native == std::endian::little) {
    constexpr std::uint64_t ones = 0x0101010101010101U, tops = 0x8080808080808080U;
    for (; end - at >= 8; at += 8) {
      std::uint64_t word = 0;
      std::memcpy(&word, at, sizeof word);
      const std::uint64_t quote = word ^ (ones * 0x22), slash = word ^ (ones * 0x5C);
      const std::uint64_t found =
          (((quote - ones) & ~quote) | ((slash - ones) & ~slash) | ((word - ones * 0x20) & ~word) | word) & tops;
      if (found != 0) return at + (std::countr_zero(found) >> 3);
    }
  }
  while (at != end && static_cast<unsigned char>(*at) >= 0x20 && static_cast<unsigned char>(*at) < 0x80 && *at != '"' &&
         *at != '\\')
    ++at;
  return at;
}

// Walks one JSON text and tells the sink: begin_mapping(place), end_mapping(), begin_sequence(place), end_sequence(),
// key(JsonText, place), scalar(kind, JsonText, place). Throws InputError at the first fault, with its line and column.
template <class Sink>
class JsonScanner {
 public:
  JsonScanner(std::string_view text, std::string_view file, std::uint32_t first_line, const Limits& limits, Sink& sink)
      : begin_(text.data()),
        end_(text.data() + text.size()),
        at_(begin_),
        line_start_(begin_),
        line_(first_line),
        file_(file),
        limits_(limits),
        sink_(sink) {}

  void run() {
    if (end_ - at_ >= 3 && std::memcmp(at_, "\xEF\xBB\xBF", 3) == 0) at_ += 3;
    skip_space();
    if (at_ == end_) fail(at_, "expected a value, found the end of the text");
    value(0);
    skip_space();
    if (at_ != end_) fail(at_, "expected the end of the text, found " + found(at_));
  }

 private:
  struct Key {
    std::string_view text;
    JsonPlace place;
  };

  void skip_space() {
    for (; at_ != end_; ++at_) {
      if (*at_ == '\n') {
        ++line_;
        line_start_ = at_ + 1;
      } else if (*at_ != ' ' && *at_ != '\t' && *at_ != '\r') {
        return;
      }
    }
  }

  [[nodiscard]] JsonPlace place(const char* at) const {
    return {line_, static_cast<std::uint32_t>(at - line_start_ + 1), static_cast<std::size_t>(at - begin_)};
  }

  [[nodiscard]] Location location(const JsonPlace& place) const {
    return Location{std::string(file_), place.line, place.column, {}, {}};
  }

  [[nodiscard]] std::string found(const char* at) const {
    if (at == end_) return "the end of the text";
    const std::string_view rest(at, static_cast<std::size_t>(end_ - at));
    const std::size_t length = utf8_length(rest, 0);
    return "'" + std::string(rest.substr(0, length == 0 ? 1 : length)) + "'";
  }

  [[noreturn]] void fail(const char* at, const std::string& text, const char* code = "json.syntax") const {
    throw InputError(code, location(place(at)), text);
  }

  void value(std::uint32_t depth) {
    count_value();
    switch (*at_) {
      case '{':
        return object(depth + 1);
      case '[':
        return array(depth + 1);
      case '"': {
        const JsonPlace start = place(at_);
        const JsonText text = string();
        return sink_.scalar(Node::Kind::string, text, start);
      }
      case 't':
        return literal("true", Node::Kind::boolean);
      case 'f':
        return literal("false", Node::Kind::boolean);
      case 'n':
        return literal("null", Node::Kind::null);
      default:
        return number();
    }
  }

  void count_value() {
    if (++values_ > limits_.tree_nodes)
      refuse_over_limit("tree-nodes", limits_.tree_nodes, location(place(at_)), "values and keys");
  }

  void count_entry(std::uint32_t& entries) const {
    if (++entries > limits_.entries)
      refuse_over_limit("entries", limits_.entries, location(place(at_)), "entries of a list or object");
  }

  void enter(std::uint32_t depth) const {
    if (depth > limits_.json_depth)
      refuse_over_limit("json-depth", limits_.json_depth, location(place(at_)), "nesting");
  }

  void array(std::uint32_t depth) {
    enter(depth);
    sink_.begin_sequence(place(at_++));
    skip_space();
    if (at_ != end_ && *at_ == ']') {
      ++at_;
      return sink_.end_sequence();
    }
    std::uint32_t entries = 0;
    while (true) {
      count_entry(entries);
      if (at_ == end_) fail(at_, "expected a value or ']', found the end of the text");
      value(depth);
      if (!next_in(']')) return sink_.end_sequence();
    }
  }

  void object(std::uint32_t depth) {
    enter(depth);
    const std::size_t first_key = keys_.size();
    sink_.begin_mapping(place(at_++));
    skip_space();
    if (at_ != end_ && *at_ == '}') {
      ++at_;
      return sink_.end_mapping();
    }
    std::uint32_t entries = 0;
    do {
      count_entry(entries);
      member(depth);
    } while (next_in('}'));
    refuse_duplicates(first_key);
    keys_.resize(first_key);
    sink_.end_mapping();
  }

  void member(std::uint32_t depth) {
    if (at_ == end_ || *at_ != '"') fail(at_, "expected a quoted key, found " + found(at_));
    count_value();
    const JsonPlace start = place(at_);
    JsonText key = string();
    if (!key.in_source) key.text = escaped_keys_.emplace_back(key.text);
    keys_.push_back({key.text, start});
    sink_.key(key, start);
    skip_space();
    if (at_ == end_ || *at_ != ':') fail(at_, "expected ':' after the key, found " + found(at_));
    ++at_;
    skip_space();
    if (at_ == end_) fail(at_, "expected a value, found the end of the text");
    value(depth);
  }

  // After an item: true where another follows, false where `close` ended the collection.
  bool next_in(char close) {
    skip_space();
    if (at_ != end_ && *at_ == ',') {
      ++at_;
      skip_space();
      return true;
    }
    if (at_ == end_ || *at_ != close) fail(at_, std::string("expected ',' or '") + close + "', found " + found(at_));
    ++at_;
    return false;
  }

  // Few keys are compared pairwise, many are sorted: never quadratic on hostile input.
  void refuse_duplicates(std::size_t first) const {
    const Key* duplicate = nullptr;
    if (keys_.size() - first <= 24) {
      for (std::size_t i = first + 1; i < keys_.size() && duplicate == nullptr; ++i)
        for (std::size_t j = first; j < i; ++j)
          if (keys_[i].text.size() == keys_[j].text.size() && keys_[i].text == keys_[j].text) duplicate = &keys_[i];
    } else {
      duplicate = duplicate_among(first);
    }
    if (duplicate != nullptr)
      throw InputError("json.duplicate-key", location(duplicate->place),
                       "key '" + std::string(duplicate->text) + "' stands twice in one object");
  }

  [[nodiscard]] const Key* duplicate_among(std::size_t first) const {
    std::vector<const Key*> sorted;
    for (std::size_t i = first; i < keys_.size(); ++i) sorted.push_back(&keys_[i]);
    std::sort(sorted.begin(), sorted.end(), [](const Key* a, const Key* b) {
      const int order = a->text.compare(b->text);
      return order != 0 ? order < 0 : a < b;
    });
    const Key* earliest = nullptr;
    for (std::size_t i = 1; i < sorted.size(); ++i)
      if (sorted[i]->text == sorted[i - 1]->text && (earliest == nullptr || sorted[i] < earliest)) earliest = sorted[i];
    return earliest;
  }

  void literal(std::string_view word, Node::Kind kind) {
    const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
    if (rest.substr(0, word.size()) != word) fail(at_, "expected a value, found " + word_at(at_));
    sink_.scalar(kind, {rest.substr(0, word.size()), true}, place(at_));
    at_ += word.size();
  }

  [[nodiscard]] std::string word_at(const char* at) const {
    const char* stop = at;
    while (stop != end_ && stop - at < 20 && ((*stop | 0x20) >= 'a' && (*stop | 0x20) <= 'z')) ++stop;
    return stop == at ? found(at) : "'" + std::string(at, stop) + "'";
  }

  [[nodiscard]] bool digit() const { return at_ != end_ && *at_ >= '0' && *at_ <= '9'; }

  void digits(std::uint32_t& significant) {
    if (!digit()) fail(at_, "expected a digit, found " + found(at_));
    for (; digit(); ++at_)
      if (significant != 0 || *at_ != '0') ++significant;
  }

  void number() {
    const char* start = at_;
    std::uint32_t significant = 0;
    if (*at_ == '-') ++at_;
    if (start == at_ && !digit()) fail(at_, "expected a value, found " + word_at(at_));
    if (digit() && *at_ == '0') {
      ++at_;
      if (digit()) fail(start, "a number cannot begin with 0 and another digit");
    } else {
      digits(significant);
    }
    if (at_ != end_ && *at_ == '.') {
      ++at_;
      digits(significant);
    }
    if (at_ != end_ && (*at_ | 0x20) == 'e') exponent();
    if (significant > limits_.number_digits)
      refuse_over_limit("number-digits", limits_.number_digits, location(place(start)), "digits of a number");
    sink_.scalar(Node::Kind::number, {{start, static_cast<std::size_t>(at_ - start)}, true}, place(start));
  }

  void exponent() {
    ++at_;
    if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
    std::uint32_t ignored = 0;
    digits(ignored);
  }

  // At a quote; afterwards behind the closing one.
  JsonText string() {
    const char* start = ++at_;
    scratch_.clear();
    const char* copied = start;
    while (true) {
      at_ = end_of_plain_run(at_, end_);
      if (at_ == end_) fail(start - 1, "a string has no closing quote");
      if (*at_ == '"') break;
      if (*at_ == '\\') {
        scratch_.append(copied, at_);
        escape();
        copied = at_;
      } else if (static_cast<unsigned char>(*at_) < 0x20) {
        fail(at_, "a control character in a string must be escaped");
      } else {
        multibyte();
      }
    }
    const bool in_source = copied == start;
    if (!in_source) scratch_.append(copied, at_);
    const std::string_view text = in_source ? std::string_view(start, static_cast<std::size_t>(at_ - start)) : scratch_;
    ++at_;
    check_length(text, start);
    return {text, in_source};
  }

  void check_length(std::string_view text, const char* start) const {
    if (text.size() <= limits_.field_bytes) return;
    if (text.substr(0, 5) != "data:")
      refuse_over_limit("field-bytes", limits_.field_bytes, location(place(start)), "bytes of a string");
    if (text.size() > limits_.attachment_bytes)
      refuse_over_limit("attachment-bytes", limits_.attachment_bytes, location(place(start)), "bytes of an attachment");
  }

  void multibyte() {
    const std::size_t length = utf8_length({at_, static_cast<std::size_t>(end_ - at_)}, 0);
    if (length == 0) fail(at_, "the text is not UTF-8 here", "json.encoding");
    at_ += length;
  }

  void escape() {
    const char* start = at_++;
    if (at_ == end_) fail(start, "a string has no closing quote");
    switch (*at_++) {
      case '"':
        scratch_ += '"';
        return;
      case '\\':
        scratch_ += '\\';
        return;
      case '/':
        scratch_ += '/';
        return;
      case 'b':
        scratch_ += '\b';
        return;
      case 'f':
        scratch_ += '\f';
        return;
      case 'n':
        scratch_ += '\n';
        return;
      case 'r':
        scratch_ += '\r';
        return;
      case 't':
        scratch_ += '\t';
        return;
      case 'u':
        return append_utf8(scratch_, escaped_code_point(start));
      default:
        fail(start, "unknown escape, allowed are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX");
    }
  }

  char32_t escaped_code_point(const char* start) {
    const char32_t first = hex4(start);
    if (first < 0xD800 || first > 0xDFFF) return first;
    if (first > 0xDBFF || end_ - at_ < 2 || at_[0] != '\\' || at_[1] != 'u')
      fail(start, "half of a surrogate pair stands alone", "json.encoding");
    at_ += 2;
    const char32_t second = hex4(start);
    if (second < 0xDC00 || second > 0xDFFF) fail(start, "half of a surrogate pair stands alone", "json.encoding");
    return 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
  }

  char32_t hex4(const char* start) {
    char32_t out = 0;
    for (int i = 0; i < 4; ++i, ++at_) {
      const char c = at_ == end_ ? '\0' : *at_;
      const char lower = static_cast<char>(c | 0x20);
      if (c >= '0' && c <= '9')
        out = out * 16 + static_cast<char32_t>(c - '0');
      else if (lower >= 'a' && lower <= 'f')
        out = out * 16 + static_cast<char32_t>(lower - 'a' + 10);
      else
        fail(start, "\\u needs four hexadecimal digits");
    }
    return out;
  }

  const char* begin_;
  const char* end_;
  const char* at_;
  const char* line_start_;
  std::uint32_t line_;
  std::uint32_t values_ = 0;
  std::string_view file_;
  const Limits& limits_;
  Sink& sink_;
  std::string scratch_;
  std::vector<Key> keys_;
  std::deque<std::string> escaped_keys_;
};

}  // namespace crosswalk::syntax
