// SPDX-License-Identifier: Apache-2.0
#include "lib/model/selector.hpp"

#include "lib/model/enumeration.hpp"

#include <algorithm>

namespace crosswalk {
namespace {

constexpr Enumeration<Attribute, 20> attributes{{{{"subject", Attribute::subject},
                                                  {"number", Attribute::number},
                                                  {"code", Attribute::code},
                                                  {"level", Attribute::level},
                                                  {"institution", Attribute::institution},
                                                  {"title", Attribute::title},
                                                  {"term", Attribute::term},
                                                  {"taken", Attribute::taken},
                                                  {"grade", Attribute::grade},
                                                  {"status", Attribute::status},
                                                  {"credits", Attribute::credits},
                                                  {"kind", Attribute::kind},
                                                  {"origin", Attribute::origin},
                                                  {"field", Attribute::field},
                                                  {"language", Attribute::language},
                                                  {"tag", Attribute::tag},
                                                  {"outcome", Attribute::outcome},
                                                  {"area", Attribute::area},
                                                  {"named", Attribute::named},
                                                  {"discipline", Attribute::subject}}}};

constexpr Enumeration<Comparison, 6> comparisons{{{{"is", Comparison::is},
                                                   {"is-not", Comparison::is_not},
                                                   {"at-least", Comparison::at_least},
                                                   {"at-most", Comparison::at_most},
                                                   {"matches", Comparison::matches},
                                                   {"exists", Comparison::exists}}}};

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : std::string(between)) + text;
  return out;
}

std::string joined(const std::vector<Selector>& parts, std::size_t first, std::string_view between) {
  std::vector<std::string> texts;
  for (std::size_t i = first; i < parts.size(); ++i) texts.push_back(to_string(parts[i]));
  return joined(texts, between);
}

std::string with_place(std::string text, const std::string& institution) {
  return institution.empty() ? text : text + " at " + institution;
}

std::string asked(const Selector& selector) {
  const std::string what =
      selector.attribute == Attribute::named ? selector.text : std::string(name(selector.attribute));
  switch (selector.comparison) {
    case Comparison::is:
      return what + " " + joined(selector.values, " or ");
    case Comparison::is_not:
      return what + " not " + joined(selector.values, " or ");
    case Comparison::at_least:
      return what + " at least " + joined(selector.values, " or ");
    case Comparison::at_most:
      return what + " at most " + joined(selector.values, " or ");
    case Comparison::matches:
      return what + " like " + joined(selector.values, " or ");
    case Comparison::exists:
      return "any " + what;
  }
  return what;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

}  // namespace

std::string_view name(Attribute attribute) { return attributes.name(attribute); }
std::string_view name(Comparison comparison) { return comparisons.name(comparison); }
std::optional<Attribute> attribute(std::string_view name) { return attributes.value(name); }
std::optional<Comparison> comparison(std::string_view name) { return comparisons.value(name); }

Selector Selector::of_course(std::string_view code, std::string_view institution) {
  Selector out;
  out.kind = Kind::course;
  out.course = CourseCode::parse(code);
  out.institution = institution;
  return out;
}

Selector Selector::of_pattern(std::string_view pattern, std::string_view institution) {
  Selector out;
  out.kind = Kind::pattern;
  out.text = pattern;
  out.institution = institution;
  return out;
}

Selector Selector::of_range(std::string_view subject, int low, int high) {
  Selector out;
  out.kind = Kind::range;
  out.subject = subject;
  out.low = low;
  out.high = high;
  return out;
}

Selector Selector::where(Attribute attribute, Comparison comparison, std::vector<std::string> values) {
  Selector out;
  out.kind = Kind::where;
  out.attribute = attribute;
  out.comparison = comparison;
  out.values = std::move(values);
  return out;
}

Selector Selector::any_of(std::vector<Selector> parts) {
  Selector out;
  out.kind = Kind::any;
  out.parts = std::move(parts);
  return out;
}

Selector Selector::all_of(std::vector<Selector> parts) {
  Selector out;
  out.kind = Kind::all;
  out.parts = std::move(parts);
  return out;
}

Selector Selector::except(Selector of, std::vector<Selector> without) {
  Selector out;
  out.kind = Kind::except;
  out.parts.push_back(std::move(of));
  out.parts.insert(out.parts.end(), without.begin(), without.end());
  return out;
}

Selector Selector::named_set(std::string_view name) {
  Selector out;
  out.kind = Kind::set;
  out.text = name;
  return out;
}

std::string to_string(const Selector& selector) {
  switch (selector.kind) {
    case Selector::Kind::everything:
      return "any course";
    case Selector::Kind::course:
      return with_place(to_string(selector.course), selector.institution);
    case Selector::Kind::pattern:
      return with_place(selector.text, selector.institution);
    case Selector::Kind::range:
      return with_place(selector.subject + " " + std::to_string(selector.low) + ".." + std::to_string(selector.high),
                        selector.institution);
    case Selector::Kind::where:
      return "courses with " + asked(selector);
    case Selector::Kind::any:
      return joined(selector.parts, 0, ", ");
    case Selector::Kind::all:
      return "(" + joined(selector.parts, 0, " and ") + ")";
    case Selector::Kind::except:
      return to_string(selector.parts.at(0)) + " except " + joined(selector.parts, 1, ", ");
    case Selector::Kind::set:
      return "the set " + selector.text;
  }
  return {};
}

int specificity(const Selector& selector) {
  const auto literal = [](char c) { return c != '#' && c != '?' && c != '*' && c != '@' && c != ' '; };
  switch (selector.kind) {
    case Selector::Kind::course:
      return 1000;
    case Selector::Kind::range:
      return 500;
    case Selector::Kind::pattern:
      return 100 + static_cast<int>(std::ranges::count_if(selector.text, literal));
    case Selector::Kind::where:
      return 50;
    case Selector::Kind::set:
      return 400;
    case Selector::Kind::everything:
      return 0;
    case Selector::Kind::any:
    case Selector::Kind::except: {
      int least = selector.parts.empty() ? 0 : 1000;
      const std::size_t counted = selector.kind == Selector::Kind::except ? 1 : selector.parts.size();
      for (std::size_t i = 0; i < counted && i < selector.parts.size(); ++i)
        least = std::min(least, specificity(selector.parts[i]));
      return selector.kind == Selector::Kind::except ? least + 1 : least;
    }
    case Selector::Kind::all: {
      int most = 0;
      for (const Selector& part : selector.parts) most = std::max(most, specificity(part));
      return most + static_cast<int>(selector.parts.size());
    }
  }
  return 0;
}

bool matches_pattern(std::string_view pattern, std::string_view key) {
  std::size_t p = 0, k = 0, star = std::string_view::npos, resume = 0;
  while (k < key.size()) {
    while (p < pattern.size() && (pattern[p] == ' ' || pattern[p] == '\t')) ++p;
    const bool more = p < pattern.size();
    if (more && (pattern[p] == '*' || pattern[p] == '@')) {
      star = p++;
      resume = k;
    } else if (more && (pattern[p] == '?' || (pattern[p] == '#' && key[k] >= '0' && key[k] <= '9') ||
                        upper(pattern[p]) == upper(key[k]))) {
      ++p;
      ++k;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      k = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of("*@ \t", p) == std::string_view::npos;
}

}  // namespace crosswalk
