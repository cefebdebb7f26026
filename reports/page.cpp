// SPDX-License-Identifier: Apache-2.0
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

std::string_view word(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return "neutral";
    case Tone::good:
      return "good";
    case Tone::warning:
      return "warning";
    case Tone::bad:
      return "bad";
    case Tone::unknown:
      return "unknown";
  }
  return "neutral";
}

std::string_view sign(Tone tone) {
  switch (tone) {
    case Tone::neutral:
      return "";
    case Tone::good:
      return "✓ ";
    case Tone::warning:
      return "▲ ";
    case Tone::bad:
      return "✕ ";
    case Tone::unknown:
      return "? ";
  }
  return "";
}

std::string element(std::string_view tag, std::string_view attributes, std::string_view inner) {
  std::string out = "<" + std::string(tag);
  if (!attributes.empty()) out += " " + std::string(attributes);
  return out + ">" + std::string(inner) + "</" + std::string(tag) + ">\n";
}

std::string cell_html(const Cell& cell, bool heads_row, bool numeric) {
  std::string classes = numeric ? "num" : "";
  if (cell.tone != Tone::neutral) classes += (classes.empty() ? "t-" : " t-") + std::string(word(cell.tone));
  std::string attributes = heads_row ? "scope=\"row\"" : "";
  if (!classes.empty()) attributes += (attributes.empty() ? "class=\"" : " class=\"") + classes + "\"";
  const std::string inner = cell.html.empty() ? std::string(sign(cell.tone)) + escape(cell.text) : cell.html;
  return element(heads_row ? "th" : "td", attributes, inner);
}

std::string anchor(std::string_view heading, std::size_t number) {
  std::string out = "s" + std::to_string(number) + "-";
  for (const char c : heading)
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
      out += c;
    else if (c >= 'A' && c <= 'Z')
      out += static_cast<char>(c - 'A' + 'a');
    else if (out.back() != '-')
      out += '-';
  while (out.back() == '-') out.pop_back();
  return out;
}

}  // namespace

std::string escape(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r')
          out += "\xEF\xBF\xBD";
        else
          out += c;
    }
  return out;
}

std::string badge(Tone tone, std::string_view text) {
  return "<span class=\"badge b-" + std::string(word(tone)) + "\">" + std::string(sign(tone)) + escape(text) +
         "</span>";
}

Cell Cell::markup(std::string html_text) {
  Cell out("");
  out.html = std::move(html_text);
  return out;
}

std::string table_html(const Table& table) {
  std::string head;
  for (const Column& column : table.columns)
    head +=
        element("th", std::string("scope=\"col\"") + (column.numeric ? " class=\"num\"" : ""), escape(column.title));
  std::string body;
  for (const auto& row : table.rows) {
    std::string cells;
    for (std::size_t i = 0; i < row.size(); ++i)
      cells += cell_html(row[i], i == 0, i < table.columns.size() && table.columns[i].numeric);
    body += element("tr", "", cells);
  }
  const std::string caption = escape(table.caption);
  return "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"" + caption + "\"><table>" +
         element("caption", "", caption) + element("thead", "", element("tr", "", head)) + element("tbody", "", body) +
         "</table></div>\n";
}

Page::Page(std::string title, std::string language) : title_(std::move(title)), language_(std::move(language)) {}

Page& Page::kicker(std::string_view text) {
  kicker_ = escape(text);
  return *this;
}

Page& Page::lead(std::string_view text) {
  lead_ = escape(text);
  return *this;
}

Page& Page::fact(std::string_view label, std::string_view value, Tone tone) {
  facts_ += "<div" + (tone == Tone::neutral ? std::string() : " class=\"t-" + std::string(word(tone)) + "\"") +
            "><dt>" + escape(label) + "</dt><dd>" + std::string(sign(tone)) + escape(value) + "</dd></div>\n";
  return *this;
}

Page& Page::section(std::string_view heading) {
  if (open_section_) body_ += "</section>\n";
  const std::string id = anchor(heading, sections_.size() + 1);
  sections_.emplace_back(id, escape(heading));
  body_ += "<section aria-labelledby=\"" + id + "\">" + element("h2", "id=\"" + id + "\"", escape(heading));
  open_section_ = true;
  return *this;
}

Page& Page::subsection(std::string_view heading) {
  body_ += element("h3", "", escape(heading));
  return *this;
}

Page& Page::paragraph(std::string_view text) {
  body_ += element("p", "", escape(text));
  return *this;
}

Page& Page::list(const std::vector<std::string>& items) {
  std::string inner;
  for (const std::string& item : items) inner += element("li", "", escape(item));
  body_ += element("ul", "", inner);
  return *this;
}

Page& Page::notice(Tone tone, std::string_view text) {
  body_ += element("p", "class=\"notice n-" + std::string(word(tone)) + "\"", std::string(sign(tone)) + escape(text));
  return *this;
}

Page& Page::table(const Table& table) { return raw(table_html(table)); }

Page& Page::figure(std::string_view svg, std::string_view caption, std::string_view description) {
  const std::string text = escape(description);
  body_ += "<figure><div class=\"picture\" role=\"img\" aria-label=\"" + text + "\">" + std::string(svg) + "</div>" +
           element("figcaption", "", escape(caption)) + "</figure>\n";
  return *this;
}

Page& Page::details(std::string_view summary, std::string_view html, bool open) {
  body_ += std::string(open ? "<details open>" : "<details>") + element("summary", "", escape(summary)) +
           std::string(html) + "</details>\n";
  return *this;
}

Page& Page::raw(std::string_view html) {
  body_ += html;
  return *this;
}

Page& Page::footer(std::string_view text) {
  footer_ = escape(text);
  return *this;
}

std::string Page::html() const {
  std::string out = "<!doctype html>\n<html lang=\"" + escape(language_) + "\">\n<head>\n<meta charset=\"utf-8\">\n" +
                    "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n" +
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                    "'unsafe-inline'; img-src data:\">\n" +
                    element("title", "", escape(title_)) + "<style>" + std::string(page_style()) +
                    "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n<header "
                    "class=\"top\">\n";
  if (!kicker_.empty()) out += element("p", "class=\"kicker\"", kicker_);
  out += element("h1", "", escape(title_));
  if (!lead_.empty()) out += element("p", "class=\"lead\"", lead_);
  if (!facts_.empty()) out += element("dl", "class=\"facts\"", facts_);
  if (sections_.size() > 2) {
    std::string items;
    for (const auto& [id, heading] : sections_)
      items += element("li", "", "<a href=\"#" + id + "\">" + heading + "</a>");
    out += element("nav", "class=\"contents\" aria-label=\"Contents\"", element("ol", "", items));
  }
  out += "</header>\n<main id=\"content\">\n" + body_ + (open_section_ ? "</section>\n" : "") + "</main>\n";
  out += element("footer", "class=\"end\"", footer_.empty() ? "Made by crosswalk." : footer_);
  return out + "</body>\n</html>\n";
}

}  // namespace crosswalk::reports
