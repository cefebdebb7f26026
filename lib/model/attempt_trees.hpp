// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lib/model/learner_record.hpp"

namespace crosswalk {

// What the arithmetic of a transcript needs of an attempt, kept small so that a file of any size fits.
struct AttemptNode {
  std::size_t index = 0;              // in the record
  std::optional<std::size_t> parent;  // position in its tree
  Status status = Status::completed;
  AttemptKind kind = AttemptKind::course;
  std::vector<std::pair<std::string, Rational>> credits;  // system, amount
  AttemptId id;
  std::string title;  // of programmes and whatever states credit for a year or more; else empty
  std::string key;    // the institution and the course's own identifier; empty where it has none
  std::optional<Date> date;
  std::uint32_t line = 0, column = 0;

  [[nodiscard]] bool passed() const { return status == Status::completed || status == Status::exempt; }
  [[nodiscard]] std::optional<Rational> credit(const std::string& system) const;
};

// One root and everything below it, parents before parts.
using AttemptTree = std::vector<AttemptNode>;

// Turns attempts that arrive one by one into whole trees. Two orders are understood: parents before parts (a record in
// memory) and parts before parents (a record streaming by); numbers are those of the first.
class AttemptTrees {
 public:
  explicit AttemptTrees(std::function<void(const AttemptTree&)> tree) : tree_(std::move(tree)) {}

  void add(std::size_t index, const Attempt& attempt);
  void finish();  // hands over what is left

 private:
  struct Pending {
    AttemptNode node;
    std::optional<std::size_t> parent_index;
  };
  void hand_over(std::size_t before);

  std::function<void(const AttemptTree&)> tree_;
  std::vector<Pending> pending_;
};

}  // namespace crosswalk
