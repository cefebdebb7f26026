// SPDX-License-Identifier: Apache-2.0
#include "tests/architecture/tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace crosswalk::architecture {
namespace {

const std::filesystem::path root = CROSSWALK_SOURCE_DIR;

bool is_cpp(const std::filesystem::path& path) { return path.extension() == ".cpp" || path.extension() == ".hpp"; }

SourceFile load(const std::filesystem::path& path) {
  SourceFile file{std::filesystem::relative(path, root).generic_string(), {}};
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) file.lines.push_back(line);
  return file;
}

std::vector<SourceFile> load_all() {
  std::vector<SourceFile> out;
  for (const char* room : {"lib", "frameworks", "mappers", "reports", "batch", "web", "cli", "tests"}) {
    if (!std::filesystem::exists(root / room)) continue;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root / room))
      if (entry.is_regular_file() && is_cpp(entry.path())) out.push_back(load(entry.path()));
  }
  std::ranges::sort(out, {}, &SourceFile::path);
  return out;
}

}  // namespace

const std::vector<SourceFile>& sources() {
  static const std::vector<SourceFile> all = load_all();
  return all;
}

bool exists(const std::string& path) { return std::filesystem::exists(root / path); }

std::string read(const std::string& path) {
  std::ifstream in(root / path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Include> includes(const SourceFile& file) {
  std::vector<Include> out;
  for (std::size_t i = 0; i < file.lines.size(); ++i) {
    const std::string& line = file.lines[i];
    if (!line.starts_with("#include ")) continue;
    const bool quoted = line[9] == '"';
    const auto end = line.find(quoted ? '"' : '>', 10);
    out.push_back({line.substr(10, end - 10), quoted, i + 1});
  }
  return out;
}

}  // namespace crosswalk::architecture
