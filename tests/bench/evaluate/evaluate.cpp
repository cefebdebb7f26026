// SPDX-License-Identifier: Apache-2.0
// Evaluations a second on one core: transcripts of 40 courses against 2,000 rules in memory. And, with `conserve N`,
// the balance of N generated records (tests/mappers/transfer/conservation.cpp checks the same property on fewer); with
// `digest N`, a digest of N answers, to see that a change for speed changed no answer.
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "mappers/transfer/transfer.hpp"
#include "reports/evaluation.hpp"
#include "tests/mappers/transfer/generated_record.hpp"

namespace {

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a program of its own

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

std::string course(std::mt19937_64& random) {
  static const char* const subjects[] = {"MATH", "ENGL", "HIST", "PSYC", "BIOL", "CHEM", "PHYS", "SOC",
                                         "ECON", "ART",  "MUS",  "CSC",  "PHIL", "SPAN", "ACCT", "BUS"};
  return std::string(subjects[random() % 16]) + " " + std::to_string(100 + random() % 120);
}

Rule one(std::mt19937_64& random, int number) {
  Rule rule;
  rule.id.text = "R" + std::to_string(number);
  rule.from.text = random() % 2 == 0 ? "north" : "south";
  Take take;
  take.from = Selector::of_course(course(random));
  if (random() % 3 == 0) take.grade.at_least = "C";
  rule.match = Condition::taking(take);
  if (random() % 20 == 0) rule.match = Condition::all_of({rule.match, Condition::course(course(random))});
  Award award;
  award.course = CourseCode::parse("T " + std::to_string(random() % 900));
  award.credits = 3;
  if (random() % 40 == 0) {  // a wildcard gives block credit
    rule.match = Condition::taking({Selector::of_pattern(course(random).substr(0, 4) + " 1##")});
    award = {};
    award.kind = AwardKind::block;
  }
  rule.awards.push_back(award);
  rule.shortage_tolerated = true;
  rule.source.document = "Faculty decision " + std::to_string(number);
  return rule;
}

RuleSet rules(std::mt19937_64& random, int count) {
  RuleSet set;
  set.id = "bench";
  set.system = "US-SH";
  set.grade_scale = "letters";
  set.conversions = {{"US-QH", "US-SH", Rational(2, 3), "calendar", {}}};
  for (int i = 0; i < count; ++i) set.rules.push_back(one(random, i));
  Limit cap;
  cap.id = "cap";
  cap.amount = 90;
  cap.scope = Limit::Scope::record;
  set.caps.push_back(cap);
  return set;
}

LearnerRecord transcript(std::mt19937_64& random, int courses) {
  static const char* const grades[] = {"A", "B", "B", "C", "D"};
  LearnerRecord record;
  for (int i = 0; i < courses; ++i) {
    Attempt attempt;
    attempt.id.text = "a" + std::to_string(i);
    attempt.code = CourseCode::parse(course(random));
    attempt.title = LanguageText("A course about something");
    attempt.institution.text = random() % 2 == 0 ? "north" : "south";
    attempt.credits.push_back(
        {random() % 2 == 0 ? "US-QH" : "US-SH", {}, {}, static_cast<std::int64_t>(3 + random() % 3)});
    attempt.grade = Grade{grades[random() % 5], {}};
    attempt.completed = Date{static_cast<std::int16_t>(2015 + random() % 10), 5, 20};
    record.attempts.push_back(std::move(attempt));
  }
  return record;
}

transfer::Knowledge letters() {
  GradeScale scale;
  scale.id = "letters";
  int rank = 4;
  for (const char* label : {"A", "B", "C", "D"}) {
    scale.bands.push_back({label, Rational(rank), Rational(rank), true, true});
    --rank;
  }
  transfer::Knowledge out;
  out.scales.emplace(scale.id, scale);
  return out;
}

void speed(int rule_count, int course_count, bool explain) {
  std::mt19937_64 random(42);
  const transfer::RuleIndex index(rules(random, rule_count), letters());
  std::vector<LearnerRecord> records;
  for (int i = 0; i < 200; ++i) records.push_back(transcript(random, course_count));
  transfer::Options options;
  options.explain = explain;
  std::size_t lines = 0, awarded = 0, done = 0, unproven = 0;
  const double start = cpu_seconds();
  while (cpu_seconds() - start < 3.0)
    for (const LearnerRecord& record : records) {
      const Evaluation evaluation = transfer::evaluate(record, index, options);
      lines += evaluation.lines.size();
      awarded += evaluation.lines.front().outcome == Outcome::awarded ? 1 : 0;
      unproven += evaluation.proof.proven ? 0 : 1;
      ++done;
    }
  const double seconds = cpu_seconds() - start;
  std::printf(
      "%d courses x %d rules, reasons %s: %.0f evaluations/s on one core (%zu in %.2f s user CPU, %zu lines, %zu "
      "unproven)\n",
      course_count, rule_count, explain ? "on" : "off", static_cast<double>(done) / seconds, done, seconds, lines,
      unproven);
}

int conserve(long count) {
  std::mt19937_64 random(1);
  transfer::Options options;
  options.programme_total = Rational(30);
  long faults = 0, credits = 0;
  for (long done = 0; done < count;) {
    const transfer::RuleIndex index(transfer::generated_rules(random), letters());
    for (int i = 0; i < 500 && done < count; ++i, ++done) {
      const Evaluation evaluation = transfer::evaluate(transfer::generated_record(random), index, options);
      faults += evaluation.balanced() ? 0 : 1;
      credits += static_cast<long>(evaluation.balances.size());
    }
  }
  std::printf("%ld generated records, %ld balances, %ld that do not balance\n", count, credits, faults);
  return faults == 0 ? 0 : 1;
}

// FNV-1a over every answer in JSON and text.
class Digest {
 public:
  void add(const LearnerRecord& record, const transfer::RuleIndex& index) {
    const Evaluation evaluation = transfer::evaluate(record, index);
    reports::EvaluationReport report{record, evaluation, {}, {}, {}};
    report.impediments = transfer::impediments(evaluation, index);
    for (const std::string& answer : {reports::evaluation_json(report), reports::evaluation_text(report)})
      for (const char c : answer) value_ = (value_ ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  }
  [[nodiscard]] std::uint64_t value() const { return value_; }

 private:
  std::uint64_t value_ = 14695981039346656037ULL;
};

int digest(long count) {
  std::mt19937_64 random(1);
  Digest out;
  for (long done = 0; done < count;) {
    const transfer::RuleIndex index(transfer::generated_rules(random), letters());
    for (int i = 0; i < 100 && done < count; ++i, ++done) out.add(transfer::generated_record(random), index);
  }
  const transfer::RuleIndex index(rules(random, 2000), letters());
  for (int i = 0; i < 200; ++i) out.add(transcript(random, 40), index);
  std::printf("%ld generated records and 200 transcripts of 40 courses: %016llx\n", count,
              static_cast<unsigned long long>(out.value()));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::string(argv[1]) == "conserve") return conserve(argc > 2 ? std::atol(argv[2]) : 1'000'000);
  if (argc > 1 && std::string(argv[1]) == "digest") return digest(argc > 2 ? std::atol(argv[2]) : 5'000);
  speed(2000, 40, true);
  speed(2000, 40, false);
  speed(200, 10, true);
  return 0;
}
