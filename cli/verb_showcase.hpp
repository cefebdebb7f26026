// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace crosswalk::cli {

class Verb;
// showcase RECORD: a learner's achievements and competencies, with the evidence, for an employer.
[[nodiscard]] std::unique_ptr<Verb> make_showcase();

}  // namespace crosswalk::cli
