// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "mappers/curriculum/metrics.hpp"
#include "mappers/curriculum/plan.hpp"

namespace crosswalk::curriculum {
namespace {

namespace fs = std::filesystem;

fs::path corpus() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  return named != nullptr ? fs::path(named) : fs::path(CROSSWALK_SOURCE_DIR) / ".." / "shared" / "corpus";
}

// The packed curricula, unpacked once into the build folder; empty where there is no corpus.
fs::path curricula() {
  const fs::path packed = corpus() / "articulation/curricula_csv/curricula.tar.xz";
  if (!fs::exists(packed)) return {};
  const fs::path folder = fs::path(CROSSWALK_BINARY_DIR) / "corpus-curricula";
  if (!fs::exists(folder / "csv")) {
    const fs::path part = folder.string() + "." + std::to_string(::getpid());
    fs::create_directories(part);
    const std::string command = "tar xJf '" + packed.string() + "' -C '" + part.string() + "'";
    if (std::system(command.c_str()) != 0) return {};
    std::error_code taken;  // another test process may have been first
    fs::rename(part, folder, taken);
    if (taken) fs::remove_all(part);
  }
  return folder / "csv";
}

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

Curriculum read(const fs::path& path) { return *formats::read_file(path.string()).value.get<Curriculum>(); }

std::int64_t number(const syntax::Node& node, const char* key) { return std::stoll(node.find(key)->text()); }

void check_figures(const syntax::Node& expected, const CourseMetrics& found) {
  CHECK(found.blocking == static_cast<std::uint64_t>(number(expected, "blocking")));
  CHECK(found.delay == static_cast<std::uint64_t>(number(expected, "delay")));
  CHECK(found.centrality == static_cast<std::uint64_t>(number(expected, "centrality")));
  CHECK(found.complexity == *Rational::parse(expected.find("complexity")->text()));
}

}  // namespace

TEST_CASE("the corpus' curricula have the figures their definitions demand", "[curriculum][corpus]") {
  const fs::path folder = curricula();
  if (folder.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  const auto expected = syntax::parse_json(content(corpus() / "expected/curricular_metrics.json"), "expected");
  for (const auto& [file, figures] : expected.find("files")->members()) {
    CAPTURE(file);
    const Curriculum given = read(folder / file);
    const Metrics found = metrics(given);
    CHECK(given.courses.size() == static_cast<std::size_t>(number(figures, "courses")));
    CHECK(found.edges == static_cast<std::size_t>(number(figures, "edges")));
    CHECK(given.credits() == *Rational::parse(figures.find("credits")->text()));
    check_figures(figures, found.total);
    check_figures(*figures.find("max"), found.most);
    CHECK(found.longest_path == static_cast<std::uint64_t>(number(figures, "longest_path")));
    CHECK(found.longest_paths == static_cast<std::uint64_t>(number(figures, "n_longest_paths")));
    CHECK(found.source_sink_paths == static_cast<std::uint64_t>(number(figures, "n_source_sink_paths")));
    CHECK(found.extraneous.size() == static_cast<std::size_t>(number(figures, "extraneous_requisites")));
  }
}

TEST_CASE("every curriculum of the corpus is measured or names its cycle", "[curriculum][corpus]") {
  const fs::path folder = curricula();
  if (folder.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  std::size_t measured = 0, cyclic = 0;
  for (const auto& entry : fs::directory_iterator(folder)) {
    CAPTURE(entry.path().filename().string());
    const Curriculum given = read(entry.path());
    try {
      const Metrics found = metrics(given);
      CHECK(found.courses.size() == given.courses.size());
      ++measured;
    } catch (const InputError& error) {
      CHECK(error.diagnostic().code == "curriculum.cycle");
      ++cyclic;
    }
  }
  CHECK(measured + cyclic == 447);
  CHECK(cyclic == 2);
}

TEST_CASE("the published instances are planned to their published optima", "[curriculum][plan][corpus]") {
  const fs::path folder = curricula();
  if (folder.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  // expected/degree_plans.json
  const auto [file, most, least_distance, lexicographic] = GENERATE(table<std::string, int, int, int>(
      {{"Archive__GaTech_Curricula__programs__engineering__Ga_Tech-EE.csv", 18, 35, 39},
       {"Archive__Optimizing_Degree_Plans__Sample_EE_curric.csv", 19, 31, 32}}));
  CAPTURE(file);
  const Curriculum given = read(folder / file);
  PlanOptions options;
  options.min_credits = 12;
  options.max_credits = most;
  const auto solved = [&](PlanObjective objective) {
    options.objective = objective;
    Plan found = plan(given, options);
    CHECK(found.status == Plan::Status::optimal);
    CHECK(faults(given, found, options).empty());
    return found;
  };
  CHECK(solved(PlanObjective::balance).balance->value == 14);
  CHECK(solved(PlanObjective::distance).distance->value == least_distance);
  const Plan both = solved(PlanObjective::balance_then_distance);
  CHECK(both.balance->value == 14);
  CHECK(both.distance->value == lexicographic);
  CHECK(both.distance->bound == lexicographic);
}

}  // namespace crosswalk::curriculum
