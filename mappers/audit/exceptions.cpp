// SPDX-License-Identifier: Apache-2.0
#include "mappers/audit/exceptions.hpp"

#include <algorithm>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::audit {
namespace {

void expand(Requirement& requirement, const Programme& programme, int depth) {
  if (depth > 64) throw UsageError("requirement '" + requirement.id.text + "' contains itself through its blocks");
  if (!requirement.block.empty()) {
    const auto at = programme.blocks.find(requirement.block);
    if (at == programme.blocks.end())
      throw UsageError("requirement '" + requirement.id.text + "' copies the block '" + requirement.block +
                       "', which the programme does not define");
    Requirement copy = at->second;
    copy.id = requirement.id;
    if (!requirement.title.empty()) copy.title = requirement.title;
    copy.optional = copy.optional || requirement.optional;
    if (requirement.when) copy.when = requirement.when;
    for (Requirement& part : copy.parts) part.id.text = requirement.id.text + "." + part.id.text;
    requirement = std::move(copy);
    expand(requirement, programme, depth + 1);
    return;
  }
  for (Requirement& part : requirement.parts) expand(part, programme, depth + 1);
}

void change_amount(Requirement& requirement, const Exception& exception) {
  if (!exception.amount) return;
  const auto whole = static_cast<std::int32_t>(exception.amount->numerator() / exception.amount->denominator());
  if (requirement.need && requirement.need->kind == Condition::Kind::take) {
    Take& take = requirement.need->take;
    if (take.min_credits)
      take.min_credits = exception.amount;
    else
      take.min_courses = whole;
  } else {
    requirement.at_least = whole;
  }
}

void change_amounts(Requirement& requirement, const Exception& exception) {
  if (requirement.id == exception.requirement) change_amount(requirement, exception);
  for (Requirement& part : requirement.parts) change_amounts(part, exception);
}

CourseCode replaced(const Exception& exception, const CourseCode& code) {
  if (exception.replacement.kind == Selector::Kind::course) return exception.replacement.course;
  CourseCode out = code;
  if (exception.replacement.kind == Selector::Kind::pattern) out.subject = exception.replacement.text;
  return out;
}

}  // namespace

std::string to_string(const Exception& exception) {
  std::string out(name(exception.kind));
  if (!exception.requirement.empty()) out += " " + exception.requirement.text;
  if (exception.course.kind != Selector::Kind::everything) out += " " + to_string(exception.course);
  if (exception.replacement.kind != Selector::Kind::everything) out += " as " + to_string(exception.replacement);
  if (exception.amount) out += " to " + to_string(*exception.amount);
  if (!exception.actor.empty()) out += ", by " + exception.actor;
  if (exception.date) out += ", " + to_string(*exception.date);
  if (!exception.reason.empty()) out += ": " + exception.reason;
  return out;
}

Programme expanded(const Programme& programme, std::vector<std::string>& applied) {
  Programme out = programme;
  expand(out.root, programme, 0);
  for (const Exception& exception : programme.exceptions) {
    if (exception.kind == Exception::Kind::change_amount) change_amounts(out.root, exception);
    applied.push_back(to_string(exception));
  }
  return out;
}

LearnerRecord excepted(const LearnerRecord& record, const Programme& programme, const Situation& situation,
                       std::vector<std::string>&) {
  LearnerRecord out = record;
  for (const Exception& exception : programme.exceptions) {
    const bool credits = exception.kind == Exception::Kind::change_credits;
    if (!credits && exception.kind != Exception::Kind::change_subject) continue;
    for (Attempt& attempt : out.attempts) {
      if (!matches(exception.course, attempt, situation).yes()) continue;
      if (!credits) {
        attempt.code = replaced(exception, attempt.code);
      } else if (exception.amount) {
        for (StatedCredit& stated : attempt.credits) stated.amount = *exception.amount;
        if (attempt.credits.empty()) {
          StatedCredit stated;
          stated.system = programme.system;
          stated.amount = *exception.amount;
          attempt.credits.push_back(stated);
        }
      }
      if (exception.once) break;
    }
  }
  return out;
}

}  // namespace crosswalk::audit
