// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/kinds.hpp"

#include <array>

namespace crosswalk::graph {
namespace {

constexpr std::array<std::string_view, 10> node_names = {"framework",   "level",         "competency", "offering",
                                                         "course hub",  "qualification", "credential", "occupation",
                                                         "requirement", "provider"};
constexpr std::array<std::string_view, 9> edge_names = {"prerequisite", "corequisite", "strict corequisite",
                                                        "equivalence",  "part of",     "level of",
                                                        "mapping",      "covers",      "alternative"};

template <class Kind, std::size_t N>
std::optional<Kind> find(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i)
    if (names[i] == name) return static_cast<Kind>(i);
  return std::nullopt;
}

}  // namespace

std::string_view name(NodeKind kind) { return node_names[static_cast<std::size_t>(kind)]; }
std::string_view name(EdgeKind kind) { return edge_names[static_cast<std::size_t>(kind)]; }
std::optional<NodeKind> node_kind(std::string_view name) { return find<NodeKind>(node_names, name); }
std::optional<EdgeKind> edge_kind(std::string_view name) { return find<EdgeKind>(edge_names, name); }

}  // namespace crosswalk::graph
