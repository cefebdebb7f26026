// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/descriptors.hpp"

#include <catch2/catch.hpp>

using namespace crosswalk;          // NOLINT(google-build-using-namespace): tests
using namespace crosswalk::levels;  // NOLINT(google-build-using-namespace): tests

namespace {

Framework framework(const std::string& id, std::vector<Descriptor> descriptors) {
  Framework out;
  out.id = {id};
  Level level;
  level.ref = {out.id, "1"};
  level.rank = 10;
  level.descriptors = std::move(descriptors);
  out.levels.push_back(std::move(level));
  return out;
}

std::vector<std::string> verdicts(std::vector<Descriptor> a, std::vector<Descriptor> b) {
  const Framework from = framework("A", std::move(a)), to = framework("B", std::move(b));
  Comparison comparison{from.id, to.id, {}, {}};
  LevelAnswer answer;
  answer.from = {from.id, "1"};
  answer.leading.to = {"1"};
  comparison.levels.push_back(answer);
  return descriptor_verdicts(comparison, from, to);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("descriptors are compared by product order, and incomparable is an answer", "[levels][descriptors]") {
  const Descriptor knowledge3{"knowledge", 3, ""}, knowledge4{"knowledge", 4, ""}, autonomy5{"autonomy", 5, ""},
      autonomy3{"autonomy", 3, ""};
  CHECK(verdicts({knowledge3, autonomy5}, {knowledge4, autonomy3}) ==
        Lines{"by descriptors A/1 against B/1: incomparable"});
  CHECK(verdicts({knowledge4, autonomy5}, {knowledge4, autonomy3}) == Lines{"by descriptors A/1 against B/1: higher"});
  CHECK(verdicts({knowledge3}, {knowledge3, autonomy3}) == Lines{"by descriptors A/1 against B/1: equal"});
  CHECK(verdicts({knowledge3}, {autonomy3}).empty());
}
