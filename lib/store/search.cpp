// SPDX-License-Identifier: Apache-2.0
#include "lib/store/search.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <cctype>

#include "lib/store/body.hpp"
#include "lib/store/guarded.hpp"
#include "lib/store/kinds.hpp"

namespace crosswalk::store {
namespace {

struct Row {
  Entry entry;
  std::string body;
};

std::vector<Row> rows_of(SQLite::Statement& statement) {
  std::vector<Row> out;
  while (statement.executeStep())
    out.push_back({{statement.getColumn(0).getInt64(),
                    statement.getColumn(1).getString(),
                    statement.getColumn(2).getString(),
                    statement.getColumn(3).getString(),
                    {}},
                   statement.getColumn(4).getString()});
  return out;
}

// The row, its owner and its document.
template <class Value>
std::string selection() {
  return "SELECT m.id, d.path, v.name, m.name, m.body FROM " + std::string(Kept<Value>::member_table) + " m JOIN " +
         std::string(Kept<Value>::table) + " v ON v.id = m.owner JOIN document d ON d.id = v.document ";
}

// The best rows of a query, by how little else they say.
template <class Value>
std::vector<std::int64_t> hits(SQLite::Database& db, const std::string& query, int most) {
  const std::string index = std::string(Kept<Value>::member_table) + "_words";
  std::vector<std::int64_t> best;
  SQLite::Statement rows(db, "SELECT m.id FROM (SELECT rowid AS hit FROM " + index + " WHERE " + index +
                                 " MATCH ? LIMIT ?) JOIN " + std::string(Kept<Value>::member_table) +
                                 " m ON m.id = hit ORDER BY length(m.words), m.id LIMIT ?");
  rows.bind(1, query);
  rows.bind(2, ranked);
  rows.bind(3, most);
  while (rows.executeStep()) best.push_back(rows.getColumn(0).getInt64());
  return best;
}

template <class Value>
std::vector<Row> search(const Workspace& workspace, std::string_view text, int most) {
  const std::string query = search_query(text);
  if (query.empty() || most <= 0) return {};
  return guarded(workspace.connection().path(), [&] {
    SQLite::Database& db = workspace.connection().database();
    std::vector<std::int64_t> best = hits<Value>(db, query, most);
    const std::string beginning = search_query(text, true);
    if (static_cast<int>(best.size()) < most && !beginning.empty())
      for (const std::int64_t id : hits<Value>(db, beginning, most))
        if (static_cast<int>(best.size()) < most && std::ranges::find(best, id) == best.end()) best.push_back(id);
    std::vector<Row> out;
    SQLite::Statement one(db, selection<Value>() + "WHERE m.id = ?");
    for (const std::int64_t id : best) {
      one.bind(1, id);
      for (Row& row : rows_of(one)) out.push_back(std::move(row));
      one.reset();
    }
    return out;
  });
}

FoundRule found_rule(Row&& row) {
  FoundRule out{std::move(row.entry), read_body<Rule>(row.body)};
  out.entry.title = out.rule.title;
  return out;
}

bool separates(char c) {
  return static_cast<unsigned char>(c) < 0x80 && std::isalnum(static_cast<unsigned char>(c)) == 0;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out(1);
  for (const char c : text) {
    if (!separates(c))
      out.back() += c;
    else if (!out.back().empty())
      out.emplace_back();
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

}  // namespace

std::string search_query(std::string_view text, bool beginning) {
  const std::vector<std::string> words = words_of(text);
  if (words.empty() || (beginning && words.back().size() < least_beginning)) return {};
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "\"" : " \"") + word + '"';
  return beginning ? out + '*' : out;
}

std::string search_phrase(std::string_view code) {
  std::string out;
  for (const std::string& word : words_of(code)) out += (out.empty() ? "" : " ") + word;
  return out.empty() ? out : '"' + out + '"';
}

int count_rules(const Workspace& workspace, std::string_view text, int limit) {
  return guarded(workspace.connection().path(), [&] {
    const auto counted = [&](const std::string& query) {
      if (query.empty()) return 0;
      SQLite::Statement rows(workspace.connection().database(),
                             "SELECT count(*) FROM (SELECT rowid FROM rule_words WHERE rule_words MATCH ? LIMIT ?)");
      rows.bind(1, query);
      rows.bind(2, limit);
      rows.executeStep();
      return rows.getColumn(0).getInt();
    };
    const int whole = counted(search_query(text));
    return whole >= limit ? whole : std::max(whole, counted(search_query(text, true)));
  });
}

std::vector<FoundRule> find_rules(const Workspace& workspace, std::string_view text, int most) {
  std::vector<FoundRule> out;
  for (Row& row : search<RuleSet>(workspace, text, most)) out.push_back(found_rule(std::move(row)));
  return out;
}

std::vector<FoundCompetency> find_competencies(const Workspace& workspace, std::string_view text, int most) {
  std::vector<FoundCompetency> out;
  for (Row& row : search<CompetencyFramework>(workspace, text, most)) {
    FoundCompetency found{std::move(row.entry), read_body<Competency>(row.body)};
    found.entry.title = found.competency.label();
    out.push_back(std::move(found));
  }
  return out;
}

std::vector<FoundRule> rules_named(const Workspace& workspace, std::string_view name) {
  return guarded(workspace.connection().path(), [&] {
    SQLite::Statement rows(workspace.connection().database(), selection<RuleSet>() + "WHERE m.name = ? ORDER BY m.id");
    rows.bind(1, std::string(name));
    std::vector<FoundRule> out;
    for (Row& row : rows_of(rows)) out.push_back(found_rule(std::move(row)));
    return out;
  });
}

}  // namespace crosswalk::store
