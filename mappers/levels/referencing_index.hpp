// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lib/model/framework.hpp"
#include "lib/model/referencing.hpp"
#include "mappers/levels/admission.hpp"

namespace crosswalk::levels {

// One published row, walked in one direction. `reversed`: the document says to > from.
struct Step {
  const Referencing* row = nullptr;
  int from = 0, to = 0;  // positions in the levels of the two frameworks
  bool reversed = false;
};

// What the documents say about a level of one framework in another.
enum class Known { levels, none, unknown };

// All that is published between two frameworks, from the first to the second, by level of the first.
struct PairRelation {
  std::vector<std::vector<Step>> steps;  // by position of the source level
  std::vector<const Referencing*> none;  // the row that says "no counterpart", or null
  bool other_side_placed = false;        // every ranked level of the second framework is placed in the first
  [[nodiscard]] Known known(int level) const;
};

// The admitted rows of a set of frameworks as relations between them; built once, then constant.
// Sound only for frameworks whose levels do not change afterwards: it points into the spans.
class ReferencingIndex {
 public:
  ReferencingIndex(std::span<const Framework> frameworks, std::span<const Referencing> rows,
                   const Admission& admission);

  [[nodiscard]] int position(std::string_view framework) const;  // -1 where unknown
  [[nodiscard]] const Framework& framework(int at) const { return frameworks_[static_cast<std::size_t>(at)]; }
  [[nodiscard]] int size() const { return static_cast<int>(frameworks_.size()); }
  [[nodiscard]] const PairRelation* relation(int from, int to) const;     // null: nothing published
  [[nodiscard]] const std::vector<int>& neighbours(int framework) const;  // in order of id
  // May stand in the middle of a chain without being asked for: not statistical, sectoral or a code list.
  [[nodiscard]] bool may_be_hub(int framework) const { return hub_[static_cast<std::size_t>(framework)]; }
  // Rows between two frameworks that may not answer, with why; rows about a framework as a whole among them.
  [[nodiscard]] std::vector<std::pair<const Referencing*, Admitted>> kept_out(int from, int to) const;
  [[nodiscard]] const Referencing* whole(int from, int to) const;  // "not referenced", or null
  [[nodiscard]] const Admission& admission() const { return admission_; }

 private:
  int level_position(int framework, std::string_view label) const;
  void add(const Referencing& row, int from, int to);
  PairRelation& pair(int from, int to);
  void finish();

  std::span<const Framework> frameworks_;
  Admission admission_;
  std::map<std::string, int, std::less<>> positions_;
  std::map<std::pair<int, int>, PairRelation> pairs_;
  std::map<std::pair<int, int>, std::vector<std::pair<const Referencing*, Admitted>>> kept_out_;
  std::map<std::pair<int, int>, const Referencing*> whole_;
  std::vector<std::vector<int>> neighbours_;
  std::vector<bool> hub_;
};

}  // namespace crosswalk::levels
