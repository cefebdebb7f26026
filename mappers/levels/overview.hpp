// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "mappers/levels/compare.hpp"

namespace crosswalk::levels {

// All frameworks by the levels of one hub: what stands beside EQF 6, and how it is known.
struct MatrixRow {
  const Framework* framework = nullptr;
  std::vector<std::vector<std::string>> cells;  // by level of the hub: labels of the framework
  std::vector<std::string> none;                // labels deliberately without hub level
  AnswerKind kind = AnswerKind::published;
  Evidence evidence = Evidence::checked;  // the weakest used
  std::vector<std::string> ended;
  std::vector<std::string> through;
};
struct Matrix {
  const Framework* hub = nullptr;
  std::vector<MatrixRow> rows;             // in order of country, then id; frameworks with any placed level
  std::vector<const Framework*> unplaced;  // nothing admitted relates them to the hub
};
[[nodiscard]] Matrix matrix(const ReferencingIndex& index, int hub);

// How well what a framework says of its levels is evidenced: rows by evidence and standing.
struct EvidenceCount {
  const Framework* framework = nullptr;
  std::size_t levels = 0;
  std::vector<std::size_t> rows = std::vector<std::size_t>(4);  // referencing rows by Evidence
  std::size_t usable = 0;                                       // rows that answer without being asked for
  std::size_t documents = 0;
};
[[nodiscard]] std::vector<EvidenceCount> evidence_counts(std::span<const Framework> frameworks,
                                                         std::span<const Referencing> rows);

}  // namespace crosswalk::levels
