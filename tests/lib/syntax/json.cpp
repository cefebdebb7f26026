// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json_view.hpp"
#include "tests/lib/syntax/bad_input.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

// The diagnostic's one line, or "read" where the text was accepted.
std::string verdict(std::string_view text, const Limits& limits = {}) {
  try {
    (void)parse_json(text, "f.json", limits);
    return "read";
  } catch (const InputError& error) {
    return error.what();
  }
}

// The same through the tape.
std::string tape_verdict(std::string_view text) {
  try {
    JsonTape tape;
    tape.parse(text, "f.json");
    CHECK(write_json(tape.root().node()) == write_json(parse_json(text, "f.json")));
    return "read";
  } catch (const InputError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("JSON values keep their order, their text and their place", "[syntax][json]") {
  const Node root =
      parse_json("{\"b\": [1.10, -0e+2, true],\n \"a\": {\"x\": \"A\\u00e9\\ud83d\\ude00\\n\"}, \"n\": null}", "f");
  REQUIRE(root.is_mapping());
  REQUIRE(root.members().size() == 3);
  CHECK(root.members()[0].first == "b");
  CHECK(root.members()[1].first == "a");
  const Node& numbers = *root.find("b");
  CHECK(numbers.items()[0].text() == "1.10");
  CHECK(numbers.items()[0].kind() == Node::Kind::number);
  CHECK(numbers.items()[1].text() == "-0e+2");
  CHECK(numbers.items()[2].truth());
  CHECK((numbers.items()[1].line == 1 && numbers.items()[1].column == 14));
  const Node& inner = *root.find("a")->find("x");
  CHECK(inner.text() == "Aé😀\n");
  CHECK((inner.line == 2 && inner.column == 13));
  CHECK(root.find("n")->is_null());
}

TEST_CASE("JSON that is refused names line, column and what was found", "[syntax][json]") {
  using Row = std::pair<const char*, const char*>;
  const auto [text, expected] = GENERATE(values<Row>({
      {"", "f.json:1:1: error: expected a value, found the end of the text [json.syntax]"},
      {"{\"a\":1,\n \"b\" 2}", "f.json:2:6: error: expected ':' after the key, found '2' [json.syntax]"},
      {"[1,]", "f.json:1:4: error: expected a value, found ']' [json.syntax]"},
      {"[1 2]", "f.json:1:4: error: expected ',' or ']', found '2' [json.syntax]"},
      {"{\"a\":1,}", "f.json:1:8: error: expected a quoted key, found '}' [json.syntax]"},
      {"[nul]", "f.json:1:2: error: expected a value, found 'nul' [json.syntax]"},
      {"[012]", "f.json:1:2: error: a number cannot begin with 0 and another digit [json.syntax]"},
      {"[1.]", "f.json:1:4: error: expected a digit, found ']' [json.syntax]"},
      {"\"a\tb\"", "f.json:1:3: error: a control character in a string must be escaped [json.syntax]"},
      {"\"a", "f.json:1:1: error: a string has no closing quote [json.syntax]"},
      {"\"\\x\"",
       "f.json:1:2: error: unknown escape, allowed are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX [json.syntax]"},
      {"1 x", "f.json:1:3: error: expected the end of the text, found 'x' [json.syntax]"},
      {"{\"a\":1,\n\"\\u0061\":2}", "f.json:2:1: error: key 'a' stands twice in one object [json.duplicate-key]"},
      {"\"\xff\"", "f.json:1:2: error: the text is not UTF-8 here [json.encoding]"},
      {"\"\xc0\xaf\"", "f.json:1:2: error: the text is not UTF-8 here [json.encoding]"},
      {"\"\\ud800\"", "f.json:1:2: error: half of a surrogate pair stands alone [json.encoding]"},
  }));
  CAPTURE(text);
  CHECK(verdict(text) == expected);
}

TEST_CASE("JSON limits are inclusive and name their option", "[syntax][json][limits]") {
  const auto nested = [](int depth) {
    return std::string(static_cast<std::size_t>(depth), '[') + std::string(static_cast<std::size_t>(depth), ']');
  };
  CHECK(verdict(nested(64)) == "read");
  CHECK(
      verdict(nested(65)) ==
      "f.json:1:65: error: nesting over the limit of 64 (raise it with --read-limit json-depth=N) [limit.json-depth]");
  CHECK(verdict(std::string(32, '7')) == "read");
  CHECK(verdict("0." + std::string(70, '0') + "1") == "read");
  CHECK(verdict(std::string(33, '7')) ==
        "f.json:1:1: error: digits of a number over the limit of 32 (raise it with --read-limit number-digits=N) "
        "[limit.number-digits]");
  Limits small;
  small.field_bytes = 8;
  CHECK(verdict("\"12345678\"", small) == "read");
  CHECK(verdict("\"123456789\"", small).find("[limit.field-bytes]") != std::string::npos);
  CHECK(verdict("\"data:image/png;base64,AAAA\"", small) == "read");
  small.entries = 2;
  CHECK(verdict("[[1,2],[3,4]]", small) == "read");
  CHECK(verdict("{\"a\":1,\"b\":2,\"c\":3}", small).find("f.json:1:14: error: entries of a list or object over") == 0);
  small.tree_nodes = 5;
  CHECK(verdict("{\"a\":1,\"b\":2}", small) == "read");
  CHECK(verdict("{\"a\":1,\"b\":[2]}", small).find("[limit.tree-nodes]") != std::string::npos);
  small.tree_bytes = 4;
  CHECK(verdict("[1,2]", small).find("[limit.tree-bytes]") != std::string::npos);
}

TEST_CASE("a duplicate among many keys is found, and a million distinct ones are no burden", "[syntax][json]") {
  std::string text = "{";
  for (int i = 0; i < 30; ++i) text += "\"k" + std::to_string(i) + "\":" + std::to_string(i) + ",";
  CHECK(verdict(text + "\"k7\":0}") == "f.json:1:" + std::to_string(text.size() + 1) +
                                           ": error: key 'k7' stands twice in one object [json.duplicate-key]");
  CHECK(verdict(text + "\"k30\":0}") == "read");
}

TEST_CASE("NDJSON is read line by line, a bad line is named", "[syntax][json][ndjson]") {
  std::istringstream in("{\"a\":1}\r\n\n  \n[2]\n{\"a\":}\n");
  std::vector<std::uint64_t> numbers;
  std::string refusal;
  try {
    parse_ndjson(in, "f.jsonl", [&](std::uint64_t number, const Node&) { numbers.push_back(number); });
  } catch (const InputError& error) {
    refusal = error.what();
  }
  CHECK(numbers == std::vector<std::uint64_t>{1, 4});
  CHECK(refusal == "f.jsonl:5:6: error: expected a value, found '}' [json.syntax]");
}

TEST_CASE("bulk NDJSON gives views of the same values", "[syntax][json][ndjson]") {
  std::istringstream in("{\"a\":[1.50,{\"b\":\"\\u00e9\"}],\"c\":true}\n\n[\"x\"]\n");
  std::vector<std::string> seen;
  parse_ndjson_bulk(in, "f", [&](std::uint64_t number, const JsonView& value) {
    seen.push_back(std::to_string(number) + write_json(value.node(), {0}));
    if (const auto list = value.find("a")) {
      list->each_item(
          [&](const JsonView& item) { seen.push_back(std::string(name(item.kind())) + std::string(item.text())); });
      CHECK(value.find("c")->truth());
      CHECK(value.find("c")->column() == 32);
      CHECK_FALSE(value.find("z"));
    }
  });
  CHECK(seen ==
        std::vector<std::string>{"1{\"a\":[1.50,{\"b\":\"é\"}],\"c\":true}", "number1.50", "mapping", "3[\"x\"]"});
}

TEST_CASE("written JSON reads back the same", "[syntax][json][write]") {
  const std::string text =
      "{\n  \"a\": [\n    1.50,\n    true,\n    null,\n    {}\n  ],\n  \"b\": \"\\\"\\\\\\n\\u0001é\",\n  \"c\": []\n}";
  CHECK(write_json(parse_json(text, "f")) == text);
  CHECK(write_json(parse_json("[1, {\"a\": \"b\"}]", "f"), {0}) == "[1,{\"a\":\"b\"}]");
}

TEST_CASE("what is written is JSON even where a text is not UTF-8", "[syntax][json][write]") {
  CHECK(write_json(Node("a\xe5z\x7f")) == "\"a\xEF\xBF\xBDz\\u007f\"");
  CHECK(write_json(Node("a\xc2\x9b"
                        "b \u202e \u00e5 \u20ac")) ==
        "\"a\\u009b"
        "b \\u202e \u00e5 \u20ac\"");
}

TEST_CASE("JSONTestSuite: what must be read is read, what must be refused is refused with a place",
          "[syntax][json][corpus]") {
  const auto entries = bad_input::entries("json/");
  if (entries.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  for (const auto& entry : entries) {
    const std::string found = verdict(bad_input::bytes(bad_input::folder() / entry.path));
    CAPTURE(entry.path, found);
    CHECK(tape_verdict(bad_input::bytes(bad_input::folder() / entry.path)) == found);
    if (entry.expect == "accept-syntax")
      CHECK((found == "read" || found.find("[json.duplicate-key]") != std::string::npos));
    if (entry.expect == "reject") CHECK(found.rfind("f.json:", 0) == 0);
  }
}
