// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

Probe probe_of(const std::string& text) { return probe(Input::from_text(text, "f")); }

}  // namespace

TEST_CASE("a probe shows root element and namespace of XML", "[formats][probe]") {
  const auto text = "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <a> -->\n<e:elmo\n  xmlns:e = 'urn:x' a='1'>";
  const Probe seen = probe_of(text);
  REQUIRE(seen.xml_root);
  CHECK(seen.xml_root->name == "elmo");
  CHECK(seen.xml_root->space == "urn:x");
}

TEST_CASE("a probe shows top-level keys of JSON, also of the first object of an array", "[formats][probe]") {
  CHECK(probe_of(R"({"a": {"x": 1}, "b\"": [ {"y": 2} ], "c)").json_keys == std::vector<std::string>{"a", "b\\\""});
  CHECK(probe_of(R"([{"a": "b: c", "d": 1}, {"e": 1}])").json_keys == std::vector<std::string>{"a", "d"});
}

TEST_CASE("a probe shows the kind of our own YAML and a header otherwise", "[formats][probe]") {
  CHECK(probe_of("# note\n---\ncrosswalk: rules/1\n").crosswalk == "rules");
  const Probe table = probe_of("\"Course\"; Title ;Credits\nA;B;C");
  CHECK(table.crosswalk.empty());
  CHECK(table.header == std::vector<std::string>{"course", "title", "credits"});
}

TEST_CASE("a format of the contract that is not read says so", "[formats]") {
  Input input = Input::from_text("{}", "x.json");
  for (const Format& format : formats()) {
    if (format.can_read()) continue;
    CAPTURE(format.id);
    try {
      static_cast<void>(identify(input, format.id));
      FAIL("accepted");
    } catch (const InputError& error) {
      CHECK(error.diagnostic().code == "format.unsupported");
    }
  }
}

TEST_CASE("a file no format knows is refused with what it looks like", "[formats]") {
  Input input = Input::from_text("<letter/>", "x.xml");
  try {
    static_cast<void>(identify(input));
    FAIL("accepted");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == "format.unknown");
    CHECK(error.diagnostic().text.find("root element 'letter'") != std::string::npos);
  }
}

TEST_CASE("an unknown format name is a usage error that names the nearest", "[formats]") {
  CHECK_THROWS_WITH(format("elmoo"), Catch::Contains("did you mean 'elmo'"));
}

TEST_CASE("each format of the contract is in the list once", "[formats]") {
  std::vector<std::string_view> ids;
  for (const Format& format : formats()) ids.push_back(format.id);
  std::ranges::sort(ids);
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
  CHECK(ids.size() >= 36);
}

}  // namespace crosswalk::formats
