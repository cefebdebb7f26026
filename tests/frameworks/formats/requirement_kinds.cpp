// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

using namespace crosswalk;

namespace {

const std::string folder = std::string(CROSSWALK_SOURCE_DIR) + "/tests/frameworks/formats/";

std::string code_of(const std::string& yaml) {
  try {
    static_cast<void>(formats::read_programme(syntax::parse_yaml(yaml, "p.yaml"), "p.yaml"));
  } catch (const InputError& error) {
    return error.diagnostic().code;
  }
  return "none";
}

}  // namespace

TEST_CASE("every one of the thirty-six kinds of requirement is written and read back", "[formats][requirements]") {
  const auto read = formats::read_file(folder + "requirement_kinds.yaml");
  const auto* programme = read.value.get<Programme>();
  REQUIRE(programme != nullptr);
  REQUIRE(programme->root.parts.size() == 36);
  for (std::size_t i = 0; i < 36; ++i) CHECK(programme->root.parts[i].id.text == "r" + std::to_string(i + 1));
  const std::string text = syntax::write_yaml(formats::write_programme(*programme));
  INFO(text);
  const auto again = formats::read_programme(syntax::parse_yaml(text, "again.yaml"), "again.yaml");
  for (std::size_t i = 0; i < 36; ++i) {
    INFO(i + 1);
    CHECK(again.value.root.parts[i] == programme->root.parts[i]);
  }
  CHECK(again.value == *programme);
}

TEST_CASE("what is wrong with a programme is said precisely", "[formats][requirements]") {
  const std::string head = "crosswalk: requirements/1\nid: p\n";
  CHECK(code_of("crosswalk: requirements/2\nid: p\nrequirement: {id: a}\n") == "requirements.version");
  CHECK(code_of(head + "requirement: {id: a, take: MATH 1, need: MATH 2}\n") == "requirements.two-needs");
  CHECK(code_of(head + "requirement: {id: a, parts: [{id: b, take: MATH 1}, {id: b, take: MATH 2}]}\n") ==
        "requirements.duplicate-id");
  CHECK(code_of(head + "requirement: {id: a, block: nowhere}\n") == "requirements.unknown-block");
  CHECK(code_of(head + "equivalences: [{codes: [MATH 1]}]\nrequirement: {id: a}\n") == "requirements.equivalence");
  CHECK(code_of(head) == "yaml.missing");
  CHECK(code_of(head + "requirement: {id: a, atleast: 2}\n") == "yaml.unknown-key");
  const auto read = formats::read_programme(
      syntax::parse_yaml(head + "requirement: {id: a, parts: [{id: math, take: MATH 1, share-with: [meth]}]}\n",
                         "p.yaml"),
      "p.yaml");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code == "requirements.unknown-reference");
  CHECK(read.diagnostics[0].text.find("did you mean 'math'") != std::string::npos);
}
