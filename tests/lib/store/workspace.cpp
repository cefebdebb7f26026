// SPDX-License-Identifier: Apache-2.0
#include "lib/store/workspace.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <fstream>

#include "lib/diagnostics/error.hpp"
#include "lib/store/import.hpp"
#include "lib/store/kinds.hpp"
#include "lib/store/schema.hpp"
#include "lib/store/search.hpp"
#include "tests/lib/store/samples.hpp"

using namespace crosswalk;         // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::store;  // NOLINT(google-build-using-namespace)
using namespace samples;           // NOLINT(google-build-using-namespace)

namespace {

template <class Value>
Value kept_and_read(const Value& value) {
  const Folder folder;
  Workspace workspace = Workspace::create(folder.file("w.db"));
  Import import(workspace, document("a.xml"));
  import.add(value);
  import.commit();
  const auto entries = Workspace::read(folder.file("w.db")).list<Value>();
  REQUIRE(entries.size() == 1);
  CHECK(entries[0].document == "a.xml");
  return Workspace::read(folder.file("w.db")).get<Value>(entries[0].id);
}

}  // namespace

TEST_CASE("every kind of record comes back as it was", "[store][workspace]") {
  CHECK(kept_and_read(record()) == record());
  CHECK(kept_and_read(rule_set()) == rule_set());
  CHECK(kept_and_read(programme()) == programme());
  CHECK(kept_and_read(catalogue()) == catalogue());
  CHECK(kept_and_read(competencies()) == competencies());
  CHECK(kept_and_read(mappings()) == mappings());
  CHECK(kept_and_read(framework()) == framework());
  CHECK(kept_and_read(curriculum()) == curriculum());
}

TEST_CASE("importing a path again replaces what it held", "[store][workspace]") {
  const Folder folder;
  Workspace workspace = Workspace::create(folder.file("w.db"));
  for (int i = 0; i < 2; ++i) {
    Import import(workspace, document("rules.yaml"));
    import.add(rule_set());
    import.report({{Severity::warning, "x.y", {"rules.yaml", 3, 1, {}, {}}, "odd"}}, [] {
      LossReport loss;
    loss.add("a/b", "not modelled", 2);
    return loss;
  }());
  import.commit();
  CHECK(import.counts() == std::map<std::string, std::uint64_t>{{"rule_set", 1}, {"rule", 2}});
}
REQUIRE(workspace.documents().size() == 1);
CHECK(workspace.list<RuleSet>().size() == 1);
CHECK(find_rules(workspace, "calculus").size() == 1);
const auto id = workspace.documents()[0].id;
CHECK(workspace.losses(id) == std::vector<Loss>{{"a/b", 2, "not modelled"}});
CHECK(workspace.diagnostics(id) == std::vector<std::string>{"rules.yaml:3:1: warning: odd [x.y]"});
CHECK(workspace.find<RuleSet>("rs-1") == rule_set());
CHECK_FALSE(workspace.find<RuleSet>("rs-2"));
CHECK(workspace.remove("rules.yaml"));
CHECK_FALSE(workspace.remove("rules.yaml"));
CHECK(workspace.list<RuleSet>().empty());
CHECK(find_rules(workspace, "calculus").empty());
SQLite::Database& db = workspace.connection().database();
CHECK(db.execAndGet("SELECT count(*) FROM rule").getInt() == 0);
db.exec("INSERT INTO rule_words (rule_words) VALUES ('integrity-check')");
}

TEST_CASE("one name in two documents must be told apart by the file", "[store][workspace]") {
  const Folder folder;
  Workspace workspace = Workspace::create(folder.file("w.db"));
  for (const char* path : {"a.yaml", "b.yaml"}) {
    Import import(workspace, document(path));
    import.add(rule_set());
    import.commit();
  }
  CHECK_THROWS_AS(workspace.find<RuleSet>("rs-1"), UsageError);
}

TEST_CASE("rules are found by any of their words, and user text is never syntax", "[store][search]") {
  const Folder folder;
  Workspace workspace = Workspace::create(folder.file("w.db"));
  Import import(workspace, document("rules.yaml"));
  import.add(rule_set());
  import.commit();
  const auto found = [&](const char* text) {
    std::string out;
    for (const FoundRule& hit : find_rules(workspace, text)) out += hit.entry.name + " ";
    return out;
  };
  CHECK(found("MATH 101") == "r-1 ");
  CHECK(found("math101") == "r-1 ");
  CHECK(found("calcul") == "r-1 ");
  CHECK(found("CÁLCULUS") == "r-1 ");
  CHECK(found("programming uni-a") == "r-2 ");
  CHECK(found("calculus programming").empty());
  CHECK(found("C++ AND (").empty());
  CHECK(found("\" OR r-1 NEAR(").empty());
  CHECK(found("*").empty());
  CHECK(found("").empty());
  CHECK(search_query("C++ AND (x") == "\"C\" \"AND\" \"x\"");
  CHECK(search_query("C++ AND (xyz", true) == "\"C\" \"AND\" \"xyz\"*");
  CHECK(search_query("C++ AND (x", true).empty());
  CHECK(search_phrase("CS17.11") == "\"CS17 11\"");
  CHECK(search_phrase("-").empty());
  CHECK(rules_named(workspace, "r-2").size() == 1);
  CHECK(rules_named(workspace, "r-2")[0].rule == rule_set().rules[1]);
  CHECK(rules_named(workspace, "r-2")[0].entry.owner == "rs-1");
}

