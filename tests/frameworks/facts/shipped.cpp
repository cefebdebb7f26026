// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "tests/frameworks/facts/shipped.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "frameworks/facts/read.hpp"
#include "lib/diagnostics/error.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests

namespace {

template <class List>
auto shaky(const List& list) {
  return std::ranges::count_if(list, [](const auto& each) { return each.fact.evidence == Evidence::shaky; });
}

std::string bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every fact of the tables is shipped", "[facts][shipped]") {
  const facts::Facts& facts = tests::shipped().facts();
  std::size_t levels = 0;
  for (const Framework& each : facts.frameworks) levels += each.levels.size();
  CHECK(facts.frameworks.size() == 157);
  CHECK(levels == 1334);
  CHECK(facts.referencing.size() == 880);
  CHECK(facts.credit_systems.size() == 91);
  CHECK(facts.conversions.size() == 51);
  CHECK(facts.grading_scales.size() == 90);
  CHECK(facts.qualification_types.size() == 75);
  CHECK(facts.isced_fields.size() == 220);
  CHECK(facts.microcredential_elements.size() == 16);
  CHECK(facts.microcredential_policies.size() == 15);
  std::size_t bands = 0;
  for (const GradingScale& each : facts.grading_scales) bands += each.bands.size();
  CHECK(bands == 254);
  std::size_t examples = 0;
  for (const GradeMethod& each : facts.grade_methods) examples += each.examples.size();
  CHECK(examples == 32);
  CHECK(tests::shipped().grade_method("dk13-to-dk7-a")->table.size() == 71);
  CHECK(tests::shipped().grade_method("dk13-to-dk7-b")->table.size() == 71);
}

TEST_CASE("shaky rows are kept apart and unverified ones are marked", "[facts][shipped]") {
  const facts::Facts& facts = tests::shipped().facts();
  CHECK(shaky(facts.referencing) == 93);
  CHECK(shaky(facts.frameworks) == 33);
  CHECK(std::ranges::count_if(facts.referencing, [](const Referencing& each) {
          return each.fact.evidence == Evidence::unverified;
        }) == 502);
  for (const Referencing& each : facts.referencing) {
    CAPTURE(each.fact.id);
    CHECK(each.fact.where.file.starts_with("data/unverified/") == (each.fact.evidence == Evidence::shaky));
  }
}

TEST_CASE("what was written to facts.db is read back unchanged", "[facts][database]") {
  auto read = facts::read_folder(std::string(CROSSWALK_SOURCE_DIR) + "/data", "data");
  REQUIRE(read.diagnostics.empty());
  CHECK(read.value == tests::shipped().facts());
}

TEST_CASE("the same facts give the same bytes", "[facts][database]") {
  const auto database = facts::read_database(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  const auto folder = std::filesystem::temp_directory_path() / ("crosswalk-facts-test-" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  const std::string copy = (folder / "copy.db").string();
  facts::write_database(copy, database);
  CHECK(bytes(copy) == bytes(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db"));
  std::filesystem::remove_all(folder);
}

TEST_CASE("level labels are text with a partial order", "[facts][level]") {
  const auto& registry = tests::shipped();
  const Framework& norway = *registry.framework("NO-NKR");
  CHECK(order(*norway.level("4A"), *norway.level("4B")) == std::partial_ordering::unordered);
  CHECK(order(*norway.level("4B"), *norway.level("5.1")) == std::partial_ordering::less);
  CHECK(order(*norway.level("1"), *norway.level("2")) == std::partial_ordering::unordered);
  const Framework& netherlands = *registry.framework("NL-NLQF");
  CHECK(order(*netherlands.level("4"), *netherlands.level("4+")) == std::partial_ordering::less);
  CHECK(order(*netherlands.level("4+"), *netherlands.level("5")) == std::partial_ordering::less);
  const Framework& france = *registry.framework("FR-1969");
  CHECK(order(*france.level("I-Doctorat"), *france.level("V")) == std::partial_ordering::greater);
  CHECK(registry.framework("GB-RQF")->level("E3") != nullptr);
}

TEST_CASE("a word that several frameworks share names them all", "[facts][registry]") {
  const auto ids = [](std::string_view word) {
    std::vector<std::string> out;
    for (const Framework* each : tests::shipped().named(word)) out.push_back(each->id.text);
    return out;
  };
  CHECK(ids("AQF") == std::vector<std::string>{"AL-KSHK", "AU-AQF"});
  CHECK(ids("IE") == std::vector<std::string>{"IE-NFQ"});
  CHECK(ids("EL") == std::vector<std::string>{"GR-HQF"});
  CHECK(ids("FR") == std::vector<std::string>{"FR-1969", "FR-CNCP"});
  CHECK(ids("MQF") == std::vector<std::string>{"ME-NOK", "MK-NRK", "MT-MQF", "MY-MQF"});
  CHECK(ids("nowhere").empty());
}

TEST_CASE("a missing facts database is said in one line", "[facts][database]") {
  CHECK_THROWS_WITH(facts::read_database("/nowhere/facts.db"),
                    Catch::Matchers::StartsWith("/nowhere/facts.db: cannot be read as a facts database"));
  CHECK_THROWS_WITH(facts::read_database(""), Catch::Matchers::Contains("--facts"));
}
