// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ctime>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "mappers/market/model.hpp"

namespace crosswalk::market {

// A point with the model it belongs to, after every level of the objective.
struct Found {
  std::shared_ptr<const Model> model;
  std::shared_ptr<const ModelOptions> how;  // what the model refers to
  solve::Point point;
  std::vector<std::int64_t> values;  // of each level; duration counts in terms
  std::int64_t bound = 0;            // of the first level
  bool proven = true;
  int terms = 0;  // length of the timetable that was asked for; 0: none
};

// Solves models of one universe within the limits of the options, which it counts down.
class Search {
 public:
  Search(const Universe& universe, const Inputs& inputs, const Options& options);

  // The best by every level of the objective; absent: there is none, or (not `complete()`) none was found.
  [[nodiscard]] std::optional<Found> best(const std::vector<std::vector<Goal>>& levels, const ModelOptions& base = {});
  // The shortest timetable of what is bought, with what then counts for what.
  [[nodiscard]] std::optional<Found> timetable(const std::vector<int>& bought, int most);
  // Demands that cannot all be met, of which none can be left out.
  [[nodiscard]] std::vector<std::string> obstacles();

  [[nodiscard]] bool complete() const { return complete_; }  // every search ended by proof
  [[nodiscard]] bool timed_out() const { return timed_out_; }
  [[nodiscard]] std::int64_t work() const { return work_; }
  [[nodiscard]] int longest() const { return options_.most_terms > 0 ? options_.most_terms : options_.horizon; }
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  void forget() { complete_ = true; }

 private:
  std::optional<Found> solved(const ModelOptions& how, std::int64_t floor = -solve::unbounded);
  std::optional<Found> solved_in_time(const ModelOptions& how);
  // Choices that are good without a timetable: where one fits into so many terms, no search is needed.
  [[nodiscard]] std::vector<std::vector<int>> likely(const ModelOptions& base);
  std::optional<Found> placed(const std::vector<std::vector<int>>& choices, const ModelOptions& how);
  std::optional<Found> lexicographic(const std::vector<std::vector<Goal>>& levels, const ModelOptions& base);
  std::optional<Found> sweep(const std::vector<Goal>& goals, const ModelOptions& base);
  [[nodiscard]] bool feasible(const ModelOptions& how);
  [[nodiscard]] std::vector<int> breakpoints() const;
  int least_terms(const ModelOptions& base);

  const Universe& universe_;
  const Inputs& inputs_;
  const Options& options_;
  std::vector<std::string> notes_;
  std::int64_t work_ = 0;
  std::clock_t began_;
  bool complete_ = true, timed_out_ = false;
};

}  // namespace crosswalk::market
