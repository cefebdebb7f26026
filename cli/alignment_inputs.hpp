// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "cli/verb.hpp"
#include "lib/model/competency.hpp"
#include "lib/model/mapping.hpp"
#include "mappers/competencies/align.hpp"
#include "mappers/competencies/entry_names.hpp"

namespace crosswalk::cli {

// A competency framework from the files named, joined by commas: "occupations.csv,broader.csv". UsageError where none
// of them holds competencies.
[[nodiscard]] CompetencyFramework read_competencies(const std::string& files, const std::string& as,
                                                    const Context& context);

// Mappings with the competencies that stand in the same files (a CASE table holds both).
struct ReadMappings {
  std::vector<MappingSet> sets;
  CompetencyFramework subjects;
};
[[nodiscard]] ReadMappings read_mappings(const std::vector<std::string>& files, const Context& context);

// Earlier decisions in the words of an alignment: subjects found in `from`, else beside the mappings, else made of the
// mapping's label.
struct DecidedSubjects {
  CompetencyFramework subjects;
  std::vector<competencies::Decision> decisions;
  std::vector<std::uint32_t> nothing;  // subjects mapped to sssom:NoTermFound
  std::uint64_t unknown_objects = 0;   // mappings whose object is no entry of `to`
};
[[nodiscard]] DecidedSubjects decided_subjects(const ReadMappings& mappings, const CompetencyFramework& from,
                                               const CompetencyFramework& to);

// "id,v1,v2,...": a table of vectors without header; all rows of one length.
[[nodiscard]] competencies::Vectors read_vectors(const std::string& file, const CompetencyFramework& from,
                                                 const CompetencyFramework& to, const CompetencyFramework& decided);

[[nodiscard]] std::vector<std::string> alignment_stop_words(const std::string& language);

}  // namespace crosswalk::cli
