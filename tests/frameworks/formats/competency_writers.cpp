// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <sstream>

#include "frameworks/formats/competency_exchange/exchange.hpp"
#include "frameworks/formats/format.hpp"

using namespace crosswalk;

namespace {

Competency entry(std::string id, std::string label, std::vector<std::string> parents = {}) {
  Competency out;
  out.id = std::move(id);
  out.labels = {{"en", std::move(label)}};
  out.parents = std::move(parents);
  out.type = "skill";
  return out;
}

// What all three formats can carry.
CompetencyFramework framework() {
  CompetencyFramework out;
  out.id = "urn:example:f";
  out.title = "Skills \"of\" water";
  out.language = "en";
  out.entries = {entry("urn:example:1", "Hydrology"),
                 entry("urn:example:2", "Gauging, \"rating\" <curves>", {"urn:example:1"}),
                 entry("urn:example:3", "Fjord\n\u00e5 \U0001F30A", {"urn:example:1", "urn:example:2"})};
  out.entries[1].notation = "1.2";
  out.entries[1].alternatives = {{"en", "stage-discharge"}, {"en", "flow"}};
  out.entries[1].definitions = {{"en", "what is measured \\ why"}};
  out.entries[2].band = LevelBand{"us-grade", 0, 2};
  return out;
}

CompetencyFramework read_back(const std::string& text, const char* name, const char* as) {
  formats::Input input = formats::Input::from_text(text, name);
  return *formats::read(input, as).value.get<CompetencyFramework>();
}

std::string written(LossReport (*write)(const CompetencyFramework&, std::ostream&), const CompetencyFramework& value,
                    LossReport* loss = nullptr) {
  std::ostringstream out;
  LossReport found = write(value, out);
  if (loss != nullptr) *loss = std::move(found);
  return out.str();
}

}  // namespace

TEST_CASE("a framework survives CASE whole", "[formats][case][writer]") {
  const CompetencyFramework value = framework();
  const CompetencyFramework back = read_back(written(formats::write_case, value), "f.json", "case");
  CHECK(back.entries == value.entries);
  CHECK(back.title == value.title);
  CHECK(back.id == value.id);
}

TEST_CASE("a framework survives the CASE table but for its heading", "[formats][case][writer]") {
  CompetencyFramework value = framework();
  value.entries[2].labels.front().text = "Fjord";
  value.entries[1].notation = "WS-02";  // digits between dots would be read as a grade
  const CompetencyFramework back = read_back(written(formats::write_competency_csv, value), "f.csv", "case");
  CHECK(back.entries == value.entries);
}

TEST_CASE("a framework survives SKOS but for types and grades", "[formats][skos][writer]") {
  CompetencyFramework value = framework();
  LossReport loss;
  const CompetencyFramework back = read_back(written(formats::write_competency_skos, value, &loss), "f.ttl", "skos");
  for (Competency& each : value.entries) {
    each.type = "concept";
    each.band.reset();
  }
  CHECK(back.entries == value.entries);
  CHECK(back.title == value.title);
  CHECK(loss.total() == 4);  // three types, one band
}

TEST_CASE("what a format cannot carry is counted", "[formats][writer]") {
  CompetencyFramework value = framework();
  value.entries[0].labels.push_back({"nb", "Hydrologi"});
  value.entries[0].codes = {{"isced-f", "0532"}};
  LossReport loss;
  (void)written(formats::write_case, value, &loss);
  const auto count = [&](std::string_view path) {
    for (const Loss& each : loss.losses())
      if (each.path == path) return each.count;
    return std::uint64_t{0};
  };
  CHECK(count("labels") == 1);
  CHECK(count("codes") == 1);
}

TEST_CASE("GraphML has a node an entry and an edge a broader statement", "[formats][writer]") {
  const std::string text = written(formats::write_competency_graphml, framework());
  const auto times = [&](const std::string& what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
  };
  CHECK(times("<node id=") == 3);
  CHECK(times("<edge source=") == 3);
  CHECK(text.find("Gauging, \"rating\" &lt;curves&gt;") != std::string::npos);
}
