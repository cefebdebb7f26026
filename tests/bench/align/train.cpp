// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <iostream>

#include "cli/alignment_inputs.hpp"
#include "cli/alignment_model.hpp"
#include "cli/verb.hpp"
#include "lib/diagnostics/error.hpp"

using namespace crosswalk;

namespace {

// What stays alive while a set is learned from.
struct Set {
  CompetencyFramework from, to;
  cli::DecidedSubjects decided;
  std::vector<competencies::CodePair> prior;
  std::vector<std::string> stop_words;
};

Set read(const cli::Context& context, const char* from, const char* to, const char* reference, const char* prior) {
  Set set;
  set.from = cli::read_competencies(from, {}, context);
  set.to = cli::read_competencies(to, {}, context);
  set.decided = cli::decided_subjects(cli::read_mappings({reference}, context), set.from, set.to);
  if (*prior != '\0')
    for (const MappingSet& mappings : cli::read_mappings({prior}, context).sets)
      for (const Mapping& mapping : mappings.mappings) set.prior.push_back({mapping.subject_id, mapping.object_id});
  set.stop_words = cli::alignment_stop_words(set.to.language);
  return set;
}

}  // namespace

// bench_align_train (FROM TO REFERENCE PRIOR)...: one model for all sets, each counting alike, earlier decisions being
// no signal. PRIOR may be empty.
int main(int argc, char** argv) {
  if (argc < 5 || argc % 4 != 1) return 2;
  try {
    cli::Context context;
    context.err = &std::cerr;
    std::deque<Set> sets;
    std::vector<competencies::Inputs> inputs;
    for (int i = 1; i < argc; i += 4) {
      const Set& set = sets.emplace_back(read(context, argv[i], argv[i + 1], argv[i + 2], argv[i + 3]));
      inputs.push_back({nullptr, &set.to, &set.decided.subjects, set.decided.decisions, set.decided.nothing, set.prior,
                        nullptr, set.stop_words});
      std::fprintf(stderr, "%s: %zu decisions, %zu without counterpart\n", argv[i + 2], set.decided.decisions.size(),
                   set.decided.nothing.size());
    }
    competencies::Options options;
    options.decisions_as_signals = false;
    if (const char* most = std::getenv("LEARNING_SUBJECTS"))
      options.learning_subjects = std::strtoul(most, nullptr, 10);
    competencies::Model model = competencies::learn(inputs, options);
    model.name = "general";
    std::cout << cli::write_alignment_model(model);
  } catch (const Error& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 3;
  }
  return 0;
}
