// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/evaluate.hpp"

#include <catch2/catch.hpp>

using namespace crosswalk::competencies;

TEST_CASE("precision, recall and F1 count a pair once", "[mappers][competencies]") {
  const SetMeasures out = compare_sets({{"a", "x"}, {"a", "x"}, {"b", "y"}, {"c", "z"}}, {{"a", "x"}, {"b", "w"}});
  CHECK(out.found == 3);
  CHECK(out.right == 1);
  CHECK(out.precision == Approx(1.0 / 3));
  CHECK(out.recall == Approx(0.5));
  CHECK(out.f1 == Approx(0.4));
  CHECK(compare_sets({}, {}).f1 == 0);
}

// Worked by hand: right at place 2 of {7}; at 1 and 3 of {1, 2}; nowhere.
TEST_CASE("ranks are measured over subjects with a reference", "[mappers][competencies]") {
  const RankMeasures out = measure_ranks({{{5, 7}, {7}}, {{1, 9, 2}, {1, 2}}, {{4}, {8}}});
  CHECK(out.mrr == Approx((0.5 + 1 + 0) / 3));
  CHECK(out.hits[0] == Approx(1.0 / 3));
  CHECK(out.hits[1] == Approx(2.0 / 3));
  CHECK(out.recall[0] == Approx(0.5 / 3));
  CHECK(out.r_precision[0] == Approx(1.0 / 3));
}

TEST_CASE("calibration error is the weighted gap between said and seen", "[mappers][competencies]") {
  const Calibration out = measure_calibration({{0.9, true}, {0.9, false}, {0.1, false}, {0.1, false}});
  CHECK(out.error == Approx(0.5 * 0.4 + 0.5 * 0.1));
}
