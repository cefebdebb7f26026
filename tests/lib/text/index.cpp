// SPDX-License-Identifier: Apache-2.0
#include "lib/text/index.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

using namespace crosswalk::text;

namespace {

// Scores every document in full and sorts: what the index must answer.
Hits by_force(const Index& index, const Bags& queries, std::size_t k) {
  Hits out;
  for (std::size_t q = 0; q < queries.size(); ++q) {
    std::vector<Hit> hits;
    for (std::uint32_t d = 0; d < index.documents(); ++d)
      if (const double score = index.score(queries[q], d); score > 0) hits.push_back({d, score});
    std::ranges::stable_sort(hits, std::greater<>(), &Hit::score);
    hits.resize(std::min(k, hits.size()));
    out.push_back(hits);
  }
  return out;
}

Bags random_bags(std::size_t count, std::size_t words, std::size_t longest, std::uint32_t seed) {
  std::mt19937 random(seed);
  Bags bags;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<TermId> terms(random() % (longest + 1));
    for (TermId& term : terms) {
      const double share = static_cast<double>(random()) / 4294967296.0;
      term = static_cast<TermId>(static_cast<double>(words) * share * share * share);
    }
    bags.add(terms);
  }
  return bags;
}

}  // namespace

// Worked by hand: N = 2, mean length 1.5; "b" is in both (idf = ln(1 + .5 / 2.5) = .18232), "a" in one
// (idf = ln(1 + 1.5 / 1.5) = .69315). Document 0 = a b, length 2: damping 1.2 (.25 + .75 * 2 / 1.5) = 1.5, factor 2.2
// / 2.5.
TEST_CASE("BM25 weighs as Robertson does", "[text][index]") {
  Bags documents;
  documents.add({0, 1});
  documents.add({1});
  const Index index(documents, 2);
  CHECK(index.score(documents[0], 0) == Approx((0.6931472 + 0.1823216) * 0.88));
  CHECK(index.score(documents[0], 1) == Approx(0.1823216 * 2.2 / (1 + 1.2 * 0.75)));
}

TEST_CASE("the index finds exactly what scoring every document finds", "[text][index]") {
  const auto [count, words, k] = GENERATE(table<std::size_t, std::size_t, std::size_t>({{1, 1, 10},
                                                                                        {40, 5, 10},
                                                                                        {3'000, 60, 10},
                                                                                        {3'000, 900, 1},
                                                                                        {9'000, 300, 10},
                                                                                        {20'000, 2'000, 10},
                                                                                        {9'000, 40, 150}}));
  CAPTURE(count, words, k);
  const Bags documents = random_bags(count, words, 20, 1);
  const Bags queries = random_bags(25, words + 3, 25, 2);
  const Index index(documents, words);
  CHECK(index.nearest(queries, k) == by_force(index, queries, k));
}

TEST_CASE("long texts are searched exactly too", "[text][index]") {
  const auto [count, words, longest, k] = GENERATE(table<std::size_t, std::size_t, std::size_t, std::size_t>(
      {{500, 400, 120, 10}, {9'000, 3'000, 90, 50}, {300, 100, 800, 10}}));
  CAPTURE(count, words, longest, k);
  const Bags documents = random_bags(count, words, longest, 3);
  const Bags queries = random_bags(12, words + 3, longest * 2, 4);
  const Index index(documents, words);
  CHECK(index.nearest(queries, k) == by_force(index, queries, k));
}

TEST_CASE("equal scores are ordered by document number", "[text][index]") {
  Bags documents;
  for (int i = 0; i < 200; ++i) documents.add({0, 1});
  const Index index(documents, 2);
  Bags queries;
  queries.add({0, 1});
  const Hits hits = index.nearest(queries, 5);
  REQUIRE(hits[0].size() == 5);
  for (std::uint32_t i = 0; i < 5; ++i) CHECK(hits[0][i].document == i);
}

TEST_CASE("a query of unknown terms and an empty index have no hits", "[text][index]") {
  Bags queries;
  queries.add({7});
  queries.add({});
  Bags documents;
  documents.add({0});
  CHECK(Index(documents, 1).nearest(queries, 3) == Hits(2));
  CHECK(Index(Bags(), 0).nearest(queries, 3) == Hits(2));
}

TEST_CASE("many near-duplicates over the byte's range are still ranked exactly", "[text][index]") {
  Bags documents;
  for (std::uint32_t i = 0; i < 5'000; ++i) {
    std::vector<TermId> terms;
    for (TermId t = 0; t < 30; ++t) terms.push_back(t * 3 + (i * 7 + t) % 2);
    documents.add(terms);
  }
  const Index index(documents, 100);
  Bags queries;
  queries.add({documents[17].begin(), documents[17].end()});
  CHECK(index.nearest(queries, 10) == by_force(index, queries, 10));
}
