// SPDX-License-Identifier: Apache-2.0
// The real frameworks, against facts that others computed (expected/frameworks.json) or that were counted in the files
// with another program. Skipped where the corpus is not beside the source tree.
#include <map>
#include <set>

#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;
using tests::read_corpus;

namespace {

std::map<std::string, int> predicates(const MappingSet& set) {
  std::map<std::string, int> out;
  for (const Mapping& each : set.mappings) ++out[each.predicate_id.substr(each.predicate_id.find('#') + 1)];
  return out;
}

struct Hierarchy {
  std::size_t entries = 0, edges = 0, roots = 0, leaves = 0;
};

Hierarchy hierarchy(const CompetencyFramework& framework) {
  Hierarchy out;
  std::set<std::string> above;
  for (const Competency& entry : framework.entries) {
    ++out.entries;
    out.edges += entry.parents.size();
    out.roots += entry.parents.empty() ? 1U : 0U;
    above.insert(entry.parents.begin(), entry.parents.end());
  }
  out.leaves = out.entries - above.size();
  return out;
}

}  // namespace

TEST_CASE("ESCO 1.1.0 as one edition: hierarchy, types, relations and the one self loop", "[formats][esco][corpus]") {
  if (tests::no_corpus()) return;
  const auto read = read_corpus("esco/1.1.0");
  const auto frameworks = read.value.all<CompetencyFramework>();
  REQUIRE(frameworks.size() == 2);
  const Hierarchy skills = hierarchy(*frameworks[0]), occupations = hierarchy(*frameworks[1]);
  CHECK(frameworks[0]->version == "1.1.0");
  CHECK(skills.entries == 14534);
  CHECK(skills.edges == 20771);
  CHECK(skills.roots == 4);
  CHECK(skills.leaves == 11654);
  CHECK(occupations.entries == 3627);
  CHECK(occupations.edges == 3617);
  CHECK(occupations.roots == 10);
  CHECK(occupations.leaves == 2748);
  std::map<std::string, int> types;
  std::size_t alternatives = 0, bare = 0;
  for (const Competency& entry : frameworks[0]->entries) {
    ++types[entry.type];
    if (entry.type == "group") continue;
    alternatives += entry.alternatives.size();
    bare += entry.alternatives.empty() ? 1U : 0U;
    CHECK(entry.status == "released");
  }
  CHECK(types == std::map<std::string, int>{{"", 1}, {"group", 643}, {"knowledge", 3057}, {"skill/competence", 10833}});
  // 97,458 alternative labels stand in the file; those that repeat another or the preferred label are one
  CHECK(alternatives == 85617);
  CHECK(bare == 582);
  const auto sets = read.value.all<MappingSet>();
  REQUIRE(sets.size() == 2);
  CHECK(predicates(*sets[0]) ==
        std::map<std::string, int>{{"relatedEssentialSkill", 65096}, {"relatedOptionalSkill", 58756}});
  CHECK(predicates(*sets[1]) ==
        std::map<std::string, int>{{"relatedEssentialSkill", 191}, {"relatedOptionalSkill", 5708}});
  CHECK(count(read.diagnostics, "esco.self-loop") == 1);
  CHECK(count(read.diagnostics, "esco.dangling") == 0);
}

TEST_CASE("ESCO 1.1.1 names things it does not hold", "[formats][esco][corpus]") {
  if (tests::no_corpus()) return;
  const auto read = read_corpus("esco/1.1.1");
  const auto frameworks = read.value.all<CompetencyFramework>();
  REQUIRE(frameworks.size() == 2);
  CHECK(frameworks[1]->version == "1.1.1");
  CHECK(frameworks[1]->entries.size() == 3007 + 619);
  CHECK(read.value.all<MappingSet>().at(0)->mappings.size() == 123855);
  // one occupation and several skills stand in relations and not in the tables
  CHECK(count(read.diagnostics, "esco.dangling") >= 8);
  CHECK(count(read.diagnostics, "esco.self-loop") == 1);
}

