// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace crosswalk::cli {

class Verb;
// offerings search | compare: explores what providers offer, across catalogues of files or the workspace.
[[nodiscard]] std::unique_ptr<Verb> make_offerings();

}  // namespace crosswalk::cli
