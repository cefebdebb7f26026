// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace crosswalk::graph {

// A node's number: dense from 0 in order of addition, so arrays beside the graph are indexed by it.
using Node = std::uint32_t;
// An edge's number: its place in the order (source, target, kind).
using EdgeNumber = std::uint32_t;

enum class NodeKind : std::uint8_t {
  framework,
  level,
  competency,
  offering,
  course_hub,
  qualification,
  credential,
  occupation,
  requirement,
  provider
};

// What an edge says, always read "from -> to":
//   prerequisite          from is completed before to begins
//   corequisite           from is taken before or together with to
//   strict_corequisite    from is taken together with to
//   equivalence           the two are interchangeable (stored both ways by Builder::add_equivalence)
//   part_of               from is a part of, or narrower than, to
//   level_of              from stands at level to
//   mapping               a published or composed mapping from one framework's node to another's
//   covers                from teaches, assesses or certifies to
//   alternative           from is one of several ways to meet a prerequisite of to
enum class EdgeKind : std::uint8_t {
  prerequisite,
  corequisite,
  strict_corequisite,
  equivalence,
  part_of,
  level_of,
  mapping,
  covers,
  alternative
};

[[nodiscard]] std::string_view name(NodeKind kind);
[[nodiscard]] std::string_view name(EdgeKind kind);
[[nodiscard]] std::optional<NodeKind> node_kind(std::string_view name);
[[nodiscard]] std::optional<EdgeKind> edge_kind(std::string_view name);

// A set of edge kinds.
class EdgeKinds {
 public:
  constexpr EdgeKinds() = default;
  constexpr EdgeKinds(EdgeKind kind) : bits_(bit(kind)) {}  // NOLINT(google-explicit-constructor): one kind is a set
  constexpr EdgeKinds(std::initializer_list<EdgeKind> kinds) {
    for (const EdgeKind kind : kinds) bits_ |= bit(kind);
  }
  [[nodiscard]] static constexpr EdgeKinds all() {
    EdgeKinds every;
    every.bits_ = ~std::uint32_t{0};
    return every;
  }
  // Everything that may have to come first: requisites and the alternatives among them.
  [[nodiscard]] static constexpr EdgeKinds needs() {
    return {EdgeKind::prerequisite, EdgeKind::corequisite, EdgeKind::strict_corequisite, EdgeKind::alternative};
  }
  // Prerequisites and both forms of corequisite: what the curriculum metrics call a requisite.
  [[nodiscard]] static constexpr EdgeKinds requisites() {
    return {EdgeKind::prerequisite, EdgeKind::corequisite, EdgeKind::strict_corequisite};
  }
  [[nodiscard]] constexpr bool has(EdgeKind kind) const { return (bits_ & bit(kind)) != 0; }
  bool operator==(const EdgeKinds&) const = default;

 private:
  static constexpr std::uint32_t bit(EdgeKind kind) { return std::uint32_t{1} << static_cast<unsigned>(kind); }
  std::uint32_t bits_ = 0;
};

}  // namespace crosswalk::graph
