// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/course_pairs/course_pairs.hpp"

#include <catch2/catch.hpp>

#include "lib/model/offering.hpp"

namespace crosswalk::formats {

TEST_CASE("pairs of courses become offerings with all their prerequisites", "[formats][course-pairs]") {
  Input input = Input::from_text("a_CS 2,a_CS 1\na_CS 2,a_MA 1\na_CS 2,a_CS 1\nlonely\n", "pairs.csv");
  const auto read = course_pairs_format().read(input);
  const auto* found = read.value.get<Catalogue>();
  REQUIRE(found != nullptr);
  REQUIRE(found->offerings.size() == 3);
  CHECK(found->offerings[1].id.text == "a_CS 2");
  CHECK(found->offerings[1].provider.text == "a");
  CHECK(found->offerings[1].prerequisites->parts.size() == 2);
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code == "course-pairs.not-a-pair");
  CHECK(read.diagnostics[0].location.line == 4);
}

}  // namespace crosswalk::formats
