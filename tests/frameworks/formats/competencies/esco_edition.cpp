// SPDX-License-Identifier: Apache-2.0
// A folder of ESCO's tables as one edition.
#include <fstream>

#include "tests/frameworks/formats/read_text.hpp"

using namespace crosswalk;  // NOLINT(google-build-using-namespace): tests
using tests::count;

namespace {

class Folder {
 public:
  explicit Folder(const std::string& name) : path_(std::filesystem::temp_directory_path() / name / "9.9.9") {
    std::filesystem::create_directories(path_);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_.parent_path()); }
  void add(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

}  // namespace

TEST_CASE("an ESCO folder joins its tables, and tells what they name in vain", "[formats][esco]") {
  const Folder folder("crosswalk-test-esco-edition");
  folder.add("skills_en.csv",
             "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status\n"
             "KnowledgeSkillCompetence,u:s1,skill/competence,transversal,weld,\"join metal\nfuse 𝑥\",released\n");
  folder.add("occupations_en.csv",
             "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,code\n"
             "Occupation,u:o1,7212,welder,,released,7212.1\n");
  folder.add("ISCOGroups_en.csv",
             "conceptType,conceptUri,code,preferredLabel,status,altLabels,description\nISCOGroup,u:isco/"
             "C7212,7212,Welders,released,,\n");
  folder.add("skillGroups_en.csv",
             "conceptType,conceptUri,preferredLabel,altLabels,code\nSkillGroup,u:g1,joining,,S1\n");
  folder.add("broaderRelationsSkillPillar.csv",
             "conceptType,conceptUri,broaderType,broaderUri\nKnowledgeSkillCompetence,u:s1,SkillGroup,u:g1\n"
             "KnowledgeSkillCompetence,u:lost,SkillGroup,u:g1\n");
  folder.add("broaderRelationsOccPillar.csv",
             "conceptType,conceptUri,broaderType,broaderUri\nOccupation,u:o1,ISCOGroup,u:isco/C7212\n");
  folder.add("greenSkillsCollection_en.csv",
             "conceptType,conceptUri,skillType,preferredLabel,broaderConceptUri\nKnowledgeSkillCompetence,u:s1,skill/"
             "competence,weld,u:g1\n");
  folder.add("occupationSkillRelations.csv",
             "occupationUri,relationType,skillType,skillUri\nu:o1,essential,skill/"
             "competence,u:s1\nu:o1,optional,knowledge,u:gone\n");
  folder.add("notes.csv", "a,b\n1,2\n");
  const auto read = formats::read_file(folder.path());
  CHECK(read.value.format == "esco");
  const auto frameworks = read.value.all<CompetencyFramework>();
  REQUIRE(frameworks.size() == 2);
  CHECK(frameworks[0]->version == "9.9.9");
  const Competency* weld = frameworks[0]->find("u:s1");
  REQUIRE(weld != nullptr);
  CHECK(weld->parents == std::vector<std::string>{"u:g1"});
  CHECK(weld->codes == std::vector<ClassCode>{{"esco-collection", "greenSkills"}});
  CHECK(weld->alternatives.at(1).text == "fuse 𝑥");
  CHECK(frameworks[1]->find("u:o1")->parents == std::vector<std::string>{"u:isco/C7212"});
  CHECK(read.value.get<MappingSet>()->mappings.size() == 2);
  CHECK(count(read.diagnostics, "esco.dangling") == 2);  // u:lost has a broader entry, u:gone is needed
  CHECK(count(read.diagnostics, "esco.member") == 1);
}
