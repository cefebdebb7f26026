// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace crosswalk::reports {

// Text for an HTML text node or a quoted attribute. Control characters that XML forbids become U+FFFD.
[[nodiscard]] std::string escape(std::string_view text);

// What a thing means, shown by colour AND a sign AND the word itself: never by colour alone.
enum class Tone { neutral, good, warning, bad, unknown };

// A small label, "✓ satisfied". The result is HTML, for Cell::html or Page::raw.
[[nodiscard]] std::string badge(Tone tone, std::string_view text);

// A table cell: plain text, or HTML that the caller has escaped.
struct Cell {
  std::string text;
  std::string html{};  // used instead of text where not empty
  Tone tone = Tone::neutral;
  Cell(std::string plain) : text(std::move(plain)) {}  // NOLINT(google-explicit-constructor): a cell is its text
  Cell(const char* plain) : text(plain) {}             // NOLINT(google-explicit-constructor): as above
  Cell(std::string plain, Tone its_tone) : text(std::move(plain)), tone(its_tone) {}
  [[nodiscard]] static Cell markup(std::string html_text);
};

struct Column {
  std::string title;
  bool numeric = false;  // right-aligned, tabular figures
};

// Caption and column titles are required: a table without them cannot be read aloud. The first column heads its row.
struct Table {
  std::string caption;
  std::vector<Column> columns;
  std::vector<std::vector<Cell>> rows;
};
[[nodiscard]] std::string table_html(const Table& table);

// A self-contained page: one file, no script, no network; light, dark and print; a contents list from its sections, a
// skip link, captions, focus rings. Blocks appear in the order they are added. SVG in figures may use the classes and
// var(--...) names of reports/page_style.cpp (docs/architecture names them) and so follows light and dark.
class Page {
 public:
  explicit Page(std::string title, std::string language = "en");

  Page& kicker(std::string_view text);  // small line above the title: "Framework comparison"
  Page& lead(std::string_view text);    // the answer in a sentence, under the title
  Page& fact(std::string_view label, std::string_view value, Tone tone = Tone::neutral);  // a card under the lead
  Page& section(std::string_view heading);                                                // h2, listed in the contents
  Page& subsection(std::string_view heading);                                             // h3
  Page& paragraph(std::string_view text);
  Page& list(const std::vector<std::string>& items);
  Page& notice(Tone tone, std::string_view text);  // a boxed remark
  Page& table(const Table& table);
  // An inline SVG with a visible caption; `description` says in words what the picture shows (screen readers).
  Page& figure(std::string_view svg, std::string_view caption, std::string_view description);
  Page& details(std::string_view summary, std::string_view html, bool open = false);  // folds; printed open
  Page& raw(std::string_view html);                                                   // the caller has escaped it
  Page& footer(std::string_view text);  // "facts 2026.11.24, as of 2026-11-24"

  [[nodiscard]] std::string html() const;

 private:
  std::string title_, language_, kicker_, lead_, footer_, facts_, body_;
  std::vector<std::pair<std::string, std::string>> sections_;  // anchor, heading
  bool open_section_ = false;
};

// The style sheet of every page.
[[nodiscard]] std::string_view page_style();

}  // namespace crosswalk::reports
