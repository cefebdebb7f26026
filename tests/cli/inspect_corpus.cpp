// SPDX-License-Identifier: Apache-2.0
// The real documents and the hostile ones, through the verb. Skipped where the corpus is not beside the source tree.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/quantity/rational.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::cli {
namespace {

using syntax::Node;

std::filesystem::path corpus() {
  const char* named = std::getenv("CROSSWALK_CORPUS");
  return named != nullptr ? std::filesystem::path(named)
                          : std::filesystem::path(CROSSWALK_SOURCE_DIR) / "../shared/corpus";
}

bool absent() {
  if (std::filesystem::exists(corpus() / "xml")) return false;
  WARN("skipped: no corpus");
  return true;
}

Node json_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  all << in.rdbuf();
  return syntax::parse_json(all.str(), path.string());
}

struct Answer {
  int code = 0;
  std::string out, err;
};

Answer inspect(const std::filesystem::path& file) {
  std::istringstream in;
  std::ostringstream out, err;
  Answer answer;
  answer.code = run({"--json", "inspect", file.string()}, in, out, err);
  answer.out = out.str();
  answer.err = err.str();
  return answer;
}

std::string text_at(const Node& node, const std::vector<std::string>& path) {
  const Node* now = &node;
  for (const std::string& key : path) {
    now = now->find(key);
    if (now == nullptr) return "(absent)";
  }
  return now->text();
}

void same(const Node& facts, const Node& expected, const std::string& key) {
  const Node* wanted = expected.find(key);
  if (wanted == nullptr) return;
  CAPTURE(key);
  CHECK(text_at(facts, {key}) == wanted->text());
}

// A count by label, compared both ways.
void same_counts(const Node& facts, const Node& expected, const std::string& key) {
  const Node* wanted = expected.find(key);
  if (wanted == nullptr) return;
  CAPTURE(key);
  const Node* got = facts.find(key);
  REQUIRE(got != nullptr);
  CHECK(got->members().size() == wanted->members().size());
  for (const auto& [label, count] : wanted->members()) {
    CAPTURE(label);
    CHECK(text_at(*got, {label}) == count.text());
  }
}

void check_credits(const Node& facts, const Node& expected) {
  const Node* systems = expected.find("credits");
  if (systems == nullptr) return;
  for (const auto& [system, sums] : systems->members()) {
    REQUIRE(system == "ects");
    CHECK(text_at(facts, {"credits", "ECTS", "recommended"}) == text_at(sums, {"recommended_earned"}));
    CHECK(text_at(facts, {"credits", "ECTS", "topmost"}) == text_at(sums, {"topmost_only"}));
    CHECK(text_at(facts, {"credits", "ECTS", "deepest"}) == text_at(sums, {"deepest_only"}));
    CHECK(text_at(facts, {"credits", "ECTS", "naive"}) == text_at(expected, {"credits_naive_sum", "ects"}));
    CHECK(text_at(facts, {"conflicts"}) == text_at(sums, {"ancestors_with_counted_descendants"}));
  }
}

void check_transcript(const Node& facts, const Node& expected) {
  CHECK(text_at(facts, {"learner", "given"}) == text_at(expected, {"learner", "given"}));
  CHECK(text_at(facts, {"learner", "family"}) == text_at(expected, {"learner", "family"}));
  CHECK(text_at(facts, {"learner", "birth"}) == text_at(expected, {"learner", "birth"}));
  CHECK(text_at(facts, {"achievements"}) == text_at(expected, {"los"}));
  for (const char* key :
       {"roots", "leaves", "max_depth", "status_explicit", "without_grade", "with_distribution", "attachments"})
    same(facts, expected, key);
  for (const char* key : {"types", "statuses", "grades", "levels"}) same_counts(facts, expected, key);
  const Node& issuers = *expected.find("issuers");
  REQUIRE(facts.find("issuers")->items().size() == issuers.items().size());
  for (std::size_t i = 0; i < issuers.items().size(); ++i)
    same_counts(facts.find("issuers")->items()[i], issuers.items()[i], "titles");
  std::vector<std::string> fields, wanted;
  for (const Node& field : facts.find("isced")->items()) fields.push_back(field.text());
  for (const Node& field : expected.find("isced")->items()) wanted.push_back(field.text());
  CHECK(fields == wanted);
  check_credits(facts, expected);
}

void check_hostile_facts(const Node& answer, const Node& wanted) {
  const Node& facts = *answer.find("facts");
  if (wanted.find("los") != nullptr) CHECK(text_at(facts, {"achievements"}) == text_at(wanted, {"los"}));
  if (wanted.find("given") != nullptr) CHECK(text_at(facts, {"learner", "given"}) == text_at(wanted, {"given"}));
  if (wanted.find("family") != nullptr) CHECK(text_at(facts, {"learner", "family"}) == text_at(wanted, {"family"}));
  if (wanted.find("bday") != nullptr) CHECK(text_at(facts, {"learner", "birth"}) == text_at(wanted, {"bday"}));
  if (wanted.find("conflicts") != nullptr) CHECK(text_at(facts, {"conflicts"}) == text_at(wanted, {"conflicts"}));
  const auto amount = [&](const char* key, const char* sum) {
    const Node* stated = wanted.find(key);
    if (stated == nullptr) return;
    const std::string got = text_at(facts, {"credits", "ECTS", sum});
    CAPTURE(key, got);
    if (stated->is_null())
      CHECK(got == "(absent)");
    else if (stated->text() != "0" || got != "(absent)")
      CHECK(Rational::parse(got) == Rational::parse(stated->text()));
  };
  amount("ects", "recommended");
  amount("ects_earned", "recommended");
  amount("ects_attempted", "naive");
}

