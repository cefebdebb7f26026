// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

// Byte loops of the index that compilers turn into vector code; on x86-64 the widest the processor has is chosen when
// the program starts. Sums stop at 255. Lengths of sums are multiples of `chunk`, nothing overlaps.
namespace crosswalk::text {

inline constexpr std::size_t chunk = 64;

struct FourRows {
  const std::uint8_t* row[4];
};

void set_sum(std::uint8_t* sums, const FourRows& rows, std::size_t length);  // sums = row0 + ... + row3
void add_sum(std::uint8_t* sums, const FourRows& rows, std::size_t length);  // sums += row0 + ... + row3

// sums[documents[i]] += impacts[i]; the documents of a list are distinct
void add_list(std::uint8_t* sums, const std::uint16_t* documents, const std::uint8_t* impacts, std::size_t length);

// maxima[i] = the largest of sums in chunk i
void chunk_maxima(const std::uint8_t* sums, std::size_t length, std::uint8_t* maxima);

// Bit i is set where sums[i] >= least, of one chunk.
[[nodiscard]] std::uint64_t at_least(const std::uint8_t* sums, std::uint8_t least);

}  // namespace crosswalk::text
