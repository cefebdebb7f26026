// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace crosswalk {

// A text in one language: BCP 47 tag as the source writes it, empty where it states none.
struct Label {
  std::string language;
  std::string text;
  auto operator<=>(const Label&) const = default;
};

// A code in another classification that the source itself gives: {"isco-08", "2654"}. Scheme in lower case.
struct ClassCode {
  std::string scheme;
  std::string value;
  auto operator<=>(const ClassCode&) const = default;
};

// The stretch of an ordered scale a competency is meant for; lowest <= highest. Scale "us-grade": kindergarten 0,
// grades 1 to 12; "eqf": 1 to 8. Two bands compare only on one scale.
struct LevelBand {
  std::string scale;
  int lowest = 0;
  int highest = 0;
  auto operator<=>(const LevelBand&) const = default;
};

// One entry of a competency framework: a skill, standard, learning outcome, task, occupation, ability, knowledge area.
struct Competency {
  std::string id;                    // IRI where the source has one, else its identifier; unique in the framework
  std::string notation;              // the code people write: "L.1.4", "11-1011.00", "S1.2.3"; may be empty
  std::string type;                  // as the source says it, lower case: "skill", "knowledge", "occupation", "task"
  std::vector<Label> labels;         // preferred, at most one a language
  std::vector<Label> alternatives;   // alternative and hidden labels, reported titles, synonyms
  std::vector<Label> definitions;    // description, definition, full statement where a shorter label exists
  std::vector<std::string> parents;  // ids of broader entries, in source order; may name entries that are not here
  std::vector<ClassCode> codes;      // codes in other classifications
  std::optional<LevelBand> band;     // level or grades
  std::string level;                 // a level reference FRAMEWORK/LEVEL where the source gives one; may be empty
  std::string status;                // "released", "deprecated", ...; may be empty
  bool operator==(const Competency&) const = default;

  // The label to show: the wanted language (prefix match), else English, else none stated, else the first; the
  // notation, then the id where there is no label.
  [[nodiscard]] std::string_view label(std::string_view wanted = "en") const;
};

// A set of competencies published together, one edition of it. Entries stand in source order.
struct CompetencyFramework {
  std::string id;  // IRI or the name it is known by: "esco-skills", "onet-tasks"
  std::string title;
  std::string version;   // "1.1.0", "29.2"; may be empty
  std::string language;  // main language, BCP 47; may be empty
  std::string publisher;
  std::string licence;
  std::string source;  // document or file it was read from
  std::vector<Competency> entries;
  bool operator==(const CompetencyFramework&) const = default;

  [[nodiscard]] const Competency* find(std::string_view id) const;  // linear; index yourself for many
};

}  // namespace crosswalk
