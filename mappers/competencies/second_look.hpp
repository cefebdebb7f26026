// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "lib/model/competency.hpp"
#include "mappers/competencies/model.hpp"
#include "mappers/competencies/weigher.hpp"

namespace crosswalk::competencies {

// Parents, grandparents and children of every entry, as entry numbers.
class Relatives {
 public:
  explicit Relatives(const CompetencyFramework& framework);
  [[nodiscard]] const std::vector<std::uint32_t>& above(std::uint32_t entry) const { return above_[entry]; }
  [[nodiscard]] std::size_t size() const { return above_.size(); }
  [[nodiscard]] const std::vector<std::uint32_t>& children(std::uint32_t entry) const { return children_[entry]; }

 private:
  std::vector<std::vector<std::uint32_t>> above_, children_;
};

// The candidates of the subjects, subject by subject, in order of object.
using Candidates = std::vector<std::vector<Candidate>>;

// Fills the signals of the second look from what the model makes of the first, then once more from all signals: a pair
// holds as far as subject and object choose each other (product of their shares), and a pair whose neighbours hold
// gains by it.
void look_again(Candidates& candidates, const Relatives& from, const Relatives& to, const Model& model,
                double subjects_each = 1);

}  // namespace crosswalk::competencies
