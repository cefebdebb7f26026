// SPDX-License-Identifier: Apache-2.0
#include "reports/sweep.hpp"

#include "reports/json.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

std::string word(const Truth& truth) {
  return truth.yes() ? "satisfied" : truth.no() ? "not satisfied" : "to be decided";
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string title_of(const audit::Brief& one) { return one.title.empty() ? one.id : one.title; }

std::string count(const audit::Brief& one) {
  return std::to_string(one.satisfied_top_level) + " of " + std::to_string(one.top_level);
}

std::string cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
  return out + "\"";
}

}  // namespace

Node sweep_json(const std::vector<audit::Brief>& programmes, const std::string& record) {
  Node out = answer("sweep");
  put(out, "record", record);
  Node list = Node::sequence();
  for (const audit::Brief& one : programmes) {
    Node entry = Node::mapping();
    entry.set("id", text(one.id));
    put(entry, "title", one.title);
    entry.set("applied", exact(one.applied));
    entry.set("remaining", exact(one.remaining));
    entry.set("unit", text(one.unit));
    entry.set("satisfied", text(name(one.satisfied.value())));
    entry.set("satisfied_top_level", number(std::int64_t{one.satisfied_top_level}));
    entry.set("top_level", number(std::int64_t{one.top_level}));
    entry.set("satisfied_leaves", number(std::int64_t{one.satisfied_leaves}));
    entry.set("leaves", number(std::int64_t{one.leaves}));
    entry.set("optimal", truth(one.optimal));
    list.push(std::move(entry));
  }
  out.set("programmes", std::move(list));
  return out;
}

std::string sweep_text(const std::vector<audit::Brief>& programmes) {
  std::string out = padded("rank", 6) + padded("answer", 15) + padded("top level", 12) + padded("applied", 9) +
                    padded("remaining", 11) + padded("unit", 9) + "programme\n";
  for (std::size_t i = 0; i < programmes.size(); ++i) {
    const audit::Brief& one = programmes[i];
    out += padded(std::to_string(i + 1), 6) + padded(word(one.satisfied), 15) + padded(count(one), 12) +
           padded(to_string(one.applied), 9) + padded(to_string(one.remaining), 11) + padded(one.unit, 9) +
           title_of(one) + "\n";
  }
  return out;
}

std::string sweep_csv(const std::vector<audit::Brief>& programmes) {
  std::string out = "rank,id,title,satisfied,satisfied_top_level,top_level,applied,remaining,unit\n";
  for (std::size_t i = 0; i < programmes.size(); ++i) {
    const audit::Brief& one = programmes[i];
    out += std::to_string(i + 1) + "," + cell(one.id) + "," + cell(one.title) + "," +
           std::string(name(one.satisfied.value())) + "," + std::to_string(one.satisfied_top_level) + "," +
           std::to_string(one.top_level) + "," + to_string(one.applied) + "," + to_string(one.remaining) + "," +
           one.unit + "\n";
  }
  return out;
}

std::string sweep_html(const std::vector<audit::Brief>& programmes, const std::string& record) {
  Page page("Where this record counts most");
  page.kicker("Sweep over programmes");
  int satisfied = 0;
  for (const audit::Brief& one : programmes) satisfied += one.satisfied.yes() ? 1 : 0;
  page.lead(std::to_string(programmes.size()) + " programmes audited; " + std::to_string(satisfied) + " satisfied.");
  page.section("Ranking");
  Table table;
  table.caption = "Programmes by what of the record applies to them";
  table.columns = {{"Programme"},     {"Answer"},          {"Top-level requirements"},
                   {"Applied", true}, {"Remaining", true}, {"Unit"}};
  for (const audit::Brief& one : programmes) {
    const Tone tone = one.satisfied.yes() ? Tone::good : one.satisfied.no() ? Tone::neutral : Tone::unknown;
    table.rows.push_back({title_of(one), Cell(word(one.satisfied), tone), count(one), to_string(one.applied),
                          to_string(one.remaining), one.unit});
  }
  page.table(table);
  page.footer("Record " + record + ". Each programme by an exact audit of its own.");
  return page.html();
}

}  // namespace crosswalk::reports
