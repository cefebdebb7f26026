// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/fact.hpp"
#include "lib/model/identifier.hpp"

namespace crosswalk {

using FrameworkId = Identifier<struct FrameworkKind>;

// "IE-NFQ/8", "GB-RQF/E3": a level of one framework. Level labels are text, never numbers.
struct LevelRef {
  FrameworkId framework;
  std::string level;

  [[nodiscard]] static std::optional<LevelRef> parse(std::string_view text);  // at the last '/'; both parts not empty
  auto operator<=>(const LevelRef&) const = default;
};
[[nodiscard]] std::string to_string(const LevelRef& ref);

// What a level asks for in one dimension (knowledge, skills, autonomy, or the framework's own). `stage` is its place on
// that dimension where the framework has stages; higher is more.
struct Descriptor {
  std::string dimension;
  std::optional<int> stage;
  std::string text;
  bool operator==(const Descriptor&) const = default;
};

// One level. `rank` orders the levels of one framework; equal ranks are parallel (neither above the other). A level
// without rank has no place in the national order (a parent concept, or one that only a foreign vocabulary knows).
struct Level {
  Fact fact;
  LevelRef ref;
  std::optional<int> rank;
  std::string parent;          // label of the level this is a part of, or empty
  std::string parallel_group;  // levels of one group stand beside each other
  std::string qualifications;  // typical ones
  std::string cycle;           // QF-EHEA cycle, or empty
  std::string isced;           // typical ISCED 2011 level(s), or empty
  std::string uri;             // concept of the EU vocabulary: proves the label
  std::vector<Descriptor> descriptors;

  bool operator==(const Level&) const = default;
};

// The order within one framework: equivalent is the same level; parallel and rankless levels are unordered, and so are
// levels of different frameworks.
[[nodiscard]] std::partial_ordering order(const Level& a, const Level& b);

// Product order over shared dimensions with stages: unordered ("incomparable") where one is higher here and lower
// there, or where they share none.
[[nodiscard]] std::partial_ordering descriptor_order(const Level& a, const Level& b);

}  // namespace crosswalk
