// SPDX-License-Identifier: Apache-2.0
// Runs the examples of the documentation: in a fenced block, each line "$ crosswalk ..." is a call from the
// repository's root, the lines below it are its standard output, "..." stands for any run of lines (or of characters
// within a line), and "# exit N" after the call tells an exit code other than 0.
#include <sys/wait.h>
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace {

struct Example {
  std::string file;
  std::size_t line = 0;
  std::string call;
  int exit_code = 0;
  std::vector<std::string> expected;
};

Example begun(const std::string& file, std::size_t line, std::string call) {
  Example out{file, line, std::move(call), 0, {}};
  if (const auto at = out.call.find("# exit "); at != std::string::npos) {
    out.exit_code = std::stoi(out.call.substr(at + 7));
    out.call.resize(at);
  }
  return out;
}

std::vector<Example> examples_of(const std::filesystem::path& page) {
  std::vector<Example> out;
  std::ifstream in(page);
  bool fenced = false, open = false;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.starts_with("```")) {
      fenced = !fenced;
      open = false;
    } else if (fenced && line.starts_with("$ ")) {
      open = line.starts_with("$ crosswalk");
      if (open) out.push_back(begun(page.string(), number, line.substr(2)));
    } else if (fenced && open && out.back().call.ends_with("\\")) {
      out.back().call.pop_back();
      out.back() = begun(out.back().file, out.back().line, out.back().call + line);
    } else if (fenced && open) {
      out.back().expected.push_back(line);
    }
  }
  return out;
}

std::vector<Example> all_examples() {
  std::vector<Example> out;
  std::vector<std::filesystem::path> pages;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(std::string(CROSSWALK_SOURCE_DIR) + "/docs"))
    if (entry.path().extension() == ".md") pages.push_back(entry.path());
  pages.emplace_back(std::string(CROSSWALK_SOURCE_DIR) + "/README.md");
  std::ranges::sort(pages);
  for (const auto& page : pages) std::ranges::move(examples_of(page), std::back_inserter(out));
  return out;
}

// "..." in a line stands for any run of characters, as often as it occurs.
bool line_fits(std::string_view pattern, std::string_view line) {
  const auto dots = pattern.find("...");
  if (dots == std::string_view::npos) return pattern == line;
  if (!line.starts_with(pattern.substr(0, dots))) return false;
  const std::string_view rest = pattern.substr(dots + 3);
  for (std::size_t from = dots; from <= line.size(); ++from)
    if (line_fits(rest, line.substr(from))) return true;
  return false;
}

bool fits(const std::vector<std::string>& expected, std::size_t e, const std::vector<std::string>& got, std::size_t g) {
  while (e < expected.size() && expected[e] != "...") {
    if (g == got.size() || !line_fits(expected[e], got[g])) return false;
    ++e;
    ++g;
  }
  if (e == expected.size()) return g == got.size();
  for (std::size_t from = g; from <= got.size(); ++from)
    if (fits(expected, e + 1, got, from)) return true;
  return false;
}

struct Outcome {
  int exit_code = 0;
  std::vector<std::string> lines;
};

Outcome run(const std::string& call, const std::filesystem::path& scratch) {
  const std::string program = std::string(CROSSWALK_BINARY_DIR) + "/bin";
  const std::string command = "cd '" CROSSWALK_SOURCE_DIR "' && PATH='" + program +
                              "':\"$PATH\" CROSSWALK_WORKSPACE='" + scratch.string() + "/workspace.db' OUT='" +
                              scratch.string() +
                              "' NO_COLOR=1; export PATH "
                              "CROSSWALK_WORKSPACE OUT NO_COLOR; " +
                              call + " 2>/dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string text;
  std::array<char, 4096> buffer{};
  for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) text.append(buffer.data(), n);
  const int status = pclose(pipe);
  Outcome out{WIFEXITED(status) ? WEXITSTATUS(status) : -1, {}};
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) out.lines.push_back(line);
  while (!out.lines.empty() && out.lines.back().empty()) out.lines.pop_back();
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace

TEST_CASE("the examples in the documentation do what they show", "[docs][examples]") {
  std::string page;
  std::filesystem::path scratch;
  for (Example& example : all_examples()) {
    if (example.file != page) {  // each page begins with an empty workspace; its examples build on each other
      page = example.file;
      scratch = std::filesystem::temp_directory_path() / ("crosswalk-docs-" + std::to_string(getpid()));
      std::filesystem::remove_all(scratch);
      std::filesystem::create_directories(scratch);
    }
    while (!example.expected.empty() && example.expected.back().empty()) example.expected.pop_back();
    const Outcome outcome = run(example.call, scratch);
    INFO(example.file << ":" << example.line << ": " << example.call);
    INFO("printed:\n" << joined(outcome.lines));
    CHECK(outcome.exit_code == example.exit_code);
    CHECK(fits(example.expected, 0, outcome.lines, 0));
  }
  if (!scratch.empty()) std::filesystem::remove_all(scratch);
}
