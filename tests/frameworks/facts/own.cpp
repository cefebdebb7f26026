// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include "frameworks/facts/own.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "frameworks/facts/registry.hpp"
#include "lib/diagnostics/error.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests

namespace {

const std::string samples = std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/frameworks/";

facts::OwnFacts add(const std::vector<std::string>& paths) {
  return facts::add_own(facts::read_database(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db"), paths);
}

// A CSV file for the length of a test.
class File {
 public:
  explicit File(const std::string& text)
      : path_((std::filesystem::temp_directory_path() / ("crosswalk-own-test-" + std::to_string(getpid()) + ".csv"))
                  .string()) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~File() { std::filesystem::remove(path_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace

TEST_CASE("a framework of one's own stands beside the shipped ones", "[facts][own]") {
  const auto own = add({samples + "utopia.yaml", samples + "utopia-referencing.csv"});
  REQUIRE(own.faults.empty());
  const facts::Registry registry(own.database.facts);
  const Framework* utopia = registry.framework("UT-NQF");
  REQUIRE(utopia != nullptr);
  CHECK(utopia->levels.size() == 4);
  // knowledge lower, autonomy higher: neither is above the other
  CHECK(descriptor_order(*utopia->level("2A"), *utopia->level("2B")) == std::partial_ordering::unordered);
  CHECK(descriptor_order(*utopia->level("1"), *utopia->level("2A")) == std::partial_ordering::less);
  CHECK(descriptor_order(*utopia->level("1"), *utopia->level("3")) == std::partial_ordering::unordered);  // 3 has none
  CHECK(registry.facts().referencing.size() == 880 + 5 + 2);
}

TEST_CASE("levels and referencing come from CSV as well", "[facts][own][csv]") {
  const File levels("framework,level,rank\nMY-OWN,A,10\nMY-OWN,B,20\n");
  const auto own = add({levels.path()});
  REQUIRE(own.faults.empty());
  const facts::Registry registry(own.database.facts);
  CHECK(registry.framework("MY-OWN")->levels.size() == 2);
}

TEST_CASE("faults in one's own CSV carry its line", "[facts][own][csv]") {
  const File wrong("from,to,relation\nIE-NFQ/8,EQF/6,exact\nIE-NFQ/11,EQF/6,nearest\n");
  const auto own = add({wrong.path()});
  REQUIRE(own.faults.size() == 2);
  CHECK(own.faults[0].code == "facts.value");
  CHECK(own.faults[0].location.line == 3U);
  CHECK(own.faults[1].code == "facts.level-missing");
  CHECK(own.faults[1].location.line == 3U);
  const File strange("a,b\n1,2\n");
  CHECK_THROWS_AS(add({strange.path()}), InputError);
}
