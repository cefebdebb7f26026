// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/align/titles.hpp"

#include <algorithm>

namespace bench {
namespace {

// SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t next(std::uint64_t& state) {
  std::uint64_t z = (state += 0x9e3779b97f4a7c15U);
  z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
  z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
  return z ^ (z >> 31U);
}

std::string word(std::size_t rank) {
  static constexpr char consonants[] = "bdfgklmnprstvz", vowels[] = "aeiou";
  std::string out;
  for (std::size_t rest = rank + 70; rest > 0; rest /= 70) {
    out += consonants[rest % 14];
    out += vowels[rest / 14 % 5];
  }
  return out;
}

}  // namespace

std::vector<std::vector<std::string>> titles(std::size_t count, std::uint64_t seed) {
  constexpr std::size_t words = 5000;
  std::vector<double> cumulated(words);
  double sum = 0;
  for (std::size_t r = 0; r < words; ++r) cumulated[r] = sum += 1.0 / static_cast<double>(r + 10);
  std::vector<std::vector<std::string>> out(count);
  for (auto& title : out) {
    const std::size_t length = 9 + next(seed) % 17;
    for (std::size_t i = 0; i < length; ++i) {
      const double at = static_cast<double>(next(seed) >> 11U) * 0x1p-53 * sum;
      title.push_back(word(static_cast<std::size_t>(std::ranges::upper_bound(cumulated, at) - cumulated.begin())));
    }
  }
  return out;
}

}  // namespace bench
