// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/selector.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// The YAML of a selector (docs/rules/language.md, "Selectors"):
//   MATH 101            one course                 MATH 2##, HIST*, "@"    a pattern (# ? * @)
//   MATH 100..199       a range                    anything                every course
//   [A, B]              any of them
//   {course: C, at: I}  {pattern: P, at: I}  {range: R, at: I}  {set: NAME}  {any: [..]}  {all: [..]}
//   {of: SELECTOR, except: [..]}
//   {where: ATTRIBUTE, is: [..]}  is-not, at-least, at-most, matches, exists: true; attribute:NAME asks a named one
[[nodiscard]] Selector read_selector(const syntax::Node& node, std::string_view file);

// The shortest form that reads back to the same selector.
[[nodiscard]] syntax::Node write_selector(const Selector& selector);

}  // namespace crosswalk::formats
