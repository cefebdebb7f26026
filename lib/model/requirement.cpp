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

}  // namespace

std::string_view name(Exception::Kind kind) { return exception_kinds.name(kind); }
std::optional<Exception::Kind> exception_kind(std::string_view name) { return exception_kinds.value(name); }

}  // namespace crosswalk
