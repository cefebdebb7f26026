// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string_view>

namespace crosswalk::formats {

// The columns of docs/formats/csv-catalogue.md, in the order they are written; only `code` is required.
inline constexpr std::array<std::string_view, 17> catalogue_columns{
    "code",         "title", "credits", "system", "level",    "subject",  "kind",     "provider",   "prerequisites",
    "corequisites", "terms", "cost",    "weeks",  "workload", "outcomes", "language", "description"};

}  // namespace crosswalk::formats
