// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

namespace crosswalk::cli {

class Verb;
[[nodiscard]] std::unique_ptr<Verb> make_chain();  // docs/verbs/chain.md

}  // namespace crosswalk::cli
