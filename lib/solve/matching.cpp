// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/matching.hpp"

namespace crosswalk::solve {

void Matching::reset(std::span<const ItemSet> rows, const ItemSet& items) {
  rows_ = rows;
  free_ = items;
  items_ = items;
}

bool Matching::augment(std::size_t row, Scratch& scratch) {
  if (const ItemSet open = rows_[row] & free_; !open.empty()) {
    const std::size_t item = open.first();
    holder_[item] = static_cast<std::int16_t>(row);
    free_.erase(item);
    return true;
  }
  if (scratch.stamp.size() < rows_.size()) {
    scratch.stamp.assign(rows_.size(), 0);
    scratch.from.resize(rows_.size());
    scratch.via.resize(rows_.size());
    scratch.now = 0;
  }
  ++scratch.now;
  scratch.queue.clear();
  scratch.queue.push_back(static_cast<std::int16_t>(row));
  scratch.stamp[row] = scratch.now;
  ItemSet unseen = items_ - free_;
  for (std::size_t head = 0; head < scratch.queue.size(); ++head) {
    const auto current = static_cast<std::size_t>(scratch.queue[head]);
    const ItemSet reach = rows_[current] & unseen;
    unseen -= reach;
    std::size_t last = ItemSet::capacity;
    std::size_t end = 0;
    for (std::size_t w = 0; w < reach.words.size() && last == ItemSet::capacity; ++w)
      for (std::uint64_t word = reach.words[w]; word != 0; word &= word - 1) {
        const std::size_t item = w * 64 + static_cast<std::size_t>(std::countr_zero(word));
        const auto next = static_cast<std::size_t>(holder_[item]);
        if (scratch.stamp[next] == scratch.now) continue;
        scratch.stamp[next] = scratch.now;
        scratch.from[next] = static_cast<std::int16_t>(current);
        scratch.via[next] = static_cast<std::int16_t>(item);
        if (const ItemSet open = rows_[next] & free_; !open.empty()) {
          last = open.first();
          end = next;
          break;
        }
        scratch.queue.push_back(static_cast<std::int16_t>(next));
      }
    if (last == ItemSet::capacity) continue;
    free_.erase(last);
    for (std::size_t item = last, taker = end;;) {
      holder_[item] = static_cast<std::int16_t>(taker);
      if (taker == row) return true;
      item = static_cast<std::size_t>(scratch.via[taker]);
      taker = static_cast<std::size_t>(scratch.from[taker]);
    }
  }
  return false;
}

int Matching::grow(std::size_t row, int count, Scratch& scratch) {
  int grown = 0;
  while (grown < count && augment(row, scratch)) ++grown;
  return grown;
}

ItemSet Matching::held(std::size_t row) const {
  ItemSet out;
  (rows_[row] & (items_ - free_)).for_each([&](std::size_t item) {
    if (holder_[item] == static_cast<std::int16_t>(row)) out.insert(item);
  });
  return out;
}

}  // namespace crosswalk::solve
