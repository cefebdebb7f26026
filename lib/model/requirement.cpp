// SPDX-License-Identifier: Apache-2.0
#include "lib/model/requirement.hpp"

#include "lib/model/enumeration.hpp"

namespace crosswalk {
namespace {

using Kind = Exception::Kind;
constexpr Enumeration<Kind, 8> exception_kinds{{{{"insert", Kind::insert},
                                                 {"force-insert", Kind::force_insert},
                                                 {"waive", Kind::waive},
                                                 {"change-amount", Kind::change_amount},
                                                 {"block-course", Kind::block_course},
                                                 {"change-credits", Kind::change_credits},
                                                 {"change-subject", Kind::change_subject},
                                                 {"substitute", Kind::substitute}}}};

constexpr Enumeration<Counting, 4> countings{{{{"parts", Counting::parts},
                                               {"used-parts", Counting::used_parts},
                                               {"courses", Counting::courses},
                                               {"all-courses", Counting::all_courses}}}};

}  // namespace

std::string_view name(Counting counting) { return countings.name(counting); }
std::optional<Counting> counting(std::string_view name) { return countings.value(name); }
std::string_view name(Exception::Kind kind) { return exception_kinds.name(kind); }
std::optional<Exception::Kind> exception_kind(std::string_view name) { return exception_kinds.value(name); }

}  // namespace crosswalk
