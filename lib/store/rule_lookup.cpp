// SPDX-License-Identifier: Apache-2.0
#include "lib/store/rule_lookup.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <set>

#include "lib/store/body.hpp"
#include "lib/store/guarded.hpp"
#include "lib/store/kinds.hpp"
#include "lib/store/search.hpp"

namespace crosswalk::store {
namespace {

constexpr std::size_t codes_asked_together = 50;

// The keys that a rule may name a course by.
std::vector<std::string> keys_of(const std::vector<CourseCode>& courses, const std::vector<Equivalence>& equivalences) {
  std::set<std::string> out;
  for (const CourseCode& course : courses) {
    out.insert(course.key());
    for (const Equivalence& equivalence : equivalences)
      if (std::ranges::find(equivalence.codes, course) != equivalence.codes.end())
        for (const CourseCode& code : equivalence.codes) out.insert(code.key());
  }
  return {out.begin(), out.end()};
}

// One query for several codes, each as a phrase; nothing where no code has a word.
std::string any_of(std::vector<std::string>::const_iterator from, std::vector<std::string>::const_iterator until) {
  std::string out;
  for (; from != until; ++from)
    if (const std::string phrase = search_phrase(*from); !phrase.empty()) out += (out.empty() ? "" : " OR ") + phrase;
  return out;
}

void add_ids(SQLite::Statement& rows, std::set<std::int64_t>& into) {
  while (rows.executeStep()) into.insert(rows.getColumn(0).getInt64());
  rows.reset();
}

}  // namespace

RuleSet rule_set_head(const Workspace& workspace, std::int64_t set) {
  return guarded(workspace.connection().path(), [&] {
    SQLite::Statement row(workspace.connection().database(), "SELECT body FROM rule_set WHERE id = ?");
    row.bind(1, set);
    if (!row.executeStep())
      throw StoreError(printable(workspace.connection().path()) + ": holds no rule set number " + std::to_string(set));
    return read_body<RuleSet>(row.getColumn(0).getString());
  });
}

std::uint64_t rule_count(const Workspace& workspace, std::int64_t set) {
  return guarded(workspace.connection().path(), [&] {
    // rules are numbered from 1 without gaps, so the last number is their count; counting a million rows takes longer
    SQLite::Statement row(workspace.connection().database(),
                          "SELECT seq FROM rule WHERE owner = ? ORDER BY seq DESC LIMIT 1");
    row.bind(1, set);
    return row.executeStep() ? static_cast<std::uint64_t>(row.getColumn(0).getInt64()) : 0U;
  });
}

std::vector<Rule> rules_about(const Workspace& workspace, std::int64_t set, const std::vector<CourseCode>& courses,
                              const std::vector<Equivalence>& equivalences) {
  return guarded(workspace.connection().path(), [&] {
    SQLite::Database& db = workspace.connection().database();
    std::set<std::int64_t> ids;
    SQLite::Statement open(db, "SELECT id FROM rule WHERE owner = ? AND open = 1");
    open.bind(1, set);
    add_ids(open, ids);
    const std::vector<std::string> keys = keys_of(courses, equivalences);
    SQLite::Statement named(db, "SELECT rowid FROM rule_words WHERE rule_words MATCH ?");
    for (std::size_t at = 0; at < keys.size(); at += codes_asked_together) {
      const auto from = keys.begin() + static_cast<std::ptrdiff_t>(at);
      const std::string query =
          any_of(from, from + static_cast<std::ptrdiff_t>(std::min(codes_asked_together, keys.size() - at)));
      if (query.empty()) continue;
      named.bind(1, query);
      add_ids(named, ids);
    }
    std::vector<Rule> out;
    SQLite::Statement one(db, "SELECT body FROM rule WHERE id = ? AND owner = ?");
    for (const std::int64_t id : ids) {
      one.bind(1, id);
      one.bind(2, set);
      if (one.executeStep()) out.push_back(read_body<Rule>(one.getColumn(0).getString()));
      one.reset();
    }
    return out;
  });
}

void each_rule(const Workspace& workspace, std::int64_t set, const std::function<bool(Rule&& rule)>& visit) {
  guarded(workspace.connection().path(), [&] {
    SQLite::Statement rows(workspace.connection().database(), "SELECT body FROM rule WHERE owner = ? ORDER BY seq");
    rows.bind(1, set);
    while (rows.executeStep())
      if (!visit(read_body<Rule>(rows.getColumn(0).getString()))) return;
  });
}

}  // namespace crosswalk::store
