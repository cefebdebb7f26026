// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/model/curriculum.hpp"
#include "lib/model/framework.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/mapping.hpp"
#include "lib/model/offering.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/rule.hpp"

namespace crosswalk::formats {

// One thing a file may hold. A further kind is one alternative here, one line in document.cpp and one facts function in
// reports/.
using Part =
    std::variant<LearnerRecord, Catalogue, RuleSet, Programme, Framework, CompetencyFramework, MappingSet, Curriculum>;

// What was read from one file: its parts in source order, never none. The first says what the file is; a file may hold
// several of one kind (programmes) or of several kinds (a competency framework and its mappings).
struct Document {
  std::string format;   // id of the format
  std::string dialect;  // edition, namespace or producer; empty where the format has one form
  std::vector<Part> parts;

  // The first part of a kind, or null.
  template <class Value>
  [[nodiscard]] const Value* get() const {
    for (const Part& part : parts)
      if (const auto* value = std::get_if<Value>(&part)) return value;
    return nullptr;
  }
  // All parts of a kind, in order.
  template <class Value>
  [[nodiscard]] std::vector<const Value*> all() const {
    std::vector<const Value*> found;
    for (const Part& part : parts)
      if (const auto* value = std::get_if<Value>(&part)) found.push_back(value);
    return found;
  }
};

// "transcript", "catalogue", "rules", "programme", "framework", "competencies", "mappings",
// "curriculum": what the first part is.
[[nodiscard]] std::string_view kind(const Document& document);
[[nodiscard]] std::string_view kind(const Part& part);

}  // namespace crosswalk::formats
