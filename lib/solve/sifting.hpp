// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "lib/solve/node_solver.hpp"

namespace crosswalk::solve {

// Prices for a program too large to be relaxed whole: the relaxation of its likely columns is solved, its prices are
// carried to the rows left out (each raised as far as that makes a column left out no longer worth entering), and the
// columns that are still worth it join, until the bound of all hardly differs from the value of some. The certificate
// is of the whole program, whatever was left out. Nothing: the part had no solution.
[[nodiscard]] std::optional<Certificate> sift(const IntegerProgram& program, Spending& spending);

}  // namespace crosswalk::solve
