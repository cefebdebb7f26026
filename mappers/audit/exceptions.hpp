// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/evaluation.hpp"
#include "lib/model/requirement.hpp"

namespace crosswalk::audit {

// The programme with its reusable blocks copied in (a block that contains itself is an UsageError) and the amounts that
// exceptions change; "*"-less references are left alone.
[[nodiscard]] Programme expanded(const Programme& programme, std::vector<std::string>& applied);

// The record as exceptions on courses see it: changed credits and subjects.
[[nodiscard]] LearnerRecord excepted(const LearnerRecord& record, const Programme& programme,
                                     const Situation& situation, std::vector<std::string>& applied);

// "waived by J. Doe on 2024-05-01: reason"
[[nodiscard]] std::string to_string(const Exception& exception);

}  // namespace crosswalk::audit
