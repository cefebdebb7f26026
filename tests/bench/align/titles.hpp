// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <ctime>
#include <string>
#include <vector>

namespace bench {

// Generated competency statements: `count` titles of 9 to 25 words (17 on average) from 5,000 words whose frequency
// falls with rank as 1 / (rank + 10) (Zipf and Mandelbrot). The same seed gives the same titles everywhere.
std::vector<std::vector<std::string>> titles(std::size_t count, std::uint64_t seed);

// Processor seconds of this thread so far: other programs on the machine do not count.
inline double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Queries a second of the other engines: each indexes `documents` in memory, then answers the first `queries` of them,
// best ten, any word of the title.
double xapian_rate(const std::vector<std::vector<std::string>>& documents, std::size_t queries);  // 0: not installed
double fts5_rate(const std::vector<std::vector<std::string>>& documents, std::size_t queries);

}  // namespace bench
