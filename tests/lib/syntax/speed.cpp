// SPDX-License-Identifier: Apache-2.0
#include <sys/resource.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <ctime>
#include <fstream>
#include <iostream>
#include <streambuf>

#include "lib/syntax/csv.hpp"
#include "lib/syntax/json.hpp"
#include "lib/syntax/json_view.hpp"
#include "lib/syntax/xml.hpp"
#include "lib/syntax/yaml.hpp"

// Measured on demand (test_lib_syntax "[speed]"): processor time, so that a busy machine does not matter.

using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace): a test of one namespace

namespace {

double processor_seconds() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

long peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024;
}

// head, the piece so many times, tail: a long text that is never held.
class Repeated : private std::streambuf, public std::istream {
 public:
  Repeated(std::string head, std::string piece, std::uint64_t times, std::string tail)
      : std::istream(static_cast<std::streambuf*>(this)), head_(std::move(head)), tail_(std::move(tail)), left_(times) {
    while (block_.size() < 60'000) {
      block_ += piece;
      ++pieces_;
    }
    show(head_);
  }
  [[nodiscard]] double megabytes() const { return static_cast<double>(bytes_) / 1e6; }

 private:
  std::streambuf::int_type underflow() override {
    if (left_ >= pieces_) {
      left_ -= pieces_;
      return show(block_);
    }
    if (ended_) return std::streambuf::traits_type::eof();
    ended_ = true;
    return tail_.empty() ? std::streambuf::traits_type::eof() : show(tail_);
  }
  std::streambuf::int_type show(std::string& text) {
    bytes_ += text.size();
    setg(text.data(), text.data(), text.data() + text.size());
    return text.empty() ? underflow() : std::streambuf::traits_type::to_int_type(text[0]);
  }
  std::string head_, block_, tail_;
  std::uint64_t left_, pieces_ = 0, bytes_ = 0;
  bool ended_ = false;
};

void report(const char* what, double megabytes, double seconds) {
  std::cout << what << ": " << megabytes << " MB in " << seconds << " s = " << megabytes / seconds << " MB/s, peak "
            << peak_megabytes() << " MB\n";
}

const char* const element = R"(  <learningOpportunitySpecification>
    <identifier type="local">MATH101</identifier>
    <title xml:lang="en">Introduction to Linear Algebra &amp; Geometry</title>
    <type>Course</type>
    <iscedCode>0541</iscedCode>
    <specifies><learningOpportunityInstance>
      <start>2023-09-01</start><date>2024-01-15</date><status>passed</status>
      <gradingSchemeLocalId>g1</gradingSchemeLocalId><resultLabel>B+</resultLabel>
      <credit><scheme>ects</scheme><value>7.5</value></credit>
      <languageOfInstruction>en</languageOfInstruction>
    </learningOpportunityInstance></specifies>
  </learningOpportunitySpecification>
)";

const char* const record =
    R"({"id":"r-000123","institution":"nl-tudelft","learner":{"given":"Åsa","family":"Łukasiewicz","birth":"1999-02-01"},)"
    R"("attempts":[{"code":"MATH101","title":"Introduction to Linear Algebra","credits":7.5,"system":"ECTS","grade":"B+","term":"FALL 2023","status":"completed","level":6},)"
    R"({"code":"PHYS201","title":"Mechanics and Waves \"advanced\"","credits":5,"system":"ECTS","grade":"8","term":"SPRING 2024","status":"completed","level":6},)"
    R"({"code":"CHEM110","title":"General Chemistry with Laboratory","credits":10.0,"system":"ECTS","grade":"A","term":"FALL 2022","status":"completed","level":5},)"
    R"({"code":"HIST150","title":"History of the Twentieth Century","credits":6,"system":"ECTS","grade":null,"term":"SPRING 2025","status":"planned","level":5},)"
    R"({"code":"COMP1511","title":"Programming Fundamentals","credits":6,"system":"ECTS","grade":"A-","term":"FALL 2021","status":"completed","level":5}],)"
    R"("declared":{"programme":["BSc Physics"],"catalogue":["2021"]},"tags":["transfer","exchange","part-time"],"note":"nothing further was stated by the sending institution in this record"})"
    "\n";

}  // namespace

TEST_CASE("speed of XML: 200 MB in constant memory", "[.slow][speed][xml]") {
  struct Counting : XmlHandler {
    std::uint64_t elements = 0, bytes = 0;
    void start(const XmlElement&) override { ++elements; }
    void text(std::string_view piece) override { bytes += piece.size(); }
    void end(std::string_view, std::string_view) override {}
  } handler;
  const std::string head = "<elmo xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\">\n";
  Repeated in(head, element, 200'000'000 / std::string_view(element).size(), "</elmo>");
  const double begin = processor_seconds();
  parse_xml(in, "speed.xml", handler);
  const double seconds = processor_seconds() - begin;
  report("xml", in.megabytes(), seconds);
  CHECK(in.megabytes() / seconds >= 60);
  CHECK(peak_megabytes() < 64);
}

TEST_CASE("speed of NDJSON in bulk: a million records", "[.slow][speed][json]") {
  Repeated in("", record, 1'000'000, "");
  std::uint64_t attempts = 0;
  const double begin = processor_seconds();
  parse_ndjson_bulk(in, "speed.jsonl", [&](std::uint64_t, const JsonView& line) {
    line.find("attempts")->each_item([&](const JsonView& attempt) { attempts += attempt.find("code")->text().size(); });
  });
  report("ndjson bulk", in.megabytes(), processor_seconds() - begin);
  CHECK(attempts > 30'000'000);
}

TEST_CASE("speed of JSON, YAML and CSV into nodes and tables", "[.slow][speed]") {
  std::string json = "[\n", yaml, csv = "course,title,credits,system,grade\n";
  while (json.size() < 50'000'000) json += std::string(record, std::string_view(record).size() - 1) + ",\n";
  json += "0]";
  double begin = processor_seconds();
  CHECK(parse_json(json, "speed.json").items().size() > 1000);
  report("json", static_cast<double>(json.size()) / 1e6, processor_seconds() - begin);
  for (int i = 0; yaml.size() < 8'000'000; ++i)
    yaml += "- id: r-" + std::to_string(i) +
            "\n  match: {take: [MATH 101, 'MATH 102']}\n  award: {course: MAT 1010, credits: 5}\n  source: Handbook "
            "2024, page 12\n";
  begin = processor_seconds();
  CHECK(parse_yaml(yaml, "speed.yaml").items().size() > 1000);
  report("yaml", static_cast<double>(yaml.size()) / 1e6, processor_seconds() - begin);
  while (csv.size() < 40'000'000)
    csv +=
        "MATH101,\"Linear algebra, geometry and their application\",7.5,ECTS,B+\nPHYS201,Mechanics and waves in one "
        "dimension,5,ECTS,A\n";
  begin = processor_seconds();
  CHECK(parse_csv(csv, "speed.csv").rows.size() > 1000);
  report("csv", static_cast<double>(csv.size()) / 1e6, processor_seconds() - begin);
}
