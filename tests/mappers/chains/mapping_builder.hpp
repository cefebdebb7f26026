// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lib/model/mapping.hpp"

namespace crosswalk::test {

inline Mapping mapping(std::string subject, Relation relation, std::string object, double confidence = 1) {
  Mapping out;
  out.subject_id = std::move(subject);
  out.predicate_id = predicate_of(relation);
  out.object_id = std::move(object);
  out.confidence = confidence;
  return out;
}

inline Mapping negated(Mapping mapping) {
  mapping.negated = true;
  return mapping;
}

inline std::vector<MappingSet> one_set(std::vector<Mapping> mappings, std::string from = {}, std::string to = {}) {
  MappingSet set;
  set.subject_source = std::move(from);
  set.object_source = std::move(to);
  set.mappings = std::move(mappings);
  return {set};
}

}  // namespace crosswalk::test