bool has_warning(const Node& answer) {
  for (const Node& each : answer.find("diagnostics")->items())
    if (text_at(each, {"severity"}) == "warning") return true;
  return false;
}

}  // namespace

TEST_CASE("inspect finds in the real transcripts what an independent reader found", "[cli][inspect][corpus]") {
  if (absent()) return;
  const Node expected = json_file(corpus() / "expected/xml_documents.json");
  for (const auto& [file, about] : expected.members()) {
    if (!file.starts_with("elmo-") && !file.starts_with("ewp-")) continue;
    CAPTURE(file);
    const Answer answer = inspect(corpus() / "xml/documents" / file);
    REQUIRE(answer.code == 0);
    check_transcript(*syntax::parse_json(answer.out, file).find("facts"), *about.find("facts"));
  }
}

TEST_CASE("inspect finds every course of the Open University's catalogue", "[cli][inspect][corpus]") {
  if (absent()) return;
  const Node expected = json_file(corpus() / "expected/xml_documents.json");
  const Node& wanted = *expected.find("xcri-open-university-965-courses.xml")->find("facts");
  const Answer answer = inspect(corpus() / "xml/documents/xcri-open-university-965-courses.xml");
  REQUIRE(answer.code == 0);
  const Node read = syntax::parse_json(answer.out, "answer");
  const Node& facts = *read.find("facts");
  CHECK(text_at(facts, {"offerings"}) == text_at(wanted, {"courses"}));
  CHECK(text_at(facts, {"with_prerequisites"}) == text_at(wanted, {"prerequisites"}));
  CHECK(text_at(facts, {"with_outcomes"}) == text_at(wanted, {"learning_outcomes"}));
  CHECK(text_at(facts, {"first"}) == text_at(wanted, {"first_course"}));
  CHECK(text_at(facts, {"last"}) == text_at(wanted, {"last_course"}));
  for (const char* system : {"The Open University", "SCQF"}) {
    CHECK(text_at(facts, {"credits", system, "entries"}) == text_at(wanted, {"credit_schemes", system}));
    CHECK(text_at(facts, {"credits", system, "total"}) == text_at(wanted, {"credit_totals", system}));
  }
  for (const char* level : {"1", "2", "3", "M", "0"})
    CHECK(text_at(facts, {"levels", std::string("The Open University ") + level}) ==
          text_at(wanted, {"levels", std::string("The Open University|") + level}));
}

TEST_CASE("a PESC course failed was attempted, not earned", "[cli][inspect][corpus]") {
  if (absent()) return;
  const Node expected = json_file(corpus() / "expected/xml_documents.json");
  const Node& wanted = *expected.find("pesc-applyalberta-transcript.xml")->find("facts");
  const Answer answer = inspect(corpus() / "xml/documents/pesc-applyalberta-transcript.xml");
  const Node read = syntax::parse_json(answer.out, "answer");
  const Node& facts = *read.find("facts");
  CHECK(text_at(facts, {"learner", "given"}) == text_at(wanted, {"person", "first"}));
  CHECK(text_at(facts, {"learner", "birth"}) == text_at(wanted, {"person", "birth"}));
  CHECK(text_at(facts, {"achievements"}) == text_at(wanted, {"courses"}));
  CHECK(text_at(facts, {"credits", "unstated", "recommended"}) == text_at(wanted, {"credit_earned"}));
  CHECK(text_at(facts, {"credits", "unstated", "naive"}) == text_at(wanted, {"credit_value"}));
  same_counts(facts, wanted, "grades");
}

TEST_CASE("a credential's whole and its parts are not added twice", "[cli][inspect][corpus]") {
  if (absent()) return;
  const Node expected = json_file(corpus() / "expected/xml_documents.json");
  const Node& wanted = *expected.find("edci-msc-civil-engineering-signed.xml")->find("facts");
  const Answer answer = inspect(corpus() / "xml/documents/edci-msc-civil-engineering-signed.xml");
  const Node read = syntax::parse_json(answer.out, "answer");
  const Node& facts = *read.find("facts");
  CHECK(text_at(facts, {"learner", "family"}) == text_at(wanted, {"family"}));
  CHECK(text_at(facts, {"achievements"}) == text_at(wanted, {"achievements"}));
  CHECK(text_at(facts, {"credits", "ECTS", "recommended"}) == text_at(wanted, {"ects_depth1"}));
  CHECK(text_at(facts, {"credits", "ECTS", "deepest"}) == text_at(wanted, {"ects_below"}));
  CHECK(text_at(facts.find("issuers")->items().front(), {"title"}) == text_at(wanted, {"issuer"}));
}

TEST_CASE("every hostile document gets the verdict its manifest states", "[cli][inspect][corpus]") {
  if (absent()) return;
  const auto folder = corpus() / "xml/hostile";
  const Node manifest = json_file(folder / "MANIFEST.json");
  for (const Node& entry : manifest.items()) {
    const std::string file = text_at(entry, {"file"}), verdict = text_at(entry, {"verdict"});
    CAPTURE(file, verdict);
    const Answer answer = inspect(folder / file);
    CAPTURE(answer.err);
    if (verdict.starts_with("reject")) {
      CHECK(answer.code == 3);
      CHECK(answer.out.empty());
      CHECK(std::ranges::count(answer.err, '\n') == 1);
      CHECK(answer.err.find(file.substr(file.find('/') + 1)) != std::string::npos);
      continue;
    }
    CHECK(answer.code == 0);
    if (answer.code != 0) continue;
    const Node read = syntax::parse_json(answer.out, file);
    CHECK(has_warning(read) == (verdict == "accept-warn"));
    if (const Node* wanted = entry.find("facts")) check_hostile_facts(read, *wanted);
  }
}

}  // namespace crosswalk::cli
