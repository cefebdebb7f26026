// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/html.hpp"

#include <libxml/HTMLparser.h>

#include <memory>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::syntax {
namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view element_name(const xmlNode* node) {
  if (node->type != XML_ELEMENT_NODE) return {};
  return reinterpret_cast<const char*>(node->name);
}

void add_text(const xmlNode* node, std::string& out) {
  for (; node != nullptr; node = node->next) {
    if (node->type == XML_TEXT_NODE && node->content != nullptr) {
      for (const char* c = reinterpret_cast<const char*>(node->content); *c != 0; ++c) {
        const bool blank = *c == ' ' || *c == '\n' || *c == '\t' || *c == '\r';
        if (!blank)
          out += *c;
        else if (!out.empty() && out.back() != ' ')
          out += ' ';
      }
    } else {
      add_text(node->children, out);
    }
  }
}

std::string cell_text(const xmlNode* cell) {
  std::string out;
  add_text(cell->children, out);
  while (out.ends_with("\xC2\xA0") || out.ends_with(' ')) out.resize(out.size() - (out.ends_with(' ') ? 1 : 2));
  while (out.starts_with("\xC2\xA0")) out.erase(0, 2);
  return out;
}

HtmlRow row_of(const xmlNode* node) {
  HtmlRow row;
  row.header = true;
  row.line = static_cast<std::uint32_t>(xmlGetLineNo(node));
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    const std::string_view name = element_name(child);
    if (name != "td" && name != "th") continue;
    row.header = row.header && name == "th";
    row.cells.push_back(cell_text(child));
  }
  row.header = row.header && !row.cells.empty();
  return row;
}

void collect(const xmlNode* node, std::vector<HtmlRow>& out, int depth) {
  for (; node != nullptr && depth < 200; node = node->next) {
    if (element_name(node) == "tr")
      out.push_back(row_of(node));
    else
      collect(node->children, out, depth + 1);
  }
}

}  // namespace

std::vector<HtmlRow> html_rows(std::string_view text, std::string_view file, const Limits& limits) {
  if (text.size() > limits.tree_bytes)
    throw InputError("limit.tree-bytes", Location{std::string(file), {}, {}, {}, {}},
                     "the page is larger than the reading limit (--max-tree-bytes)");
  constexpr int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  const std::unique_ptr<xmlDoc, FreeDocument> document(
      htmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8", options));
  if (document == nullptr)
    throw InputError("html.syntax", Location{std::string(file), {}, {}, {}, {}}, "this is no HTML page");
  std::vector<HtmlRow> out;
  collect(xmlDocGetRootElement(document.get()), out, 0);
  return out;
}

}  // namespace crosswalk::syntax
