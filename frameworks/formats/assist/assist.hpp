// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// ASSIST articulation agreements (docs/formats/assist.md): one file an agreement, in both variants of its API (parts as
// JSON inside JSON strings, or as objects), by major, department or prefix. A rule set, and, where the agreement has a
// template, the programme its sections describe.
[[nodiscard]] Format assist_format();

}  // namespace crosswalk::formats
