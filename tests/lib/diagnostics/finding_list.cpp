// SPDX-License-Identifier: Apache-2.0
#include "lib/diagnostics/finding_list.hpp"

#include <catch2/catch.hpp>

namespace crosswalk {

TEST_CASE("of findings alike the first are kept and the rest counted", "[diagnostics]") {
  FindingList list(2);
  for (int i = 0; i < 5; ++i) list.warn("a.b", {}, std::to_string(i));
  list.add(Severity::error, "c.d", {}, "x");
  CHECK(list.count("a.b") == 5);
  const Diagnostics all = list.take("f");
  REQUIRE(all.size() == 4);
  CHECK(all[1].text == "1");
  CHECK(to_string(all[3]) == "f: note: and 3 more like the 2 above [a.b]");
}

}  // namespace crosswalk
