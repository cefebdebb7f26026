// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/transfer.hpp"

namespace crosswalk::transfer {
namespace {

Origin origin_of(const LearnerRecord& record, const Line& line) {
  const Attempt& first = record.attempts[line.attempts.front()];
  if (line.as_resident) return Origin::resident;
  if (first.origin == Origin::exam || first.kind == AttemptKind::exam) return Origin::exam;
  if (first.origin == Origin::military || first.kind == AttemptKind::training) return Origin::military;
  if (first.origin == Origin::prior_learning || first.kind == AttemptKind::prior_learning)
    return Origin::prior_learning;
  return Origin::transfer;
}

Status status_of(const Line& line, const Target& target) {
  if (line.outcome == Outcome::awarded_conditional) return Status::in_progress;
  return target.kind == AwardKind::exemption ? Status::exempt : Status::completed;
}

Attempt awarded(const LearnerRecord& record, const Evaluation& evaluation, const Line& line, std::size_t line_number,
                std::size_t target_number) {
  const Target& target = line.targets[target_number];
  const Attempt& first = record.attempts[line.attempts.front()];
  Attempt out;
  out.id.text = "award-" + std::to_string(line_number + 1) + "-" + std::to_string(target_number + 1);
  out.kind = target.kind == AwardKind::course ? AttemptKind::course : AttemptKind::block;
  if (target.kind == AwardKind::exemption || target.kind == AwardKind::subject_only) out.kind = AttemptKind::course;
  out.status = status_of(line, target);
  out.status_stated = true;
  out.origin = origin_of(record, line);
  out.institution = evaluation.institution;
  out.code = target.course;
  out.title = LanguageText(target.title.empty() ? std::string(first.title.text()) : target.title);
  out.term = first.term;
  out.started = first.started;
  out.completed = first.completed;
  if (target.unit_credit && !target.credits.is_zero())
    out.credits.push_back({evaluation.system, evaluation.system, {}, target.credits});
  if (line.attempts.size() == 1) out.grade = first.grade;
  const std::string& level = target.effective_level.empty() ? target.level : target.effective_level;
  if (!level.empty()) out.levels.push_back({{}, level, {}});
  out.attributes = target.attributes;
  if (!target.area.empty()) out.attributes.emplace("area", target.area);
  if (!target.satisfies.empty()) out.attributes.emplace("satisfies", target.satisfies);
  if (line.grades != GradeTreatment::included) out.attributes.emplace("gpa", "excluded");
  for (const std::size_t at : line.attempts) out.derived_from.push_back(record.attempts[at].id);
  out.awarded_by = line.rule;
  out.unit_credit = target.unit_credit;
  out.subject_credit = target.subject_credit;
  return out;
}

bool resident(const Attempt& attempt, const Evaluation& evaluation) {
  return attempt.origin == Origin::resident ||
         (!evaluation.institution.empty() && attempt.institution == evaluation.institution);
}

}  // namespace

LearnerRecord awarded_record(const LearnerRecord& record, const Evaluation& evaluation) {
  LearnerRecord out;
  out.format = "evaluation";
  out.dialect = record.format;
  out.learner = record.learner;
  out.institutions = record.institutions;
  if (!evaluation.institution.empty() && out.institution(evaluation.institution) == nullptr)
    out.institutions.insert(out.institutions.begin(),
                            Institution{evaluation.institution, LanguageText(evaluation.institution.text), {}, {}});
  out.scales = record.scales;
  out.issued = evaluation.decision;
  out.declared = record.declared;
  if (!evaluation.programme.empty()) out.declared["programme"] = {evaluation.programme};
  for (const Attempt& attempt : record.attempts)
    if (resident(attempt, evaluation)) {
      out.attempts.push_back(attempt);
      out.attempts.back().parent.reset();
      out.attempts.back().origin = Origin::resident;
    }
  for (std::size_t i = 0; i < evaluation.lines.size(); ++i)
    for (std::size_t t = 0; t < evaluation.lines[i].targets.size(); ++t)
      if (evaluation.lines[i].targets[t].unit_credit || evaluation.lines[i].targets[t].subject_credit)
        out.attempts.push_back(awarded(record, evaluation, evaluation.lines[i], i, t));
  return out;
}

}  // namespace crosswalk::transfer
