// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/registry.hpp"

#include <algorithm>

#include "frameworks/facts/database.hpp"

namespace crosswalk::facts {
namespace {

// Letters without case; bytes beyond ASCII stay as they are (ids, acronyms and country codes are ASCII).
std::string folded(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

template <class Record>
const Record* by_id(const std::vector<Record>& records, std::string_view id) {
  const auto at =
      std::ranges::lower_bound(records, id, {}, [](const Record& each) -> std::string_view { return each.fact.id; });
  return at == records.end() || at->fact.id != id ? nullptr : &*at;
}

// "HKO/CROQF" stands for either.
bool acronym_is(std::string_view acronyms, const std::string& word) {
  const std::string all = "/" + folded(acronyms) + "/";
  return !acronyms.empty() && all.find("/" + word + "/") != std::string::npos;
}

}  // namespace

Registry::Registry(Facts facts) : facts_(std::move(facts)) {}

Registry Registry::open(const std::string& path) { return Registry(read_database(path).facts); }

const Framework* Registry::framework(std::string_view id) const { return by_id(facts_.frameworks, id); }
const CreditSystem* Registry::credit_system(std::string_view id) const { return by_id(facts_.credit_systems, id); }
const GradingScale* Registry::grading_scale(std::string_view id) const { return by_id(facts_.grading_scales, id); }
const GradeMethod* Registry::grade_method(std::string_view id) const { return by_id(facts_.grade_methods, id); }
const IscedField* Registry::isced_field(std::string_view code) const { return by_id(facts_.isced_fields, code); }

const CreditConversion* Registry::conversion(std::string_view from, std::string_view to) const {
  return by_id(facts_.conversions, std::string(from) + ">" + std::string(to));
}

std::vector<const QualificationType*> Registry::qualification_types(std::string_view framework) const {
  std::vector<const QualificationType*> out;
  for (const QualificationType& each : facts_.qualification_types)
    if (each.framework.text == framework) out.push_back(&each);
  return out;
}

std::vector<const Framework*> Registry::named(std::string_view word) const {
  if (const Framework* exact = framework(word)) return {exact};
  const std::string wanted = folded(word);
  std::string country = wanted;
  for (const CountryAlias& alias : facts_.country_aliases)
    if (folded(alias.code) == wanted) country = folded(alias.means);
  const auto matching = [&](auto test) {
    std::vector<const Framework*> out;
    for (const Framework& each : facts_.frameworks)
      if (test(each)) out.push_back(&each);
    return out;
  };
  auto out = matching([&](const Framework& each) { return folded(each.id.text) == wanted; });
  if (out.empty())
    out = matching([&](const Framework& each) { return !each.series.empty() && folded(each.series) == wanted; });
  if (out.empty()) out = matching([&](const Framework& each) { return acronym_is(each.acronym, wanted); });
  if (out.empty()) out = matching([&](const Framework& each) { return folded(each.country) == country; });
  if (out.empty())
    out =
        matching([&](const Framework& each) { return folded(each.region) == wanted || folded(each.title) == wanted; });
  return out;
}

std::vector<const CreditSystem*> Registry::credit_systems_named(std::string_view word) const {
  if (const CreditSystem* exact = credit_system(word)) return {exact};
  const std::string wanted = folded(word);
  std::vector<const CreditSystem*> out;
  for (const CreditSystem& each : facts_.credit_systems)
    if (folded(each.fact.id) == wanted || folded(each.title) == wanted || folded(each.unit) == wanted)
      out.push_back(&each);
  return out;
}

}  // namespace crosswalk::facts
