// SPDX-License-Identifier: Apache-2.0
#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "cli/verb.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/kinds.hpp"
#include "lib/store/workspace.hpp"
#include "lib/syntax/json.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): a test
namespace fs = std::filesystem;

namespace {

// A folder with a few documents; the verb is called in-process.
class Office {
 public:
  Office() : folder_(fs::temp_directory_path() / ("crosswalk-import-" + std::to_string(getpid()))) {
    fs::create_directories(folder_);
    write("good.csv", "course,title,credits,system\nMATH 101,Calculus,7.5,ECTS\nPHYS 1,Mechanics,5,ECTS\n");
    write("bad.csv", "course,title\nMATH 101,\"Calculus\n");
    write("twice.csv", "course,credits,system\nMATH 101,5,ECTS\nMATH 101,5,ECTS\n");
    write(
        "elmo.xml",
        "<elmo "
        "xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\"><generatedDate>2024-01-01T00:00:00Z</generatedDate>"
        "<learner><givenNames>A</givenNames><familyName>B</familyName></learner><report><issuer><country>NO</country>"
        "<identifier type=\"schac\">uni.no</identifier><title xml:lang=\"en\">Uni</title></issuer>"
        "<learningOpportunitySpecification><title xml:lang=\"en\">Logic</title></learningOpportunitySpecification>"
        "</report></elmo>");
    write("cut.xml",
          "<elmo xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\"><report><learningOpportunitySpecification>"
          "<title xml:lang=\"en\">Logic</title></learningOpportunitySpecification>");
  }
  ~Office() {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }
  Office(const Office&) = delete;
  Office& operator=(const Office&) = delete;

  void write(const std::string& name, const std::string& text) const { std::ofstream(folder_ / name) << text; }
  [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }
  [[nodiscard]] bool has(const std::string& name) const { return fs::exists(folder_ / name); }

  int call(std::vector<std::string> arguments, const std::string& input = {}) {
    arguments.insert(arguments.begin(), {"--workspace", file("w.db")});
    std::istringstream in(input);
    std::ostringstream out, err;
    const int code = cli::run(arguments, in, out, err);
    this->out = out.str();
    this->err = err.str();
    return code;
  }

  std::string out, err;

 private:
  fs::path folder_;
};

}  // namespace

TEST_CASE("an imported transcript is in the workspace as it was read", "[cli][import]") {
  Office office;
  REQUIRE(office.call({"import", office.file("good.csv"), office.file("elmo.xml")}) == 0);
  CHECK(office.out.find("good.csv: csv-transcript, 2 attempts, 1 learner record\n") != std::string::npos);
  const auto workspace = store::Workspace::read(office.file("w.db"));
  REQUIRE(workspace.documents().size() == 2);
  const auto csv = workspace.document(office.file("good.csv"));
  REQUIRE(csv);
  CHECK(csv->format == "csv-transcript");
  CHECK(csv->kind == "transcript");
  CHECK(csv->bytes == 79);
  CHECK(csv->sha256.size() == 64);
  const auto records = workspace.list<LearnerRecord>();
  REQUIRE(records.size() == 2);
  const LearnerRecord read = workspace.get<LearnerRecord>(records[0].id);
  REQUIRE_FALSE(read.attempts.empty());
}

TEST_CASE("a refused file leaves nothing, the others are stored, and the exit code says so", "[cli][import]") {
  Office office;
  CHECK(office.call({"import", office.file("bad.csv")}) == 3);
  CHECK(office.out.empty());
  CHECK(std::ranges::count(office.err, '\n') == 1);
  CHECK(office.err.find("bad.csv:2:10: error: a quoted cell has no closing quote [csv.quote]") != std::string::npos);
  CHECK(office.call({"import", office.file("cut.xml")}) == 3);
  CHECK_FALSE(office.has("w.db"));
  CHECK_FALSE(office.has("w.db-wal"));
  CHECK(office.call({"import", office.file("cut.xml"), office.file("good.csv")}) == 3);
  CHECK(store::Workspace::read(office.file("w.db")).documents().size() == 1);
}

TEST_CASE("with --strict a file with warnings is not stored", "[cli][import]") {
  Office office;
  CHECK(office.call({"import", "--strict", office.file("twice.csv")}) == 3);
  CHECK(office.err.find("[import.strict]") != std::string::npos);
  CHECK_FALSE(office.has("w.db"));
  CHECK(office.call({"import", office.file("twice.csv")}) == 0);
}

TEST_CASE("importing a file again replaces it", "[cli][import]") {
  Office office;
  CHECK(office.call({"import", office.file("good.csv")}) == 0);
  office.write("good.csv", "course,credits,system\nMATH 102,5,ECTS\n");
  CHECK(office.call({"import", office.file("good.csv")}) == 0);
  const auto workspace = store::Workspace::read(office.file("w.db"));
  const auto records = workspace.list<LearnerRecord>();
  REQUIRE(records.size() == 1);
  CHECK(workspace.get<LearnerRecord>(records[0].id).attempts.size() == 1);
}

TEST_CASE("the JSON answer of an import names each file with its records and its loss", "[cli][import]") {
  Office office;
  CHECK(office.call({"--json", "import", office.file("good.csv"), office.file("bad.csv")}) == 3);
  const syntax::Node answer = syntax::parse_json(office.out, "answer");
  CHECK(answer.find("schema")->text() == "crosswalk/import/1");
  const auto& files = answer.find("files")->items();
  REQUIRE(files.size() == 2);
  CHECK(files[0].find("stored")->truth());
  CHECK(files[0].find("records")->find("attempt")->text() == "2");
  CHECK_FALSE(files[1].find("stored")->truth());
  CHECK(files[1].find("records")->members().empty());
  CHECK(files[1].find("diagnostics")->items()[0].find("code")->text() == "csv.quote");
  REQUIRE(files[1].find("loss") != nullptr);
}

TEST_CASE("standard input is imported under the name of a dash", "[cli][import]") {
  Office office;
  CHECK(office.call({"import", "-"}, "course,credits,system\nMATH 101,5,ECTS\n") == 0);
  CHECK(store::Workspace::read(office.file("w.db")).document("-"));
}

TEST_CASE("a limit can be lowered and raised by name", "[cli][import]") {
  Office office;
  CHECK(office.call({"import", office.file("good.csv"), "--read-limit", "field-bytes=5"}) == 3);
  CHECK(office.err.find("[limit.field-bytes]") != std::string::npos);
  CHECK(office.call({"import", office.file("good.csv"), "--read-limit", "field-byte=5"}) == 2);
  CHECK(office.err.find("did you mean 'field-bytes'?") != std::string::npos);
}
