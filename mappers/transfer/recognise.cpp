// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/recognise.hpp"

#include <algorithm>
#include <set>

#include "lib/diagnostics/error.hpp"
#include "mappers/transfer/same_institution.hpp"

namespace crosswalk::transfer {
namespace {

using Element = RecognitionElement;

const Attempt& qualification_of(const LearnerRecord& record) {
  const Attempt* best = nullptr;
  const auto size = [](const Attempt& attempt) {
    return attempt.credits.empty() ? Rational() : attempt.credits.front().amount;
  };
  for (const Attempt& attempt : record.attempts) {
    const bool whole = attempt.kind == AttemptKind::programme || attempt.kind == AttemptKind::qualification;
    if (whole && attempt.achieved() && (best == nullptr || size(attempt) > size(*best))) best = &attempt;
  }
  if (best == nullptr) throw UsageError("the record holds no completed programme or qualification to recognise");
  return *best;
}

ElementFinding not_asked(Element element) { return {element, false, Finding::no, "not asked for this purpose"}; }

ElementFinding level(const Attempt& held, const RecognitionAim& aim) {
  if (aim.level.empty()) return not_asked(Element::level);
  for (const StatedLevel& stated : held.levels) {
    if (stated.scheme != aim.level_scheme) continue;
    const std::string both = aim.level_scheme + " " + stated.value + " held, " + aim.level + " wanted";
    const bool below = std::ranges::find(aim.levels_below, stated.value) != aim.levels_below.end();
    return {Element::level, true, below ? Finding::yes : Finding::no, both};
  }
  return {Element::level, true, Finding::unknown, "no level of " + aim.level_scheme + " is stated"};
}

ElementFinding workload(const Attempt& held, const RecognitionAim& aim, const RuleIndex& rules) {
  if (!aim.workload) return not_asked(Element::workload);
  const ConversionPath* wanted = rules.conversion(aim.workload->system);
  for (const StatedCredit& credit : held.credits) {
    const bool same = credit.system == aim.workload->system;
    const ConversionPath* path = rules.conversion(credit.system);
    if (!same && (path == nullptr || wanted == nullptr)) continue;
    const Rational have = same ? credit.amount : credit.amount * path->factor;
    const Rational need = same ? aim.workload->amount : aim.workload->amount * wanted->factor;
    const std::string text = to_string(Credit{credit.amount, credit.system}) + " held, " + to_string(*aim.workload) +
                             " wanted, " + to_string(aim.workload_share) + " of it is near enough";
    return {Element::workload, true, have < need * aim.workload_share ? Finding::yes : Finding::no, text};
  }
  return {Element::workload, true, Finding::unknown, "no workload is stated that can be compared"};
}

// Never a ground by itself (Joint Statement 2021): only a known loss of standing is a difference.
ElementFinding quality(const Attempt& held, const RecognitionAim& aim, const RuleSet& set) {
  if (aim.bodies.empty()) return not_asked(Element::quality);
  const auto taken = held.taken();
  for (const Accreditation& entry : set.accreditations) {
    const bool named = std::ranges::find(aim.bodies, entry.body) != aim.bodies.end();
    if (entry.institution != held.institution || !named || !taken) continue;
    if (entry.period.contains(*taken))
      return {Element::quality, true, Finding::no, entry.body + " vouches for " + held.institution.text + " then"};
  }
  return {Element::quality, true, Finding::unknown,
          "no body named for this purpose is known to vouch for " + held.institution.text + " at that time"};
}

ElementFinding profile(const Attempt& held, const RecognitionAim& aim) {
  if (aim.fields.empty()) return not_asked(Element::profile);
  if (held.fields.empty()) return {Element::profile, true, Finding::unknown, "no field of study is stated"};
  for (const std::string& field : held.fields)
    for (const std::string& wanted : aim.fields)
      if (field.starts_with(wanted))
        return {Element::profile, true, Finding::no, "field " + field + " is within " + wanted};
  return {Element::profile, true, Finding::yes, "field " + held.fields.front() + " is none of those wanted"};
}

std::set<std::string> outcomes_of(const LearnerRecord& record) {
  std::set<std::string> out;
  for (const Attempt& attempt : record.attempts)
    if (attempt.achieved()) out.insert(attempt.outcomes.begin(), attempt.outcomes.end());
  return out;
}

ElementFinding outcomes(const LearnerRecord& record, const RecognitionAim& aim) {
  if (aim.outcomes.empty()) return not_asked(Element::outcomes);
  const auto held = outcomes_of(record);
  if (held.empty()) return {Element::outcomes, true, Finding::unknown, "the record states no learning outcomes"};
  std::string missing;
  for (const std::string& wanted : aim.outcomes)
    if (!held.contains(wanted)) missing += (missing.empty() ? "" : ", ") + wanted;
  if (missing.empty()) return {Element::outcomes, true, Finding::no, "all outcomes wanted are stated"};
  return {Element::outcomes, true, Finding::yes, "not among the stated outcomes: " + missing};
}

void conclude(WholeRecognition& out, const Evaluation& evaluation) {
  std::string shown;
  for (const ElementFinding& each : out.elements) {
    if (each.difference == Finding::yes)
      shown += (shown.empty() ? "" : "; ") + std::string(name(each.element)) + ": " + each.evidence;
    if (each.difference == Finding::unknown)
      out.to_obtain.push_back(std::string(name(each.element)) + ": " + each.evidence);
  }
  if (shown.empty()) {
    out.answer = RecognitionAnswer::recognise;
    out.reason = out.to_obtain.empty() ? "no substantial difference for this purpose"
                                       : "no substantial difference is shown; what is unknown is for the evaluator to "
                                         "find, not a ground to refuse";
    return;
  }
  const Rational credit = evaluation.receiving.recorded + evaluation.receiving.conditional;
  out.answer = credit.is_zero() ? RecognitionAnswer::not_recognised : RecognitionAnswer::partial;
  out.reason = "a substantial difference for this purpose: " + shown;
  if (!credit.is_zero())
    out.partial.push_back(to_string(Credit{credit, evaluation.system}) + " by the ledger of this evaluation");
}

}  // namespace

WholeRecognition recognise(const LearnerRecord& given, const RecognitionAim& aim, const RuleIndex& rules,
                           const Evaluation& evaluation) {
  const auto renamed = with_known_institutions(given, rules.set());
  const LearnerRecord& record = renamed ? *renamed : given;
  const Attempt& held = qualification_of(record);
  WholeRecognition out;
  out.purpose = aim.purpose;
  out.against = aim.qualification;
  out.qualification = std::string(held.title.text());
  out.source = aim.source;
  out.elements = {level(held, aim), workload(held, aim, rules), quality(held, aim, rules.set()), profile(held, aim),
                  outcomes(record, aim)};
  conclude(out, evaluation);
  return out;
}

}  // namespace crosswalk::transfer
