// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/index_terms.hpp"

#include <algorithm>

namespace crosswalk::transfer {
namespace {

IndexTerms everything() { return {{}, {}, true}; }

IndexTerms beginning_with(std::string prefix) {
  if (prefix.empty()) return everything();
  return {{}, {std::move(prefix)}, false};
}

// The characters before the first wildcard, as keys are written.
IndexTerms literal_beginning(const std::string& pattern) {
  return beginning_with(CourseCode{pattern.substr(0, pattern.find_first_of("#?*@")), {}}.key());
}

// The code and every code that an equivalence of the rule set may stand for.
IndexTerms course_keys(const CourseCode& course, const RuleSet& set) {
  IndexTerms out{{course.key()}, {}, false};
  for (const Equivalence& equivalence : set.equivalences)
    if (std::ranges::find(equivalence.codes, course) != equivalence.codes.end())
      for (const CourseCode& code : equivalence.codes) out.keys.push_back(code.key());
  std::ranges::sort(out.keys);
  const auto repeated = std::ranges::unique(out.keys);
  out.keys.erase(repeated.begin(), repeated.end());
  return out;
}

IndexTerms union_of(const std::vector<Selector>& parts, const RuleSet& set) {
  IndexTerms out;
  for (const Selector& part : parts) {
    IndexTerms terms = index_terms(part, set);
    out.keys.insert(out.keys.end(), terms.keys.begin(), terms.keys.end());
    out.prefixes.insert(out.prefixes.end(), terms.prefixes.begin(), terms.prefixes.end());
    out.general = out.general || terms.general;
  }
  return out.general ? everything() : out;
}

// Any one part bounds an intersection: the first that is not general.
IndexTerms narrowest(const std::vector<Selector>& parts, const RuleSet& set) {
  for (const Selector& part : parts)
    if (IndexTerms terms = index_terms(part, set); !terms.general) return terms;
  return everything();
}

IndexTerms subjects(const Selector& selector) {
  if (selector.attribute != Attribute::subject || selector.comparison != Comparison::is) return everything();
  IndexTerms out;
  for (const std::string& subject : selector.values) out.prefixes.push_back(CourseCode{subject, {}}.key());
  return out;
}

}  // namespace

IndexTerms index_terms(const Selector& selector, const RuleSet& set) {
  switch (selector.kind) {
    case Selector::Kind::everything:
      return everything();
    case Selector::Kind::course:
      return course_keys(selector.course, set);
    case Selector::Kind::pattern:
      return literal_beginning(selector.text);
    case Selector::Kind::range:
      return beginning_with(CourseCode{selector.subject, {}}.key());
    case Selector::Kind::where:
      return subjects(selector);
    case Selector::Kind::any:
      return union_of(selector.parts, set);
    case Selector::Kind::all:
      return narrowest(selector.parts, set);
    case Selector::Kind::except:
      return selector.parts.empty() ? everything() : index_terms(selector.parts.front(), set);
    case Selector::Kind::set: {
      const auto at = set.sets.find(selector.text);
      return at == set.sets.end() ? everything() : index_terms(at->second, set);
    }
  }
  return everything();
}

}  // namespace crosswalk::transfer
