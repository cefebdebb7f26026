// SPDX-License-Identifier: Apache-2.0
#include "tests/lib/syntax/bad_input.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "lib/syntax/json.hpp"
#include "tests/conformance/child.hpp"

// The check of the bad-input corpus (badinput/PROVENANCE.md, "Check for every file"), on the program itself: what it
// does with every file when it is asked to inspect and to import it.

namespace {

namespace fs = std::filesystem;
using conformance::Outcome;

constexpr double longest_seconds = 10;
constexpr long most_kilobytes = 512L << 10;
constexpr int internal_fault = 70;

// A folder with a workspace that holds something already.
class Place {
 public:
  Place() : folder_(fs::temp_directory_path() / ("crosswalk-conformance-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    std::ofstream(folder_ / "first.csv") << "course,credits,system\nMATH 101,7.5,ECTS\n";
    const Outcome made =
        conformance::run_program({"--workspace", workspace(), "import", "first.csv"}, folder_.string());
    REQUIRE(made.code == 0);
    settle();
  }
  ~Place() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  [[nodiscard]] std::string path() const { return folder_.string(); }
  [[nodiscard]] std::string workspace() const { return (folder_ / "w.db").string(); }
  // From here on this is how it was.
  void settle() { before_ = state(); }
  [[nodiscard]] bool unchanged() const { return state() == before_; }

 private:
  [[nodiscard]] std::string state() const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    std::string out;
    for (const std::string& name : names) out += name + "\n";
    return out + bad_input::bytes(folder_ / "w.db");
  }
  fs::path folder_;
  std::string before_;
};

bool raw_control(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 && c != '\n' && c != '\t'; }) ||
         text.find("\xE2\x80\xAE") != std::string::npos;
}

bool is_json(const std::string& text) {
  try {
    (void)crosswalk::syntax::parse_json(text, "answer");
    return true;
  } catch (const crosswalk::Error&) {
    return false;
  }
}

std::string host_name() {
  std::string name = bad_input::bytes("/etc/hostname");
  name.erase(std::min(name.find('\n'), name.size()));
  return name.size() < 6 ? "root:x:0:0" : name;
}

// Points 1 to 4, 6 and 7.
void check_outcome(const Outcome& outcome, const std::string& file) {
  CHECK(outcome.signal == 0);
  CHECK((outcome.code >= 0 && outcome.code < internal_fault));
  CHECK(outcome.seconds < longest_seconds);
  CHECK(outcome.peak_kilobytes <= most_kilobytes);
  CHECK_FALSE(raw_control(outcome.err));
  CHECK_FALSE(raw_control(outcome.out));
  CHECK((outcome.out.empty() || is_json(outcome.out)));
  for (const std::string& text : {outcome.out, outcome.err}) CHECK(text.find("root:x:0:0") == std::string::npos);
  CHECK(outcome.out.find(host_name()) == std::string::npos);
  if (outcome.code == 0) return;
  CHECK(std::count(outcome.err.begin(), outcome.err.end(), '\n') == 1);
  CHECK(outcome.err.find(file) != std::string::npos);
}

// A place in the file: line, byte, pointer; a file of a format nobody knows has none.
bool names_place(const std::string& err, const std::string& file) {
  if (err.find("[format.") != std::string::npos || err.find("say which with --as") != std::string::npos) return true;
  const std::size_t behind = err.find(file + ":");
  return behind != std::string::npos && err.compare(behind + file.size(), 9, ": error: ") != 0;
}

bool called_malformed(const std::string& err) {
  for (const char* code : {"[xml.syntax]", "[yaml.syntax]", "[json.syntax]", "[csv.quote]", "[csv.nul]"})
    if (err.find(code) != std::string::npos) return true;
  return false;
}

// The format a file is read as where its content alone would leave it unknown: so that the reader itself is tried.
std::vector<std::string> named_format(const std::string& format) {
  if (format == "xml") return {"--as", "elmo"};
  if (format == "csv") return {"--as", "csv-transcript"};
  if (format == "yaml") return {"--as", "crosswalk-yaml"};
  return {};
}

void check_file(Place& place, const bad_input::Entry& entry) {
  const std::string file = (bad_input::folder() / entry.path).string();
  for (const std::string verb : {"inspect", "import"}) {
    std::vector<std::string> arguments{"--json", "--workspace", place.workspace(), verb, file};
    for (const std::string& more : named_format(entry.format)) arguments.push_back(more);
    const Outcome outcome = conformance::run_program(arguments, place.path());
    CAPTURE(entry.path, entry.expect, verb, outcome.code, outcome.err);
    check_outcome(outcome, file);
    if (entry.expect.rfind("reject", 0) == 0) {
      CHECK(outcome.code != 0);
      CHECK(names_place(outcome.err, file));
    }
    if (entry.expect.rfind("accept", 0) == 0) CHECK_FALSE(called_malformed(outcome.err));
    if (outcome.code != 0) CHECK(place.unchanged());
    if (outcome.code == 0) place.settle();
  }
}

void check_all(std::size_t step) {
  const auto entries = bad_input::entries("");
  if (entries.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  Place place;
  std::size_t tried = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].expect == "-" || (i % step != 0 && entries[i].path.find("/gen/") == std::string::npos)) continue;
    check_file(place, entries[i]);
    ++tried;
  }
  CHECK(tried * step * 2 > entries.size() / 2);
}

}  // namespace

TEST_CASE("bad input is refused in one line, in time, in memory, and leaves the workspace alone (every 37th file)",
          "[conformance][corpus]") {
  check_all(37);
}

TEST_CASE("bad input is refused in one line, in time, in memory, and leaves the workspace alone (every file)",
          "[.slow][conformance][corpus]") {
  check_all(1);
}
