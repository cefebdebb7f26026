// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/model/learner_record.hpp"

namespace crosswalk::formats {

// What a word in a status column means. "transferred" is a completed attempt whose origin is transfer.
struct StatusWord {
  Status status = Status::unknown;
  bool transferred = false;
};

// Case, hyphens and underscores do not matter.
[[nodiscard]] std::optional<StatusWord> status_word(std::string_view text);
// "passed, completed, ...", for messages.
[[nodiscard]] std::string known_status_words();

}  // namespace crosswalk::formats
