// SPDX-License-Identifier: Apache-2.0
#include "lib/solve/tree_search.hpp"

// CbcModel.hpp comes first: the other headers of CBC use its names without including it.
#include <coin/CbcModel.hpp>

#include <cmath>
#include <coin/CbcCutGenerator.hpp>
#include <coin/CbcHeuristicDiveCoefficient.hpp>
#include <coin/CbcHeuristicDiveFractional.hpp>
#include <coin/CbcHeuristicLocal.hpp>
#include <coin/CbcHeuristicRINS.hpp>
#include <coin/CglGomory.hpp>
#include <coin/CglKnapsackCover.hpp>
#include <coin/CglProbing.hpp>
#include <coin/CglTwomir.hpp>
#include <coin/CglZeroHalf.hpp>
#include <coin/OsiClpSolverInterface.hpp>

#include "lib/solve/relaxation.hpp"

namespace crosswalk::solve {
namespace {

void add_cuts(CbcModel& model) {
  CglProbing probing;
  probing.setUsingObjective(1);
  probing.setMaxPass(1);
  probing.setMaxPassRoot(1);
  probing.setMaxProbe(10);
  probing.setMaxProbeRoot(50);
  probing.setMaxLook(10);
  probing.setMaxLookRoot(10);
  probing.setRowCuts(3);
  CglGomory gomory;
  gomory.setLimitAtRoot(500);
  gomory.setLimit(50);
  CglKnapsackCover cover;
  CglTwomir two_step;
  two_step.setMaxElements(250);
  CglZeroHalf zero_half;
  model.addCutGenerator(&probing, -1, "probing");
  model.addCutGenerator(&gomory, -1, "gomory");
  model.addCutGenerator(&cover, -1, "cover");
  model.addCutGenerator(&two_step, -1, "two-step");
  model.addCutGenerator(&zero_half, -1, "zero-half");
}

void add_heuristics(CbcModel& model) {
  CbcRounding rounding(model);
  CbcHeuristicLocal local(model);
  CbcHeuristicDiveCoefficient coefficient(model);
  CbcHeuristicRINS neighbourhood(model);
  neighbourhood.setHowOften(20);
  model.addHeuristic(&rounding);
  model.addHeuristic(&local);
  model.addHeuristic(&coefficient);
  model.addHeuristic(&neighbourhood);
}

Point integers(const IntegerProgram& program, const double* value) {
  Point point;
  for (std::size_t column = 0; column < program.columns.size(); ++column) {
    const Column& of = program.columns[column];
    const double whole = of.integral      ? std::round(value[column])
                         : of.rounds_down ? std::floor(value[column] + 1e-6)
                                          : std::ceil(value[column] - 1e-6);
    point.push_back(static_cast<std::int64_t>(whole));
  }
  return point;
}

}  // namespace

TreeResult search_tree(const IntegerProgram& program, const TreeOptions& options) {
  OsiClpSolverInterface clp;
  load_program(clp, program, bounds_of(program));
  CbcModel model(clp);
  model.setLogLevel(0);
  model.messageHandler()->setLogLevel(0);
  model.solver()->messageHandler()->setLogLevel(0);
  model.solver()->setHintParam(OsiDoReducePrint, true, OsiHintTry);
  add_cuts(model);
  if (options.heuristics) add_heuristics(model);
  model.setNumberStrong(5);
  model.setNumberBeforeTrust(5);
  model.setCutoffIncrement(0.99);
  model.setAllowableGap(0);
  model.setMaximumCutPassesAtRoot(-20);
  model.setMaximumCutPasses(2);
  model.setMinimumDrop(1e-4);
  // CBC takes the increment off a cutoff that is set from outside as well: limit - 1 must stay within
  if (options.limit != unbounded) model.setCutoff(static_cast<double>(options.limit) - 1e-3);
  if (options.nodes > 0) model.setMaximumNodes(static_cast<int>(options.nodes));
  if (options.seconds > 0) model.setMaximumSeconds(options.seconds);
  model.branchAndBound();
  TreeResult result;
  result.nodes = model.getNodeCount();
  result.iterations = model.getIterationCount();
  result.complete = model.isProvenOptimal() || model.isProvenInfeasible();
  result.timed_out = model.isSecondsLimitReached();
  result.bound = model.getBestPossibleObjValue();
  if (model.bestSolution() != nullptr) result.point = integers(program, model.bestSolution());
  return result;
}

}  // namespace crosswalk::solve
