// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/cheapest_cover.hpp"

#include <algorithm>

namespace crosswalk::solve {

void CheapestCover::add(const Offer& offer, std::size_t row, bool saturate) {
  std::uint64_t* took = took_.data() + row * words_;
  const std::int64_t least = saturate ? 1 : offer.amount;
  for (std::int64_t to = top_; to >= least; --to) {
    const std::int64_t from = std::max<std::int64_t>(0, to - offer.amount);
    const std::int64_t price = best_[static_cast<std::size_t>(from)] + offer.price;
    if (price >= best_[static_cast<std::size_t>(to)]) continue;
    best_[static_cast<std::size_t>(to)] = price;
    took[to / 64] |= std::uint64_t{1} << (to % 64);
  }
}

std::int64_t CheapestCover::reach(std::vector<Offer>& offers, std::int64_t demand, std::int64_t most) {
  offers_ = &offers;
  counted_ = false;
  top_ = 0;
  if (demand <= 0) {
    end_ = 0;
    return 0;
  }
  const std::int64_t step = (demand + finest - 1) / finest;
  std::int64_t largest = 0;
  for (Offer& offer : offers) {
    if (step > 1) offer.amount = (offer.amount + step - 1) / step;
    largest = std::max(largest, offer.amount);
  }
  demand = (demand + step - 1) / step;
  const bool bounded = step == 1 && most >= 0 && most < demand + largest - 1;
  top_ = bounded ? most : demand;
  if (bounded && most < demand) return never;
  words_ = static_cast<std::size_t>(top_) / 64 + 1;
  best_.assign(static_cast<std::size_t>(top_) + 1, never);
  best_[0] = 0;
  took_.assign(offers.size() * words_, 0);
  for (std::size_t i = 0; i < offers.size(); ++i)
    if (offers[i].amount > 0) add(offers[i], i, !bounded);
  const auto first = best_.begin() + static_cast<std::ptrdiff_t>(demand);
  const auto least = std::min_element(first, best_.end());
  end_ = static_cast<std::size_t>(least - best_.begin());
  return std::min(*least, never);
}

std::int64_t CheapestCover::count(std::vector<Offer>& offers, std::int64_t demand) {
  offers_ = &offers;
  counted_ = true;
  end_ = 0;
  if (demand <= 0) return 0;
  if (static_cast<std::int64_t>(offers.size()) < demand) return never;
  std::partial_sort(offers.begin(), offers.begin() + demand, offers.end(), [](const Offer& a, const Offer& b) {
    return a.price != b.price ? a.price < b.price : a.item < b.item;
  });
  end_ = static_cast<std::size_t>(demand);
  std::int64_t out = 0;
  for (std::size_t i = 0; i < end_; ++i) out += offers[i].price;
  return out;
}

ItemSet CheapestCover::chosen() const {
  ItemSet out;
  if (counted_) {
    for (std::size_t i = 0; i < end_; ++i) out.insert((*offers_)[i].item);
    return out;
  }
  if (end_ == 0 || best_[end_] >= never) return out;
  auto at = static_cast<std::int64_t>(end_);
  for (std::size_t i = offers_->size(); i-- > 0 && at > 0;) {
    if (((took_[i * words_ + static_cast<std::size_t>(at) / 64] >> (at % 64)) & 1U) == 0) continue;
    out.insert((*offers_)[i].item);
    at = std::max<std::int64_t>(0, at - (*offers_)[i].amount);
  }
  return out;
}

}  // namespace crosswalk::solve
