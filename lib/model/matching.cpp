// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "lib/model/evaluation.hpp"

namespace crosswalk {
namespace {

using Kind = Selector::Kind;

bool same_place(const std::string& wanted, const Attempt& attempt) {
  return wanted.empty() || wanted == attempt.institution.text;
}

bool equivalent(const CourseCode& wanted, const Attempt& attempt, const Situation& situation) {
  const auto lists = [&](const Equivalence& equivalence) {
    if (!same_place(equivalence.institution, attempt)) return false;
    const auto taken = attempt.taken();
    if (taken && !equivalence.period.contains(*taken)) return false;
    const auto& codes = equivalence.codes;
    if (std::ranges::find(codes, attempt.code) == codes.end()) return false;
    if (equivalence.one_way) return codes.front() == attempt.code && std::ranges::find(codes, wanted) != codes.end();
    return std::ranges::find(codes, wanted) != codes.end();
  };
  return std::ranges::any_of(situation.equivalences, lists);
}

bool is_course(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  if (!same_place(selector.institution, attempt)) return false;
  return selector.course == attempt.code || equivalent(selector.course, attempt, situation);
}

bool in_range(const Selector& selector, const Attempt& attempt) {
  const auto number = attempt.code.value();
  return same_place(selector.institution, attempt) && number && *number >= selector.low && *number <= selector.high &&
         CourseCode{selector.subject, {}} == CourseCode{attempt.code.subject, {}};
}

Unknown missing(Attribute attribute) {
  switch (attribute) {
    case Attribute::level:
      return Unknown::missing_level;
    case Attribute::grade:
      return Unknown::missing_grade;
    case Attribute::credits:
      return Unknown::missing_credits;
    case Attribute::term:
    case Attribute::taken:
      return Unknown::missing_date;
    default:
      return Unknown::missing_attribute;
  }
}

// Compares numbers as numbers, dates and terms in time, else text.
std::strong_ordering compared(const std::string& a, const std::string& b, Attribute attribute) {
  if (attribute == Attribute::taken || attribute == Attribute::term) {
    const auto first = Term::parse(a), second = Term::parse(b);
    if (first && second) return *first <=> *second;
  }
  const auto first = Rational::parse(a), second = Rational::parse(b);
  if (first && second) return *first <=> *second;
  return a <=> b;
}

// Patterns do not tell blanks: neither then may the text.
std::string without_blanks(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t'; });
  return text;
}

bool satisfies(const std::string& value, const Selector& selector) {
  const auto equal = [&](const std::string& wanted) { return compared(value, wanted, selector.attribute) == 0; };
  switch (selector.comparison) {
    case Comparison::is:
      return std::ranges::any_of(selector.values, equal);
    case Comparison::is_not:
      return std::ranges::none_of(selector.values, equal);
    case Comparison::at_least:
      return compared(value, selector.values.at(0), selector.attribute) >= 0;
    case Comparison::at_most:
      return compared(value, selector.values.at(0), selector.attribute) <= 0;
    case Comparison::matches:
      return std::ranges::any_of(selector.values,
                                 [&](const std::string& p) { return matches_pattern(p, without_blanks(value)); });
    case Comparison::exists:
      return true;
  }
  return false;
}

Truth graded(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  GradeDemand band;
  if (selector.comparison == Comparison::at_least) band.at_least = selector.values.at(0);
  if (selector.comparison == Comparison::at_most) band.at_most = selector.values.at(0);
  return meets(band, attempt, situation);
}

Truth asked(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  const bool ordered = selector.comparison == Comparison::at_least || selector.comparison == Comparison::at_most;
  if (selector.attribute == Attribute::grade && ordered) return graded(selector, attempt, situation);
  const auto values = values_of(attempt, selector.attribute, selector.text);
  if (values.empty()) {
    if (selector.comparison == Comparison::exists || selector.attribute == Attribute::tag ||
        selector.attribute == Attribute::named)
      return selector.comparison == Comparison::is_not;
    return {missing(selector.attribute), to_string(selector) + ": not stated for " + to_string(attempt.code)};
  }
  const auto fits = [&](const std::string& value) { return satisfies(value, selector); };
  return selector.comparison == Comparison::is_not ? std::ranges::all_of(values, fits)
                                                   : std::ranges::any_of(values, fits);
}

Truth among(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  Truth out = selector.kind == Kind::all;
  for (const Selector& part : selector.parts) {
    const Truth found = matches(part, attempt, situation);
    out = selector.kind == Kind::all ? out && found : out || found;
    if (selector.kind == Kind::all ? out.no() : out.yes()) break;
  }
  return out;
}

Truth without(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  Truth out = matches(selector.parts.at(0), attempt, situation);
  for (std::size_t i = 1; i < selector.parts.size() && !out.no(); ++i)
    out = out && !matches(selector.parts[i], attempt, situation);
  return out;
}

Truth in_set(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  if (situation.sets != nullptr)
    if (const auto at = situation.sets->find(selector.text); at != situation.sets->end())
      return matches(at->second, attempt, situation);
  return {Unknown::missing_attribute, "the set '" + selector.text + "' is not defined"};
}

std::vector<std::string> present(std::string text) {
  return text.empty() ? std::vector<std::string>{} : std::vector<std::string>{std::move(text)};
}

std::vector<std::string> stated(const Attempt& attempt) {
  std::vector<std::string> out;
  for (const StatedLevel& level : attempt.levels) {
    out.push_back(level.value);
    if (!level.scheme.empty()) out.push_back(level.scheme + "/" + level.value);
  }
  return out;
}

}  // namespace

Truth matches(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  switch (selector.kind) {
    case Kind::everything:
      return true;
    case Kind::course:
      return is_course(selector, attempt, situation);
    case Kind::pattern:
      return same_place(selector.institution, attempt) && matches_pattern(selector.text, attempt.code.key());
    case Kind::range:
      return in_range(selector, attempt);
    case Kind::where:
      return asked(selector, attempt, situation);
    case Kind::any:
    case Kind::all:
      return among(selector, attempt, situation);
    case Kind::except:
      return without(selector, attempt, situation);
    case Kind::set:
      return in_set(selector, attempt, situation);
  }
  return false;
}

std::vector<std::string> values_of(const Attempt& attempt, Attribute attribute, std::string_view named) {
  switch (attribute) {
    case Attribute::subject:
      return present(attempt.code.subject);
    case Attribute::number: {
      const auto value = attempt.code.value();
      return value ? present(std::to_string(*value)) : present(attempt.code.number);
    }
    case Attribute::code:
      return present(attempt.code.key());
    case Attribute::level:
      return stated(attempt);
    case Attribute::institution:
      return present(attempt.institution.text);
    case Attribute::title:
      return present(std::string(attempt.title.text()));
    case Attribute::term:
      return attempt.term ? present(to_string(*attempt.term)) : std::vector<std::string>{};
    case Attribute::taken:
      return attempt.taken() ? present(to_string(*attempt.taken())) : std::vector<std::string>{};
    case Attribute::grade:
      return attempt.grade ? present(attempt.grade->label) : std::vector<std::string>{};
    case Attribute::status:
      return present(std::string(name(attempt.status)));
    case Attribute::credits:
      return attempt.credits.empty() ? std::vector<std::string>{} : present(to_string(attempt.credits[0].amount));
    case Attribute::kind:
      return present(std::string(name(attempt.kind)));
    case Attribute::origin:
      return present(std::string(name(attempt.origin)));
    case Attribute::field:
      return attempt.fields;
    case Attribute::language:
      return present(attempt.language);
    case Attribute::tag:
      return attempt.tags;
    case Attribute::outcome:
      return attempt.outcomes;
    case Attribute::area:
      return values_of(attempt, Attribute::named, "area");
    case Attribute::named: {
      const auto at = attempt.attributes.find(std::string(named));
      return at == attempt.attributes.end() ? std::vector<std::string>{} : present(at->second);
    }
  }
  return {};
}

}  // namespace crosswalk
