// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace crosswalk {

// A course code as institutions print it: "MATH 151 F", "CS 17.11", "BUS1 20", "PHYS-4A", "6.042", "COMP1511".
// `subject` is the part before the number (may hold digits: "BUS1"), `number` the rest with its suffix; blanks are
// single and outer ones removed. A code without any digit has no number. Equality and order ignore case and the blank,
// hyphen or nothing between subject and number: "comp 1511" is "COMP1511".
struct CourseCode {
  std::string subject;
  std::string number;

  [[nodiscard]] static CourseCode parse(std::string_view text);
  [[nodiscard]] bool empty() const { return subject.empty() && number.empty(); }
  // The key that equality uses: upper case, no blanks, no separator between subject and number.
  [[nodiscard]] std::string key() const;
  // Leading digits of the number as a value ("151" of "151 F"), for ranges; absent where there are none.
  [[nodiscard]] std::optional<int> value() const;

  friend bool operator==(const CourseCode& a, const CourseCode& b) { return a.key() == b.key(); }
  friend std::strong_ordering operator<=>(const CourseCode& a, const CourseCode& b) { return a.key() <=> b.key(); }
};

[[nodiscard]] std::string to_string(const CourseCode& code);  // "MATH 151 F"; subject and number joined by a blank

}  // namespace crosswalk
