// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/archive.hpp"

#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

std::string little(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(static_cast<unsigned char>(value >> (8 * i)));
  return out;
}

// One stored member, as PKWARE's APPNOTE lays it out; the checksum is given.
std::string stored_zip(const std::string& name, const std::string& content, std::uint32_t crc, int copies = 1) {
  std::string out, directory;
  for (int i = 0; i < copies; ++i) {
    const std::string fields = little(20, 2) + little(0, 2) + little(0, 2) + little(0, 2) + little(33, 2) +
                               little(crc, 4) + little(static_cast<std::uint32_t>(content.size()), 4) +
                               little(static_cast<std::uint32_t>(content.size()), 4) +
                               little(static_cast<std::uint32_t>(name.size()), 2) + little(0, 2);
    directory += "PK\x01\x02" + little(20, 2) + fields + little(0, 2) + little(0, 2) + little(0, 2) + little(0, 4) +
                 little(static_cast<std::uint32_t>(out.size()), 4) + name;
    out += "PK\x03\x04" + fields + name + content;
  }
  const auto start = static_cast<std::uint32_t>(out.size());
  return out + directory + "PK\x05\x06" + little(0, 4) + little(static_cast<std::uint32_t>(copies), 2) +
         little(static_cast<std::uint32_t>(copies), 2) + little(static_cast<std::uint32_t>(directory.size()), 4) +
         little(start, 4) + little(0, 2);
}

constexpr std::uint32_t crc_of_hello = 0x3610A686;  // CRC-32 of "hello"

}  // namespace

TEST_CASE("a ZIP member is read with its checksum verified", "[syntax][archive]") {
  const std::string bytes = stored_zip("../a.txt", "hello", crc_of_hello);
  const Archive archive(bytes, "f.zip");
  REQUIRE(archive.members().size() == 1);
  CHECK(archive.members()[0].name == "../a.txt");
  CHECK(archive.read(0) == "hello");
  const std::string damaged = stored_zip("a", "hello", crc_of_hello ^ 1U);
  const Archive wrong(damaged, "f.zip");
  CHECK_THROWS_WITH(wrong.read(0), Catch::Matchers::Contains("[archive.damaged]"));
}

TEST_CASE("a ZIP that is cut, doubled or too large is refused", "[syntax][archive]") {
  const std::string bytes = stored_zip("a", "hello", crc_of_hello);
  CHECK_THROWS_WITH(Archive(std::string_view(bytes).substr(0, bytes.size() - 10), "f.zip"),
                    Catch::Matchers::Contains("[archive.damaged]"));
  CHECK_THROWS_WITH(Archive("no zip", "f.zip"), Catch::Matchers::Contains("f.zip: error: not a sound ZIP file"));
  const std::string twice = stored_zip("a", "hello", crc_of_hello, 2);
  CHECK_THROWS_WITH(Archive(twice, "f.zip"), Catch::Matchers::Contains("File already exists [archive.damaged]"));
  Limits small;
  small.archive_bytes = 4;
  CHECK_THROWS_WITH(Archive(bytes, "f.zip", small), Catch::Matchers::Contains("[limit.archive-bytes]"));
  small = {};
  small.archive_members = 0;
  CHECK_THROWS_WITH(Archive(bytes, "f.zip", small), Catch::Matchers::Contains("[limit.archive-members]"));
}
