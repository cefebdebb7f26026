// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fstream>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::cli {
namespace {

struct Run {
  int code = 0;
  std::string out, err;
};

Run run_verb(std::vector<std::string> arguments, const std::string& input = {}) {
  std::istringstream in(input);
  std::ostringstream out, err;
  Run result;
  result.code = run(arguments, in, out, err);
  result.out = out.str();
  result.err = err.str();
  return result;
}

std::string sample(const std::string& name) {
  return std::string(CROSSWALK_SOURCE_DIR) + "/data/samples/curricula/" + name;
}

std::string content(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("curriculum metrics answers with the contract's fields", "[cli][curriculum]") {
  const Run found = run_verb({"--json", "curriculum", "metrics", sample("mechatronics-2025.csv")});
  CHECK(found.code == done);
  CHECK(found.err.empty());
  const auto answer = syntax::parse_json(found.out, "answer");
  CHECK(answer.find("schema")->text() == "crosswalk/curriculum-metrics/1");
  CHECK(answer.find("system")->text() == "semester");
  REQUIRE(answer.find("courses")->items().size() == 42);
  for (const char* key : {"id", "blocking", "delay", "centrality", "complexity"})
    CHECK(answer.find("courses")->items().front().find(key) != nullptr);
  CHECK(answer.find("totals")->find("complexity")->text() == "424");
}

TEST_CASE("requisites that go round are exit 3 and name their courses", "[cli][curriculum]") {
  for (const char* action : {"metrics", "plan"}) {
    const Run found = run_verb({"curriculum", action, sample("ring.csv")});
    CHECK(found.code == bad_input);
    CHECK(found.out.empty());
    CHECK(found.err.find("MTX 330 Control Engineering) -> 2 (MTX 440 Robotics)") != std::string::npos);
    CHECK(found.err.find("[curriculum.cycle]") != std::string::npos);
  }
  const Run mixed = run_verb({"curriculum", "metrics", sample("ring.csv"), sample("mechatronics-2025.csv")});
  CHECK(mixed.code == bad_input);
  CHECK(mixed.out.find("424") != std::string::npos);
}

TEST_CASE("a plan carries its proof and reads back as a degree plan", "[cli][curriculum]") {
  const std::vector<std::string> plan{
      "curriculum", "plan", "--min", "12", "--max", "18", sample("mechatronics-2025.csv")};
  std::vector<std::string> as_json{"--json"}, as_csv{"--format", "csv"};
  as_json.insert(as_json.end(), plan.begin(), plan.end());
  as_csv.insert(as_csv.end(), plan.begin(), plan.end());
  const auto answer = syntax::parse_json(run_verb(as_json).out, "answer");
  CHECK(answer.find("status")->text() == "optimal");
  const auto* distance = answer.find("distance");
  CHECK(distance->find("value")->find("exact")->text() == distance->find("bound")->find("exact")->text());
  const Run written = run_verb(as_csv);
  const Run again = run_verb({"curriculum", "metrics", "-"}, written.out);
  CHECK(again.code == done);
  CHECK(again.out.find("424") != std::string::npos);
  CHECK(run_verb(as_csv).out == written.out);
}

TEST_CASE("no plan, an unproven plan and senseless limits have their exit codes", "[cli][curriculum]") {
  const std::string file = sample("mechatronics-2025.csv");
  CHECK(run_verb({"curriculum", "plan", "--terms", "7", "--max", "18", file}).code == answer_is_no);
  CHECK(run_verb({"curriculum", "plan", "--max", "18", "--work", "3000", file}).code == not_proven);
  CHECK(run_verb({"curriculum", "plan", "--terms", "0.5", file}).code == bad_usage);
  CHECK(run_verb({"curriculum", "plan", "--max", "lots", file}).code == bad_usage);
  CHECK(run_verb({"curriculum", "draw", file}).code == bad_usage);
  CHECK(run_verb({"curriculum", "compare", file}).code == bad_usage);
  CHECK(run_verb({"curriculum", "delay", file, "NOPE 1"}).code == bad_usage);
}

TEST_CASE("every curriculum page is whole and draws its picture", "[cli][curriculum][html]") {
  const std::string before = sample("mechatronics-2025.csv"), after = sample("mechatronics-2027.csv");
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"metrics", before}, {"plan", "--max", "18", before}, {"compare", before, after}}) {
    std::vector<std::string> all{"--format", "html", "curriculum"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const Run page = run_verb(all);
    CHECK(page.code == done);
    CHECK(page.out.find("<svg") != std::string::npos);
    CHECK(page.out.find("Robotics") != std::string::npos);
    CHECK(page.out.find("nan") == std::string::npos);
  }
}

TEST_CASE("what stands in a file cannot become markup or control codes", "[cli][curriculum][html]") {
  std::string text = content(sample("ring.csv"));
  text.replace(text.find(",3,,,4,,"), 8, ",,,,4,,");
  text.replace(text.find("Robotics"), 8, "<b>\x1b[31m&");
  const Run page = run_verb({"--format", "html", "curriculum", "metrics", "-"}, text);
  CHECK(page.out.find("<b>") == std::string::npos);
  const Run plain = run_verb({"curriculum", "metrics", "-"}, text);
  CHECK(plain.out.find('\x1b') == std::string::npos);
}

}  // namespace crosswalk::cli
