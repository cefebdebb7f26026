// SPDX-License-Identifier: Apache-2.0
#include "lib/model/truth.hpp"

#include <algorithm>

namespace crosswalk {

std::string_view name(Unknown why) {
  switch (why) {
    case Unknown::needs_person:
      return "needs-person";
    case Unknown::missing_date:
      return "missing-date";
    case Unknown::missing_grade:
      return "missing-grade";
    case Unknown::unknown_scale:
      return "unknown-scale";
    case Unknown::missing_credits:
      return "missing-credits";
    case Unknown::no_conversion:
      return "no-conversion";
    case Unknown::missing_level:
      return "missing-level";
    case Unknown::missing_attribute:
      return "missing-attribute";
    case Unknown::in_progress:
      return "in-progress";
    case Unknown::ambiguous:
      return "ambiguous";
    case Unknown::no_rule:
      return "no-rule";
    case Unknown::not_reached:
      return "not-reached";
  }
  return "needs-person";
}

std::string_view name(Truth::Value value) {
  switch (value) {
    case Truth::Value::no:
      return "no";
    case Truth::Value::unknown:
      return "unknown";
    case Truth::Value::yes:
      return "yes";
  }
  return "unknown";
}

namespace {

std::vector<Doubt> joined(const std::vector<Doubt>& a, const std::vector<Doubt>& b) {
  std::vector<Doubt> out = a;
  for (const Doubt& doubt : b)
    if (std::ranges::find(out, doubt) == out.end()) out.push_back(doubt);
  return out;
}

}  // namespace

Truth operator&&(const Truth& a, const Truth& b) {
  if (a.no() || b.yes()) return a;
  if (b.no() || a.yes()) return b;
  Truth out = a;
  out.doubts_ = joined(a.doubts_, b.doubts_);
  return out;
}

Truth operator||(const Truth& a, const Truth& b) {
  if (a.yes() || b.no()) return a;
  if (b.yes() || a.no()) return b;
  Truth out = a;
  out.doubts_ = joined(a.doubts_, b.doubts_);
  return out;
}

Truth operator!(const Truth& a) { return a.unknown() ? a : Truth(a.no()); }

Truth at_least(std::size_t needed, const std::vector<Truth>& parts) {
  const auto held = static_cast<std::size_t>(std::ranges::count_if(parts, &Truth::yes));
  if (held >= needed) return true;
  const auto open = static_cast<std::size_t>(std::ranges::count_if(parts, &Truth::unknown));
  if (held + open < needed) return false;
  Truth out = false;
  for (const Truth& part : parts)
    if (part.unknown()) out = out.no() ? part : (out && part);
  return out;
}

}  // namespace crosswalk
