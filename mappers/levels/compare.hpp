// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lib/model/framework.hpp"
#include "lib/model/qualification_type.hpp"
#include "mappers/levels/referencing_index.hpp"

namespace crosswalk::levels {

// How an answer was reached. Published leads; a guess is called nominal and is off by default.
enum class AnswerKind { published, composed, nominal };
[[nodiscard]] std::string_view name(AnswerKind kind);
[[nodiscard]] std::string_view name(Known known);  // "levels", "none", "unknown"

// One link of a chain, in the direction it is walked. `to.level` is empty where the document says "none".
struct Link {
  LevelRef from, to;
  LevelRelation relation = LevelRelation::best_fit;
  bool reversed = false;
  const Referencing* row = nullptr;  // what it rests on: document, year, source, evidence; null for nominal
};

// What one way of comparing says about a level. Invariants: `to` is in the order of the target framework, empty unless
// `known` is levels; lowest and highest are its ends (best fit shifts at each hop, so a chain answers with an
// interval).
struct Answer {
  AnswerKind kind = AnswerKind::published;
  Known known = Known::unknown;
  std::vector<std::string> to;
  std::string lowest, highest;
  std::vector<std::string> through;  // frameworks between
  std::vector<Link> chain;
  std::string reason;                     // why none or unknown; what narrowed the set
  Evidence evidence = Evidence::checked;  // the weakest link
  std::vector<std::string> ended;         // relations no longer in force, "GB-RQF to EQF ended 2020"
  std::vector<std::string> widened;       // what would narrow several levels: "Honours Bachelor Degree: IE-NFQ/8"
};

struct LevelAnswer {
  LevelRef from;
  Answer leading;
  std::vector<Answer> alternatives;
};

struct CompareOptions {
  std::string via;          // id of the only hub to compose through; then that answer leads
  bool nominal = false;     // guess by equal labels where nothing is known
  std::string type;         // a qualification type in words: "honours bachelor" narrows the set
  std::size_t longest = 3;  // links a chain may have
};

struct Comparison {
  FrameworkId from, to;
  std::vector<LevelAnswer> levels;   // in the order of the source framework; rankless levels last
  std::vector<std::string> remarks;  // rows kept out, editions picked
};

// Compares one level (by label) or, with an empty label, all of `from` with `to`. `types` are all qualification types.
[[nodiscard]] Comparison compare(const ReferencingIndex& index, int from, int to, std::string_view level,
                                 std::span<const QualificationType> types, const CompareOptions& options);

// The answer along one chain of frameworks; published where the chain has only its two ends.
[[nodiscard]] Answer along(const ReferencingIndex& index, std::span<const int> chain, int level);

// Chains of frameworks from one to the other: the direct one, then all shortest through hubs (at most `longest` links),
// or the one through `via`. In order of length, then ids.
[[nodiscard]] std::vector<std::vector<int>> chains(const ReferencingIndex& index, int from, int to,
                                                   const CompareOptions& options);

}  // namespace crosswalk::levels
