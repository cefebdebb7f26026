// SPDX-License-Identifier: Apache-2.0
// The tables of equivalencies in the corpus: counts as stated by their provenance and by the expected answers.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "frameworks/formats/format.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test

namespace {

std::string corpus(const std::string& path) {
  const char* folder = std::getenv("CROSSWALK_CORPUS");
  const std::string root = folder != nullptr ? folder : std::string(CROSSWALK_SOURCE_DIR) + "/../shared/corpus";
  const std::string file = root + "/articulation/" + path;
  if (std::filesystem::exists(file)) return file;
  WARN("skipped: no corpus");
  return {};
}

struct Read {
  RuleSet set;
  LossReport loss;
  Diagnostics diagnostics;
};

Read rules(const std::string& file) {
  auto result = formats::read_file(file);
  const RuleSet* set = result.value.get<RuleSet>();
  REQUIRE(set != nullptr);
  return {*set, std::move(result.loss), std::move(result.diagnostics)};
}

std::uint64_t lost(const Read& read, std::string_view path) {
  std::uint64_t total = 0;
  for (const Loss& loss : read.loss.losses())
    if (loss.path == path) total += loss.count;
  return total;
}

std::size_t of_kind(const Read& read, AwardKind kind) {
  return static_cast<std::size_t>(
      std::ranges::count_if(read.set.rules, [&](const Rule& rule) { return rule.awards.front().kind == kind; }));
}

}  // namespace

TEST_CASE("a TES export keeps every row that is no duplicate", "[frameworks][tes][corpus]") {
  const std::string file = corpus("tes_kentucky_arizona/kctcs_eku_equivalencies.csv");
  if (file.empty()) return;
  const Read read = rules(file);
  CHECK(lost(read, "row") == 137);
  CHECK(read.set.rules.size() == 616 - 137);
  CHECK(lost(read, "HideFlag") <= 110);
  const auto two_to_two = std::ranges::find_if(read.set.rules, [](const Rule& rule) {
    return rule.match.kind == Condition::Kind::all && rule.awards.size() == 2;
  });
  REQUIRE(two_to_two != read.set.rules.end());
  CHECK(to_string(two_to_two->match.parts.at(0).take.from.course) == "ACH 250");
  CHECK(two_to_two->awards.at(1).kind == AwardKind::block);  // CON X3002
}

TEST_CASE("the Arizona TES export reads in cp1252", "[frameworks][tes][corpus]") {
  const std::string file = corpus("tes_kentucky_arizona/pima_uarizona_equivalencies.csv");
  if (file.empty()) return;
  const Read read = rules(file);
  CHECK(read.set.rules.size() + lost(read, "row") == 366);
}

TEST_CASE("NJ Transfer answers its queries", "[frameworks][njtransfer][corpus]") {
  const std::string file = corpus("njtransfer_mcc_njit/mcc_njit.csv");
  if (file.empty()) return;
  const Read read = rules(file);
  const auto answer = [&](const std::string& course, const std::string& term) -> std::string {
    const Date date = Term::parse(term)->date();
    std::string found;
    for (const Rule& rule : read.set.rules)
      if (rule.match.take.from.course == CourseCode::parse(course) && rule.taken.contains(date))
        found +=
            rule.awards.front().kind == AwardKind::none
                ? "Not Transferable"
                : rule.awards.front().course.key() + " " + to_string(rule.awards.front().credits.value_or(Rational()));
    return found;
  };
  // corpus/expected/njtransfer_queries.json
  CHECK(answer("ACC102", "FALL 2000").empty());
  CHECK(answer("BIO118", "FALL 2014") == "R120102 4");
  CHECK(answer("CHM126", "SPRING 2010") == "CHEM124 1");
  CHECK(answer("CIT203", "SPRING 2021") == "Not Transferable");
  CHECK(answer("ENG121H", "FALL 2014") == "HUM101 3");
  CHECK(answer("ENG226", "SPRING 2022") == "LIT2EC 3");
  CHECK(answer("PHY134", "SPRING 2010").empty());
  CHECK(answer("ENG214", "FALL 2023") == "Not Transferable");
  CHECK(answer("MGT210", "SPRING 2016") == "MGMT390 3");
  CHECK(of_kind(read, AwardKind::review) == 2);
}

