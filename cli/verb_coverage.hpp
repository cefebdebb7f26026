// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace crosswalk::cli {

class Verb;
// coverage SET FRAMEWORK: what courses, credentials or a record cover of a competency framework, and what is missing.
[[nodiscard]] std::unique_ptr<Verb> make_coverage();

}  // namespace crosswalk::cli
