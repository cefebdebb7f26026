// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/eu_vocabulary/vocabulary.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "lib/diagnostics/error.hpp"
#include "tests/frameworks/facts/shipped.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests

namespace {

std::string corpus() {
  const char* set = std::getenv("CROSSWALK_CORPUS");
  return set != nullptr ? set : std::string(CROSSWALK_SOURCE_DIR) + "/../shared/corpus";
}

formats::VocabularyReport report(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return formats::match_vocabulary(formats::read_vocabulary(text, path), tests::shipped());
}

std::map<std::string, int> codes(const formats::VocabularyReport& found) {
  std::map<std::string, int> out;
  for (const auto& each : found.findings) ++out[each.code];
  return out;
}

}  // namespace

TEST_CASE("known defects of a vocabulary are named, not stumbled over", "[formats][vocabulary]") {
  const auto found = report(std::string(CROSSWALK_SOURCE_DIR) + "/tests/frameworks/formats/eu_vocabulary/levels.csv");
  CHECK(codes(found) == std::map<std::string, int>{{"vocabulary.country-alias", 1},
                                                   {"vocabulary.label-spacing", 1},
                                                   {"vocabulary.no-such-level", 1},
                                                   {"vocabulary.shared-concept", 1},
                                                   {"vocabulary.unknown-concept", 1}});
  CHECK(found.concepts[2].ours == std::vector<std::string>{"GB-RQF/E1", "GB-RQF/E2"});
}

TEST_CASE("a vocabulary without addresses is matched by label", "[formats][vocabulary]") {
  const auto found =
      formats::match_vocabulary(formats::read_vocabulary("uri,label\nx,NKR Level 5.1\n", "x.csv"), tests::shipped());
  CHECK(found.concepts.front().how == formats::ConceptMatch::by_label);
  CHECK(found.concepts.front().ours == std::vector<std::string>{"NO-NKR/5.1"});
  CHECK_THROWS_AS(formats::read_vocabulary("a,b\n1,2\n", "x.csv"), InputError);
}

TEST_CASE("the EU vocabulary of levels is matched whole, with its defects", "[formats][vocabulary][corpus]") {
  const std::string path = corpus() + "/frameworks/elm/vocab/nqf.xsd";
  if (!std::filesystem::exists(path)) {
    WARN("skipped: no corpus");
    return;
  }
  const auto found = report(path);
  CHECK(found.concepts.size() == 424);
  CHECK(
      std::ranges::all_of(found.concepts, [](const auto& each) { return each.how == formats::ConceptMatch::by_uri; }));
  // six spaced labels of North Macedonia; NKR Level 1; parents of MK (5, 6, 7) and RS (6, 7); four shared concepts
  CHECK(codes(found) == std::map<std::string, int>{{"vocabulary.label-spacing", 6},
                                                   {"vocabulary.no-such-level", 1},
                                                   {"vocabulary.parent-beside-children", 5},
                                                   {"vocabulary.shared-concept", 4}});
  CHECK(codes(report(corpus() + "/frameworks/elm/nqf_eqf_compiled.csv")).at("vocabulary.country-alias") == 1);
  CHECK(report(corpus() + "/frameworks/elm/vocab/isced-f.xsd").findings.empty());
}
