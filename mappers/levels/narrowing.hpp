// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <vector>

#include "lib/model/framework.hpp"
#include "lib/model/qualification_type.hpp"
#include "mappers/levels/compare.hpp"

namespace crosswalk::levels {

// The types of a framework that words name: every content word of the query stands in the title ("honours bachelor"
// names "Honours Bachelor Degree"; word order, case, plural -s and words such as degree, of, with do not matter).
[[nodiscard]] std::vector<const QualificationType*> types_named(std::span<const QualificationType> types,
                                                                std::string_view framework, std::string_view words);

// Narrows a set of several levels by the types the words name; says what narrowed it, or that the words name nothing
// here, or that type and levels contradict each other (then the set stays).
void narrow(Answer& answer, const Framework& target, std::span<const QualificationType> types, std::string_view words);

// What would narrow a set of several levels: the types that stand at only some of them.
[[nodiscard]] std::vector<std::string> narrowing_types(const Answer& answer, const Framework& target,
                                                       std::span<const QualificationType> types);

}  // namespace crosswalk::levels
