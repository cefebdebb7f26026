// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>

#include "mappers/chains/chain.hpp"

using namespace crosswalk;

namespace {

// Six editions of one framework, each mapped to the next: nine in ten entries one to one, the others merged or split.
std::vector<MappingSet> editions(std::size_t mappings) {
  constexpr std::size_t hops = 5;
  std::mt19937_64 random(11);
  std::vector<MappingSet> sets(hops);
  for (std::size_t h = 0; h < hops; ++h) {
    MappingSet& set = sets[h];
    set.subject_source = "urn:bench:" + std::to_string(h);
    set.object_source = "urn:bench:" + std::to_string(h + 1);
    for (std::size_t i = 0; i < mappings / hops; ++i) {
      Mapping mapping;
      const std::uint64_t chance = random() % 100;
      const std::size_t object = chance < 90 ? i : i / 2;
      mapping.subject_id = set.subject_source + ':' + std::to_string(i);
      mapping.object_id = set.object_source + ':' + std::to_string(object);
      mapping.predicate_id = predicate_of(chance < 90   ? Relation::exact
                                          : chance < 95 ? Relation::broad
                                                        : Relation::close);
      mapping.confidence = 0.8 + 0.002 * static_cast<double>(random() % 100);
      set.mappings.push_back(std::move(mapping));
    }
  }
  return sets;
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t count = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 1'000'000;
  const auto sets = editions(count);
  const double begin = cpu_seconds();
  chains::Options options;
  options.most_hops = 5;
  const chains::Closure closure = chains::close(sets, options);
  std::printf("%zu mappings, up to 5 hops: %zu derived, %zu conflicts, %.1f s processor time\n",
              closure.asserted.size(), closure.derived.size(), closure.conflicts.size(), cpu_seconds() - begin);
  return 0;
}
