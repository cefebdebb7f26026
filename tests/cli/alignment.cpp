// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fstream>

#include "tests/cli/schema_check.hpp"
#include "tests/cli/verb_run.hpp"

using namespace crosswalk;
using namespace crosswalk::tests;

namespace {

const std::string skills = sample("alignment/skills.csv"), tasks = sample("alignment/tasks.txt");

// A file in the temporary folder, gone with the object.
class Written {
 public:
  Written(const std::string& name, const std::string& text)
      : path_((std::filesystem::temp_directory_path() / ("crosswalk-alignment-" + name)).string()) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~Written() { std::filesystem::remove(path_); }
  Written(const Written&) = delete;
  Written& operator=(const Written&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

const std::string head = "subject_id\tpredicate_id\tobject_id\tmapping_justification\n";
const std::string decided =
    head + "https://example.org/skill/1\tskos:closeMatch\t2\tsemapv:ManualMappingCuration\n" +
    "https://example.org/skill/2\tskos:closeMatch\t1\tsemapv:ManualMappingCuration\n" +
    "https://example.org/skill/3\tskos:closeMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\n";

std::size_t count_of(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("align suggests in every format and says that nothing is decided", "[cli][align]") {
  const VerbRun json = run_verb({"--json", "align", skills, tasks});
  CHECK(json.code == cli::done);
  CHECK(schema_faults(json.json(), "align").empty());
  CHECK(json.json().find("standing")->text() == "suggested, not decided");
  for (const char* format : {"text", "csv", "html"}) {
    CAPTURE(format);
    const VerbRun found = run_verb({"--format", format, "align", skills, tasks});
    CHECK(found.code == cli::done);
    CHECK(found.out.find("Weld pipes made of steel") != std::string::npos);
  }
}

TEST_CASE("align --evaluate prints precision, recall, F1, MRR and hits@k", "[cli][align]") {
  const Written reference("reference.sssom.tsv", decided);
  const VerbRun found = run_verb({"--json", "align", skills, tasks, "--evaluate", reference.path()});
  REQUIRE(found.code == cli::done);
  const auto answer = found.json();
  CHECK(schema_faults(answer, "align-evaluation").empty());
  for (const char* field : {"precision", "recall", "f1"}) CHECK(answer.find("all")->find(field) != nullptr);
  CHECK(answer.find("mrr")->text() == "1.0000");  // both skills' tasks share all their words
  CHECK(answer.find("hits")->find("1")->text() == "1.0000");
}

TEST_CASE("earlier decisions, also of nothing, teach a model that can be saved and used", "[cli][align]") {
  const Written learned("learned.sssom.tsv", decided), model("saved.model", "");
  const VerbRun first =
      run_verb({"--json", "align", skills, tasks, "--learn", learned.path(), "--save-model", model.path()});
  REQUIRE(first.code == cli::done);
  std::ifstream saved(model.path());
  const std::string text{std::istreambuf_iterator<char>(saved), {}};
  CHECK(text.find("subjects: 3") != std::string::npos);
  CHECK(text.find("nothing: ") != std::string::npos);
  const VerbRun again =
      run_verb({"--json", "align", skills, tasks, "--learn", learned.path(), "--model", model.path()});
  CHECK(again.out == first.out);
}

TEST_CASE("vectors of the user join as one more signal", "[cli][align]") {
  const Written model("vectors.model",
                      "crosswalk: alignment-model/1\nname: v\nweights: {vectors: 5}\ncalibration: [0, 0, 1]\n");
  const Written vectors("vectors.csv", "https://example.org/skill/1,1,0\n1,0,1\n2,1,0\n3,0,1\n");
  const VerbRun found = run_verb(
      {"--format", "csv", "align", skills, tasks, "--model", model.path(), "--vectors", vectors.path(), "--k", "1"});
  REQUIRE(found.code == cli::done);
  CHECK(found.out.find("vectors") != std::string::npos);
  const Written broken("broken.csv", "https://example.org/skill/1,1,0\n1,1\n");
  const VerbRun refused = run_verb({"align", skills, tasks, "--vectors", broken.path()});
  CHECK(refused.code == cli::bad_input);
  CHECK(refused.err.find("[align.vector]") != std::string::npos);
}

TEST_CASE("align refuses a wrong call", "[cli][align]") {
  CHECK(run_verb({"align", skills}).code == cli::bad_usage);
  CHECK(run_verb({"align", skills, tasks, "--min-confidence", "2"}).code == cli::bad_usage);
  CHECK(run_verb({"align", skills, tasks, "--k", "0"}).code == cli::bad_usage);
  CHECK(run_verb({"align", skills, tasks, "--cardinality", "few"}).code == cli::bad_usage);
}

TEST_CASE("chain answers in every format with what each mapping derives from", "[cli][chain]") {
  const std::string first = sample("alignment/a-b.sssom.tsv"), second = sample("alignment/b-c.sssom.tsv");
  const VerbRun json = run_verb({"--json", "chain", first, second});
  CHECK(json.code == cli::done);
  CHECK(schema_faults(json.json(), "chain").empty());
  CHECK(json.json().find("derived")->items().front().find("derived_from") != nullptr);
  CHECK(json.json().find("conflicts") != nullptr);
  for (const char* format : {"text", "csv", "html"}) {
    CAPTURE(format);
    const VerbRun found = run_verb({"--format", format, "chain", first, second});
    CHECK(found.code == cli::done);
    CHECK(found.out.find("https://example.org/c/100") != std::string::npos);
  }
  CHECK(run_verb({"chain", first, "--hops", "0"}).code == cli::bad_usage);
  CHECK(run_verb({"chain", first, "--rules", "T9"}).code == cli::bad_usage);
}

TEST_CASE("a stated exact against a derived NOT exact is a conflict, and --strict makes it exit 1", "[cli][chain]") {
  const Written mappings("conflict.sssom.tsv",
                         "subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\n"
                         "urn:a:1\tskos:exactMatch\t\turn:b:1\tsemapv:ManualMappingCuration\n"
                         "urn:b:1\tskos:exactMatch\tNot\turn:c:1\tsemapv:ManualMappingCuration\n"
                         "urn:a:1\tskos:exactMatch\t\turn:c:1\tsemapv:ManualMappingCuration\n");
  const VerbRun found = run_verb({"--json", "chain", mappings.path()});
  CHECK(found.code == cli::done);
  CHECK(found.out.find("asserted-against-derived") != std::string::npos);
  CHECK(run_verb({"chain", mappings.path(), "--strict"}).code == cli::answer_is_no);
}

// 1,226 pairs of codes are joined by walking the four tables; 13 of them only over broad then narrow, close then close
// and the like, from which nothing follows. Counted by a script of its own.
TEST_CASE("O*NET-SOC 2000 chains to 2019 as the four tables compose", "[cli][chain]") {
  std::vector<std::string> arguments{"--format", "csv", "chain"};
  for (const char* table : {"2000_to_2006", "2006_to_2009", "2009_to_2010", "2010_to_2019"}) {
    const auto path = corpus("frameworks/crosswalks/onet_soc_versions/" + std::string(table) + "_Crosswalk.txt");
    if (!path) {
      WARN("skipped: no corpus");
      return;
    }
    arguments.push_back(*path);
  }
  arguments.insert(arguments.end(), {"--from", "2000", "--to", "2019"});
  const VerbRun found = run_verb(arguments);
  REQUIRE(found.code == cli::done);
  CHECK(count_of(found.out, "\n") == 1213 + 1);
}
