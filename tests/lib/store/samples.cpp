// SPDX-License-Identifier: Apache-2.0
#include "tests/lib/store/samples.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace samples {

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test of one namespace

Folder::Folder() {
  std::string pattern = (std::filesystem::temp_directory_path() / "crosswalk-store-XXXXXX").string();
  path_ = mkdtemp(pattern.data());
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

std::vector<std::string> Folder::names() const {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::directory_iterator(path_)) out.push_back(entry.path().filename().string());
  std::sort(out.begin(), out.end());
  return out;
}

std::string bytes(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

store::DocumentRow document(const std::string& path) {
  return {0, path, std::string(64, '0'), 12, "test", "1", "rules", ""};
}

LearnerRecord record() {
  LearnerRecord out;
  out.format = "elmo";
  out.learner = {"Åsa \"Ñ\"\n", "Łukasiewicz", "1999-02", Date::parse("1999-02"), "SE", {{"esi", "urn:x"}}};
  out.institutions = {{{"uni-a"}, LanguageText("Uni A", "en"), "NO", {{"erasmus", "N OSLO01"}}}};
  out.scales["s"].bands = {{"A", 5, Rational(9, 2), true, false}};
  out.grade_tables["0541"] = {{"A", Rational(25, 2)}};
  out.declared["programme"] = {"BSc", "MSc"};
  out.issued = Date::parse("2024-06-30");
  Attempt attempt;
  attempt.id = {"a1"};
  attempt.kind = AttemptKind::module;
  attempt.status = Status::in_progress;
  attempt.title = LanguageText("Linear algebra", "en");
  attempt.code = CourseCode::parse("MATH 101");
  attempt.credits = {{"ECTS", "ects", "Bachelor", Rational(16, 3)}};
  attempt.grade = Grade{"02", "DK-7"};
  attempt.term = Term::parse("FALL 2023");
  attempt.workload = Workload{100, 120};
  attempt.where = {"t.xml", 41, 9, {}, {}};
  attempt.unit_credit = false;
  attempt.attributes["mode"] = "online";
  attempt.distribution = ResultDistribution{{{"A", 3}, {"B", 17}}, "2023"};
  Attempt part = attempt;
  part.id = {"a2"};
  part.parent = 0;
  out.attempts = {attempt, part};
  return out;
}

RuleSet rule_set() {
  RuleSet out;
  out.id = "rs-1";
  out.title = "Transfer rules";
  out.system = "US-SH";
  out.groups["consortium"] = {{"uni-a"}, {"uni-b"}};
  out.rounding = {RoundingMode::half_up, Rational(1, 2)};
  out.conflicts = {{Layer::institution, OnConflict::combine}};
  out.conversions = {{"ECTS", "US-SH", Rational(1, 2), "year", {}}};
  Rule first;
  first.id = {"r-1"};
  first.title = "Calculus one";
  first.from = {"uni-a"};
  first.match = Condition::course("MATH 101", "uni-a");
  first.when = Condition::words("by petition");
  Award award;
  award.course = CourseCode::parse("MAT 1010");
  award.credits = 4;
  first.awards = {award};
  first.source = {"Handbook", "p. 12", Date::parse("2024-01-01"), "Board", {}};
  first.taken = {Date::parse("2015"), {}};
  Rule second = first;
  second.id = {"r-2"};
  second.title = "Introduction to programming";
  second.match = Condition::all_of({Condition::course("CS 1"), Condition::course("CS 2")});
  second.grades = GradeTreatment::pass_only;
  second.layer = Layer::law;
  out.rules = {first, second};
  return out;
}

Programme programme() {
  Programme out;
  out.id = {"p-1"};
  out.title = "BSc";
  out.total = 180;
  out.root.parts.resize(2);
  out.root.parts[0].id = {"core"};
  out.root.parts[0].need = Condition::course("MATH 101");
  out.root.parts[1].priority = -1;
  out.root.parts[1].counts_in_total = false;
  Limit limit;
  limit.measure = Limit::Measure::share;
  limit.amount = Rational(1, 2);
  limit.by = Attribute::term;
  out.limits = {limit};
  out.sets["s"] = Selector::of_range("MATH", 100, 199);
  out.exceptions.resize(1);
  out.exceptions[0].kind = Exception::Kind::substitute;
  return out;
}

Catalogue catalogue() {
  Catalogue out;
  out.title = "Courses";
  Offering offering;
  offering.id = {"o-1"};
  offering.kind = OfferingKind::micro_credential;
  offering.cost = Money{Rational(199, 2), "EUR"};
  offering.prerequisites = Condition::course("MATH 101");
  offering.levels = {{"EQF", "6", ""}};
  out.offerings = {offering};
  out.equivalences = {{{CourseCode::parse("A 1"), CourseCode::parse("B 1")}, "uni-a", {}, true}};
  return out;
}

CompetencyFramework competencies() {
  CompetencyFramework out;
  out.id = "skills";
  out.title = "Skills";
  Competency entry;
  entry.id = "s-1";
  entry.labels = {{"en", "weld"}, {"de", "schweißen"}};
  entry.band = LevelBand{"eqf", 3, 4};
  entry.codes = {{"isco-08", "7212"}};
  out.entries = {entry};
  return out;
}

MappingSet mappings() {
  MappingSet out;
  out.id = "urn:set";
  out.confidence = 0.1;
  out.curies = {{"skos", "http://www.w3.org/2004/02/skos/core#"}};
  Mapping mapping;
  mapping.subject_id = "a";
  mapping.object_id = "b";
  mapping.negated = true;
  mapping.confidence = 0.95;
  mapping.slots = {{"comment", "x"}, {"comment", "y"}};
  out.mappings = {mapping};
  return out;
}

Framework framework() {
  Framework out;
  out.id = {"XX-NQF"};
  out.title = "Framework of X";
  Level level;
  level.ref = {{"XX-NQF"}, "E3"};
  level.rank = 0;
  level.descriptors = {{"knowledge", 3, "knows"}};
  out.levels = {level};
  return out;
}

Curriculum curriculum() {
  Curriculum out;
  out.title = "BSc Physics";
  out.system = TermSystem::quarter;
  CurriculumCourse course;
  course.id = "1";
  course.name = "Mechanics";
  course.credits = Rational(7, 2);
  course.term = 2;
  out.courses = {course};
  return out;
}

}  // namespace samples
