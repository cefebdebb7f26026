// SPDX-License-Identifier: Apache-2.0
#include "lib/text/probe.hpp"

namespace crosswalk::text {

void Probe::ask(std::span<const TermId> query) {
  for (const TermId term : query_)
    if (term < idf_.size()) idf_[term] = 0;
  query_ = query;
  for (const TermId term : query_)
    if (term < idf_.size()) idf_[term] = index_.idf_[term];
}

Index::Overlap Probe::overlap(std::uint32_t document) const {
  Index::Overlap out;
  for (std::size_t i = index_.starts_[document]; i < index_.starts_[document + 1]; ++i) {
    const double idf = idf_[index_.terms_[i]];
    out.idf += idf;
    out.score += idf > 0 ? static_cast<double>(index_.impacts_[i]) : 0.0;  // idf of a term is never 0
  }
  return out;
}

}  // namespace crosswalk::text
