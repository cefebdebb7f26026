// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace crosswalk::solve {

// A set of at most `capacity` items (courses), as bits. Everything is O(capacity / 64).
struct ItemSet {
  static constexpr std::size_t capacity = 256;
  std::array<std::uint64_t, capacity / 64> words{};

  [[nodiscard]] static ItemSet of(std::size_t item) {
    ItemSet out;
    out.insert(item);
    return out;
  }
  void insert(std::size_t item) { words[item / 64] |= std::uint64_t{1} << (item % 64); }
  void erase(std::size_t item) { words[item / 64] &= ~(std::uint64_t{1} << (item % 64)); }
  [[nodiscard]] bool contains(std::size_t item) const { return ((words[item / 64] >> (item % 64)) & 1U) != 0; }
  [[nodiscard]] bool empty() const { return (words[0] | words[1] | words[2] | words[3]) == 0; }
  [[nodiscard]] int size() const {
    int out = 0;
    for (const std::uint64_t word : words) out += std::popcount(word);
    return out;
  }
  // The least item; only of a set that is not empty.
  [[nodiscard]] std::size_t first() const {
    for (std::size_t i = 0; i < words.size(); ++i)
      if (words[i] != 0) return i * 64 + static_cast<std::size_t>(std::countr_zero(words[i]));
    return capacity;
  }
  template <class Visit>
  void for_each(Visit&& visit) const {
    for (std::size_t i = 0; i < words.size(); ++i)
      for (std::uint64_t word = words[i]; word != 0; word &= word - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(word)));
  }

  ItemSet& operator|=(const ItemSet& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] |= other.words[i];
    return *this;
  }
  ItemSet& operator&=(const ItemSet& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= other.words[i];
    return *this;
  }
  ItemSet& operator-=(const ItemSet& other) {
    for (std::size_t i = 0; i < words.size(); ++i) words[i] &= ~other.words[i];
    return *this;
  }
  friend ItemSet operator|(ItemSet a, const ItemSet& b) { return a |= b; }
  friend ItemSet operator&(ItemSet a, const ItemSet& b) { return a &= b; }
  friend ItemSet operator-(ItemSet a, const ItemSet& b) { return a -= b; }
  bool operator==(const ItemSet&) const = default;
};

}  // namespace crosswalk::solve
