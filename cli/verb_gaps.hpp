// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace crosswalk::cli {

class Verb;
// gaps RECORD TARGET: what a learner lacks for an occupation, a set of outcomes or a programme.
[[nodiscard]] std::unique_ptr<Verb> make_gaps();

}  // namespace crosswalk::cli
