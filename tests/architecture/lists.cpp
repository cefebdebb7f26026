// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>
#include <set>
#include <sstream>

#include "cli/verb.hpp"
#include "frameworks/formats/format.hpp"
#include "tests/architecture/tree.hpp"

using namespace crosswalk;                // NOLINT(google-build-using-namespace): a test
using namespace crosswalk::architecture;  // NOLINT(google-build-using-namespace): a test

namespace {

std::string errors_pages() {
  std::string out;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(CROSSWALK_SOURCE_DIR) + "/docs/errors"))
    out += read("docs/errors/" + entry.path().filename().string());
  return out;
}

}  // namespace

TEST_CASE("every verb has a page and a help text with an example", "[architecture][verbs]") {
  REQUIRE_FALSE(cli::verbs().empty());
  for (const cli::VerbEntry& verb : cli::verbs()) {
    const std::string name(verb.name);
    INFO(name);
    CHECK(exists("docs/verbs/" + name + ".md"));
    std::istringstream in;
    std::ostringstream out, err;
    CHECK(cli::run({name, "--help"}, in, out, err) == 0);
    CHECK(out.str().find("Examples:") != std::string::npos);
  }
}

TEST_CASE("every format that is read or written has a page", "[architecture][formats]") {
  for (const formats::Format& format : formats::formats()) {
    if (!format.can_read() && !format.can_write()) continue;
    INFO(format.id);
    CHECK(exists("docs/formats/" + std::string(format.id) + ".md"));
  }
}

TEST_CASE("the list of formats says of each whether it is read and written", "[architecture][formats]") {
  const std::string page = read("docs/formats/README.md");
  for (const formats::Format& format : formats::formats()) {
    const std::string row = "| `" + std::string(format.id) + "` | " + (format.can_read() ? "yes" : "no") + " | " +
                            (format.can_write() ? "yes" : "no") + " |";
    INFO(row);
    CHECK(page.find(row) != std::string::npos);
  }
}

TEST_CASE("every error code is explained in docs/errors", "[architecture][errors]") {
  // A code is a quoted word with a dot, of lower-case letters and hyphens, given to a diagnostic or an InputError.
  const std::regex code(
      R"re((?:InputError|refuse|Diagnostic|warn|error|fail)[^;"]*"([a-z][a-z0-9]*(?:-[a-z0-9]+)*\.[a-z][a-z0-9-]+)")re");
  std::string explained = errors_pages();
  std::set<std::string> missing;
  for (const SourceFile& file : sources()) {
    if (file.path.starts_with("tests/")) continue;
    for (const std::string& line : file.lines)
      for (std::sregex_iterator it(line.begin(), line.end(), code), end; it != end; ++it)
        if (explained.find("`" + (*it)[1].str() + "`") == std::string::npos)
          missing.insert((*it)[1].str() + " in " + file.path);
  }
  for (const std::string& one : missing) UNSCOPED_INFO(one);
  CHECK(missing.empty());
}
