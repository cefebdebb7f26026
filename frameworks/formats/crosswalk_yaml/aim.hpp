// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/substantial_difference.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// What a qualification is to be recognised for, `crosswalk: aim/1`:
//   purpose, qualification, level: EQF/6, levels-below: ["1", .. "5"], workload: "180 ECTS", near-enough: 9/10,
//   bodies: [..], fields: ["061"], outcomes: [..], source
[[nodiscard]] RecognitionAim read_aim(const syntax::Node& node, std::string_view file);

}  // namespace crosswalk::formats
