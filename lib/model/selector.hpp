// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/course_code.hpp"

namespace crosswalk {

// What a selector may ask of an attempt or offering. `named` asks its attribute map by name.
enum class Attribute {
  subject,
  number,
  code,
  level,
  institution,
  title,
  term,
  taken,
  grade,
  status,
  credits,
  kind,
  origin,
  field,
  language,
  tag,
  outcome,
  area,
  named
};

enum class Comparison { is, is_not, at_least, at_most, matches, exists };

// Which attempts (or offerings) are meant. A tree; every reader maps its list algebra into it:
//   everything           all
//   course               one code; institution optional; an earlier or cross-listed code matches through equivalences
//   pattern              a code with wildcards: # one digit, ? one character, * or @ any run ("MATH 2##", "@")
//   range                codes of `subject` with numeric value in [low, high] (both included)
//   where                an attribute compared with values (is: any of them; at_least and at_most: the only one)
//   any / all            union / intersection of the parts
//   except               the first part without the others
//   set                  a named, reusable list of the rule set or programme
struct Selector {
  enum class Kind { everything, course, pattern, range, where, any, all, except, set };
  Kind kind = Kind::everything;

  CourseCode course;                         // course
  std::string text;                          // pattern, set; for where of kind named: the attribute's name
  std::string institution;                   // course, pattern, range: only there; empty: any
  std::string subject;                       // range
  int low = 0, high = 0;                     // range
  Attribute attribute = Attribute::subject;  // where
  Comparison comparison = Comparison::is;    // where
  std::vector<std::string> values;           // where
  std::vector<Selector> parts;               // any, all, except

  bool operator==(const Selector&) const = default;

  [[nodiscard]] static Selector of_course(std::string_view code, std::string_view institution = {});
  [[nodiscard]] static Selector of_pattern(std::string_view pattern, std::string_view institution = {});
  [[nodiscard]] static Selector of_range(std::string_view subject, int low, int high);
  [[nodiscard]] static Selector where(Attribute attribute, Comparison comparison, std::vector<std::string> values);
  [[nodiscard]] static Selector any_of(std::vector<Selector> parts);
  [[nodiscard]] static Selector all_of(std::vector<Selector> parts);
  [[nodiscard]] static Selector except(Selector of, std::vector<Selector> without);
  [[nodiscard]] static Selector named_set(std::string_view name);
};

[[nodiscard]] std::string_view name(Attribute attribute);
[[nodiscard]] std::string_view name(Comparison comparison);
[[nodiscard]] std::optional<Attribute> attribute(std::string_view name);
[[nodiscard]] std::optional<Comparison> comparison(std::string_view name);

// For people: "MATH 101", "MATH 200..299 at open-university except MATH 250".
[[nodiscard]] std::string to_string(const Selector& selector);

// How specific it is, higher is more: course 4, range 3, pattern by its literal characters, where, everything 0. The
// order "most specific first" of wildcard rules (domain 1.11) sorts by it.
[[nodiscard]] int specificity(const Selector& selector);

// Does a pattern with wildcards match a course code's key? (# digit, ? one character, * and @ any run)
[[nodiscard]] bool matches_pattern(std::string_view pattern, std::string_view key);

}  // namespace crosswalk
