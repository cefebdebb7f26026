// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>

#include "lib/solve/selection.hpp"

// The exhaustive answer to small selection problems, and random ones to ask. Shares only the Problem struct with the
// engine: the tree, the constraints and what is allowed are written down a second time.
namespace oracle {

struct Answer {
  crosswalk::solve::Value value;
  std::vector<std::vector<bool>> uses;  // item by leaf
};

[[nodiscard]] Answer exhaustive(const crosswalk::solve::Problem& problem);

// Which kinds of rule a random problem shall have; pairs of them are covered in turn.
enum class Kind {
  choose,
  share_all,
  share_some,
  credits,
  either,
  leaf_maximum,
  group_minimum,
  group_maximum,
  average,
  share_floor,
  distinct_floor,
  distinct_cap,
  shared_cap,
  unique_floor,
  uses,
  counts,
  used_parts,
  areas,
  everything,
  tiers,
  last,
  each_floor,
  weight,
  priorities,
  number_of_kinds
};

[[nodiscard]] crosswalk::solve::Problem random_problem(std::mt19937& random, Kind a, Kind b);

}  // namespace oracle
