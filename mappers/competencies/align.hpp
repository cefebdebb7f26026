// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "mappers/competencies/model.hpp"

namespace crosswalk::competencies {

// A person decided that entry `subject` of Inputs::decided corresponds to entry `object` of Inputs::to.
struct Decision {
  std::uint32_t subject = 0;
  std::uint32_t object = 0;
};

// A row of an existing crosswalk between classifications; codes as competencies carry them.
struct CodePair {
  std::string subject;
  std::string object;
};

// A vector an entry's id stands for; all of one length.
struct Vectors {
  std::size_t dimensions = 0;
  std::vector<float> from, to, decided;  // entry after entry; zeros where there is none
};

struct Inputs {
  const CompetencyFramework* from = nullptr;
  const CompetencyFramework* to = nullptr;
  const CompetencyFramework* decided = nullptr;  // subjects of earlier decisions; may be null
  std::span<const Decision> decisions;
  std::span<const std::uint32_t> nothing = {};  // entries of `decided` for which people found no counterpart
  std::span<const CodePair> prior;
  const Vectors* vectors = nullptr;
  std::span<const std::string> stop_words;
};

enum class Cardinality { many, one_per_subject, one_to_one };

struct Options {
  std::size_t pool = 60;         // candidates weighed a subject; more is slower and finds little more
  std::size_t suggestions = 10;  // at most so many a subject are kept, best first
  Cardinality cardinality = Cardinality::many;
  double least_confidence = 0;           // below it no suggestion is made: the subject abstains
  bool decisions_as_signals = true;      // false: `learn` fits weights that are of use where nothing was decided yet
  std::size_t neighbours = 20;           // earlier subjects that vote
  std::size_t second_look = 15;          // candidates of a subject that are held against other pairs; 0: none
  std::size_t learning_subjects = 4000;  // decisions' subjects used for fitting, evenly spread
};

struct Suggestion {
  std::uint32_t object = 0;  // entry of Inputs::to
  double score = 0;
  double confidence = 0;  // calibrated probability that a person would decide so
  Signals signals{};      // contribution of each is its weight times this
  bool selected = false;  // kept by cardinality and least confidence
};

struct SubjectSuggestions {
  std::vector<Suggestion> suggestions;  // best first; ties by object number
};

// One entry of `subjects` for each entry of `from`. Suggestions, never decisions. Deterministic.
struct Alignment {
  std::vector<SubjectSuggestions> subjects;
  std::uint64_t weighed = 0;  // candidate pairs
};

[[nodiscard]] Alignment align(const Inputs& inputs, const Model& model, const Options& options = {});

// The best selected suggestion of a subject, or null.
[[nodiscard]] const Suggestion* best_selected(const SubjectSuggestions& subject);

// From which confidence on the best selected suggestions make the set of the highest F1 to be expected, by their own
// confidences: the right ones among n taken are the sum of theirs, all right ones the sum over all.
[[nodiscard]] double balanced_confidence(const Alignment& alignment);

// Fits a model on the decisions alone (Inputs::from is not looked at): each decided subject is weighed as if its own
// decision were unknown. The same inputs give the same weights to the last bit.
[[nodiscard]] Model learn(const Inputs& inputs, const Options& options = {});

// One model for several sets of decisions, each set counting alike.
[[nodiscard]] Model learn(std::span<const Inputs> sets, const Options& options = {});

}  // namespace crosswalk::competencies
