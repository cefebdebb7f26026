// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>

#include "lib/syntax/json.hpp"

namespace crosswalk::syntax {
namespace {

void write_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          std::array<char, 8> escape{};
          std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(c)));
          out += escape.data();
        } else {
          out += c;
        }
    }
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
    out_.append(static_cast<std::size_t>(depth * style_.indent), ' ');
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
