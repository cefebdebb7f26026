// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/model/competency.hpp"

namespace crosswalk::competencies {

// Finds the entry another document means. Tried in turn: the identifier; the code; the part of an IRI behind its last
// / # or :, as either; the code without leading segments ("CCSS.ELA-Literacy.RI.7.1" is RI.7.1 where no longer tail
// fits). Of several entries with one code the first is meant. Case does not matter in codes.
class EntryNames {
 public:
  explicit EntryNames(const CompetencyFramework& framework);
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view written) const;
  // The same, and where that finds nothing the only entry with this preferred label (groups give way to others).
  [[nodiscard]] std::optional<std::uint32_t> find_or_labelled(std::string_view written) const;

 private:
  [[nodiscard]] std::optional<std::uint32_t> exact(std::string_view written) const;
  std::unordered_map<std::string, std::uint32_t> by_id_, by_code_, by_label_;
};

// One framework of several files: entries of one identifier become one, lists joined; the first file names it.
void merge(CompetencyFramework& into, const CompetencyFramework& from);

}  // namespace crosswalk::competencies
