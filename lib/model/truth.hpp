// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace crosswalk {

// Why something cannot be known. "Cannot know" is never folded into "no".
enum class Unknown {
  needs_person,  // a condition in plain words
  missing_date,
  missing_grade,
  unknown_scale,  // the grade's scale, or the label on it, is not known
  missing_credits,
  no_conversion,  // between the credit systems
  missing_level,
  missing_attribute,  // the record does not carry what is asked
  in_progress,        // decided when the result is in
  ambiguous,          // two rules of the same rank
  no_rule,
  not_reached,  // a work limit stopped the search
};

[[nodiscard]] std::string_view name(Unknown why);

struct Doubt {
  Unknown why = Unknown::needs_person;
  std::string text;  // what a person has to find out
  auto operator<=>(const Doubt&) const = default;
};

// Kleene's three values; an unknown one names its doubts. Invariant: doubts only, and always, with unknown.
class Truth {
 public:
  enum class Value { no, unknown, yes };
  Truth(bool known = false)
      : value_(known ? Value::yes : Value::no) {}  // NOLINT(google-explicit-constructor): yes and no are truths
  Truth(Unknown why, std::string text) : value_(Value::unknown), doubts_{{why, std::move(text)}} {}

  [[nodiscard]] Value value() const { return value_; }
  [[nodiscard]] bool yes() const { return value_ == Value::yes; }
  [[nodiscard]] bool no() const { return value_ == Value::no; }
  [[nodiscard]] bool unknown() const { return value_ == Value::unknown; }
  [[nodiscard]] const std::vector<Doubt>& doubts() const { return doubts_; }

  friend Truth operator&&(const Truth& a, const Truth& b);
  friend Truth operator||(const Truth& a, const Truth& b);
  friend Truth operator!(const Truth& a);
  bool operator==(const Truth&) const = default;

 private:
  Value value_ = Value::no;
  std::vector<Doubt> doubts_;
};

// At least `needed` of them hold: yes, no, or unknown with the doubts that would decide.
[[nodiscard]] Truth at_least(std::size_t needed, const std::vector<Truth>& parts);
[[nodiscard]] std::string_view name(Truth::Value value);  // "yes", "no", "unknown"

}  // namespace crosswalk
