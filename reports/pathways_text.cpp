// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <sstream>

#include "lib/syntax/csv.hpp"
#include "reports/pathways.hpp"

namespace crosswalk::reports {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : ", ") + part;
  return all;
}

void head(const PathwayAnswer& answer, std::ostream& out) {
  const auto& result = answer.result;
  switch (result.status) {
    case pathways::Result::Status::optimal:
      out << "best pathway: " << amount_text(answer, result.objective) << ", proven optimal\n";
      return;
    case pathways::Result::Status::feasible:
      out << "best pathway found: " << amount_text(answer, result.objective) << "; none is under "
          << amount_text(answer, result.bound) << " (gap " << gap_text(result) << ")\n";
      return;
    case pathways::Result::Status::infeasible:
      out << "there is no pathway; these cannot all be met:\n";
      for (const auto& obstacle : result.obstacles) out << "  " << words(answer, obstacle) << "\n";
      return;
    case pathways::Result::Status::unknown:
      out << "no pathway found within the limits; none is under " << amount_text(answer, result.bound) << "\n";
      return;
  }
}

void plan(const PathwayAnswer& answer, std::size_t index, std::ostream& out) {
  const StackingProblem& problem = answer.problem;
  int term = -1;
  for (const PathwayStep& step : steps(answer, index)) {
    if (step.term != term) {
      term = step.term;
      out << (term > 0 ? "term " + std::to_string(term) : std::string("without a term")) << "\n";
    }
    const auto& offering = problem.offerings[at(step.offering)];
    out << "  " << title_of(problem, step.offering) << " (" << problem.providers[at(offering.provider)].id << ", "
        << credits_text(problem, offering.credits) << ", "
        << (step.bundle >= 0 ? "with " + problem.bundles[at(step.bundle)].id
                             : std::to_string(offering.cost) + " " + problem.currency)
        << "): " << joined(step.counts_for) << "\n";
  }
  for (const int bundle : awards(problem, answer.result.plans[index].plan))
    out << "award on the way: " << problem.bundles[at(bundle)].id << "\n";
}

}  // namespace

std::string pathways_text(const PathwayAnswer& answer) {
  std::ostringstream out;
  head(answer, out);
  const auto& plans = answer.result.plans;
  if (plans.empty()) return out.str();
  const auto& table = answer.timetables.front();
  out << table.terms << " terms" << (table.terms == table.bound ? " (no timetable is shorter)" : "") << "\n\n";
  plan(answer, 0, out);
  out << "\n";
  for (const auto& margin : answer.result.margins)
    out << name(margin.kind) << ": " << credits_text(answer.problem, margin.got) << " of "
        << credits_text(answer.problem, margin.limit) << (margin.got == margin.limit ? ", binds" : "") << "\n";
  for (const auto& reason : answer.reasons) {
    out << "without "
        << (reason.offering >= 0 ? title_of(answer.problem, reason.offering)
                                 : answer.problem.bundles[at(reason.bundle)].id)
        << ": ";
    if (reason.without)
      out << amount_text(answer, *reason.without) << (reason.proven ? "" : " or less") << "\n";
    else
      out << (reason.proven ? "no pathway\n" : "not found within the limits\n");
  }
  for (std::size_t index = 1; index < plans.size(); ++index) {
    out << (answer.options.against ? "point " : "alternative ") << index + 1 << ": "
        << amount_text(answer, plans[index].plan.objective);
    if (answer.options.against) out << ", " << name(*answer.options.against) << " " << plans[index].other;
    out << ", " << answer.timetables[index].terms << " terms" << (plans[index].proven ? "" : ", not proven") << "\n";
  }
  return out.str();
}

std::string pathways_csv(const PathwayAnswer& answer) {
  std::string out = syntax::write_csv_record(
      {"pathway", "term", "offering", "title", "provider", "credits", "cost", "bundle", "counts_for"});
  const StackingProblem& problem = answer.problem;
  for (std::size_t index = 0; index < answer.result.plans.size(); ++index)
    for (const PathwayStep& step : steps(answer, index)) {
      const auto& offering = problem.offerings[at(step.offering)];
      out += syntax::write_csv_record(
          {std::to_string(index + 1), step.term > 0 ? std::to_string(step.term) : "", offering.id, offering.title,
           problem.providers[at(offering.provider)].id, decimal(Rational(offering.credits) * problem.quantum),
           std::to_string(step.bundle >= 0 ? 0 : offering.cost),
           step.bundle >= 0 ? problem.bundles[at(step.bundle)].id : "", joined(step.counts_for)});
    }
  return out;
}

}  // namespace crosswalk::reports
