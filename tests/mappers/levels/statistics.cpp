// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include <chrono>
#include <ctime>

#include "frameworks/facts/registry.hpp"
#include "mappers/levels/anomalies.hpp"
#include "mappers/levels/overview.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): tests
using namespace crosswalk::levels;  // NOLINT(google-build-using-namespace): tests

TEST_CASE("all pairs of frameworks are compared in under a second", "[levels][.bench]") {
  const auto registry = facts::Registry::open(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  const facts::Facts& facts = registry.facts();
  Admission admission;
  admission.as_of = registry.release().date;
  const std::clock_t start = std::clock();
  const ReferencingIndex index(facts.frameworks, facts.referencing, admission);
  std::size_t answers = 0, known = 0;
  for (int from = 0; from < index.size(); ++from)
    for (int to = 0; to < index.size(); ++to) {
      if (from == to) continue;
      for (const LevelAnswer& each : compare(index, from, to, {}, facts.qualification_types, {}).levels) {
        ++answers;
        known += each.leading.known == Known::unknown ? 0U : 1U;
      }
    }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  WARN("all pairs: " << answers << " answers, " << known << " known, " << seconds << " s of CPU time");
  CHECK(seconds < 1.0);
}

TEST_CASE("through the EQF", "[levels][.statistics]") {
  const auto registry = facts::Registry::open(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  const facts::Facts& facts = registry.facts();
  Admission admission;
  admission.as_of = registry.release().date;
  for (const bool all : {false, true}) {
    admission.include_unverified = all;
    const ReferencingIndex index(facts.frameworks, facts.referencing, admission);
    const int eqf = index.position("EQF");
    std::size_t one = 0, several = 0, none = 0, unknown = 0, lost = 0, levels = 0;
    for (const int from : index.neighbours(eqf)) {
      for (std::size_t i = 0; i < index.framework(from).levels.size(); ++i)
        levels += along(index, std::vector<int>{from, eqf}, static_cast<int>(i)).known == Known::levels ? 1U : 0U;
      lost += lost_round_trips(index, {from, eqf}).size();
      for (const int to : index.neighbours(eqf)) {
        if (from == to) continue;
        const std::vector<int> chain{from, eqf, to};
        for (std::size_t i = 0; i < index.framework(from).levels.size(); ++i) {
          const Answer found = along(index, chain, static_cast<int>(i));
          if (found.known == Known::none) ++none;
          if (found.known == Known::unknown) ++unknown;
          if (found.known == Known::levels) ++(found.to.size() == 1 ? one : several);
        }
      }
    }
    WARN("all " << all << ": one " << one << " several " << several << " none " << none << " unknown " << unknown
                << "; round trips lost " << lost << " of " << levels);
  }
}
