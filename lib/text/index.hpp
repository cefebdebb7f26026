// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lib/text/bags.hpp"

namespace crosswalk::text {

// Robertson's weighting of a term in a document: idf * tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length)), with
// idf = ln(1 + (N - df + 0.5) / (df + 0.5)).
struct Bm25 {
  double k1 = 1.2;
  double b = 0.75;
};

struct Hit {
  std::uint32_t document = 0;
  double score = 0;  // never 0: a document that shares no term is no hit
  bool operator==(const Hit&) const = default;
};

// Hits best first, ties by document number; hits of query i stand at [i].
using Hits = std::vector<std::vector<Hit>>;

// An inverted index in memory whose answers are exact: the k documents of highest BM25 score, each query term counting
// once. Scores are sums of doubles in the order of term numbers, so they are the same on every machine and for every
// way of asking. Const use is thread-safe.
//
// Documents stand in blocks whose accumulators (one byte, two for long texts) fit in first-level cache. Terms of many
// documents are rows of bytes added a register at a time, the others posting lists; impacts are rounded to bytes and
// every document whose rounded sum could still reach the k-th best is scored again in full.
// docs/algorithms/text-index.md has the proof.
class Index {
 public:
  Index(const Bags& documents, std::size_t terms, Bm25 weighting = {});

  [[nodiscard]] Hits nearest(const Bags& queries, std::size_t k) const;
  [[nodiscard]] std::size_t documents() const { return starts_.size() - 1; }
  // Terms at or over the vocabulary are unknown and count nothing. `query` is sorted; repeated terms count once.
  [[nodiscard]] double score(std::span<const TermId> query, std::uint32_t document) const;
  // The score, and the idf of the terms both have, in one pass: Probe.
  struct Overlap {
    double score = 0, idf = 0;
  };
  [[nodiscard]] double idf(TermId term) const { return term < idf_.size() ? idf_[term] : 0; }

 private:
  template <class Sum>
  friend class Search;
  friend class Probe;
  static constexpr std::uint32_t block_size = 8192;
  static constexpr std::uint32_t sparse = ~std::uint32_t{0};

  void weigh(const Bags& documents, const Bm25& weighting);
  void choose_step();
  void choose_rows();
  void fill_blocks();
  [[nodiscard]] std::uint8_t rounded(float impact) const;
  [[nodiscard]] double usual_tenth_best() const;

  // The documents' terms with their impacts, ascending by term.
  std::vector<std::size_t> starts_;
  std::vector<TermId> terms_;
  std::vector<float> impacts_;
  std::vector<std::uint32_t> frequency_;
  std::vector<double> idf_;
  double step_ = 1;    // what one unit of a rounded impact is worth
  bool wide_ = false;  // sums of two bytes, for documents of many terms

  // Block by block: rows of frequent terms, then posting lists of the others.
  std::size_t blocks_ = 0;
  std::vector<std::uint32_t> row_;  // of a term, or sparse
  std::uint32_t rows_ = 0;
  std::vector<std::uint8_t> dense_;              // [block][row][document in block]
  std::vector<std::uint32_t> postings_begin_;    // [block][term], one more at the end
  std::vector<std::uint16_t> posting_document_;  // in its block
  std::vector<std::uint8_t> posting_impact_;
};

}  // namespace crosswalk::text
