// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cstdio>

#include "lib/syntax/yaml.hpp"

namespace crosswalk::syntax {
namespace {

constexpr std::size_t longest_simple_key = 120;

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// Unicode line ends, the BOM and C1 controls change meaning or are refused inside plain YAML text.
bool has_awkward_character(std::string_view text) {
  static constexpr std::array<std::string_view, 4> awkward{"\xC2\x85", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xEF\xBB\xBF"};
  if (std::any_of(text.begin(), text.end(), is_control)) return true;
  for (const std::string_view sequence : awkward)
    if (text.find(sequence) != std::string_view::npos) return true;
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos && at + 1 < text.size();
       at = text.find('\xC2', at + 1))
    if (static_cast<unsigned char>(text[at + 1]) < 0xA0) return true;
  return false;
}

bool is_plain(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
  if (text == "null" || text == "~" || text == "true" || text == "false" || text == "<<") return false;
  if (std::string_view("!&*-?|>@`\"'#%,[]{}:=").find(text.front()) != std::string_view::npos) {
    const bool sign_and_digit = text.front() == '-' && text.size() > 1 && text[1] >= '0' && text[1] <= '9';
    if (!sign_and_digit) return false;
  }
  if (text.substr(0, 3) == "---" || text.substr(0, 3) == "...") return false;
  return text.find(": ") == std::string_view::npos && text.find(" #") == std::string_view::npos &&
         !has_awkward_character(text);
}

std::string escaped_byte(char c) {
  std::array<char, 8> out{};
  std::snprintf(out.data(), out.size(), "\\x%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
  return out.data();
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const std::string_view rest = text.substr(at);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (is_control(c)) {
      out += escaped_byte(c);
    } else if (c == '\xC2' && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xA0) {
      out += escaped_byte(rest[1]);
      ++at;
    } else if (rest.substr(0, 3) == "\xE2\x80\xA8" || rest.substr(0, 3) == "\xE2\x80\xA9") {
      out += rest[2] == '\xA8' ? "\\L" : "\\P";
      at += 2;
    } else if (rest.substr(0, 3) == "\xEF\xBB\xBF") {
      out += "\\uFEFF";
      at += 2;
    } else {
      out += c;
    }
  }
  return out + '"';
}

// Several lines that a literal block (|) gives back unchanged.
bool is_block(std::string_view text) {
  if (text.size() < 3 || text.find('\n') == std::string_view::npos || text.front() == ' ' || text.front() == '\n')
    return false;
  if (text.back() == '\n' && text[text.size() - 2] == '\n') return false;
  std::string joined(text);
  std::replace(joined.begin(), joined.end(), '\n', ' ');
  return text.find(" \n") == std::string_view::npos && text.back() != ' ' && !has_awkward_character(joined);
}

class Writer {
 public:
  void document(const Node& node) {
    if (node.is_scalar() || empty(node)) {
      inline_value(node, 0);
      return;
    }
    block(node, 0);
  }

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  static bool empty(const Node& node) { return node.items().empty() && node.members().empty(); }

  void indent(std::size_t depth) { out_.append(depth * 2, ' '); }

  void inline_value(const Node& node, std::size_t depth) {
    switch (node.kind()) {
      case Node::Kind::null:
        out_ += "null\n";
        return;
      case Node::Kind::boolean:
      case Node::Kind::number:
        out_ += node.text() + '\n';
        return;
      case Node::Kind::sequence:
        out_ += "[]\n";
        return;
      case Node::Kind::mapping:
        out_ += "{}\n";
        return;
      case Node::Kind::string:
        return text(node.text(), depth);
    }
  }

  void text(std::string_view text, std::size_t depth) {
    if (is_plain(text)) {
      out_ += std::string(text) + '\n';
    } else if (is_block(text) && depth > 0) {
      literal_block(text, depth);
    } else {
      out_ += quoted(text) + '\n';
    }
  }

  void literal_block(std::string_view text, std::size_t depth) {
    const bool ends_line = text.back() == '\n';
    out_ += ends_line ? "|\n" : "|-\n";
    if (ends_line) text.remove_suffix(1);
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t stop = std::min(text.find('\n', at), text.size());
      if (stop > at) indent(depth);
      out_ += std::string(text.substr(at, stop - at)) + '\n';
      at = stop + 1;
    }
  }

  void block(const Node& node, std::size_t depth) {
    if (node.is_sequence()) {
      for (const Node& item : node.items()) {
        indent(depth);
        entry(item, depth);
      }
      return;
    }
    for (const auto& [name, value] : node.members()) {
      indent(depth);
      member(name, value, depth);
    }
  }

  // After the indentation: "- value", a nested collection continuing on the same line.
  void entry(const Node& item, std::size_t depth) {
    out_ += "- ";
    if (item.is_scalar() || empty(item)) return inline_value(item, depth + 1);
    if (item.is_sequence()) {
      bool first = true;
      for (const Node& inner : item.items()) {
        if (!first) indent(depth + 1);
        first = false;
        entry(inner, depth + 1);
      }
      return;
    }
    bool first = true;
    for (const auto& [name, value] : item.members()) {
      if (!first) indent(depth + 1);
      first = false;
      member(name, value, depth + 1);
    }
  }

  void member(const std::string& name, const Node& value, std::size_t depth) {
    const std::string key = is_plain(name) ? name : quoted(name);
    if (key.size() > longest_simple_key) {
      out_ += "? " + key + '\n';
      indent(depth);
      out_ += ':';
    } else {
      out_ += key + ':';
    }
    if (value.is_scalar() || empty(value)) {
      out_ += ' ';
      return inline_value(value, depth + 1);
    }
    out_ += '\n';
    block(value, depth + 1);
  }

  std::string out_;
};

}  // namespace

std::string write_yaml(const Node& node) {
  Writer writer;
  writer.document(node);
  return writer.take();
}

}  // namespace crosswalk::syntax
