// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/yaml.hpp"

#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "tests/lib/syntax/bad_input.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

std::string verdict(std::string_view text, const Limits& limits = {}) {
  try {
    (void)parse_yaml(text, "f.yaml", limits);
    return "read";
  } catch (const InputError& error) {
    return error.what();
  }
}

}  // namespace

TEST_CASE("YAML scalars stay text, only plain null, true and false are more", "[syntax][yaml]") {
  const Node root =
      parse_yaml("a: NO\nb: 012\nc: 1.10\nd: true\ne: 'true'\nf: ~\ng:\nh: 2024-01-01\ni: !!str true\nj: Null\n", "f");
  const auto shown = [&](const char* key) {
    const Node& node = *root.find(key);
    return std::string(name(node.kind())) + " " + node.text();
  };
  CHECK(shown("a") == "text NO");
  CHECK(shown("b") == "text 012");
  CHECK(shown("c") == "text 1.10");
  CHECK(shown("d") == "boolean true");
  CHECK(shown("e") == "text true");
  CHECK(shown("f") == "null ~");
  CHECK(shown("g") == "null ");
  CHECK(shown("h") == "text 2024-01-01");
  CHECK(shown("i") == "text true");
  CHECK(shown("j") == "text Null");
}

TEST_CASE("YAML places count bytes from 1, also behind letters of two bytes", "[syntax][yaml]") {
  const Node root = parse_yaml("\xEF\xBB\xBFäöü: {x: 1, ß: [y, z]}\nb:\n  - c\n", "f");
  const Node& list = *root.members()[0].second.find("ß");
  CHECK((list.line == 1 && list.column == 20));
  CHECK((list.items()[1].line == 1 && list.items()[1].column == 24));
  const Node& item = root.find("b")->items()[0];
  CHECK((item.line == 3 && item.column == 5));
}

TEST_CASE("YAML that is refused names its place and the reason", "[syntax][yaml]") {
  using Row = std::pair<const char*, const char*>;
  const auto [text, expected] = GENERATE(values<Row>({
      {"a: &x 1\nb: *x\n", "f.yaml:2:4: error: alias '*x' is not read, write the value out [yaml.alias]"},
      {"a: 1\n<<: {b: 2}\n", "f.yaml:2:1: error: merge key '<<' is not read, write the members out [yaml.alias]"},
      {"a: 1\nb: 2\na: 3\n", "f.yaml:3:1: error: key 'a' stands twice in one mapping [yaml.duplicate-key]"},
      {"a: !x 1\n", "f.yaml:1:4: error: tag '!x' is not read [yaml.tag]"},
      {"[a, b]: 1\n", "f.yaml:1:1: error: a key must be one text, found a list or mapping [yaml.key]"},
      {"a: 1\n---\nb: 2\n", "f.yaml:2:1: error: a second document begins here, one is allowed [yaml.documents]"},
      {"a: \xff\n", "f.yaml:1:4: error: the text is not UTF-8 here [yaml.encoding]"},
      {"a: \x01\n", "f.yaml:1:4: error: control characters are not allowed [yaml.encoding]"},
      {"a: [1, 2\n",
       "f.yaml:2:1: error: while parsing a flow sequence: did not find expected ',' or ']' [yaml.syntax]"},
      {"a: 'b\n", "f.yaml:2:1: error: while scanning a quoted scalar: found unexpected end of stream [yaml.syntax]"},
  }));
  CAPTURE(text);
  CHECK(verdict(text) == expected);
}

TEST_CASE("YAML limits are inclusive and name their option", "[syntax][yaml][limits]") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(verdict(nested(64)) == "read");
  CHECK(verdict(nested(65)).find("[limit.yaml-depth]") != std::string::npos);
  Limits small;
  small.yaml_bytes = 4;
  CHECK(verdict("a: b", small) == "read");
  CHECK(verdict("a: bc", small).find("[limit.yaml-bytes]") != std::string::npos);
  small = {};
  small.field_bytes = 3;
  CHECK(verdict("a: bcd", small) == "read");
  CHECK(verdict("a: bcde", small).find("[limit.field-bytes]") != std::string::npos);
}

