// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/cheapest_cover.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace crosswalk::solve;

namespace {

// Every subset in turn; `most` below zero: none.
std::int64_t tried(const std::vector<Offer>& offers, std::int64_t demand, std::int64_t most) {
  std::int64_t best = CheapestCover::never;
  for (unsigned mask = 0; mask < (1U << offers.size()); ++mask) {
    std::int64_t amount = 0, price = 0;
    for (std::size_t i = 0; i < offers.size(); ++i)
      if ((mask >> i & 1U) != 0) {
        amount += offers[i].amount;
        price += offers[i].price;
      }
    if (amount >= demand && (most < 0 || amount <= most)) best = std::min(best, price);
  }
  return best;
}

}  // namespace

TEST_CASE("the cheapest items that reach a demand are found, and cost what they say", "[solve][cover]") {
  std::mt19937 random(7);
  CheapestCover cover;
  for (int round = 0; round < 2000; ++round) {
    std::vector<Offer> offers;
    for (std::size_t i = 0; i < 1 + random() % 8; ++i)
      offers.push_back({i, static_cast<std::int64_t>(random() % 6), static_cast<std::int64_t>(random() % 9)});
    const auto demand = static_cast<std::int64_t>(1 + random() % 12);
    const std::int64_t most = random() % 2 == 0 ? -1 : demand + static_cast<std::int64_t>(random() % 3);
    const std::int64_t wanted = tried(offers, demand, most);
    REQUIRE(cover.reach(offers, demand, most) == wanted);
    if (wanted == CheapestCover::never) continue;
    std::int64_t amount = 0, price = 0;
    cover.chosen().for_each([&](std::size_t i) {
      amount += offers[i].amount;
      price += offers[i].price;
    });
    CHECK(amount >= demand);
    CHECK((most < 0 || amount <= most));
    CHECK(price == wanted);
  }
}

TEST_CASE("a large demand is reckoned in coarser steps that never ask for more", "[solve][cover]") {
  CheapestCover cover;
  std::vector<Offer> offers{{0, 1500, 10}, {1, 1499, 3}, {2, 3000, 14}};
  CHECK(cover.reach(offers, 3000, -1) <= 14);
  offers = {{0, 10, 1}};
  CHECK(cover.reach(offers, 3000, -1) == CheapestCover::never);
}

TEST_CASE("a number of items takes the cheapest, the first among equals", "[solve][cover]") {
  CheapestCover cover;
  std::vector<Offer> offers{{4, 1, 5}, {2, 1, 3}, {7, 1, 3}, {9, 1, 1}};
  CHECK(cover.count(offers, 2) == 4);
  CHECK(cover.chosen() == (ItemSet::of(9) | ItemSet::of(2)));
  CHECK(cover.count(offers, 5) == CheapestCover::never);
}
