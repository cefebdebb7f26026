// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace crosswalk::cli {

class Verb;
// diff OLD NEW: what changed between two editions of competencies, rules, a programme or a catalogue, who is affected,
// and mappings brought to the new edition.
[[nodiscard]] std::unique_ptr<Verb> make_diff();

}  // namespace crosswalk::cli