TEST_CASE("an empty text is a null, several documents are a list", "[syntax][yaml]") {
  CHECK(parse_yaml("", "f").is_null());
  CHECK(parse_yaml("# nothing\n", "f").is_null());
  CHECK(parse_yaml_documents("", "f").empty());
  CHECK(parse_yaml_documents("--- a\n--- b\n...\n", "f").size() == 2);
}

TEST_CASE("YAML as it is written: block style, quoted only where needed", "[syntax][yaml][write]") {
  const std::string text =
      "title: Introduction to logic\n"
      "credits: 7.5\n"
      "codes:\n"
      "  - MATH 101\n"
      "  - '@odd'\n"
      "parts:\n"
      "  - id: a\n"
      "    kinds:\n"
      "      - - x\n"
      "        - y\n"
      "      - []\n"
      "  - {}\n"
      "note: |-\n"
      "  first line\n"
      "\n"
      "  second: line\n"
      "none: null\n"
      "yes: true\n";
  std::string written = text;
  written.replace(written.find("'@odd'"), 6, "\"@odd\"");
  CHECK(write_yaml(parse_yaml(text, "f")) == written);
}

TEST_CASE("awkward texts survive writing and reading", "[syntax][yaml][write]") {
  const std::string text = GENERATE(values<std::string>({"",
                                                         " ",
                                                         "a: b",
                                                         "a #b",
                                                         "#a",
                                                         "- a",
                                                         "-",
                                                         "-5",
                                                         "null",
                                                         "~",
                                                         "true",
                                                         "<<",
                                                         "a:",
                                                         "'",
                                                         "\"",
                                                         "\\",
                                                         "a\nb",
                                                         "a\nb\n",
                                                         "a\n\n",
                                                         "\na",
                                                         " a\nb",
                                                         "a \nb",
                                                         "a\tb",
                                                         "\t",
                                                         std::string("\x01\x7f", 2),
                                                         "\xC2\x85",
                                                         "\xE2\x80\xA8x",
                                                         "\xEF\xBB\xBF",
                                                         "--- a",
                                                         "...",
                                                         "{a}",
                                                         "[a",
                                                         "a, b",
                                                         "%a",
                                                         "@a",
                                                         "`a",
                                                         "!a",
                                                         "&a",
                                                         "*a",
                                                         "|",
                                                         ">",
                                                         "? a",
                                                         "é",
                                                         "a\r\nb",
                                                         "=",
                                                         "😀"}));
  CAPTURE(text);
  Node list = Node::sequence();
  list.push(Node(text));
  Node& inner = list.push(Node::mapping());
  inner.set(text, Node(text));
  inner.set("k" + std::string(200, 'x'), Node(text));
  inner.set("deep", Node::sequence()).push(Node::mapping()).set("z", Node(text));
  const Node read = parse_yaml(write_yaml(list), "f");
  CHECK(write_json(read) == write_json(list));
}

TEST_CASE("yaml-test-suite: what must be read is not called malformed, what must be refused is",
          "[syntax][yaml][corpus]") {
  const auto entries = bad_input::entries("yaml/");
  if (entries.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  for (const auto& entry : entries) {
    const std::string text = bad_input::bytes(bad_input::folder() / entry.path);
    std::string found = "read";
    try {
      (void)parse_yaml_documents(text, "f.yaml");
    } catch (const InputError& error) {
      found = error.what();
    }
    CAPTURE(entry.path, found);
    if (entry.expect == "accept-syntax") CHECK(found.find("[yaml.syntax]") == std::string::npos);
    if (entry.expect == "reject") CHECK(found.rfind("f.yaml:", 0) == 0);
  }
}
