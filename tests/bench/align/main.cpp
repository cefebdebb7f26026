// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>
#include <cstring>

#include "lib/text/index.hpp"
#include "tests/bench/align/titles.hpp"

using namespace crosswalk::text;

namespace {

struct Ours {
  double build_seconds = 0;
  double search_seconds = 0;
  double exhaustive_rate = 0;  // queries a second of the plain term-at-a-time engine
  double recall = 0;           // against it, documents and scores equal, over the probed queries
  double postings = 0;         // a query meets, as a share of the documents
};

// The plain way: posting lists, one accumulator a document, a sort.
class Plain {
 public:
  Plain(const Bags& documents, std::size_t terms, const Index& index)
      : index_(index), lists_(terms), sums_(documents.size()) {
    for (std::uint32_t d = 0; d < documents.size(); ++d)
      for (std::size_t i = 0; i < documents[d].size(); ++i)
        if (i == 0 || documents[d][i] != documents[d][i - 1]) {
          const TermId term = documents[d][i];
          lists_[term].push_back({d, index.score(std::span(&term, 1), d)});
        }
  }

  std::vector<Hit> nearest(std::span<const TermId> query, std::size_t k) {
    std::vector<std::uint32_t> touched;
    for (std::size_t i = 0; i < query.size(); ++i) {
      if (i > 0 && query[i] == query[i - 1]) continue;
      postings += lists_[query[i]].size();
      for (const Hit& posting : lists_[query[i]]) {
        if (sums_[posting.document] == 0) touched.push_back(posting.document);
        sums_[posting.document] += posting.score;
      }
    }
    std::vector<Hit> hits;
    for (const std::uint32_t d : touched) hits.push_back({d, sums_[d]});
    for (const std::uint32_t d : touched) sums_[d] = 0;
    const auto better = [](const Hit& a, const Hit& b) {
      return a.score > b.score || (a.score == b.score && a.document < b.document);
    };
    const auto end = hits.begin() + static_cast<std::ptrdiff_t>(std::min(k, hits.size()));
    std::partial_sort(hits.begin(), end, hits.end(), better);
    hits.erase(end, hits.end());
    return hits;
  }

  std::size_t postings = 0;

 private:
  const Index& index_;
  std::vector<std::vector<Hit>> lists_;
  std::vector<double> sums_;
};

Ours measure(const std::vector<std::vector<std::string>>& titles, std::size_t probes) {
  Vocabulary vocabulary;
  Bags bags;
  for (const auto& title : titles) {
    std::vector<TermId> terms;
    for (const auto& word : title) terms.push_back(vocabulary.add(word));
    bags.add(std::move(terms));
  }
  Ours ours;
  double begin = bench::cpu_seconds();
  const Index index(bags, vocabulary.size());
  ours.build_seconds = bench::cpu_seconds() - begin;
  begin = bench::cpu_seconds();
  const Hits hits = index.nearest(bags, 10);
  ours.search_seconds = bench::cpu_seconds() - begin;
  Plain plain(bags, vocabulary.size(), index);
  std::vector<std::vector<Hit>> expected(probes);
  begin = bench::cpu_seconds();
  for (std::size_t q = 0; q < probes; ++q) expected[q] = plain.nearest(bags[q], 10);
  ours.exhaustive_rate = static_cast<double>(probes) / (bench::cpu_seconds() - begin);
  std::size_t same = 0;
  for (std::size_t q = 0; q < probes; ++q) same += hits[q] == expected[q];
  ours.recall = static_cast<double>(same) / static_cast<double>(probes);
  ours.postings = static_cast<double>(plain.postings) / static_cast<double>(probes * titles.size());
  return ours;
}

}  // namespace

int main(int argc, char** argv) {
  const bool quick = argc > 1 && std::strcmp(argv[1], "--quick") == 0;
  std::printf("exact best 10 of N generated titles for each of them (seed 10), one thread, processor time\n");
  std::printf("%9s %9s %9s %12s %12s %9s %8s %9s %9s %7s %7s\n", "N", "index s", "all s", "ours q/s", "plain q/s",
              "Xapian", "FTS5", "x Xapian", "x FTS5", "recall", "load");
  for (const std::size_t count : {std::size_t{14'000}, std::size_t{100'000}}) {
    if (quick && count > 14'000) break;
    const auto titles = bench::titles(count, 10);
    const std::size_t probes = std::min<std::size_t>(count, 2'000);
    const Ours ours = measure(titles, probes);
    const double rate = static_cast<double>(count) / ours.search_seconds;
    const double xapian = bench::xapian_rate(titles, 1'000);
    const double fts5 = bench::fts5_rate(titles, 1'000);
    std::printf("%9zu %9.3f %9.3f %12.0f %12.0f %9.0f %8.0f %9.1f %9.1f %7.4f %7.3f\n", count, ours.build_seconds,
                ours.search_seconds, rate, ours.exhaustive_rate, xapian, fts5, xapian > 0 ? rate / xapian : 0,
                rate / fts5, ours.recall, ours.postings);
    std::fflush(stdout);
  }
  std::printf(
      "recall: share of 2,000 probed queries whose ten documents and scores equal the plain engine's; "
      "load: postings a query meets / N\n");
  return 0;
}
