// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/line_draft.hpp"

#include <algorithm>

#include "mappers/transfer/decision.hpp"

namespace crosswalk::transfer {
namespace {

void add_conversion(Line& line, const Unit& unit) {
  if (unit.path == nullptr || unit.amount() == nullptr) return;
  Credit before = *unit.amount();
  for (const ConversionHop& hop : unit.path->hops) {
    const Credit after{before.amount * hop.factor, hop.to};
    Step& step =
        line.steps.emplace_back(Step{Step::Kind::conversion, {}, before, after, hop.factor, hop.id, hop.source});
    step.text.reserve(80);
    step.text.append(to_string(before)).append(hop.times_text).append(to_string(after)).append(hop.basis_text);
    before = after;
  }
}

// The dates that hold for the whole evaluation.
std::string dates_text(const Situation& situation) {
  std::string text;
  if (situation.decision) text += "; decision as of " + to_string(*situation.decision);
  if (situation.catalogue) text += "; catalogue " + to_string(*situation.catalogue);
  return text;
}

void add_clock(Line& line, const PreparedRule& rule, const Unit& unit, const std::string& dates) {
  const auto taken = unit.seen->taken();
  std::string text;
  text.reserve(32 + dates.size() + rule.clock_text.size());
  if (taken)
    text.append("taken ").append(to_string(*taken));
  else
    text.append("no date of taking is known");
  text.append(dates).append(rule.clock_text);
  line.steps.push_back({Step::Kind::clock, std::move(text), {}, {}, {}, {}, {}});
}

void add_units(LineDraft& out, const std::vector<Unit>& units) {
  for (const std::uint32_t at : out.units) {
    out.line.attempts.push_back(units[at].attempt);
    for (const Step& step : units[at].steps) out.line.steps.push_back(step);
  }
}

void add_rule(LineDraft& out, const PreparedRule& prepared, const RuleSet& set) {
  const Rule& rule = *prepared.rule;
  out.rule = &rule;
  out.line.rule = rule.id;
  out.line.rule_title = rule.title;
  out.line.layer = rule.layer;
  out.line.source = rule.source;
  out.line.derived_from = rule.derived_from;
  out.line.conditions = rule.conditions;
  out.line.grades = rule.grades.value_or(set.grades);
  out.line.as_resident = rule.as_resident;
  out.exempt_from_caps = rule.exempt_from_caps;
  out.counts_against = rule.counts_against;
}

void add_match(LineDraft& out, const PreparedRule& prepared, const std::vector<Unit>& units, const std::string& dates) {
  const Rule& rule = *prepared.rule;
  std::string text;
  text.reserve(32 + prepared.match_text.size());
  for (const std::uint32_t at : out.units) {
    if (!text.empty()) text.append(" + ");
    text.append(units[at].label());
  }
  text.append(prepared.match_text);
  out.line.steps.push_back({Step::Kind::match, std::move(text), {}, {}, {}, rule.id.text, rule.source});
  add_clock(out.line, prepared, units[out.units.front()], dates);
}

LineDraft picked(const Pick& pick, const CandidateSet& set, const std::vector<Unit>& units, const RuleIndex& rules,
                 const std::string& dates) {
  const Candidate& candidate = set.candidates[pick.candidate];
  LineDraft out;
  out.candidate = &candidate;
  out.line.steps.reserve(5);
  for (const Use& use : candidate.uses) out.units.push_back(use.unit);
  add_units(out, units);
  add_rule(out, rules.rules()[candidate.rule], rules.set());
  add_match(out, rules.rules()[candidate.rule], units, dates);
  for (const std::uint32_t at : out.units) add_conversion(out.line, units[at]);
  decide(out, pick, set, rules);
  return out;
}

void combine(LineDraft& line, const CandidateSet& set, const RuleIndex& rules) {
  for (const Candidate& candidate : set.combined) {
    const bool covered = std::ranges::all_of(
        candidate.uses, [&](const Use& use) { return std::ranges::find(line.units, use.unit) != line.units.end(); });
    if (!covered || line.rule == nullptr || candidate.truth.no() || !line.gives()) continue;
    const Rule& rule = *rules.rules()[candidate.rule].rule;
    line.line.conditions.insert(line.line.conditions.end(), rule.conditions.begin(), rule.conditions.end());
    for (const Doubt& doubt : candidate.truth.doubts()) line.line.conditions.push_back(doubt.text);
    line.line.as_resident = line.line.as_resident || rule.as_resident;
    line.exempt_from_caps = line.exempt_from_caps || rule.exempt_from_caps;
    if (rule.grades) line.line.grades = *rule.grades;
    for (Target& target : targets_of(candidate.draft))
      if (!gives_units(target.kind)) line.line.targets.push_back(std::move(target));
    line.line.steps.push_back(
        {Step::Kind::layer,
         "also applies: " + rule.id.text + " (" + std::string(name(rule.layer)) + ") " + rule.title,
         {},
         {},
         {},
         rule.id.text,
         rule.source});
  }
}

LineDraft settled(std::uint32_t at, const std::vector<Unit>& units) {
  LineDraft out;
  out.units = {at};
  add_units(out, units);
  const Settled& why = *units[at].settled;
  out.fate = why.fate;
  out.line.outcome = why.outcome;
  out.line.code = why.code;
  out.line.reason = why.reason;
  out.line.doubts = units[at].doubts;
  return out;
}

// No rule decided. A rule that speaks of the course and asks for a better grade denies; else nobody has decided yet.
LineDraft undecided(std::uint32_t at, const std::vector<Unit>& units, const std::string& grade_reason) {
  LineDraft out;
  out.units = {at};
  add_units(out, units);
  out.line.doubts = units[at].doubts;
  if (!grade_reason.empty()) {
    out.fate = Fate::denied_rule;
    out.line.outcome = Outcome::denied;
    out.line.code = "grade";
    out.line.reason = grade_reason;
    return out;
  }
  out.line.code = "no-rule";
  out.line.reason = "no rule decides on this course yet; this is not a refusal";
  out.line.doubts.push_back({Unknown::no_rule, "the faculty has to evaluate " + units[at].label()});
  return out;
}

// Of the rules that ask for a better grade, the one that would have decided.
std::string grade_reason(std::uint32_t unit, const CandidateSet& set, const ByUnit& turned_down,
                         const RuleIndex& rules) {
  const Rejected* found = nullptr;
  const auto precedence = [&](const Rejected& rejected) {
    const PreparedRule& rule = rules.rules()[rejected.rule];
    return std::pair(rule.precedence, rule.rule->rank);
  };
  for (const std::uint32_t i : turned_down.of(unit))
    if (const Rejected& rejected = set.rejected[i];
        rejected.graded && (found == nullptr || precedence(rejected) > precedence(*found)))
      found = &rejected;
  return found == nullptr ? std::string() : found->why + " (" + rules.rules()[found->rule].rule->id.text + ")";
}

}  // namespace

Rational LineDraft::given() const {
  Rational sum;
  for (const Target& target : line.targets) sum += target.exact;
  return sum;
}

std::vector<LineDraft> draft_lines(const CandidateSet& set, const Choice& choice, const std::vector<Unit>& units,
                                   const RuleIndex& rules, const Situation& situation, const Options& options) {
  std::vector<const Pick*> of_unit(units.size(), nullptr);
  for (const Pick& pick : choice.picks)
    for (const Use& use : set.candidates[pick.candidate].uses) of_unit[use.unit] = &pick;
  const ByUnit turned_down = rejected_by_unit(set, units.size());
  const std::string dates = dates_text(situation);
  std::vector<LineDraft> out;
  out.reserve(units.size());
  for (std::uint32_t at = 0; at < units.size(); ++at) {
    const Pick* pick = of_unit[at];
    if (pick == nullptr) {
      out.push_back(units[at].settled ? settled(at, units)
                                      : undecided(at, units, grade_reason(at, set, turned_down, rules)));
    } else if (set.candidates[pick->candidate].uses.front().unit == at) {
      out.push_back(picked(*pick, set, units, rules, dates));
      if (!set.combined.empty()) combine(out.back(), set, rules);
    }
  }
  if (options.explain) add_runners_up(out, set, turned_down, rules, units.size());
  return out;
}

}  // namespace crosswalk::transfer
