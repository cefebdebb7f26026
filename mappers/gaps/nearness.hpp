// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/model/competency.hpp"
#include "lib/text/analyser.hpp"
#include "mappers/competencies/hierarchy.hpp"

namespace crosswalk::gaps {

// Finds the held entry nearest to another, over the hierarchy and by words.
class Nearness {
 public:
  struct Kin {
    std::uint32_t entry = 0;   // the held one
    std::uint32_t common = 0;  // node where the two meet: one of them, or something broader than both
    std::uint32_t steps = 0;
  };
  struct Alike {
    std::uint32_t entry = 0;
    double similarity = 0;
  };

  // `held` ascending. Both references must outlive the value.
  Nearness(const CompetencyFramework& framework, const competencies::Hierarchy& hierarchy,
           std::vector<std::uint32_t> held, const std::vector<std::string>& stop_words);

  // Fewest steps up and down again, at most `most`; of equal ones the smallest entry.
  [[nodiscard]] std::optional<Kin> kin(std::uint32_t entry, std::uint32_t most) const;
  // Dice over the stems of the labels (the best pair of preferred and alternative labels), at least `least`.
  [[nodiscard]] std::optional<Alike> alike(std::uint32_t entry, double least);

 private:
  struct Reached {
    std::uint32_t steps = 0, held = 0;
  };
  using Stems = std::vector<std::string>;  // sorted, distinct
  void climb();
  [[nodiscard]] std::vector<Stems> stems_of(std::uint32_t entry);

  const CompetencyFramework& framework_;
  const competencies::Hierarchy& hierarchy_;
  std::vector<std::uint32_t> held_;
  std::vector<std::optional<Reached>> reached_;  // by node: the held entry fewest steps below (or at) it
  text::Analyser analyser_;
  std::vector<std::vector<Stems>> held_stems_;
};

}  // namespace crosswalk::gaps
