// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace crosswalk::cli {

class Verb;
// graph structure | ancestor | closure | duplicates | doors: questions over the graph of competencies and credentials.
[[nodiscard]] std::unique_ptr<Verb> make_graph();

}  // namespace crosswalk::cli
