// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/transfer.hpp"

#include "mappers/transfer/line_draft.hpp"
#include "mappers/transfer/same_institution.hpp"

namespace crosswalk::transfer {
namespace {

std::optional<Date> declared_catalogue(const LearnerRecord& record) {
  const auto at = record.declared.find("catalogue");
  return at == record.declared.end() || at->second.empty() ? std::nullopt : Date::parse(at->second.front());
}

std::string declared_programme(const LearnerRecord& record) {
  const auto at = record.declared.find("programme");
  return at == record.declared.end() || at->second.empty() ? std::string() : at->second.front();
}

Options completed(Options options, const LearnerRecord& record) {
  if (!options.decision) options.decision = record.latest_date();
  if (!options.catalogue) options.catalogue = declared_catalogue(record);
  if (options.programme.empty()) options.programme = declared_programme(record);
  return options;
}

Situation situation_of(const LearnerRecord& record, const RuleIndex& rules, const Options& options) {
  Situation out;
  out.record = &record;
  out.sets = &rules.set().sets;
  out.equivalences = rules.set().equivalences;
  out.accreditations = rules.set().accreditations;
  out.scales = &rules.knowledge().scales;
  out.grade_scale = rules.set().grade_scale;
  out.system = rules.set().system;
  out.decision = options.decision;
  out.catalogue = options.catalogue;
  out.courses_left = options.courses_left;
  return out;
}

void list_ambiguities(const std::vector<LineDraft>& lines, const CandidateSet& set, const Choice& choice,
                      const RuleIndex& rules, Evaluation& into) {
  for (const Pick& pick : choice.picks) {
    if (pick.rivals.empty()) continue;
    const Candidate& winner = set.candidates[pick.candidate];
    Ambiguity found{{rules.rules()[winner.rule].rule->id}, {}, {}};
    for (const std::uint32_t rival : pick.rivals)
      found.rules.push_back(rules.rules()[set.candidates[rival].rule].rule->id);
    for (const LineDraft& line : lines)
      if (line.units.front() == winner.uses.front().unit) {
        found.attempts = line.line.attempts;
        found.text = line.line.reason;
      }
    into.ambiguities.push_back(std::move(found));
  }
}

}  // namespace

Evaluation evaluate(const LearnerRecord& given, const RuleIndex& rules, const Options& asked) {
  const auto renamed = with_known_institutions(given, rules.set());
  const LearnerRecord& record = renamed ? *renamed : given;
  const Options options = completed(asked, record);
  const Situation situation = situation_of(record, rules, options);
  Evaluation out;
  out.rule_set = rules.set().id;
  out.title = rules.set().title;
  out.institution = rules.set().institution;
  out.system = rules.set().system;
  out.programme = options.programme;
  out.decision = options.decision;
  out.catalogue = options.catalogue;
  std::vector<Unit> units = units_of(record, rules);
  screen(units, record, rules, situation);
  const CandidateSet set = find_candidates(units, rules, situation, options);
  const Choice choice = choose(set, units, rules, record, options);
  out.proof = choice.proof;
  auto lines = draft_lines(set, choice, units, rules, situation, options);
  list_ambiguities(lines, set, choice, rules, out);
  reduce_overlaps(lines, units, rules, situation);
  apply_caps(lines, units, rules, situation, options, out);
  close_ledger(lines, units, record, rules, situation, out);
  return out;
}

}  // namespace crosswalk::transfer
