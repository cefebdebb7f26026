// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "mappers/competencies/align.hpp"
#include "mappers/competencies/side.hpp"

namespace crosswalk::competencies {

// What earlier decisions say: weighted votes of decided subjects for objects and for what objects share with their kin.
class Ballot {
 public:
  void vote(std::uint32_t object, std::span<const text::TermId> kin, float weight);
  void clear();
  [[nodiscard]] float share(std::uint32_t object) const;                   // of all votes, 0..1
  [[nodiscard]] float kin_share(std::span<const text::TermId> kin) const;  // the best of its groups
  [[nodiscard]] std::vector<std::uint32_t> objects() const;                // ascending

 private:
  std::unordered_map<std::uint32_t, float> objects_;
  std::unordered_map<text::TermId, float> kin_;
  float total_ = 0;
};

// The decisions, by decided subject and by what subjects share.
class Decisions {
 public:
  Decisions(const Inputs& inputs, const Side& decided, std::size_t objects);

  [[nodiscard]] const std::vector<std::uint32_t>& objects_of(std::uint32_t decided) const {
    return objects_of_[decided];
  }
  // Decided subjects that share a parent or class, ascending.
  [[nodiscard]] std::vector<std::uint32_t> siblings(std::span<const text::TermId> kin) const;
  // Logarithmic, 1 for the object chosen most; one choice less where the subject asked about made it itself.
  [[nodiscard]] float popularity(std::uint32_t object, bool own_choice) const;
  [[nodiscard]] bool empty() const { return count_.empty(); }

 private:
  std::vector<std::vector<std::uint32_t>> objects_of_;
  std::unordered_map<text::TermId, std::vector<std::uint32_t>> by_kin_;
  std::vector<std::uint32_t> count_;
  float scale_ = 1;
};

}  // namespace crosswalk::competencies
