// SPDX-License-Identifier: Apache-2.0
#include "lib/text/index.hpp"

#include <algorithm>
#include <cmath>

namespace crosswalk::text {
namespace {

// Visits the distinct terms of a sorted bag with how often each occurs.
template <class Visit>
void for_each_distinct(std::span<const TermId> bag, Visit visit) {
  for (std::size_t i = 0; i < bag.size();) {
    std::size_t next = i + 1;
    while (next < bag.size() && bag[next] == bag[i]) ++next;
    visit(bag[i], static_cast<double>(next - i));
    i = next;
  }
}

}  // namespace

Index::Index(const Bags& documents, std::size_t terms, Bm25 weighting) : frequency_(terms), idf_(terms) {
  weigh(documents, weighting);
  choose_step();
  choose_rows();
  fill_blocks();
}

void Index::weigh(const Bags& documents, const Bm25& weighting) {
  const auto count = static_cast<double>(documents.size());
  for (std::size_t d = 0; d < documents.size(); ++d)
    for_each_distinct(documents[d], [&](TermId term, double) { ++frequency_[term]; });
  for (std::size_t t = 0; t < idf_.size(); ++t)
    idf_[t] = std::log(1 + (count - frequency_[t] + 0.5) / (frequency_[t] + 0.5));
  const double mean = std::max(1.0, static_cast<double>(documents.total()) / std::max(count, 1.0));
  starts_.push_back(0);
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const double length = static_cast<double>(documents[d].size());
    const double damping = weighting.k1 * (1 - weighting.b + weighting.b * length / mean);
    for_each_distinct(documents[d], [&](TermId term, double tf) {
      terms_.push_back(term);
      impacts_.push_back(static_cast<float>(idf_[term] * tf * (weighting.k1 + 1) / (tf + damping)));
    });
    starts_.push_back(terms_.size());
  }
}

double Index::score(std::span<const TermId> query, std::uint32_t document) const {
  double sum = 0;
  std::size_t at = 0;
  for (std::size_t i = starts_[document]; i < starts_[document + 1]; ++i) {
    while (at < query.size() && query[at] < terms_[i]) ++at;
    if (at == query.size()) break;
    if (query[at] == terms_[i]) sum += static_cast<double>(impacts_[i]);
  }
  return sum;
}

// Of documents standing in for the queries to come: what four in five of them reach with their tenth best.
double Index::usual_tenth_best() const {
  constexpr std::size_t samples = 32;
  struct Posting {
    std::uint32_t document;
    float impact;
  };
  const std::size_t stride = std::max<std::size_t>(1, documents() / samples);
  std::vector<std::uint8_t> wanted(idf_.size());
  for (std::size_t d = 0; d < documents(); d += stride)
    for (std::size_t i = starts_[d]; i < starts_[d + 1]; ++i) wanted[terms_[i]] = 1;
  std::vector<std::vector<Posting>> lists(idf_.size());
  for (std::uint32_t d = 0; d < documents(); ++d)
    for (std::size_t i = starts_[d]; i < starts_[d + 1]; ++i)
      if (wanted[terms_[i]] != 0) lists[terms_[i]].push_back({d, impacts_[i]});
  std::vector<float> tenths, sums(documents());
  for (std::size_t d = 0; d < documents(); d += stride) {
    std::ranges::fill(sums, 0.0F);
    for (std::size_t i = starts_[d]; i < starts_[d + 1]; ++i)
      for (const Posting& posting : lists[terms_[i]]) sums[posting.document] += posting.impact;
    const auto tenth = sums.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(9, sums.size() - 1));
    std::ranges::nth_element(sums, tenth, std::greater<>());
    tenths.push_back(*tenth);
  }
  std::ranges::sort(tenths);
  return static_cast<double>(tenths[tenths.size() * 4 / 5]);
}

// Rounding must be fine against the scores that decide. With few terms a byte reaches a little above the tenth best
// score of a usual query. With many, the rounding errors of their terms would add up to a good part of a byte: there
// the largest impact is 255 units and sums have two bytes. Any step gives the same answers; only the work differs.
void Index::choose_step() {
  constexpr std::size_t many_terms = 24;
  if (terms_.empty()) return;
  wide_ = terms_.size() > many_terms * documents();
  if (wide_) {
    step_ = static_cast<double>(*std::ranges::max_element(impacts_)) / 255;
    return;
  }
  const double usual = usual_tenth_best();
  step_ = usual > 0 ? usual / 230 : 1;
}

// A row costs a byte of every document whatever the term's frequency, a list some cycles a posting: rows pay from about
// one document in eighty on.
void Index::choose_rows() {
  constexpr std::uint32_t one_in = 32;
  constexpr std::size_t most_bytes = std::size_t{256} << 20;
  blocks_ = (documents() + block_size - 1) / block_size;
  row_.assign(idf_.size(), sparse);
  std::vector<TermId> frequent;
  for (TermId t = 0; t < idf_.size(); ++t)
    if (std::uint64_t{frequency_[t]} * one_in >= documents() && frequency_[t] >= 64) frequent.push_back(t);
  std::ranges::stable_sort(frequent, std::greater<>(), [&](TermId t) { return frequency_[t]; });
  const std::size_t room = most_bytes / std::max<std::size_t>(1, blocks_ * block_size);
  if (frequent.size() > room) frequent.resize(room);
  for (const TermId t : frequent) row_[t] = rows_++;
}

std::uint8_t Index::rounded(float impact) const {
  const double units = std::round(static_cast<double>(impact) / step_);
  return static_cast<std::uint8_t>(std::clamp(units, 1.0, 255.0));
}

void Index::fill_blocks() {
  dense_.assign(blocks_ * rows_ * block_size, 0);
  const std::size_t stride = idf_.size();
  postings_begin_.assign(blocks_ * stride + 1, 0);
  for (std::uint32_t d = 0; d < documents(); ++d)
    for (std::size_t i = starts_[d]; i < starts_[d + 1]; ++i)
      if (row_[terms_[i]] == sparse) ++postings_begin_[(d / block_size) * stride + terms_[i] + 1];
  for (std::size_t i = 1; i < postings_begin_.size(); ++i) postings_begin_[i] += postings_begin_[i - 1];
  posting_document_.resize(postings_begin_.back());
  posting_impact_.resize(postings_begin_.back());
  std::vector<std::uint32_t> next(postings_begin_.begin(), postings_begin_.end() - 1);
  for (std::uint32_t d = 0; d < documents(); ++d) {
    const std::size_t block = d / block_size;
    const std::uint32_t place = d % block_size;
    for (std::size_t i = starts_[d]; i < starts_[d + 1]; ++i) {
      const std::uint32_t row = row_[terms_[i]];
      if (row != sparse) {
        dense_[(block * rows_ + row) * block_size + place] = rounded(impacts_[i]);
        continue;
      }
      const std::uint32_t posting = next[block * stride + terms_[i]]++;
      posting_document_[posting] = static_cast<std::uint16_t>(place);
      posting_impact_[posting] = rounded(impacts_[i]);
    }
  }
}

}  // namespace crosswalk::text
