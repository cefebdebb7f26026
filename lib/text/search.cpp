// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "lib/text/index.hpp"
#include "lib/text/kernels.hpp"

namespace crosswalk::text {

// One run of queries over an index: block by block, in each block query by query, so that a block's rows and lists stay
// in second-level cache while every query passes.
template <class Sum>
class Search {
 public:
  Search(const Index& index, const Bags& queries, std::size_t k)
      : index_(index),
        queries_(queries),
        k_(k),
        zero_(Index::block_size),
        sums_(Index::block_size),
        asked_(index.idf_.size()),
        hits_(queries.size()) {}

  Hits run() {
    for (auto& hits : hits_) hits.reserve(k_ + 1);
    for (std::size_t block = 0; k_ > 0 && block < index_.blocks_; ++block) {
      enter(block);
      for (std::size_t q = 0; q < queries_.size(); ++q) ask(q);
    }
    return std::move(hits_);
  }

 private:
  void enter(std::size_t block) {
    block_ = block;
    first_ = static_cast<std::uint32_t>(block * Index::block_size);
    const std::size_t here = std::min<std::size_t>(Index::block_size, index_.documents() - first_);
    length_ = (here + chunk - 1) / chunk * chunk;
    rows_ = index_.dense_.data() + block * index_.rows_ * Index::block_size;
    lists_ = index_.postings_begin_.data() + block * index_.idf_.size();
  }

  void ask(std::size_t query) {
    sort_terms(queries_[query]);
    if (dense_terms_.empty() && sparse_terms_.empty()) return;
    add_rows();
    add_lists();
    chunk_maxima(sums_.data(), length_, maxima_.data());
    mark(true);
    collect(hits_[query]);
    mark(false);
  }

  void sort_terms(std::span<const TermId> query) {
    dense_terms_.clear();
    sparse_terms_.clear();
    for (std::size_t i = 0; i < query.size(); ++i) {
      if (query[i] >= index_.idf_.size() || (i > 0 && query[i] == query[i - 1])) continue;
      (index_.row_[query[i]] == Index::sparse ? sparse_terms_ : dense_terms_).push_back(query[i]);
    }
  }

  void add_rows() {
    if (dense_terms_.empty()) std::fill_n(sums_.begin(), length_, Sum{0});
    for (std::size_t i = 0; i < dense_terms_.size(); i += 4) {
      FourRows rows{};
      for (std::size_t j = 0; j < 4; ++j)
        rows.row[j] = i + j < dense_terms_.size()
                          ? rows_ + std::size_t{index_.row_[dense_terms_[i + j]]} * Index::block_size
                          : zero_.data();
      (i == 0 ? set_sum<Sum> : add_sum<Sum>)(sums_.data(), rows, length_);
    }
  }

  void add_lists() {
    for (const TermId term : sparse_terms_) {
      const std::uint32_t begin = lists_[term];
      add_list(sums_.data(), index_.posting_document_.data() + begin, index_.posting_impact_.data() + begin,
               lists_[term + 1] - begin);
    }
  }

  void mark(bool asked) {
    for (const TermId term : dense_terms_) asked_[term] = asked ? 1.0F : 0.0F;
    for (const TermId term : sparse_terms_) asked_[term] = asked ? 1.0F : 0.0F;
  }

  // The documents of this block that may belong to the best k, in ascending order, into `hits`.
  void collect(std::vector<Hit>& hits) {
    if (hits.size() >= k_) {
      take(hits, bound(hits), largest + 1);
      return;
    }
    const unsigned least = first_guess();
    take(hits, least, largest + 1);
    if (least > 1) take(hits, hits.size() >= k_ ? bound(hits) : 1, least);
  }

  // A sum that at least k documents of this block reach, or 1. Sums are counted in 256 steps.
  [[nodiscard]] unsigned first_guess() const {
    unsigned most = 0;
    for (std::size_t c = 0; c < length_ / chunk; ++c) most = std::max(most, unsigned{maxima_[c]});
    const unsigned width = static_cast<unsigned>(std::bit_width(most));
    const unsigned shift = width > 8 ? width - 8 : 0;
    std::array<std::uint32_t, 256> counts{};
    if (k_ * 2 <= length_ / chunk)
      for (std::size_t c = 0; c < length_ / chunk; ++c) ++counts[maxima_[c] >> shift];
    else
      for (std::size_t d = 0; d < length_; ++d) ++counts[sums_[d] >> shift];
    std::size_t reached = 0;
    for (std::size_t value = 255; value > 0; --value)
      if ((reached += counts[value]) >= k_) return static_cast<unsigned>(value << shift);
    return 1;
  }

  // The smallest sum a document can have whose score reaches the k-th best: each of its terms is at most half a unit
  // above its rounded impact, and sums end at the largest value. One unit more guards the division.
  [[nodiscard]] unsigned bound(const std::vector<Hit>& hits) const {
    const auto terms = static_cast<double>(dense_terms_.size() + sparse_terms_.size());
    const double units = std::floor(hits.back().score / index_.step_ - terms / 2 - 1);
    return static_cast<unsigned>(std::clamp(units, 1.0, static_cast<double>(largest)));
  }

  // Scores every document with least <= sum < below.
  void take(std::vector<Hit>& hits, unsigned least, unsigned below) {
    for (std::size_t c = 0; c < length_ / chunk; ++c) {
      if (maxima_[c] < least) continue;
      const Sum* sums = sums_.data() + c * chunk;
      std::uint64_t bits = at_least(sums, static_cast<Sum>(least));
      if (below <= largest) bits &= ~at_least(sums, static_cast<Sum>(below));
      for (; bits != 0; bits &= bits - 1)
        offer(hits,
              first_ + static_cast<std::uint32_t>(c * chunk) + static_cast<std::uint32_t>(std::countr_zero(bits)));
    }
  }

  void offer(std::vector<Hit>& hits, std::uint32_t document) {
    const Hit hit{document, score(document)};
    const auto better = [](const Hit& a, const Hit& b) {
      return a.score > b.score || (a.score == b.score && a.document < b.document);
    };
    if (hits.size() == k_ && !better(hit, hits.back())) return;
    hits.insert(std::ranges::upper_bound(hits, hit, better), hit);
    if (hits.size() > k_) hits.pop_back();
  }

  double score(std::uint32_t document) const {
    double sum = 0;
    for (std::size_t i = index_.starts_[document]; i < index_.starts_[document + 1]; ++i)
      sum += static_cast<double>(index_.impacts_[i] * asked_[index_.terms_[i]]);  // adding 0 changes nothing
    return sum;
  }

  static constexpr unsigned largest = std::numeric_limits<Sum>::max();

  const Index& index_;
  const Bags& queries_;
  std::size_t k_;
  std::vector<std::uint8_t> zero_;
  std::vector<Sum> sums_;
  std::vector<float> asked_;  // by term: 1 where the query at hand has it, so that scoring needs no branch
  std::array<Sum, Index::block_size / chunk> maxima_{};
  std::vector<TermId> dense_terms_, sparse_terms_;
  Hits hits_;

  std::size_t block_ = 0, length_ = 0;
  std::uint32_t first_ = 0;
  const std::uint8_t* rows_ = nullptr;
  const std::uint32_t* lists_ = nullptr;
};

Hits Index::nearest(const Bags& queries, std::size_t k) const {
  return wide_ ? Search<std::uint16_t>(*this, queries, k).run() : Search<std::uint8_t>(*this, queries, k).run();
}

}  // namespace crosswalk::text
