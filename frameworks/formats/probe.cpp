// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/probe.hpp"

#include <algorithm>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/input.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/encoding.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view blanks = " \t\r\n";

std::string_view inner(std::string_view text) {
  const auto first = text.find_first_not_of(blanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// A header cell as it is compared: no quotes, no blanks around it, lower case.
std::string cell_name(std::string_view cell) {
  std::string out(cell);
  std::erase(out, '"');
  return folded(out);
}

// The prefix as UTF-8; a cut prefix may end inside a character, so up to three bytes are given up.
std::string as_text(std::string_view bytes, const std::string& name) {
  for (std::size_t less = 0; less < 4 && less <= bytes.size(); ++less) try {
      const std::string_view cut = bytes.substr(0, bytes.size() - less);
      return std::string(syntax::decode(cut, name).view(cut));
    } catch (const Error&) {  // another cut may do; else it is not UTF-8
    }
  try {
    return std::string(syntax::decode(bytes, name, "windows-1252").view(bytes));
  } catch (const Error&) {
    return std::string(bytes);
  }
}

// Position behind XML declaration, processing instructions, comments and DOCTYPE; npos where no element follows.
std::size_t first_tag(std::string_view text) {
  std::size_t at = text.find_first_not_of(blanks);
  while (at != std::string_view::npos && text.substr(at).starts_with('<')) {
    const std::string_view rest = text.substr(at);
    std::string_view closing = ">";
    if (rest.starts_with("<?"))
      closing = "?>";
    else if (rest.starts_with("<!--"))
      closing = "-->";
    else if (!rest.starts_with("<!"))
      return at + 1;
    const auto end = text.find(closing, at);
    if (end == std::string_view::npos) return end;
    at = text.find_first_not_of(blanks, end + closing.size());
  }
  return std::string_view::npos;
}

std::string attribute_value(std::string_view tag, std::string_view name) {
  for (auto at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    const bool starts = at > 0 && blanks.find(tag[at - 1]) != std::string_view::npos;
    const std::string_view rest = inner(tag.substr(at + name.size()));
    if (!starts || !rest.starts_with('=')) continue;
    const std::string_view quoted = inner(rest.substr(1));
    if (quoted.empty()) return {};
    return std::string(quoted.substr(1, quoted.find(quoted.front(), 1) - 1));
  }
  return {};
}

std::optional<Probe::Root> xml_root(std::string_view text) {
  const auto start = first_tag(text);
  if (start == std::string_view::npos) return std::nullopt;
  const std::string_view tag = text.substr(start, text.find('>', start) - start);
  const std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
  if (name.empty()) return std::nullopt;
  const auto colon = name.find(':');
  if (colon == std::string_view::npos) return Probe::Root{std::string(name), attribute_value(tag, "xmlns")};
  const std::string declaration = "xmlns:" + std::string(name.substr(0, colon));
  return Probe::Root{std::string(name.substr(colon + 1)), attribute_value(tag, declaration)};
}

// Keys of the outermost object (of the first one in an array): strings at its depth that a colon follows.
std::vector<std::string> json_keys(std::string_view text, int wanted) {
  std::vector<std::string> keys;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth < wanted) break;
    if (c != '"') continue;
    const auto start = at + 1;
    for (++at; at < text.size() && text[at] != '"'; ++at) at += text[at] == '\\' ? 1 : 0;
    if (at >= text.size()) break;
    const auto next = text.find_first_not_of(blanks, at + 1);
    if (depth == wanted && next != std::string_view::npos && text[next] == ':')
      keys.emplace_back(text.substr(start, at - start));
  }
  return keys;
}

std::vector<std::string> header(std::string_view text) {
  std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  char separator = ',';
  if (line.starts_with("sep=") && line.size() == 5) {
    separator = line[4];
    text = text.substr(std::min(text.size(), text.find_first_not_of("\r\n", 5)));
    line = text.substr(0, text.find_first_of("\r\n"));
  } else {
    for (const char candidate : {';', '\t', '|'})
      if (std::ranges::count(line, candidate) > std::ranges::count(line, separator)) separator = candidate;
  }
  std::vector<std::string> cells;
  for (std::size_t from = 0; from <= line.size();) {
    const auto end = std::min(line.find(separator, from), line.size());
    cells.push_back(cell_name(line.substr(from, end - from)));
    from = end + 1;
  }
  return cells;
}

// The kind of our own YAML: its first key, behind comments and a document start, is `crosswalk`.
std::string crosswalk_kind(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const std::string_view line = inner(text.substr(0, end));
    text = text.substr(std::min(text.size(), end + 1));
    if (line.empty() || line.starts_with('#') || line == "---") continue;
    constexpr std::string_view key = "crosswalk:";
    if (!line.starts_with(key)) return {};
    const std::string value = cell_name(line.substr(key.size()));
    return value.substr(0, value.find('/'));
  }
  return {};
}

}  // namespace

bool Probe::has_key(std::string_view key) const { return std::ranges::find(json_keys, key) != json_keys.end(); }

bool Probe::has_column(std::string_view name) const { return std::ranges::find(header, name) != header.end(); }

Probe probe(const Input& input) {
  Probe found;
  found.members = input.members();
  found.bytes = input.prefix();
  found.whole = input.prefix_is_all();
  if (input.is_folder()) return found;
  found.text = as_text(found.bytes, input.name());
  const std::string_view text = inner(found.text);
  if (text.starts_with('<')) {
    found.xml_root = xml_root(text);
  } else if (text.starts_with('{') || text.starts_with('[')) {
    found.json_array = text.front() == '[';
    found.json_keys = json_keys(text, found.json_array ? 2 : 1);
  } else if (!text.empty()) {
    found.crosswalk = crosswalk_kind(text);
    if (found.crosswalk.empty()) found.header = header(text);
  }
  return found;
}

}  // namespace crosswalk::formats
