// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::found;
using tests::read_text;

namespace {

const std::string head =
    "#curie_map:\n#  A: http://a.example/\n#  B: http://b.example/\n#mapping_set_id: https://x.example/set\n"
    "#license: https://creativecommons.org/publicdomain/zero/1.0/\n#subject_source: A:onto\n#mapping_tool: matcher\n";

const MappingSet& set(const ReadResult<formats::Document>& read) {
  const auto* found = read.value.get<MappingSet>();
  REQUIRE(found != nullptr);
  return *found;
}

}  // namespace

TEST_CASE("embedded metadata is read, identifiers expand, a set's slots stay with the set", "[formats][sssom]") {
  const auto read =
      read_text(head +
                    "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tpredicate_modifier\n"
                    "A:1\tskos:exactMatch\tB:1\tsemapv:LexicalMatching\t0.8\t\n"
                    "A:1\tskos:exactMatch\tB:2\tsemapv:LexicalMatching\t\tNot\n",
                "m.sssom.tsv");
  CHECK(read.value.format == "sssom");
  CHECK(set(read).subject_source == "http://a.example/onto");
  CHECK(set(read).slot("mapping_tool") == "matcher");
  REQUIRE(set(read).mappings.size() == 2);
  CHECK(set(read).mappings[0].subject_id == "http://a.example/1");
  CHECK(relation_of(set(read).mappings[0].predicate_id) == Relation::exact);
  CHECK(set(read).mappings[0].confidence == 0.8);
  CHECK(set(read).mappings[0].slots.empty());
  CHECK(set(read).mappings[1].negated);
  CHECK(read.diagnostics.empty());
}

TEST_CASE("several values of a slot are parted by bars, an escaped bar is text", "[formats][sssom]") {
  const auto read =
      read_text(head +
                    "subject_id\tpredicate_id\tobject_id\tmapping_justification\tsubject_match_field\tcomment\n"
                    "A:1\tskos:exactMatch\tB:1\tsemapv:LexicalMatching\tx:a\\|b|x:c\tone|two\n",
                "m.sssom.tsv");
  CHECK(set(read).mappings[0].slots ==
        std::vector<std::pair<std::string, std::string>>{
            {"subject_match_field", "x:a|b"}, {"subject_match_field", "x:c"}, {"comment", "one|two"}});
}

TEST_CASE("what the specification does not allow is told and counted", "[formats][sssom]") {
  const auto read = read_text(
      "#curie_map:\n#  A: http://a.example/\n#colour: red\n"
      "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tmapping_cardinality\tmapping_"
      "date\tpredicate_modifier\tshade\n"
      "A:1\tskos:exactMatch\tC:1\tsemapv:LexicalMatching\t1.8\t2:1\t2024-02-30\tMaybe\tx\n"
      "A:2\t\tA:3\tsemapv:LexicalMatching\t\t\t\t\t\n",
      "m.sssom.tsv");
  CHECK(count(read.diagnostics, "sssom.undeclared-prefix") == 1);
  CHECK(count(read.diagnostics, "sssom.number") == 1);
  CHECK(count(read.diagnostics, "sssom.value") == 2);
  CHECK(count(read.diagnostics, "sssom.date") == 1);
  CHECK(count(read.diagnostics, "sssom.missing-slot") == 2);
  CHECK(found(read.diagnostics, "sssom.incomplete").location.line == 6U);
  CHECK(read.loss.losses() ==
        std::vector<Loss>{{"mappings/shade", 1, "not a slot of the specification and no declared extension"},
                          {"metadata/colour", 1, "not a slot of the specification and no declared extension"},
                          {"row", 1, "without subject, predicate or object"}});
}

TEST_CASE("a missing column and metadata that is no mapping are told", "[formats][sssom]") {
  CHECK(count(read_text(head + "subject_id\tobject_id\nA:1\tB:1\n", "m.sssom.tsv", "sssom").diagnostics,
              "sssom.missing-column") == 2);
  for (const char* text : {"#- a\n#- b\nsubject_id\tpredicate_id\tobject_id\n", ""}) {
    try {
      read_text(text, "m.sssom.tsv", "sssom");
      FAIL("read");
    } catch (const InputError& error) {
      CHECK(error.diagnostic().code == (*text == '#' ? "sssom.metadata" : "sssom.no-mappings"));
    }
  }
}

TEST_CASE("metadata beside the file is read", "[formats][sssom]") {
  const auto folder = std::filesystem::temp_directory_path() / "crosswalk-test-sssom-external";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "m.sssom.tsv") << "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
                                           "A:1\tskos:exactMatch\tB:1\tsemapv:LexicalMatching\n";
  std::ofstream(folder / "m.sssom.yml") << "curie_map:\n  A: http://a.example/\n  B: http://b.example/\n"
                                           "mapping_set_id: https://x.example/set\nlicense: https://x.example/l\n";
  const auto read = formats::read_file((folder / "m.sssom.tsv").string());
  CHECK(set(read).id == "https://x.example/set");
  CHECK(set(read).mappings.at(0).object_id == "http://b.example/1");
  std::filesystem::remove_all(folder);
}

TEST_CASE("the mapping sets of the SSSOM projects hold what another program counted", "[formats][sssom][corpus]") {
  if (tests::no_corpus()) return;
  struct Expected {
    const char* file;
    std::size_t mappings;
    std::size_t negated;
  };
  for (const Expected& each : {Expected{"sssom-py/asymmetric.tsv", 5, 0}, Expected{"sssom-py/basic2.tsv", 126, 1},
                               Expected{"sssom-py/cardinality-with-NoTermFound.sssom.tsv", 4, 0},
                               Expected{"sssom-py/literals-condensed.sssom.tsv", 9, 0},
                               Expected{"sssom-py/test_inject_metadata_msdf.tsv", 2, 0},
                               Expected{"examples/external/mp-hp-exact-0.0.1.sssom.tsv", 42, 0},
                               Expected{"examples/schema/cardinality.sssom.tsv", 9, 0},
                               Expected{"examples/schema/reviewer_agreement.sssom.tsv", 3, 0}}) {
    CAPTURE(each.file);
    const auto read = tests::read_corpus("sssom/" + std::string(each.file));
    CHECK(set(read).mappings.size() == each.mappings);
    CHECK(static_cast<std::size_t>(std::ranges::count(set(read).mappings, true, &Mapping::negated)) == each.negated);
    CHECK(count(read.diagnostics, "sssom.value") == 0);
  }
}