TEST_CASE("O*NET tables hold what their lines say", "[formats][onet][corpus]") {
  if (tests::no_corpus()) return;
  const std::map<std::string, std::size_t> expected{{"Occupation_Data.txt", 1016},
                                                    {"DWA_Reference.txt", 2087},
                                                    {"IWA_Reference.txt", 332},
                                                    {"Content_Model_Reference.txt", 627},
                                                    {"Task_Statements.txt.gz", 18796},
                                                    {"Alternate_Titles.txt.gz", 1016},
                                                    {"Job_Zones.txt", 923},
                                                    {"Job_Zone_Reference.txt", 5},
                                                    {"Scales_Reference.txt", 29},
                                                    {"UNSPSC_Reference.txt", 4262}};
  for (const auto& [file, entries] : expected) {
    CAPTURE(file);
    const auto read = read_corpus("onet/29.2/" + file);
    CHECK(read.value.format == "onet");
    CHECK(read.value.get<CompetencyFramework>()->entries.size() == entries);
    CHECK(count(read.diagnostics, "competencies.duplicate-id") == 0);
  }
}

TEST_CASE("CASE, ASN, CTDL-ASN, SKOS, DigComp, NICE and CS2013 are read whole", "[formats][corpus]") {
  if (tests::no_corpus()) return;
  const std::map<std::string, std::pair<std::string, std::size_t>> expected{
      {"case/packages/ccss-math.case.json.gz", {"case", 703}},
      {"case/packages/what-standards-could-be.json", {"case", 16}},
      {"case/csv/ccsso_ela_item.csv", {"case", 1189}},
      {"case/asn/CC-Math.json.gz", {"asn", 692}},
      {"case/asn/DC-math.json", {"asn", 537}},
      {"ctdl/Competency-Frameworks/DQP.jsonld", {"ctdl", 83}},
      {"ctdl/Competency-Frameworks/DQP.ttl", {"ctdl", 83}},
      {"ctdl/Competency-Frameworks/bcsp-asp.ttl", {"ctdl", 170}},
      {"ctdl/Competency-Frameworks/SampleCompetencyFramework_with_Envelope.json", {"ctdl", 13}},
      {"digcomp/digcomp-2.ttl", {"skos", 26}},
      {"digcomp/digcomp-3.0.jsonld", {"digcomp", 911}},
      {"isced/hochschulfaechersystematik.ttl", {"skos", 347}},
      {"nice/nice_knowledge.yml", {"nice", 594}},
      {"cs2013/cs2013-topics.csv", {"cs2013", 1112}},
      {"esco/1.1.1/skillsHierarchy_en.csv", {"esco", 647}},
      {"crosswalks/cip/CIPCode2020.csv.gz", {"classification", 2848}}};
  for (const auto& [file, what] : expected) {
    CAPTURE(file);
    const auto read = read_corpus(file);
    CHECK(read.value.format == what.first);
    CHECK(read.value.get<CompetencyFramework>()->entries.size() == what.second);
  }
}

TEST_CASE("the CASE and ASN editions of one framework share their identifiers", "[formats][corpus]") {
  if (tests::no_corpus()) return;
  std::set<std::string> asn;
  const auto statements = read_corpus("case/asn/CC-Math.json.gz");
  for (const Competency& entry : statements.value.get<CompetencyFramework>()->entries)
    asn.insert(entry.id.substr(entry.id.rfind('/') + 1));
  CHECK(asn.size() == 692);
  std::size_t coded = 0;
  const auto package = read_corpus("case/packages/ccss-math.case.json.gz");
  for (const Competency& entry : package.value.get<CompetencyFramework>()->entries)
    coded += entry.notation.empty() ? 0U : 1U;
  CHECK(coded == 664);  // "case_with_code"
}

TEST_CASE("the NOC crosswalks get their zeros back", "[formats][corpus]") {
  if (tests::no_corpus()) return;
  const auto read = read_corpus("crosswalks/noc/noc2021_onet26.csv");
  const auto& all = read.value.get<MappingSet>()->mappings;
  CHECK(std::ranges::all_of(all, [](const Mapping& each) { return each.subject_id.size() == 5; }));
  CHECK(all.at(0).subject_id == "00010");
}

TEST_CASE("a file of NICE that is no YAML is refused with its place", "[formats][corpus]") {
  if (tests::no_corpus()) return;
  try {
    read_corpus("nice/nice_tasks.yml");
    FAIL("read");
  } catch (const InputError& error) {
    CHECK(error.diagnostic().code == "yaml.syntax");
    CHECK(error.diagnostic().location.line == 1208U);
  }
}
