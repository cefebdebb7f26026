// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

// Loops of the index that compilers turn into vector code; on x86-64 the widest the processor has is chosen when
// the program starts. A sum is a byte or two and stops at the
// largest value. Lengths of sums are multiples of `chunk`, nothing overlaps.
namespace crosswalk::text {

inline constexpr std::size_t chunk = 64;

struct FourRows {
  const std::uint8_t* row[4];
};

template <class Sum>
void set_sum(Sum* sums, const FourRows& rows, std::size_t length);  // sums = row0 + ... + row3
template <class Sum>
void add_sum(Sum* sums, const FourRows& rows, std::size_t length);  // sums += row0 + ... + row3

// sums[documents[i]] += impacts[i]; the documents of a list are distinct
template <class Sum>
void add_list(Sum* sums, const std::uint16_t* documents, const std::uint8_t* impacts, std::size_t length);

// maxima[i] = the largest of sums in chunk i
template <class Sum>
void chunk_maxima(const Sum* sums, std::size_t length, Sum* maxima);

// Bit i is set where sums[i] >= least, of one chunk.
[[nodiscard]] std::uint64_t at_least(const std::uint8_t* sums, std::uint8_t least);
[[nodiscard]] std::uint64_t at_least(const std::uint16_t* sums, std::uint16_t least);

}  // namespace crosswalk::text
