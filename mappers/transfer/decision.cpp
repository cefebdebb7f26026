// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/decision.hpp"

#include <algorithm>

namespace crosswalk::transfer {
namespace {

void set_outcome(LineDraft& line, Outcome outcome, Fate fate, std::string code, std::string reason) {
  line.line.outcome = outcome;
  line.fate = fate;
  line.line.code = std::move(code);
  line.line.reason = std::move(reason);
}

// Nothing is awarded: the targets go, what was converted stays for the ledger.
void award_nothing(LineDraft& line) {
  line.line.targets.clear();
  line.line.granted = 0;
  line.line.excess = 0;
  line.line.excess_goes.reset();
}

std::string named(const Rule& rule) { return rule.title.empty() ? "rule " + rule.id.text : rule.title; }

void mark_ambiguous(LineDraft& line, const Pick& pick, const CandidateSet& set, const RuleIndex& rules) {
  std::string ids = line.rule->id.text;
  for (const std::uint32_t rival : pick.rivals) ids += ", " + rules.rules()[set.candidates[rival].rule].rule->id.text;
  line.line.doubts.push_back({Unknown::ambiguous, "which of these rules applies: " + ids});
  set_outcome(line, Outcome::unknown, Fate::unknown, "ambiguous",
              "rules of the same standing award differently: " + ids);
  award_nothing(line);
}

bool has(const std::vector<Doubt>& doubts, Unknown why) {
  return std::ranges::find(doubts, why, &Doubt::why) != doubts.end();
}

// The award could be made if only a person, or a result to come, agreed.
bool can_be_conditional(const LineDraft& line, const RuleSet& set) {
  const auto waits = [](const Doubt& doubt) {
    return doubt.why == Unknown::needs_person || doubt.why == Unknown::in_progress;
  };
  if (!std::ranges::all_of(line.line.doubts, waits)) return false;
  return set.provisional_in_progress || !has(line.line.doubts, Unknown::in_progress);
}

void mark_unknown(LineDraft& line) {
  const Doubt& first = line.line.doubts.front();
  set_outcome(line, Outcome::unknown, Fate::unknown, std::string(name(first.why)), "cannot be decided: " + first.text);
  award_nothing(line);
}

void mark_content_only(LineDraft& line) {
  const bool exempts =
      std::ranges::any_of(line.line.targets, [](const Target& target) { return target.kind == AwardKind::exemption; });
  if (exempts)
    set_outcome(line, Outcome::exempt, Fate::exempt, "rule", "exempt from the course here, without credit");
  else
    set_outcome(line, Outcome::subject_only, Fate::subject_only, "rule", "counts for its content, without credit");
  if (!line.line.doubts.empty() || !line.line.conditions.empty()) {
    line.line.outcome = Outcome::awarded_conditional;
    line.line.reason += ", on conditions";
  }
}

void mark_awarded(LineDraft& line) {
  const auto units_only = [](const Target& target) { return target.kind == AwardKind::unit_only; };
  const bool open = !line.line.doubts.empty() || !line.line.conditions.empty();
  if (open)
    set_outcome(line, Outcome::awarded_conditional, Fate::conditional, "conditional",
                "awarded once " + (line.line.doubts.empty() ? line.line.conditions.front()
                                                            : "this is settled: " + line.line.doubts.front().text));
  else if (std::ranges::all_of(line.line.targets, units_only))
    set_outcome(line, Outcome::unit_only, Fate::awarded, "rule", "counts as credit, not for the content of a course");
  else
    set_outcome(line, Outcome::awarded, Fate::awarded, "rule", "awarded by " + named(*line.rule));
}

void add_award_steps(LineDraft& line, const RuleSet& set) {
  for (const Target& target : line.line.targets) {
    std::string text = (target.course.empty() ? std::string(name(target.kind)) : to_string(target.course)) + ": " +
                       to_string(Credit{target.exact, set.system});
    if (target.shortfall) text += ", short by " + to_string(Credit{*target.shortfall, set.system});
    line.line.steps.push_back({target.shortfall ? Step::Kind::shortage : Step::Kind::award,
                               std::move(text),
                               {},
                               Credit{target.exact, set.system},
                               {},
                               line.rule->id.text,
                               {}});
  }
  if (!line.line.granted.is_zero())
    line.line.steps.push_back(
        {Step::Kind::granted,
         "the source states no credit; the rule grants " + to_string(Credit{line.line.granted, set.system}),
         {},
         Credit{line.line.granted, set.system},
         {},
         line.rule->id.text,
         {}});
}

// What the award does not take: an elective, lost, or a matter for a petition.
void place_excess(LineDraft& line, const Rational& excess, const RuleSet& set) {
  if (excess.sign() <= 0) return;
  line.line.excess = excess;
  line.line.excess_goes = line.rule->excess;
  const std::string amount = to_string(Credit{excess, set.system});
  std::string text = amount + " more than the award takes";
  switch (line.rule->excess) {
    case Excess::to_elective: {
      Target elective;
      elective.kind = AwardKind::elective;
      elective.title = "Excess credit";
      elective.exact = excess;
      elective.attributes.emplace("excess", "true");
      line.line.targets.push_back(std::move(elective));
      text += ", given as elective credit";
      break;
    }
    case Excess::lost:
      text += ", not given by policy";
      break;
    case Excess::needs_petition:
      text += ", given on petition only";
      line.line.conditions.push_back("a petition may add " + amount + " of elective credit");
      break;
  }
  line.line.steps.push_back(
      {Step::Kind::excess, std::move(text), {}, Credit{excess, set.system}, {}, line.rule->id.text, {}});
}

void mark_denied(LineDraft& line) {
  if (!line.line.doubts.empty()) return mark_unknown(line);
  set_outcome(line, Outcome::denied, Fate::denied_rule, "rule", "no credit: " + named(*line.rule));
}

void add_progress(LineDraft& line) {
  for (const Doubt& doubt : line.line.doubts)
    if (doubt.why == Unknown::in_progress)
      line.line.steps.push_back({Step::Kind::in_progress, "provisional until the result is in", {}, {}, {}, {}, {}});
}

}  // namespace

void decide(LineDraft& line, const Pick& pick, const CandidateSet& set, const RuleIndex& rules) {
  const Candidate& candidate = set.candidates[pick.candidate];
  const Draft& draft = candidate.draft;
  line.line.converted = draft.converted;
  line.line.granted = draft.granted;
  line.line.targets = targets_of(draft);
  line.line.doubts = candidate.truth.doubts();
  line.line.doubts.insert(line.line.doubts.end(), draft.doubts.begin(), draft.doubts.end());
  if (!pick.rivals.empty()) return mark_ambiguous(line, pick, set, rules);
  if (!pick.duplicate_of.empty()) {
    set_outcome(line, Outcome::superseded, Fate::superseded, "duplicate",
                "the same course here is already earned: " + pick.duplicate_of);
    return award_nothing(line);
  }
  if (rejects(*line.rule)) return mark_denied(line);
  if (draft.given.is_zero() && draft.grants.empty()) return mark_unknown(line);  // a person reviews
  if (!can_be_conditional(line, rules.set())) return mark_unknown(line);
  add_progress(line);
  const bool units = std::ranges::any_of(line.line.targets, [](const Target& t) { return gives_units(t.kind); });
  if (!units) return mark_content_only(line);
  mark_awarded(line);
  add_award_steps(line, rules.set());
  place_excess(line, draft.excess, rules.set());
}

}  // namespace crosswalk::transfer
