// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lib/model/stacking.hpp"
#include "lib/solve/branch_and_cut.hpp"

namespace crosswalk::pathways {

// What one column of the integer program stands for.
struct Meaning {
  enum class Kind {
    buy,        // acquire offering `subject`, nothing more said
    own,        // own offering `subject` (bought or by a bundle)
    bundle,     // buy bundle `subject`
    block,      // certificate `subject` is awarded
    count,      // own and count offering `subject`; buys it unless `free`
    know,       // buy offering `subject` for its topic alone
    apply,      // apply rule `subject`, buying its simple sources
    grant,      // count grant `detail` of rule `subject`
    known,      // topic `subject` is known
    satisfied,  // node `subject` is satisfied
    fill,       // so many items of class `subject` fill leaf `detail`
    shared      // so many items of class `subject` fill leaves of two groups
  };
  Kind kind = Kind::buy;
  int subject = 0, detail = 0;
  bool free = false;
};

// Items that no requirement tells apart: equal credits and the same leaves.
struct ItemClass {
  std::int64_t credits = 0;
  std::vector<int> columns;  // that count one item each
};

// The stacking problem as an integer program over menus: interchangeable items are counted by class, an offering that
// only ever serves one purpose is one column, and what an optimum never needs is left out. Every optimum of the problem
// in its plain form (docs/formats/problem-json.md) has an equally good point here and the reverse.
class Formulation {
 public:
  Formulation(const StackingProblem& problem, StackingObjective objective);

  [[nodiscard]] const solve::IntegerProgram& program() const { return program_; }
  [[nodiscard]] solve::IntegerProgram& program() { return program_; }
  [[nodiscard]] const std::vector<Meaning>& meanings() const { return meanings_; }
  [[nodiscard]] const std::vector<ItemClass>& classes() const { return classes_; }
  [[nodiscard]] StackingPlan plan(const solve::Point& point) const;
  // The price of a column under another objective (for fronts).
  [[nodiscard]] std::int64_t price_of(int column, StackingObjective objective) const;

 private:
  struct Item {
    int column, offering, rule;  // the unit owned or granted; rule -1: it counts itself
    std::int64_t credits;
    int level;
    bool transfer, micro;
    int unit;  // home offering, or -1
  };

  int add(Meaning meaning, solve::Column column = {});
  void survey();
  void drop_bundles();
  void drop_dominated();
  void add_bundles();
  void add_units();
  void add_rules();
  void add_knowledge();
  void add_uses();
  void add_tree();
  void add_classes();
  void add_totals();
  void mark_likely();
  void require(std::vector<solve::Term> owners, const std::vector<int>& clause);
  [[nodiscard]] bool covered(int offering, const std::vector<int>& by) const;
  [[nodiscard]] bool matches(const Item& item, const StackingProblem::Node& leaf) const;

  const StackingProblem& problem_;
  StackingObjective objective_;
  solve::IntegerProgram program_;
  std::vector<Meaning> meanings_;

  std::vector<char> needed_, known_, bundle_kept_, generic_kept_, must_;
  std::vector<int> forced_unit_;  // by topic: the home unit that must be counted, or -1
  std::vector<std::vector<int>> in_bundles_, in_rules_, bundle_rules_;
  std::vector<int> own_, bundle_column_, block_, rule_column_, topic_column_, node_column_, generic_;
  std::vector<std::vector<solve::Term>> teaches_;  // by topic: columns that make it known
  std::vector<Item> items_;
  std::vector<ItemClass> classes_;
  std::vector<std::vector<int>> class_items_;
  std::vector<std::int64_t> price_;

  [[nodiscard]] bool simple(int offering) const;  // external, not held, in no bundle kept
};

}  // namespace crosswalk::pathways
