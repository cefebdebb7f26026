// SPDX-License-Identifier: Apache-2.0
#include "lib/text/analyser.hpp"

#include <catch2/catch.hpp>

#include "lib/text/normalise.hpp"

using namespace crosswalk::text;
using Words = std::vector<std::string>;

TEST_CASE("case, accents, ligatures and punctuation do not distinguish texts", "[text][normalise]") {
  const auto [text, expected] =
      GENERATE(table<std::string, std::string>({{"  Écoute-moi!  ", "ecoute moi"},
                                                {"Prüfungen, STRASSE Straße", "prufungen strasse strasse"},
                                                {"ﬁrst ½ x²", "first 1 2 x2"},
                                                {"a student's work", "a students work"},
                                                {"l\u2019eau", "leau"},
                                                {"C++ / C#", "c c"},
                                                {"", ""},
                                                {"\xff\xfe", ""}}));
  CAPTURE(text);
  CHECK(normalise(text) == expected);
}

TEST_CASE("words are stemmed and stop words left out unless nothing else is there", "[text][analyser]") {
  Analyser english("en-US", read_stop_words("the  | article\nof\n# remark\nto\n"));
  CHECK(english.words("Managing the budgets of projects") == Words{"manag", "budget", "project"});
  CHECK(english.words("to the") == Words{"to", "the"});
  Analyser unknown("xx", {});
  CHECK(unknown.words("Managing budgets") == Words{"managing", "budgets"});
}

TEST_CASE("bigrams and character runs", "[text][analyser]") {
  CHECK(bigrams({"a", "b", "c"}) == Words{"a b", "b c"});
  CHECK(bigrams({"a"}).empty());
  CHECK(grams("ab c", 3, 4) == Words{" ab", "ab ", " ab ", " c "});
}
