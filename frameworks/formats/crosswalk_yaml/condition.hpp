// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/condition.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// The YAML of a condition (docs/rules/language.md, "Conditions"). A text is taking that course; a list is all of them.
//   {all: [..]}  {any: [..]}  {choose: 2, of: [..], at-most: 3}  {not: C}  {if: C, then: C, else: C}  {always: true}
//   {take: SELECTOR, courses: 2 | 2..3, credits: "10 ECTS" | "10..12", join: either, min-grade: C, max-grade: B,
//    grade-scale: ID, min-points: 2, max-points: 3, units: 3..4, including: [..], limits: [..], times: 2,
//    one-institution: true, corequisite: true}
//   {gpa: 2.5, over: SELECTOR}  {standing: 60, system: ECTS, over: SELECTOR, text: WORDS}  {remaining: 10}
//   {declared: programme, is: [..]}  {date: taken|decision|catalogue, from: D, until: D}  {max-age: 7}
//   {holds: [..]}  {item: NAME, at-least: 50}  {accredited: [BODY]}  {approved: NAME}  {block: ID}  {text: WORDS}
[[nodiscard]] Condition read_condition(const syntax::Node& node, std::string_view file);
[[nodiscard]] syntax::Node write_condition(const Condition& condition);

// The fields of a taking inside a larger mapping (a requirement leaf, a match): `take` must be there. Does not
// finish().
class Fields;
[[nodiscard]] Take read_take(Fields& fields);
void write_take(const Take& take, syntax::Node& into);

}  // namespace crosswalk::formats
