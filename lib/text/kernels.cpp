// SPDX-License-Identifier: Apache-2.0
#include "lib/text/kernels.hpp"

#include <algorithm>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) && \
    !defined(__SANITIZE_THREAD__)
#define CROSSWALK_WIDEST __attribute__((target_clones("default", "avx2", "arch=x86-64-v4"), optimize("O3")))
#else
#define CROSSWALK_WIDEST
#endif

namespace crosswalk::text {
namespace {

// a + b, at most the largest value, in three instructions every vector unit has.
template <class Sum>
inline Sum capped(Sum a, Sum b) {
  const auto room = static_cast<Sum>(~a);
  return static_cast<Sum>(a + std::min(b, room));
}

// Four bytes fit in two; in one they are capped on the way.
inline std::uint8_t four(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d, std::uint8_t) {
  return capped(capped(a, b), capped(c, d));
}
inline std::uint16_t four(std::uint8_t a, std::uint8_t b, std::uint8_t c, std::uint8_t d, std::uint16_t) {
  return static_cast<std::uint16_t>(a + b + c + d);
}

template <class Sum>
inline __attribute__((always_inline)) void set_rows(Sum* __restrict sums, const FourRows& rows, std::size_t length) {
  const std::uint8_t* __restrict a = rows.row[0];
  const std::uint8_t* __restrict b = rows.row[1];
  const std::uint8_t* __restrict c = rows.row[2];
  const std::uint8_t* __restrict d = rows.row[3];
  for (std::size_t i = 0; i < length; ++i) sums[i] = four(a[i], b[i], c[i], d[i], Sum{});
}

template <class Sum>
inline __attribute__((always_inline)) void add_rows(Sum* __restrict sums, const FourRows& rows, std::size_t length) {
  const std::uint8_t* __restrict a = rows.row[0];
  const std::uint8_t* __restrict b = rows.row[1];
  const std::uint8_t* __restrict c = rows.row[2];
  const std::uint8_t* __restrict d = rows.row[3];
  for (std::size_t i = 0; i < length; ++i) sums[i] = capped(sums[i], four(a[i], b[i], c[i], d[i], Sum{}));
}

template <class Sum>
inline __attribute__((always_inline)) void maxima_of(const Sum* __restrict sums, std::size_t length,
                                                     Sum* __restrict maxima) {
  for (std::size_t i = 0; i < length / chunk; ++i) {
    Sum most = 0;
    for (std::size_t j = 0; j < chunk; ++j) most = std::max(most, sums[i * chunk + j]);
    maxima[i] = most;
  }
}

}  // namespace

template <>
CROSSWALK_WIDEST void set_sum(std::uint8_t* sums, const FourRows& rows, std::size_t length) {
  set_rows(sums, rows, length);
}
template <>
CROSSWALK_WIDEST void set_sum(std::uint16_t* sums, const FourRows& rows, std::size_t length) {
  set_rows(sums, rows, length);
}
template <>
CROSSWALK_WIDEST void add_sum(std::uint8_t* sums, const FourRows& rows, std::size_t length) {
  add_rows(sums, rows, length);
}
template <>
CROSSWALK_WIDEST void add_sum(std::uint16_t* sums, const FourRows& rows, std::size_t length) {
  add_rows(sums, rows, length);
}
template <>
CROSSWALK_WIDEST void chunk_maxima(const std::uint8_t* sums, std::size_t length, std::uint8_t* maxima) {
  maxima_of(sums, length, maxima);
}
template <>
CROSSWALK_WIDEST void chunk_maxima(const std::uint16_t* sums, std::size_t length, std::uint16_t* maxima) {
  maxima_of(sums, length, maxima);
}

template <class Sum>
void add_list(Sum* __restrict sums, const std::uint16_t* __restrict documents, const std::uint8_t* __restrict impacts,
              std::size_t length) {
  const auto raised = [&](std::size_t i) { return capped(sums[documents[i]], Sum{impacts[i]}); };
  std::size_t i = 0;
  for (; i + 4 <= length; i += 4) {
    const Sum a = raised(i), b = raised(i + 1), c = raised(i + 2), d = raised(i + 3);
    sums[documents[i]] = a;
    sums[documents[i + 1]] = b;
    sums[documents[i + 2]] = c;
    sums[documents[i + 3]] = d;
  }
  for (; i < length; ++i) sums[documents[i]] = raised(i);
}
template void add_list(std::uint8_t*, const std::uint16_t*, const std::uint8_t*, std::size_t);
template void add_list(std::uint16_t*, const std::uint16_t*, const std::uint8_t*, std::size_t);

std::uint64_t at_least(const std::uint8_t* sums, std::uint8_t least) {
  std::uint64_t bits = 0;
#if defined(__SSE2__)
  const __m128i bound = _mm_set1_epi8(static_cast<char>(least));
  for (std::size_t part = 0; part < chunk / 16; ++part) {
    const __m128i values = _mm_loadu_si128(reinterpret_cast<const __m128i*>(sums + part * 16));
    const __m128i enough = _mm_cmpeq_epi8(_mm_max_epu8(values, bound), values);
    bits |= static_cast<std::uint64_t>(static_cast<std::uint16_t>(_mm_movemask_epi8(enough))) << (part * 16);
  }
#else
  for (std::size_t i = 0; i < chunk; ++i) bits |= std::uint64_t{sums[i] >= least} << i;
#endif
  return bits;
}

std::uint64_t at_least(const std::uint16_t* sums, std::uint16_t least) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < chunk; ++i) bits |= std::uint64_t{sums[i] >= least} << i;
  return bits;
}

}  // namespace crosswalk::text