TEST_CASE("a transaction that is not committed leaves nothing, not even beside the file", "[store][workspace]") {
  const Folder folder;
  {
    Workspace workspace = Workspace::create(folder.file("w.db"));
    Import import(workspace, document("kept.yaml"));
    import.add(rule_set());
    import.commit();
  }
  const std::string before = bytes(folder.file("w.db"));
  {
    Workspace workspace = Workspace::create(folder.file("w.db"));
    Import import(workspace, document("lost.yaml"));
    import.add(rule_set());
  }
  CHECK((bytes(folder.file("w.db")) == before));
  CHECK(folder.names() == std::vector<std::string>{"w.db"});
}

TEST_CASE("a workspace is private, and reading it writes nothing", "[store][workspace]") {
  const Folder folder;
  { (void)Workspace::create(folder.file("w.db")); }
  struct stat status {};
  REQUIRE(stat(folder.file("w.db").c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  const std::string before = bytes(folder.file("w.db"));
  {
    Workspace workspace = Workspace::read(folder.file("w.db"));
    CHECK(workspace.documents().empty());
    CHECK_THROWS_AS(Import(workspace, document("x")), StoreError);
  }
  CHECK((bytes(folder.file("w.db")) == before));
  CHECK(folder.names() == std::vector<std::string>{"w.db"});
}

TEST_CASE("reading does not make a workspace", "[store][workspace]") {
  const Folder folder;
  CHECK_THROWS_WITH(Workspace::read(folder.file("none.db")),
                    Catch::Matchers::Contains("there is no workspace; `crosswalk import FILE` makes one"));
  CHECK(folder.names().empty());
}

TEST_CASE("what is no workspace is refused and left alone", "[store][workspace]") {
  const Folder folder;
  { std::ofstream(folder.file("text.db")) << "this is no database, only a text that is long enough to be read as one"; }
  CHECK_THROWS_WITH(Workspace::create(folder.file("text.db")),
                    Catch::Matchers::Contains("is not a crosswalk workspace"));
  {
    SQLite::Database other(folder.file("other.db"), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE x (y)");
  }
  const std::string before = bytes(folder.file("other.db"));
  CHECK_THROWS_WITH(Workspace::create(folder.file("other.db")),
                    Catch::Matchers::Contains("is not a crosswalk workspace"));
  CHECK_THROWS_WITH(Workspace::read(folder.file("other.db")),
                    Catch::Matchers::Contains("is not a crosswalk workspace"));
  CHECK((bytes(folder.file("other.db")) == before));
  CHECK_THROWS_WITH(Workspace::create(folder.file("no/such/folder.db")), Catch::Matchers::Contains("cannot be made"));
  CHECK_THROWS_WITH(Workspace::read("/tmp"), Catch::Matchers::Contains("is a folder"));
}

TEST_CASE("a workspace of the first layout is brought up to date with all it holds", "[store][schema]") {
  const Folder folder;
  {
    Connection connection(folder.file("w.db"), Connection::Mode::create);
    migrate(connection.database(), "w.db", 1);
    CHECK(schema_version(connection.database(), "w.db") == 1);
    connection.database().exec(
        "INSERT INTO document VALUES (1, 'a', '', 0, 'f', '', 'rules', '');"
        "INSERT INTO rule_set VALUES (1, 1, 1, 'rs', 'Old rules', '{}');"
        "INSERT INTO rule VALUES (1, 1, 1, 'r-9', 'thermodynamics', '{\"id\":\"r-9\"}')");
  }
  Workspace workspace = Workspace::read(folder.file("w.db"));
  REQUIRE(find_rules(workspace, "thermodynamics").size() == 1);
  CHECK(find_rules(workspace, "thermodynamics")[0].rule.id.text == "r-9");
  CHECK(schema_version(workspace.connection().database(), "w.db") == 3);
}

TEST_CASE("a workspace of a later version is refused", "[store][schema]") {
  const Folder folder;
  {
    Workspace workspace = Workspace::create(folder.file("w.db"));
    workspace.connection().database().exec("PRAGMA user_version = 99");
  }
  CHECK_THROWS_WITH(
      Workspace::read(folder.file("w.db")),
      Catch::Matchers::Contains("was written by a later version (schema 99, this program knows up to 3)"));
}
