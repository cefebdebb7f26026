// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <tuple>

namespace crosswalk::store {

// How a model value is kept: the names of its members beside the members. `fields(Type<T>)` is given once for each
// model struct (record_fields.hpp, rule_fields.hpp, framework_fields.hpp); writing, reading and the test that no member
// was forgotten all walk it. A name is part of the workspace's layout: renaming one needs a migration.
template <class T>
struct Type {};

template <class T, class Member>
struct Field {
  std::string_view name;
  Member T::*member;
};

template <class T, class Member>
[[nodiscard]] constexpr Field<T, Member> field(std::string_view name, Member T::*member) {
  return {name, member};
}

// A struct whose members are listed.
template <class T>
concept Listed = requires {
  fields(Type<T>{});
};

}  // namespace crosswalk::store
