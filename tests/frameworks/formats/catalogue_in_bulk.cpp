// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "frameworks/formats/format.hpp"

using namespace crosswalk;

namespace {

ReadResult<formats::Document> read(const std::string& text) {
  formats::Input input = formats::Input::from_text(text, "bulk.ndjson");
  return formats::read(input);
}

const std::string head = "{\"crosswalk\": \"catalogue/1\", \"title\": \"T\"}\n";

}  // namespace

TEST_CASE("offerings one a line are read with all their members", "[formats][catalogue-ndjson]") {
  const auto found =
      read(head + R"({"id": "a", "code": "TID 101", "title": "Tides", "kind": "micro-credential", "provider": "P",)"
                  R"( "credits": "2.5", "system": "ECTS", "level": "EQF/6", "outcomes": ["x", "y"],)"
                  R"( "cost": "450 EUR", "weeks": 3, "workload": "65", "assessment": "on site", "z": {"q": 1}})");
  const auto* catalogue = found.value.get<Catalogue>();
  REQUIRE(catalogue != nullptr);
  CHECK(catalogue->title == "T");
  REQUIRE(catalogue->offerings.size() == 1);
  const Offering& offering = catalogue->offerings.front();
  CHECK(offering.kind == OfferingKind::micro_credential);
  CHECK(offering.credits.front().amount == Rational(5, 2));
  CHECK(offering.levels.front() == StatedLevel{"EQF", "6", ""});
  CHECK(offering.outcomes == std::vector<std::string>{"x", "y"});
  CHECK(offering.cost == Money{Rational(450), "EUR"});
  CHECK(offering.attributes.at("assessment") == "on site");
  CHECK(found.loss.total() == 1);  // z
}

TEST_CASE("a bad line does not lose the file", "[formats][catalogue-ndjson]") {
  const auto found =
      read(head + "{\"id\": \"a\"}\nnot json\n{\"title\": \"no name\"}\n{\"id\": \"b\", \"credits\": \"many\"}\n");
  CHECK(found.value.get<Catalogue>()->offerings.size() == 2);
  CHECK(found.loss.total() == 2);
  std::vector<std::string> codes;
  for (const Diagnostic& each : found.diagnostics) codes.push_back(each.code);
  REQUIRE(codes.size() == 3);
  CHECK(codes[1] == "catalogue-ndjson.no-identifier");
  CHECK(codes[2] == "catalogue-ndjson.amount");
}
