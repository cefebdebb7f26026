// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lib/text/vocabulary.hpp"

namespace crosswalk::text {

// Many bags of terms in one array: bag i is the sorted terms of document or query i, a repeated term standing as often
// as it occurs.
class Bags {
 public:
  void add(std::vector<TermId> terms) {
    std::ranges::sort(terms);
    terms_.insert(terms_.end(), terms.begin(), terms.end());
    ends_.push_back(terms_.size());
  }
  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::span<const TermId> operator[](std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
    return std::span(terms_).subspan(begin, ends_[i] - begin);
  }
  [[nodiscard]] std::size_t total() const { return terms_.size(); }

 private:
  std::vector<TermId> terms_;
  std::vector<std::size_t> ends_;
};

}  // namespace crosswalk::text
