// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/align.hpp"

#include <catch2/catch.hpp>

#include "mappers/competencies/entry_names.hpp"

using namespace crosswalk;
using competencies::Signal;

namespace {

Competency entry(std::string id, std::string label, std::vector<std::string> others = {}) {
  Competency out;
  out.id = std::move(id);
  out.labels = {{"en", std::move(label)}};
  for (std::string& other : others) out.alternatives.push_back({"en", std::move(other)});
  return out;
}

CompetencyFramework framework(std::vector<Competency> entries) {
  CompetencyFramework out;
  out.language = "en";
  out.entries = std::move(entries);
  return out;
}

competencies::Model lexical() {
  competencies::Model model;
  for (const Signal signal : {Signal::same_label, Signal::title_overlap, Signal::words_relative, Signal::band_overlap})
    model.weights[static_cast<std::size_t>(signal)] = 2;
  return model;
}

const CompetencyFramework skills =
    framework({entry("s1", "manage budgets"), entry("s2", "weld steel pipes"), entry("s3", "speak Hungarian")});
const CompetencyFramework tasks =
    framework({entry("t1", "Weld pipes made of steel."), entry("t2", "Manage a budget."), entry("t3", "Write reports."),
               entry("t4", "Budget management", {"manage budgets"})});

}  // namespace

TEST_CASE("each entry is offered its best counterparts with what each signal added", "[mappers][competencies]") {
  competencies::Inputs inputs;
  inputs.from = &skills;
  inputs.to = &tasks;
  const auto alignment = competencies::align(inputs, lexical());
  REQUIRE(alignment.subjects.size() == 3);
  CHECK(alignment.subjects[0].suggestions[0].object == 3);  // an alternative label is equal
  CHECK(alignment.subjects[1].suggestions[0].object == 0);
  CHECK(alignment.subjects[2].suggestions.empty());
  CHECK(at(alignment.subjects[1].suggestions[0].signals, Signal::title_overlap) > 0.5F);
}

TEST_CASE("one to one gives every object to one subject, and an unsure subject abstains", "[mappers][competencies]") {
  const CompetencyFramework twins = framework({entry("a", "manage budgets"), entry("b", "manage the budgets")});
  const CompetencyFramework one = framework({entry("x", "Manage a budget")});
  competencies::Inputs inputs;
  inputs.from = &twins;
  inputs.to = &one;
  competencies::Options options;
  options.cardinality = competencies::Cardinality::one_to_one;
  const auto alignment = competencies::align(inputs, lexical(), options);
  CHECK(alignment.subjects[0].suggestions[0].selected);
  CHECK_FALSE(alignment.subjects[1].suggestions[0].selected);
  options.least_confidence = 1;
  options.cardinality = competencies::Cardinality::many;
  const auto careful = competencies::align(inputs, lexical(), options);
  CHECK(careful.subjects[0].suggestions.size() == 1);
}

TEST_CASE("grades apart count against a pair", "[mappers][competencies]") {
  CompetencyFramework from = framework({entry("s", "read stories")});
  CompetencyFramework to = framework({entry("low", "read stories aloud"), entry("high", "read stories aloud")});
  from.entries[0].band = LevelBand{"us-grade", 4, 5};
  to.entries[0].band = LevelBand{"us-grade", 1, 1};
  to.entries[1].band = LevelBand{"us-grade", 5, 5};
  competencies::Inputs inputs;
  inputs.from = &from;
  inputs.to = &to;
  const auto alignment = competencies::align(inputs, lexical());
  CHECK(alignment.subjects[0].suggestions[0].object == 1);
  CHECK(at(alignment.subjects[0].suggestions[0].signals, Signal::band_overlap) == Approx(0.5));
  CHECK(at(alignment.subjects[0].suggestions[1].signals, Signal::band_distance) == Approx(1.0));
}

TEST_CASE("learning twice gives the same weights to the last bit", "[mappers][competencies]") {
  const std::vector<competencies::Decision> decisions{{0, 3}, {1, 0}};
  competencies::Inputs inputs;
  inputs.from = inputs.decided = &skills;
  inputs.to = &tasks;
  inputs.decisions = decisions;
  const auto once = competencies::learn(inputs), again = competencies::learn(inputs);
  CHECK(once.weights == again.weights);
  CHECK(once.subjects == 2);
  CHECK(competencies::align(inputs, once).subjects[0].suggestions[0].object == 3);
}

TEST_CASE("an entry is found by identifier, code, tail of an IRI and tail of a code", "[mappers][competencies]") {
  CompetencyFramework ccss = framework({entry("https://x.org/7f", "Cite evidence")});
  ccss.entries[0].notation = "RI.7.1";
  const competencies::EntryNames names(ccss);
  for (const char* written :
       {"https://x.org/7f", "RI.7.1", "ri.7.1", "urn:crosswalk:ccss:RI.7.1", "CCSS.ELA-Literacy.RI.7.1"}) {
    CAPTURE(written);
    CHECK(names.find(written) == 0U);
  }
  CHECK_FALSE(names.find("RI.7.2"));
}
