// SPDX-License-Identifier: Apache-2.0
#include "reports/evaluation.hpp"

namespace crosswalk::reports {

std::string attempt_name(const Attempt& attempt) {
  const std::string code = to_string(attempt.code), title(attempt.title.text());
  if (code.empty()) return title.empty() ? attempt.id.text : title;
  return title.empty() ? code : code + " " + title;
}

std::string attempt_credits(const Attempt& attempt) {
  std::string out;
  for (const StatedCredit& credit : attempt.credits)
    out +=
        (out.empty() ? "" : ", ") + to_string(Credit{credit.amount, credit.system.empty() ? "credits" : credit.system});
  return out.empty() ? "no credits stated" : out;
}

std::string target_name(const Target& target) {
  std::string out = to_string(target.course);
  if (!target.title.empty()) out += (out.empty() ? "" : " ") + target.title;
  switch (target.kind) {
    case AwardKind::course:
      return out;
    case AwardKind::block:
      return out.empty() ? "block credit" : out + " (block credit)";
    case AwardKind::elective:
      return out.empty() ? "elective credit" : out + " (elective)";
    case AwardKind::exemption:
      return "exempt from " + out;
    case AwardKind::subject_only:
      return out + " (content only)";
    case AwardKind::unit_only:
      return out.empty() ? "credit without subject use" : out + " (credit only)";
    case AwardKind::review:
    case AwardKind::none:
      return out;
  }
  return out;
}

std::string outcome_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::awarded:
      return "awarded";
    case Outcome::awarded_conditional:
      return "awarded on conditions";
    case Outcome::exempt:
      return "exempt, no credit";
    case Outcome::subject_only:
      return "content counts, no credit";
    case Outcome::unit_only:
      return "credit counts, not the content";
    case Outcome::denied:
      return "not awarded";
    case Outcome::unknown:
      return "not decided yet";
    case Outcome::superseded:
      return "counted elsewhere";
  }
  return {};
}

std::string fate_words(Fate fate) {
  switch (fate) {
    case Fate::awarded:
      return "awarded";
    case Fate::conditional:
      return "awarded on conditions";
    case Fate::exempt:
      return "exempt, no credit";
    case Fate::subject_only:
      return "content only";
    case Fate::excess:
      return "more than the award takes";
    case Fate::denied_rule:
      return "not awarded by rule";
    case Fate::denied_cap:
      return "over a maximum";
    case Fate::unknown:
      return "not decided yet";
    case Fate::superseded:
      return "counted elsewhere";
    case Fate::not_earned:
      return "not earned there";
  }
  return {};
}

std::string step_words(Step::Kind kind) {
  switch (kind) {
    case Step::Kind::match:
      return "Rule";
    case Step::Kind::clock:
      return "Dates";
    case Step::Kind::grade:
      return "Grade";
    case Step::Kind::conversion:
      return "Conversion";
    case Step::Kind::award:
      return "Awarded";
    case Step::Kind::granted:
      return "Credit granted";
    case Step::Kind::shortage:
      return "Awarded, short of credit";
    case Step::Kind::excess:
      return "Excess credit";
    case Step::Kind::rounding:
      return "Rounding";
    case Step::Kind::cap:
      return "Maximum";
    case Step::Kind::overlap:
      return "Overlap";
    case Step::Kind::repeat:
      return "Repeated course";
    case Step::Kind::ladder:
      return "More advanced course";
    case Step::Kind::double_count:
      return "Counted once";
    case Step::Kind::layer:
      return "Also";
    case Step::Kind::in_progress:
      return "In progress";
    case Step::Kind::accounting:
      return "Accounting";
  }
  return {};
}

std::string layer_words(Layer layer) {
  switch (layer) {
    case Layer::law:
      return "law";
    case Layer::system_agreement:
      return "agreement between institutions";
    case Layer::institution:
      return "policy of the institution";
    case Layer::programme:
      return "rule of the programme";
    case Layer::course_rule:
      return "decision on the course";
    case Layer::student_agreement:
      return "agreement with the student";
  }
  return {};
}

Tone outcome_tone(Outcome outcome) {
  switch (outcome) {
    case Outcome::awarded:
      return Tone::good;
    case Outcome::awarded_conditional:
      return Tone::warning;
    case Outcome::denied:
      return Tone::bad;
    case Outcome::unknown:
      return Tone::unknown;
    case Outcome::exempt:
    case Outcome::subject_only:
    case Outcome::unit_only:
    case Outcome::superseded:
      return Tone::neutral;
  }
  return Tone::neutral;
}

std::string institution_name(const EvaluationReport& report) {
  if (!report.institution.empty()) return report.institution;
  return report.evaluation.institution.text.empty() ? report.evaluation.title : report.evaluation.institution.text;
}

std::string learner_name(const LearnerRecord& record) {
  const std::string &given = record.learner.given, &family = record.learner.family;
  return given.empty() || family.empty() ? given + family : given + " " + family;
}

}  // namespace crosswalk::reports
