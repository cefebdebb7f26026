// SPDX-License-Identifier: Apache-2.0
#include "lib/model/truth.hpp"

#include <catch2/catch.hpp>

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

namespace {
const Truth yes(true), no(false), open(Unknown::needs_person, "interview"), graded(Unknown::missing_grade, "no grade");
}

TEST_CASE("unknown is folded neither into yes nor into no", "[model][truth]") {
  CHECK((yes && open).unknown());
  CHECK((no && open).no());
  CHECK((yes || open).yes());
  CHECK((no || open).unknown());
  CHECK((!open).unknown());
}

TEST_CASE("the doubts of both sides are carried", "[model][truth]") {
  const Truth both = open && graded;
  REQUIRE(both.unknown());
  CHECK(both.doubts().size() == 2);
}

TEST_CASE("two of three is decided as soon as it can be", "[model][truth]") {
  CHECK(at_least(2, {yes, yes, open}).yes());
  CHECK(at_least(2, {yes, open, no}).unknown());
  CHECK(at_least(2, {open, no, no}).no());
  CHECK(at_least(0, {}).yes());
}
