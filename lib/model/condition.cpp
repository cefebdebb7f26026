// SPDX-License-Identifier: Apache-2.0
#include "lib/model/condition.hpp"

#include "lib/model/enumeration.hpp"

namespace crosswalk {
namespace {

using Kind = Condition::Kind;

constexpr Enumeration<Kind, 19> kinds{{{{"always", Kind::constant},
                                        {"all", Kind::all},
                                        {"any", Kind::any},
                                        {"choose", Kind::k_of},
                                        {"not", Kind::negation},
                                        {"take", Kind::take},
                                        {"gpa", Kind::gpa},
                                        {"standing", Kind::standing},
                                        {"remaining", Kind::remaining},
                                        {"declared", Kind::declared},
                                        {"date", Kind::date},
                                        {"max-age", Kind::age},
                                        {"holds", Kind::holds},
                                        {"item", Kind::item},
                                        {"accredited", Kind::accredited},
                                        {"approved", Kind::approved},
                                        {"block", Kind::block},
                                        {"text", Kind::text},
                                        {"if", Kind::choice}}}};

constexpr Enumeration<Clock, 3> clocks{
    {{{"taken", Clock::taken}, {"decision", Clock::decision}, {"catalogue", Clock::catalogue}}}};

std::string joined(const std::vector<Condition>& parts, std::string_view between) {
  std::string out;
  for (const Condition& part : parts) out += (out.empty() ? "" : std::string(between)) + to_string(part);
  return "(" + out + ")";
}

std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : " or ") + text;
  return out;
}

template <class Number>
std::string range(const std::optional<Number>& low, const std::optional<Number>& high) {
  if (low && high)
    return *low == *high ? to_string(Rational(*low)) : to_string(Rational(*low)) + " to " + to_string(Rational(*high));
  return low ? to_string(Rational(*low)) : "at most " + to_string(Rational(*high));
}

std::string amount(const Take& take) {
  std::string out;
  if (take.min_courses || take.max_courses) out = range(take.min_courses, take.max_courses) + " of ";
  if (take.min_credits || take.max_credits) {
    if (!out.empty()) out = out.substr(0, out.size() - 4) + (take.join == Take::Join::both ? " and " : " or ");
    out += range(take.min_credits, take.max_credits) + " " + (take.system.empty() ? "credits" : take.system) + " of ";
  }
  return out;
}

std::string grade_text(const GradeDemand& grade) {
  std::string out;
  if (!grade.at_least.empty()) out += " with grade " + grade.at_least + " or better";
  if (!grade.at_most.empty()) out += (out.empty() ? " with grade " : " and ") + ("at most " + grade.at_most);
  if (grade.min_points) out += " with at least " + to_string(*grade.min_points) + " grade points";
  if (grade.max_points) out += " with at most " + to_string(*grade.max_points) + " grade points";
  return out;
}

std::string choice_text(const Condition& condition) {
  std::string out = "if " + to_string(condition.parts.at(0)) + " then " + to_string(condition.parts.at(1));
  if (condition.parts.size() > 2) out += " else " + to_string(condition.parts[2]);
  return out;
}

std::string counted(const Condition& condition) {
  std::string out = std::to_string(condition.count);
  if (condition.most) out += " to " + std::to_string(*condition.most);
  return out + " of " + joined(condition.parts, ", ");
}

}  // namespace

std::string_view name(Condition::Kind kind) { return kinds.name(kind); }
std::string_view name(Clock clock) { return clocks.name(clock); }
std::optional<Clock> clock(std::string_view name) { return clocks.value(name); }

Condition Condition::always(bool truth) {
  Condition out;
  out.truth = truth;
  return out;
}

Condition Condition::all_of(std::vector<Condition> parts) {
  Condition out;
  out.kind = Kind::all;
  out.parts = std::move(parts);
  return out;
}

Condition Condition::any_of(std::vector<Condition> parts) {
  Condition out;
  out.kind = Kind::any;
  out.parts = std::move(parts);
  return out;
}

Condition Condition::at_least(std::int32_t count, std::vector<Condition> parts) {
  Condition out;
  out.kind = Kind::k_of;
  out.count = count;
  out.parts = std::move(parts);
  return out;
}

Condition Condition::taking(Take take) {
  Condition out;
  out.kind = Kind::take;
  out.take = std::move(take);
  return out;
}

Condition Condition::course(std::string_view code, std::string_view institution) {
  Take take;
  take.from = Selector::of_course(code, institution);
  return taking(std::move(take));
}

Condition Condition::words(std::string text) {
  Condition out;
  out.kind = Kind::text;
  out.text = std::move(text);
  return out;
}

std::string to_string(const Take& take) {
  std::string out = amount(take) + to_string(take.from) + grade_text(take.grade);
  if (take.min_units || take.max_units) out += " of " + range(take.min_units, take.max_units) + " units each";
  for (const Selector& needed : take.including) out += " including " + to_string(needed);
  for (const Limit& limit : take.limits) out += ", " + to_string(limit);
  if (take.whole_at_one_institution) out += ", all at one institution";
  return out;
}

std::string to_string(const Condition& condition) {
  switch (condition.kind) {
    case Kind::constant:
      return condition.truth ? "always" : "never";
    case Kind::all:
      return joined(condition.parts, " and ");
    case Kind::any:
      return joined(condition.parts, " or ");
    case Kind::k_of:
      return counted(condition);
    case Kind::negation:
      if (condition.parts.at(0).kind == Condition::Kind::age)
        return "taken more than " + to_string(condition.parts.at(0).amount) + " years ago";
      return "not " + to_string(condition.parts.at(0));
    case Kind::take:
      return to_string(condition.take);
    case Kind::gpa:
      return "a GPA of " + to_string(condition.amount) + " over " + to_string(condition.over);
    case Kind::standing:
      return to_string(condition.amount) + " credits completed" +
             (condition.text.empty() ? "" : " (" + condition.text + ")");
    case Kind::remaining:
      return "at least " + to_string(condition.amount) + " courses left to take";
    case Kind::declared:
      return condition.key + " " + joined(condition.values);
    case Kind::date:
      return std::string(name(condition.clock)) + " " + to_string(condition.period);
    case Kind::age:
      return "taken at most " + to_string(condition.amount) + " years ago";
    case Kind::holds:
      return "holding " + joined(condition.values);
    case Kind::item:
      return condition.key + (condition.amount.is_zero() ? "" : " of at least " + to_string(condition.amount));
    case Kind::accredited:
      return "source accredited by " + joined(condition.values);
    case Kind::approved:
      return "approved: " + condition.key;
    case Kind::block:
      return "requirement " + condition.key + " satisfied";
    case Kind::text:
      return "\"" + condition.text + "\" (needs a person)";
    case Kind::choice:
      return choice_text(condition);
  }
  return {};
}

}  // namespace crosswalk
