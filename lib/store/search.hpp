// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/model/rule.hpp"
#include "lib/store/workspace.hpp"

namespace crosswalk::store {

struct FoundRule {
  Entry entry;  // of the rule: its document, rule set, identifier, title
  Rule rule;
};

struct FoundCompetency {
  Entry entry;
  Competency competency;
};

// Rules (competencies) that have every word of the text; blanks and punctuation part words, accents and case do not
// matter. Those with the fewest other words come first, ties by row. Where more than `ranked` fit, the first so many by
// row are ranked, so that a common word stays quick (BM25 counts every row of every word: 300 ms over 1.6 million
// rules). Where fewer than `most` fit, the last word is also taken for a beginning, if it is long enough: the rows of
// all words of a short beginning would have to be merged. No words: nothing.
inline constexpr int ranked = 1'000;
inline constexpr std::size_t least_beginning = 3;
[[nodiscard]] std::vector<FoundRule> find_rules(const Workspace& workspace, std::string_view text, int most = 20);
[[nodiscard]] std::vector<FoundCompetency> find_competencies(const Workspace& workspace, std::string_view text,
                                                             int most = 20);

// Rules of one identifier, in order of row.
[[nodiscard]] std::vector<FoundRule> rules_named(const Workspace& workspace, std::string_view name);

// How many rules have every word, counted up to `limit`: an answer of `limit` means so many or more.
[[nodiscard]] int count_rules(const Workspace& workspace, std::string_view text, int limit = ranked);

// The FTS5 query for a text a user typed: each word quoted, never syntax. With `beginning`, the last word stands for
// all words that begin so.
[[nodiscard]] std::string search_query(std::string_view text, bool beginning = false);
// The same as one phrase, for a code that must be found as it is; empty where there is no word in it.
[[nodiscard]] std::string search_phrase(std::string_view code);

}  // namespace crosswalk::store
