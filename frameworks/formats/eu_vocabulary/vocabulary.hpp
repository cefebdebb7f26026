// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "frameworks/facts/registry.hpp"
#include "lib/diagnostics/location.hpp"

namespace crosswalk::formats {

// One concept of a controlled vocabulary of the EU (QDR/NQF levels, EQF levels, ISCED-F fields), as its list gives it.
struct VocabularyConcept {
  std::string uri, label, country;
  Location where;
};

// How a concept relates to the facts.
enum class ConceptMatch { by_uri, by_label, none };
struct MatchedConcept {
  VocabularyConcept term;
  ConceptMatch how = ConceptMatch::none;
  std::vector<std::string> ours;  // ids of frameworks, levels ("IE-NFQ/8") or fields
};

// What is wrong or surprising in the vocabulary: a stable code and a sentence.
struct VocabularyFinding {
  std::string code;
  Location where;
  std::string text;
};

struct VocabularyReport {
  std::vector<MatchedConcept> concepts;     // in the order of the list
  std::vector<VocabularyFinding> findings;  // in order of code, then of the list
};

// Reads an ELM enumeration (nqf.xsd, eqf.xsd, isced-f.xsd) or a table with columns uri (or qdr_concept) and label (or
// level_label), and optionally country. InputError vocabulary.columns where it is neither.
[[nodiscard]] std::vector<VocabularyConcept> read_vocabulary(std::string_view text, const std::string& path);

// Matches by URI, else by acronym and level label, and reports: vocabulary.label-spacing ("5 A" for 5A),
// vocabulary.shared-concept (one concept for several levels), vocabulary.no-such-level (a level the country does not
// have, NKR Level 1), vocabulary.parent-beside-children, vocabulary.country-alias (EL for GR),
// vocabulary.acronym-shared, vocabulary.label-differs, vocabulary.unknown-concept.
[[nodiscard]] VocabularyReport match_vocabulary(const std::vector<VocabularyConcept>& concepts,
                                                const facts::Registry& registry);

}  // namespace crosswalk::formats
