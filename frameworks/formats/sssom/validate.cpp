// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/sssom/validate.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "lib/quantity/date.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk::formats::sssom {
namespace {

using Words = std::vector<std::string_view>;

const Words cardinalities{"1:1", "1:n", "n:1", "n:n", "1:0", "0:1", "0:0"};
const Words entity_types{"owl class",
                         "owl object property",
                         "owl data property",
                         "owl annotation property",
                         "owl named individual",
                         "skos concept",
                         "rdfs resource",
                         "rdfs class",
                         "rdfs literal",
                         "rdfs datatype",
                         "rdf property",
                         "composed entity expression"};

const Words* allowed(std::string_view slot) {
  if (slot == "mapping_cardinality") return &cardinalities;
  if (slot == "subject_type" || slot == "object_type" || slot == "predicate_type") return &entity_types;
  return nullptr;
}

bool is_similarity(const std::string& text) {
  const auto value = Rational::parse(text);
  return value && *value >= Rational(0) && *value <= Rational(1);
}

class Validator {
 public:
  Validator(const MappingSet& set, FindingList& findings) : set_(set), findings_(findings) {}

  void check(std::string_view slot, const std::string& value, const std::string& where) {
    const Words* words = allowed(slot);
    if (words != nullptr && std::ranges::find(*words, value) == words->end())
      warn("value", where, std::string(slot) + " is '" + value + "', which is none of the specification's values");
    if (slot.ends_with("_date") && !Date::parse(value))
      warn("date", where, std::string(slot) + " '" + value + "' is no date that exists");
    if (slot == "similarity_score" && !is_similarity(value))
      warn("value", where, "similarity_score is '" + value + "', allowed is a number from 0 to 1");
  }

  void required(std::string_view slot, const std::string& value) {
    if (value.empty())
      findings_.add(Severity::note, "sssom.missing-slot", at({}), "the set states no " + std::string(slot));
  }

 private:
  Location at(const std::string& pointer) const { return {set_.source, {}, {}, {}, pointer}; }
  void warn(std::string_view code, const std::string& where, std::string text) {
    findings_.warn("sssom." + std::string(code), at(where), std::move(text));
  }

  const MappingSet& set_;
  FindingList& findings_;
};

}  // namespace

void validate(const MappingSet& set, FindingList& findings) {
  Validator validator(set, findings);
  validator.required("mapping_set_id", set.id);
  validator.required("license", set.license);
  for (const auto& [slot, value] : set.slots) validator.check(slot, value, "metadata");
  for (std::size_t i = 0; i < set.mappings.size(); ++i)
    for (const auto& [slot, value] : set.mappings[i].slots)
      validator.check(slot, value, "mapping " + std::to_string(i + 1));
}

}  // namespace crosswalk::formats::sssom
