// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "mappers/competencies/model.hpp"

namespace crosswalk::cli {

// Weights of an alignment as YAML (`crosswalk: alignment-model/1`, docs/formats/alignment-model.md). Refused: another
// kind, a signal this version does not know, a number that is none (InputError alignment-model.*).
[[nodiscard]] competencies::Model read_alignment_model(std::string_view text, std::string_view file);
[[nodiscard]] std::string write_alignment_model(const competencies::Model& model);

// The model shipped with the program, fitted on published crosswalks without any earlier decision as a signal.
[[nodiscard]] competencies::Model general_alignment_model();

}  // namespace crosswalk::cli