TEST_CASE("an ASSIST agreement in both variants", "[frameworks][assist][corpus]") {
  const std::string nested = corpus("assist_evc_ucb/sample.json"),
                    strings = corpus("assist_smc_ucsd/sample_raw/mathematics_bs.json");
  if (nested.empty() || strings.empty()) return;
  const Read objects = rules(nested);
  CHECK(objects.set.rules.size() == 69);
  CHECK(objects.set.institution.text == "University of California, Berkeley");
  const auto result = formats::read_file(strings);
  const auto* set = result.value.get<RuleSet>();
  const auto* programme = result.value.get<Programme>();
  REQUIRE(set != nullptr);
  REQUIRE(programme != nullptr);
  CHECK(set->rules.size() == 6);
  CHECK(set->system == "US-QH");
  CHECK(set->rules.front().awards.front().credits == Rational(4));
  CHECK(to_string(set->rules.front().match.take.from) == "MATH 13 at Santa Monica College");
  REQUIRE(programme->root.parts.size() == 1);
  CHECK(programme->root.parts.front().parts.front().parts.size() == 6);
}

TEST_CASE("the lossy pairs keep 4,527 sound rows and refuse the rest", "[frameworks][csv-rules][corpus]") {
  const std::string file = corpus("assist_ccc_ucb_lossy/articulations.csv");
  if (file.empty()) return;
  const Read read = rules(file);
  CHECK(read.set.rules.size() == 4527);
  CHECK(lost(read, "row") == 1877);
}

TEST_CASE("nine Texas tables and their common numbers", "[frameworks][tccns][corpus]") {
  const std::string folder = corpus("tccn_nine_universities");
  if (folder.empty()) return;
  std::size_t courses = 0, exams = 0;
  std::map<std::string, int> hub;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".json") continue;
    const Read read = rules(entry.path().string());
    std::map<std::string, int> here;
    for (const Rule& rule : read.set.rules) {
      const bool exam = rule.match.take.grade.scale == "AP";
      ++(exam ? exams : courses);
      if (!exam) here[rule.match.take.from.course.key()] = 1;
    }
    for (const auto& [code, one] : here) hub[code] += one;
  }
  CHECK(courses == 710);
  CHECK(exams == 449);
  CHECK(hub.size() == 150);
  CHECK(std::ranges::count_if(hub, [](const auto& entry) { return entry.second == 9; }) == 19);
}

TEST_CASE("AP tables in both shapes become score bands", "[frameworks][ap-table][corpus]") {
  const std::string list = corpus("ap_exam_tables/data-uw.json"), tree = corpus("ap_exam_tables/uci_ap.json");
  if (list.empty() || tree.empty()) return;
  const Read rows = rules(list);
  CHECK(rows.set.rules.size() == 109);
  const Take& first = rows.set.rules.front().match.take;
  CHECK(first.grade.at_least == "3");
  CHECK(first.grade.at_most == "3");  // a 4 earns what the next row says
  const Read bands = rules(tree);
  CHECK(bands.set.rules.size() == 64);
  CHECK(std::ranges::count_if(bands.set.rules, [](const Rule& rule) {
          return std::ranges::any_of(rule.awards, [](const Award& a) { return a.kind == AwardKind::review; });
        }) == 12);
}

TEST_CASE("renumbered Houston courses become dated one-way equivalences", "[frameworks][csv-rules][corpus]") {
  const std::string file = corpus("uh_course_renumbering/tccns_updates.csv");
  if (file.empty()) return;
  const Read read = rules(file);
  REQUIRE_FALSE(read.set.equivalences.empty());
  const Equivalence& first = read.set.equivalences.front();
  CHECK(to_string(first.codes.at(0)) == "ANTH 1300");
  CHECK(to_string(first.codes.at(1)) == "ANTH 2346");
  CHECK(first.one_way);
  CHECK(first.period.until == Date{2021, 8, 0});
}
