// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/document.hpp"

#include <cassert>

namespace crosswalk::formats {
namespace {

struct KindName {
  std::string_view operator()(const LearnerRecord&) const { return "transcript"; }
  std::string_view operator()(const Catalogue&) const { return "catalogue"; }
  std::string_view operator()(const RuleSet&) const { return "rules"; }
  std::string_view operator()(const Programme&) const { return "programme"; }
  std::string_view operator()(const Framework&) const { return "framework"; }
  std::string_view operator()(const CompetencyFramework&) const { return "competencies"; }
  std::string_view operator()(const MappingSet&) const { return "mappings"; }
  std::string_view operator()(const Curriculum&) const { return "curriculum"; }
};

}  // namespace

std::string_view kind(const Part& part) { return std::visit(KindName{}, part); }

std::string_view kind(const Document& document) {
  assert(!document.parts.empty());  // the reader's promise
  return kind(document.parts.front());
}

}  // namespace crosswalk::formats
