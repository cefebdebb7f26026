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

// Rules (competencies) that have every word of the text, the last word also as a beginning; blanks and punctuation part
// words, accents and case do not matter. Those with the fewest other words come first, ties by row. Where more than
// `ranked` fit, the first so many by row are ranked, so that a common word stays quick (BM25 counts every row of every
// word: 300 ms over 1.6 million rules). No words: nothing.
inline constexpr int ranked = 1'000;
[[nodiscard]] std::vector<FoundRule> find_rules(const Workspace& workspace, std::string_view text, int most = 20);
[[nodiscard]] std::vector<FoundCompetency> find_competencies(const Workspace& workspace, std::string_view text,
                                                             int most = 20);

// Rules of one identifier, in order of row.
[[nodiscard]] std::vector<FoundRule> rules_named(const Workspace& workspace, std::string_view name);

// The FTS5 query for a text a user typed: each word quoted, never syntax.
[[nodiscard]] std::string search_query(std::string_view text);

}  // namespace crosswalk::store
