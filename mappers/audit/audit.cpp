// SPDX-License-Identifier: Apache-2.0
#include "mappers/audit/audit.hpp"

#include <algorithm>

#include "mappers/audit/core.hpp"
#include "mappers/audit/describe.hpp"

namespace crosswalk::audit {
namespace {

bool asked_to_stop(void* context) { return (*static_cast<std::function<bool()>*>(context))(); }

solve::SelectionOptions limits(const Options& options, std::function<bool()>& stop) {
  solve::SelectionOptions out;
  out.work = options.work;
  out.tail_work = std::min<std::uint64_t>(options.work, 1500);
  if (stop) {
    out.stop = asked_to_stop;
    out.stop_context = &stop;
  }
  return out;
}

// Both problems solved: the certain one always, the possible one where it can make a difference.
struct Solved {
  solve::Solution sure;
  std::optional<solve::Solution> possible;
  [[nodiscard]] bool optimal() const { return sure.optimal && (!possible || possible->optimal); }
};

Solved solved(Compiled& compiled, const Options& options, std::function<bool()>& stop) {
  Solved out;
  out.sure = solve::select(compiled.sure, limits(options, stop));
  if (out.sure.value.root == 1 || !compiled.doubtful) return out;
  if (compiled.possible.previous.empty()) compiled.possible.previous = out.sure.used;
  out.possible = solve::select(compiled.possible, limits(options, stop));
  return out;
}

Truth verdict(const Solved& solved, const std::vector<Doubt>& doubts) {
  if (solved.sure.value.root == 1) return true;
  const Truth stopped(Unknown::not_reached, "the work limit stopped the search");
  if (!solved.possible) return solved.sure.optimal ? Truth(false) : stopped;
  if (solved.possible->value.root == 0) return solved.possible->optimal ? Truth(false) : stopped;
  if (doubts.empty()) return {Unknown::in_progress, "it depends on courses in progress or planned"};
  Truth out(doubts.front().why, doubts.front().text);
  for (std::size_t i = 1; i < doubts.size(); ++i) out = out && Truth(doubts[i].why, doubts[i].text);
  return out;
}

// What is left: of credits where the node counts them, else of courses; alternatives at their cheapest.
Rational left_of(const RequirementResult& r, const Requirement* rule) {
  if (r.standing == Standing::satisfied || r.standing == Standing::waived || r.standing == Standing::not_applicable ||
      r.optional)
    return 0;
  if (r.children.empty()) return std::max(Rational(0), r.needed - r.got);
  std::vector<Rational> parts;
  for (std::size_t i = 0; i < r.children.size(); ++i) parts.push_back(left_of(r.children[i], nullptr));
  std::ranges::sort(parts);
  std::size_t wanted = parts.size();
  if (r.unit == "parts" && r.needed < Rational(static_cast<std::int64_t>(parts.size())))
    wanted = static_cast<std::size_t>(r.needed.numerator() / r.needed.denominator());
  Rational out;
  for (std::size_t i = 0; i < wanted; ++i) out += parts[i];
  static_cast<void>(rule);
  return out;
}

void set_credits(const Compiled& compiled, const Shown& shown, Result& out) {
  solve::ItemSet used;
  for (const solve::ItemSet& set : shown.solution.used) used |= set;
  used.for_each([&](std::size_t item) { out.credits_applied += compiled.credits[item]; });
  if (compiled.programme.total)
    out.credits_remaining = std::max(Rational(0), *compiled.programme.total - compiled.total_got);
  out.system = compiled.system;
}

Proof proof(const Compiled& compiled, const Solved& solved, const Result& result, const Options& options) {
  Proof out;
  if (!solved.optimal()) {
    const solve::Value& bound = solved.sure.optimal ? solved.possible->bound : solved.sure.bound;
    out.kind = Proof::Kind::bound;
    out.bound_root = bound.root;
    out.bound_top_level = bound.tops;
    out.bound_leaves = bound.leaves;
    out.explanation = "the search stopped at its limit; no assignment reaches more than the bound";
    return out;
  }
  if (result.satisfied.yes()) {
    out.explanation = "the assignment satisfies every requirement that is needed";
    return out;
  }
  if (result.satisfied.unknown()) {
    out.kind = Proof::Kind::certificate;
    out.explanation = "the assignment satisfies every requirement if what is not known turns out well";
    for (const Doubt& doubt : result.satisfied.doubts()) out.repair.push_back(doubt.text);
    return out;
  }
  out.kind = Proof::Kind::core;
  if (!options.explain_failure) return out;
  return smallest_reason(compiled, compiled.doubtful ? compiled.possible : compiled.sure, options.work / 20 + 1000);
}

}  // namespace

Result audit(const LearnerRecord& record, const Programme& programme, const Options& options) {
  const auto compiled = compile(record, programme, options);
  std::function<bool()> stop = options.stop;
  Solved both = solved(*compiled, options, stop);
  const bool hopeful = both.possible.has_value() && both.possible->value.root >= both.sure.value.root;
  const Shown view =
      hopeful ? shown(*compiled, compiled->possible, *both.possible) : shown(*compiled, compiled->sure, both.sure);
  Result out;
  out.requirement = tree(*compiled, view);
  out.satisfied = verdict(both, out.requirement.doubts);
  out.satisfied_top_level = both.sure.value.tops;
  out.satisfied_leaves = both.sure.value.leaves;
  for (const solve::Node& node : compiled->sure.nodes) {
    out.top_level += node.is_top ? 1 : 0;
    out.leaves += node.is_leaf ? 1 : 0;
  }
  out.assignment = uses(*compiled, view);
  if (options.alternatives) add_alternatives(*compiled, view, out.assignment);
  out.unused = unused(*compiled, view);
  out.unchecked = compiled->unchecked;
  out.advice = compiled->advice;
  out.applied_exceptions = compiled->applied_exceptions;
  out.as_of = options.as_of ? options.as_of : record.latest_date();
  out.optimal = both.optimal();
  out.tail_optimal = out.optimal && both.sure.tail_optimal && (!both.possible || both.possible->tail_optimal);
  out.reproducible = out.optimal || !stop || !stop();
  out.work = both.sure.work + (both.possible ? both.possible->work : 0);
  set_credits(*compiled, view, out);
  out.proof = proof(*compiled, both, out, options);
  return out;
}

Brief brief(const LearnerRecord& record, const Programme& programme, const Options& options) {
  const auto compiled = compile(record, programme, options);
  std::function<bool()> stop = options.stop;
  Solved both = solved(*compiled, options, stop);
  const bool hopeful = both.possible.has_value() && both.possible->value.root >= both.sure.value.root;
  const Shown view =
      hopeful ? shown(*compiled, compiled->possible, *both.possible) : shown(*compiled, compiled->sure, both.sure);
  const RequirementResult requirement = tree(*compiled, view);
  Brief out;
  out.id = programme.id.text;
  out.title = programme.title;
  out.satisfied = verdict(both, requirement.doubts);
  out.satisfied_top_level = both.sure.value.tops;
  out.satisfied_leaves = both.sure.value.leaves;
  for (const solve::Node& node : compiled->sure.nodes) {
    out.top_level += node.is_top ? 1 : 0;
    out.leaves += node.is_leaf ? 1 : 0;
  }
  Result totals;
  set_credits(*compiled, view, totals);
  const bool credits = programme.total.has_value();
  out.unit = credits ? "credits" : "courses";
  out.applied = credits ? totals.credits_applied : Rational(requirement.courses);
  out.remaining = credits ? totals.credits_remaining : left_of(requirement, nullptr);
  out.optimal = both.optimal();
  return out;
}

}  // namespace crosswalk::audit
