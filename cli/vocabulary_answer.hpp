// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "cli/verb.hpp"
#include "frameworks/formats/eu_vocabulary/vocabulary.hpp"

namespace crosswalk::cli {

// How a vocabulary of the EU relates to the facts, as text, JSON or CSV.
[[nodiscard]] std::string vocabulary_answer(const formats::VocabularyReport& report, const std::string& facts_version,
                                            Format format);

}  // namespace crosswalk::cli
