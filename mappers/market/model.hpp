// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "lib/solve/branch_and_cut.hpp"
#include "mappers/market/universe.hpp"

namespace crosswalk::market {

// A linear expression over the model's columns.
struct Sum {
  std::vector<solve::Term> terms;
  std::int64_t constant = 0;
  void add(const Sum& other, std::int64_t factor = 1);
  void add(int column, std::int64_t coefficient = 1) { terms.push_back({column, coefficient}); }
  [[nodiscard]] bool never() const { return terms.empty() && constant == 0; }
  [[nodiscard]] std::int64_t at(const solve::Point& point) const;
};

// A demand that can be left out, to find out why nothing satisfies all of them.
struct Demand {
  std::string title;
  bool operator==(const Demand&) const = default;
};

// A demand over the whole plan, to be read off a point.
struct Gauge {
  std::string title, unit;
  Sum amount;
  std::int64_t limit = 0, scale = 1;
  bool at_least = true;
};

// What a plan must not be: further than others, or more than an objective allows.
struct Distance {
  std::vector<int> bought;  // units
  int least = 1;
};
struct Ceiling {
  std::vector<Goal> goals;  // without duration
  std::int64_t value = 0;
};

struct ModelOptions {
  int terms = 0;               // length of the timetable; 0: no timetable
  std::vector<char> left_out;  // by demand
  std::vector<Distance> distances;
  std::vector<Ceiling> ceilings;
  std::vector<Goal> goals;                 // to be made least, without duration
  const std::vector<int>* only = nullptr;  // units that may be bought; null: all
  int forbidden = -1;                      // a unit that may not be bought
  bool keep_lapsing = false;               // held credit counts though it lapses before the end: for bounds
};

// The universe and the targets as an integer program. Every plan that satisfies the audit of what evaluate awards is a
// point of it (a relaxation): what it cannot say is left to that audit, and listed in `notes`.
class Model {
 public:
  Model(const Universe& universe, const Inputs& inputs, const Options& options, const ModelOptions& how);

  [[nodiscard]] const solve::IntegerProgram& program() const { return program_; }
  [[nodiscard]] const std::vector<Demand>& demands() const { return demands_; }
  [[nodiscard]] const std::vector<Gauge>& gauges() const { return gauges_; }
  [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
  // What a point buys: units, by themselves or as bundles; owns; applies; and the term each owned unit begins in.
  [[nodiscard]] std::vector<int> bought(const solve::Point& point) const;
  [[nodiscard]] std::vector<int> owned(const solve::Point& point) const;
  [[nodiscard]] std::vector<int> applied(const solve::Point& point) const;
  [[nodiscard]] int term(int unit, const solve::Point& point) const;
  // The value of an objective other than duration: cost in units of money, credits in units of `credit_unit`.
  [[nodiscard]] std::int64_t value(Objective objective, const solve::Point& point) const;
  [[nodiscard]] std::int64_t credit_unit() const { return unit_; }

 private:
  friend class TreeModel;

  int column(std::int64_t upper = 1);
  int begin(const std::string& demand);  // rows added from here on belong to it
  void at_least(Sum sum, std::int64_t bound);
  void at_most(Sum sum, std::int64_t bound);
  [[nodiscard]] std::int64_t scaled(const Rational& credits) const;

  void set_unit();
  void add_ownership();
  void add_terms();
  void add_bundles();
  void add_exclusions();
  void add_dominance();
  void add_recognitions();
  void add_caps();
  void add_prerequisites();
  void add_have();
  void add_objectives(const ModelOptions& how);
  void add_distances(const ModelOptions& how);

  [[nodiscard]] Sum sum_of(Objective objective) const;
  [[nodiscard]] Sum own(int unit) const;
  [[nodiscard]] Sum pay(int unit) const;
  // Completed before term `term` begins (after_it: or in it); without a timetable: owned.
  [[nodiscard]] Sum done(int unit, int term, bool in_it) const;
  Sum awarded(int recognition, int term, bool in_it);
  // Rows so that `when` (0 or 1) implies the condition for the unit in the term.
  void imply(const Sum& when, const Condition& condition, int unit, int term, bool in_it);
  Sum holds(const Condition& condition, int unit, int term, bool in_it);
  void imply_take(const Sum& when, const Take& take, int unit, int term, bool in_it);
  [[nodiscard]] std::vector<std::pair<Sum, std::int64_t>> taken(const Take& take, int unit, int term, bool in_it);
  [[nodiscard]] bool fits(const Selector& selector, const Attempt& attempt) const;
  [[nodiscard]] bool offered(const Unit& unit, int term) const;
  [[nodiscard]] bool lapsed(const Unit& unit) const;

  const Universe& universe_;
  const Inputs& inputs_;
  const Options& options_;
  const ModelOptions& how_;
  solve::IntegerProgram program_;
  std::vector<Demand> demands_;
  std::vector<Gauge> gauges_;
  std::vector<std::string> notes_;
  int current_ = 0;
  std::int64_t unit_ = 1;  // columns' credits in one credit
  Situation situation_;

  std::vector<int> own_, pay_, complete_, apply_;  // columns, -1: none (held, or never)
  std::vector<std::vector<int>> begins_;           // by unit and term
  std::vector<Sum> have_;                          // by item
  std::map<std::pair<int, int>, int> awarded_;     // by recognition and term
  std::map<std::string, int> used_provider_;
};

}  // namespace crosswalk::market
