// SPDX-License-Identifier: Apache-2.0
#include "cli/verb.hpp"

#include "cli/verb_align.hpp"
#include "cli/verb_audit.hpp"
#include "cli/verb_chain.hpp"
#include "cli/verb_compare.hpp"
#include "cli/verb_convert.hpp"
#include "cli/verb_coverage.hpp"
#include "cli/verb_curriculum.hpp"
#include "cli/verb_diff.hpp"
#include "cli/verb_evaluate.hpp"
#include "cli/verb_export.hpp"
#include "cli/verb_formats.hpp"
#include "cli/verb_frameworks.hpp"
#include "cli/verb_gaps.hpp"
#include "cli/verb_graph.hpp"
#include "cli/verb_import.hpp"
#include "cli/verb_inspect.hpp"
#include "cli/verb_offerings.hpp"
#include "cli/verb_pathways.hpp"
#include "cli/verb_rules.hpp"
#include "cli/verb_showcase.hpp"
#include "cli/verb_sweep.hpp"
#include "cli/verb_test.hpp"

namespace crosswalk::cli {

const std::vector<VerbEntry>& verbs() {
  static const std::vector<VerbEntry> list{
      {"frameworks", "lists frameworks; shows one; the matrix of all; the evidence map", make_frameworks},
      {"compare", "compares two frameworks or one level, published before composed", make_compare},
      {"convert", "converts credit or a grade exactly, naming basis, range and rounding", make_convert},
      {"formats", "lists the exchange formats this version reads and writes", make_formats},
      {"inspect", "says what a file is and holds; stores nothing", make_inspect},
      {"import", "takes documents into the workspace, one transaction a file", make_import},
      {"export", "writes what is known in an exchange format, saying what the format cannot carry", make_export},
      {"evaluate", "says what learning done elsewhere is worth here, every credit accounted for", make_evaluate},
      {"audit", "audits a record against a programme with the provably best assignment", make_audit},
      {"sweep", "ranks many programmes by what of one record applies to them", make_sweep},
      {"pathways", "finds the best stacking pathways to a qualification, with proof", make_pathways},
      {"align", "suggests which competencies correspond, with confidence and evidence", make_align},
      {"chain", "composes, inverts and checks mapping sets", make_chain},
      {"diff", "says what changed between two editions, who is affected, and migrates mappings", make_diff},
      {"curriculum", "measures, plans and compares curricula by their requisites", make_curriculum},
      {"coverage", "says what courses or credentials cover of a framework and what is missing", make_coverage},
      {"gaps", "says what a learner lacks for an occupation or programme, and what would close it", make_gaps},
      {"graph", "answers questions over the graph of competencies and credentials", make_graph},
      {"offerings", "searches and compares what providers offer", make_offerings},
      {"showcase", "shows a learner's achievements and competencies with their evidence", make_showcase},
      {"test", "runs case files: a transcript, rules, and the lines that are expected", make_test},
      {"rules", "lists, shows and finds rules in the workspace or in files", make_rules},
  };
  return list;
}

}  // namespace crosswalk::cli
