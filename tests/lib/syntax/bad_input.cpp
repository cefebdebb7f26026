// SPDX-License-Identifier: Apache-2.0
#include "tests/lib/syntax/bad_input.hpp"

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

#include "lib/syntax/json.hpp"

namespace bad_input {
namespace {

namespace fs = std::filesystem;

struct Unpacked {
  fs::path path;
  Unpacked() {
    const auto from = corpus();
    if (!from || !fs::exists(*from / "badinput/badinput.tar.xz")) return;
    path = fs::temp_directory_path() / ("crosswalk-bad-input-" + std::to_string(getpid()));
    fs::create_directories(path);
    const std::string command =
        "tar xJf '" + (*from / "badinput/badinput.tar.xz").string() + "' -C '" + path.string() + "'";
    if (std::system(command.c_str()) != 0) path.clear();
  }
  ~Unpacked() {
    std::error_code ignored;
    if (!path.empty()) fs::remove_all(path, ignored);
  }
  Unpacked(const Unpacked&) = delete;
  Unpacked& operator=(const Unpacked&) = delete;
};

}  // namespace

std::optional<fs::path> corpus() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  const fs::path path = named != nullptr ? fs::path(named) : fs::path(CROSSWALK_SOURCE_DIR) / "../shared/corpus";
  if (!fs::exists(path)) return std::nullopt;
  return path;
}

const fs::path& folder() {
  static const Unpacked unpacked;
  return unpacked.path;
}

std::vector<Entry> entries(const std::string& below) {
  std::vector<Entry> out;
  if (folder().empty()) return out;
  std::ifstream in(*corpus() / "badinput/index.jsonl");
  crosswalk::syntax::parse_ndjson(in, "index.jsonl", [&](std::uint64_t, const crosswalk::syntax::Node& line) {
    Entry entry{line.find("path")->text(), line.find("format")->text(), line.find("expect")->text()};
    if (entry.path.rfind(below, 0) == 0) out.push_back(std::move(entry));
  });
  return out;
}

std::string bytes(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace bad_input
