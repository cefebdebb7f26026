// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "frameworks/facts/database.hpp"
#include "frameworks/facts/read.hpp"
#include "lib/diagnostics/error.hpp"

// facts_compiler DATA FACTS.DB: reads the YAML of data/, runs its checks and writes the database. Faults go to standard
// error, one a line with file and line; with any fault nothing is written and the exit code is 1.
namespace crosswalk {
namespace {

std::vector<facts::Check> read_checks(const std::filesystem::path& folder) {
  std::vector<facts::Check> out;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".sql") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    out.push_back({"facts." + entry.path().stem().string(), text.str()});
  }
  std::ranges::sort(out, {}, &facts::Check::code);
  return out;
}

}  // namespace

int compile_folder(const std::string& folder, const std::string& target) {
  auto read = facts::read_folder(folder, "data");
  facts::Database database{std::move(read.value), read_checks(std::filesystem::path(folder) / "checks")};
  Diagnostics faults = std::move(read.diagnostics);
  const Diagnostics found = facts::run_checks(database);
  faults.insert(faults.end(), found.begin(), found.end());
  for (const Diagnostic& each : faults) std::cerr << to_string(each) << "\n";
  if (!faults.empty()) return 1;
  facts::write_database(target, database);
  return 0;
}
}  // namespace crosswalk

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: facts_compiler DATA FACTS.DB\n";
    return 2;
  }
  try {
    return crosswalk::compile_folder(argv[1], argv[2]);
  } catch (const std::exception& error) {
    std::cerr << "facts_compiler: " << error.what() << "\n";
    return 3;
  }
}
