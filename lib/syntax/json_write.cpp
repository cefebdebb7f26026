// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include "lib/syntax/json.hpp"
#include "lib/syntax/utf8.hpp"

namespace crosswalk::syntax {
namespace {

std::string escape_of(char32_t c) {
  std::array<char, 8> escape{};
  std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
  return escape.data();
}

// The escape of a byte that JSON or a terminal does not take as it is.
std::string escape_of(char c) {
  switch (c) {
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    case '\b':
      return "\\b";
    case '\f':
      return "\\f";
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  return escape_of(static_cast<char32_t>(static_cast<unsigned char>(c)));
}

// What acts on a terminal instead of being shown there: C1 controls, marks and overrides of writing direction. JSON may
// hold them as they are; their escape means the same and is safe to look at.
bool acts_on_terminal(char32_t c) {
  return (c >= 0x80 && c < 0xA0) || c == 0x061C || (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// The value of two or three bytes of UTF-8; 0 for any other length.
char32_t decoded(std::string_view bytes) {
  const auto low = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(bytes[i]) & 0x3FU); };
  const auto lead = static_cast<char32_t>(static_cast<unsigned char>(bytes[0]));
  if (bytes.size() == 2) return ((lead & 0x1FU) << 6U) | low(1);
  return bytes.size() == 3 ? ((lead & 0x0FU) << 12U) | (low(1) << 6U) | low(2) : 0;
}

// Bytes that are not UTF-8 (a message may quote them) become the replacement character: what is written is always JSON.
void write_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8_length(text, at);
    const auto c = static_cast<unsigned char>(text[at]);
    if (length == 0)
      out += "\xEF\xBF\xBD";
    else if (length == 1 && (c < 0x20 || c == '"' || c == '\\' || c == 0x7F))
      out += escape_of(text[at]);
    else if (length > 1 && acts_on_terminal(decoded(text.substr(at, length))))
      out += escape_of(decoded(text.substr(at, length)));
    else
      out.append(text, at, length);
    at += std::max<std::size_t>(length, 1);
  }
  out += '"';
}

class Writer {
 public:
  explicit Writer(JsonStyle style) : style_(style) {}

  void write(const Node& node, int depth) {
    switch (node.kind()) {
      case Node::Kind::null:
        out_ += "null";
        return;
      case Node::Kind::boolean:
      case Node::Kind::number:
        out_ += node.text();
        return;
      case Node::Kind::string:
        write_string(out_, node.text());
        return;
      case Node::Kind::sequence:
        return sequence(node, depth);
      case Node::Kind::mapping:
        return mapping(node, depth);
    }
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void sequence(const Node& node, int depth) {
    out_ += '[';
    bool first = true;
    for (const Node& item : node.items()) {
      separate(first, depth + 1);
      write(item, depth + 1);
    }
    if (!first) line(depth);
    out_ += ']';
  }

  void mapping(const Node& node, int depth) {
    out_ += '{';
    bool first = true;
    for (const auto& [key, value] : node.members()) {
      separate(first, depth + 1);
      write_string(out_, key);
      out_ += style_.indent > 0 ? ": " : ":";
      write(value, depth + 1);
    }
    if (!first) line(depth);
    out_ += '}';
  }

  void separate(bool& first, int depth) {
    if (!first) out_ += ',';
    first = false;
    line(depth);
  }

  void line(int depth) {
    if (style_.indent <= 0) return;
    out_ += '\n';
    out_.append(static_cast<std::size_t>(depth) * static_cast<std::size_t>(style_.indent), ' ');
  }

  JsonStyle style_;
  std::string out_;
};

}  // namespace

std::string write_json(const Node& node, JsonStyle style) {
  Writer writer(style);
  writer.write(node, 0);
  return writer.take();
}

}  // namespace crosswalk::syntax
