// SPDX-License-Identifier: Apache-2.0
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <thread>

#include "lib/diagnostics/error.hpp"
#include "lib/store/import.hpp"
#include "lib/store/kinds.hpp"
#include "lib/store/search.hpp"
#include "tests/lib/store/samples.hpp"

using namespace crosswalk;         // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::store;  // NOLINT(google-build-using-namespace)
using namespace samples;           // NOLINT(google-build-using-namespace)

namespace {

constexpr std::uint64_t many = 4'000;

Rule numbered(std::uint64_t i) {
  Rule rule = rule_set().rules[i % 2];
  rule.id.text = "n-" + std::to_string(i);
  return rule;
}

void import_many(const std::string& workspace_path, const std::string& path, std::uint64_t count) {
  Workspace workspace = Workspace::create(workspace_path);
  Import import(workspace, document(path));
  import.begin<RuleSet>();
  for (std::uint64_t i = 0; i < count; ++i) import.member<RuleSet>(i, numbered(i));
  import.finish(RuleSet{});
  import.commit();
}

// A process that imports and is killed after so long, unless it ended before.
void import_and_kill(const std::string& workspace_path, std::chrono::microseconds after) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      import_many(workspace_path, "new.yaml", many);
    } catch (...) {
      _exit(1);
    }
    _exit(0);
  }
  std::this_thread::sleep_for(after);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
}

std::string state(const Workspace& workspace) {
  SQLite::Database& db = workspace.connection().database();
  return std::to_string(workspace.documents().size()) + " documents, " +
         std::to_string(db.execAndGet("SELECT count(*) FROM rule").getInt64()) + " rules, " +
         std::to_string(db.execAndGet("SELECT count(*) FROM rule_words WHERE rule_words MATCH 'calculus'").getInt64()) +
         " found";
}

}  // namespace

TEST_CASE("a workspace whose importer is killed is as before or as after, never between", "[store][crash]") {
  const Folder folder;
  const std::string path = folder.file("w.db");
  import_many(path, "old.yaml", 10);
  const std::string before = "1 documents, 10 rules, 5 found", after = "2 documents, 4010 rules, 2005 found";
  REQUIRE(state(Workspace::read(path)) == before);
  int finished = 0;
  for (int i = 0; i < 24; ++i) {
    import_and_kill(path, std::chrono::microseconds(500 + i * 9'000));
    Workspace workspace = Workspace::create(path);
    SQLite::Database& db = workspace.connection().database();
    CHECK(std::string(db.execAndGet("PRAGMA integrity_check").getString()) == "ok");
    CHECK(db.execAndGet("SELECT count(*) FROM pragma_foreign_key_check").getInt() == 0);
    db.exec("INSERT INTO rule_words (rule_words) VALUES ('integrity-check')");
    const std::string found = state(workspace);
    CHECK((found == before || found == after));
    finished += found == after ? 1 : 0;
    workspace.remove("new.yaml");
  }
  CAPTURE(finished);
  CHECK(finished < 24);  // some were killed in the middle
}

TEST_CASE("a second writer waits, then says that the workspace is in use", "[.slow][store][crash]") {
  const Folder folder;
  Workspace first = Workspace::create(folder.file("w.db"));
  const Import open(first, document("a.yaml"));
  Workspace second = Workspace::create(folder.file("w.db"));
  CHECK_THROWS_WITH(Import(second, document("b.yaml")), Catch::Matchers::Contains("is in use by another process"));
}

TEST_CASE("a full disk leaves the workspace as it was", "[store][crash]") {
  const Folder folder;
  const std::string path = folder.file("w.db");
  import_many(path, "old.yaml", 10);
  {
    Workspace workspace = Workspace::create(path);
    SQLite::Database& db = workspace.connection().database();
    db.exec("PRAGMA max_page_count = " + std::to_string(db.execAndGet("PRAGMA page_count").getInt() + 4));
    Import import(workspace, document("new.yaml"));
    import.begin<RuleSet>();
    CHECK_THROWS_WITH(
        [&] {
          for (std::uint64_t i = 0; i < many; ++i) import.member<RuleSet>(i, numbered(i));
        }(),
        Catch::Matchers::Contains("the disk is full, nothing was changed"));
  }
  CHECK(state(Workspace::read(path)) == "1 documents, 10 rules, 5 found");
}

// Measured on demand (test_lib_store "[speed]").
TEST_CASE("speed of the store: 1.6 million rules in, found cold", "[.slow][store][speed]") {
  const auto seconds = [](clockid_t clock) {
    std::timespec now{};
    clock_gettime(clock, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
  };
  const Folder folder;
  const std::string path = folder.file("w.db");
  double begin = seconds(CLOCK_PROCESS_CPUTIME_ID), wall = seconds(CLOCK_MONOTONIC);
  {
    Workspace workspace = Workspace::create(path);
    Import import(workspace, document("many.csv"));
    import.begin<RuleSet>();
    Rule rule;
    rule.from = {"uni-a"};
    rule.awards.resize(1);
    rule.awards[0].credits = 3;
    static const std::vector<std::string> subjects{"Calculus", "Mechanics", "Statistics", "Drawing", "Rhetoric",
                                                   "Botany",   "Welding",   "Genetics",   "Logic",   "Harmony"};
    for (std::uint64_t i = 0; i < 1'600'000; ++i) {
      const std::string number = std::to_string(100 + i % 900);
      rule.id.text = "r-" + std::to_string(i);
      rule.title = "Introduction to " + subjects[i % 10] + " " + std::to_string(i % 7919);
      rule.match =
          Condition::course("SUBJ" + std::to_string(i % 4001) + " " + number, "uni-" + std::to_string(i % 1200));
      rule.awards[0].course = CourseCode::parse("T" + std::to_string(i % 300) + " " + number);
      import.member<RuleSet>(i, rule);
    }
    import.finish(RuleSet{});
    import.commit();
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  WARN("1.6 million rules: " << seconds(CLOCK_PROCESS_CPUTIME_ID) - begin << " s processor, "
                             << seconds(CLOCK_MONOTONIC) - wall << " s wall, peak " << usage.ru_maxrss / 1024 << " MB");
  for (const char* text :
       {"SUBJ77 177", "introduction", "statistics 4711", "introduction to calculus", "uni-77 wel", "r-1599999"}) {
    begin = seconds(CLOCK_PROCESS_CPUTIME_ID);
    wall = seconds(CLOCK_MONOTONIC);
    const auto found = find_rules(Workspace::read(path), text);
    WARN(text << ": " << found.size() << " found in " << (seconds(CLOCK_PROCESS_CPUTIME_ID) - begin) * 1000
              << " ms processor, " << (seconds(CLOCK_MONOTONIC) - wall) * 1000 << " ms wall");
    CHECK_FALSE(found.empty());
  }
}
