// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "mappers/chains/chain.hpp"
#include "tests/mappers/chains/mapping_builder.hpp"

using namespace crosswalk;
using namespace crosswalk::test;

namespace {

using Key = std::tuple<std::string, std::string, Relation, bool>;

struct Step {
  std::string from, to;
  chains::Link link;
  double confidence;
  std::size_t mapping;
};

// Every walk of up to `hops` mappings, none used twice, folded left to right: the surest of each end and link.
void walk(const std::vector<Step>& steps, const std::string& start, const std::string& at, chains::Link link,
          double confidence, std::set<std::size_t> used, std::size_t hops, std::map<Key, double>& best) {
  if (used.size() >= 2) {
    double& most = best[{start, at, link.relation, link.negated}];
    most = std::max(most, confidence);
  }
  if (used.size() == hops) return;
  for (const Step& step : steps) {
    if (step.from != at || step.to == start || used.contains(step.mapping)) continue;
    const chains::Link next = used.empty() ? step.link : chains::compose(link, step.link);
    if (next.relation == Relation::other) continue;
    auto more = used;
    more.insert(step.mapping);
    walk(steps, start, step.to, next, confidence * step.confidence, more, hops, best);
  }
}

std::vector<Mapping> random_mappings(std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<Mapping> out;
  std::set<std::pair<std::string, std::string>> pairs;
  const std::array relations{Relation::exact, Relation::exact, Relation::broad, Relation::narrow, Relation::close};
  while (out.size() < 9) {
    const std::string a(1, static_cast<char>('a' + random() % 6)), b(1, static_cast<char>('a' + random() % 6));
    if (a >= b || !pairs.emplace(a, b).second) continue;
    out.push_back(
        mapping(a, relations[random() % relations.size()], b, 0.5 + 0.05 * static_cast<double>(random() % 10)));
  }
  return out;
}

}  // namespace

TEST_CASE("the closure finds what trying every walk finds, and as sure", "[oracle][chains]") {
  const auto seed = GENERATE(range(1U, 60U));
  CAPTURE(seed);
  const std::vector<Mapping> mappings = random_mappings(seed);
  std::vector<Step> steps;
  for (std::size_t m = 0; m < mappings.size(); ++m) {
    const chains::Link link{relation_of(mappings[m].predicate_id)};
    steps.push_back({mappings[m].subject_id, mappings[m].object_id, link, *mappings[m].confidence, m});
    steps.push_back(
        {mappings[m].object_id, mappings[m].subject_id, {inverse(link.relation)}, *mappings[m].confidence, m});
  }
  std::map<Key, double> expected;
  for (char c = 'a'; c < 'g'; ++c) walk(steps, std::string(1, c), std::string(1, c), {}, 1, {}, 3, expected);
  chains::Options options;
  options.most_hops = 3;
  const chains::Closure closure = chains::close(one_set(mappings), options);
  std::set<Key> told;
  for (const auto& d : closure.derived) {
    const Key key{closure.entities[d.subject], closure.entities[d.object], d.link.relation, d.link.negated};
    REQUIRE(expected.contains(key));
    CHECK(d.confidence == Approx(expected.at(key)));
    told.insert(key);
  }
  for (const auto& [key, confidence] : expected) {
    const auto& [a, b, relation, negated] = key;
    const bool stated = std::ranges::any_of(steps, [&](const Step& s) {
      return s.from == a && s.to == b && s.link == chains::Link{relation, negated};
    });
    CAPTURE(a, b, name(relation));
    CHECK((stated || told.contains(key) || told.contains({b, a, inverse(relation), negated})));
  }
}
