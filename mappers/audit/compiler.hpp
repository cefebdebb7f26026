// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "mappers/audit/compile.hpp"

namespace crosswalk::audit {

// Builds one Compiled; the steps stand in compile_items.cpp, compile_tree.cpp and compile_limits.cpp.
class Compiler {
 public:
  Compiler(Compiled& out, const Options& options);
  void run();

 private:
  using Path = std::vector<const Requirement*>;  // from the root to a requirement

  void choose_items();
  [[nodiscard]] std::string why_not(const Attempt& attempt) const;
  [[nodiscard]] bool same_course(const Attempt& a, const Attempt& b) const;
  [[nodiscard]] bool better(const Attempt& a, const Attempt& b) const;
  void set_unit();
  void gather_amounts(const Requirement& requirement, std::vector<Rational>& amounts) const;
  void fill_items();
  [[nodiscard]] std::optional<Rational> points_of(const Attempt& attempt, bool hoped) const;
  void set_points(std::size_t item);

  std::size_t add_node();
  int add(const Requirement& requirement, Path path, bool everything, bool top);
  bool settle(const Requirement& requirement, std::size_t node);
  void set_group(const Requirement& requirement, std::size_t node, bool everything);
  void set_need(const Requirement& requirement, std::size_t node, const Path& path, bool everything);
  void need_over_parts(const Requirement& requirement, std::size_t node);
  void add_condition(const Condition& condition, std::size_t node, const Path& path, bool everything);
  int add_hidden(const Condition& condition, const Path& path, bool everything);
  void set_truth(std::size_t node, const Truth& truth);
  void make_free(std::size_t node);
  void add_leaf(const Take& take, std::size_t node, const Path& path, bool everything);
  [[nodiscard]] Truth eligible(const Take& take, const Attempt& attempt) const;
  [[nodiscard]] Truth eligible(const Take& take, std::size_t item, const Path& path) const;
  [[nodiscard]] Truth selected(const Selector& selector, const Attempt& attempt) const;
  void force_inserts();
  void resolve_blocks();

  void set_exclusive();
  [[nodiscard]] bool shares(std::size_t leaf, std::size_t other) const;
  [[nodiscard]] bool excludes(const Path& a, const Path& b) const;

  void add_limits(const std::vector<Limit>& limits, std::size_t node);
  void add_limit(const Limit& limit, std::size_t node);
  [[nodiscard]] bool vacuous(const solve::Constraint& constraint, const solve::ItemSet& items) const;
  void add_constraint(const Limit& limit, std::size_t node, const solve::ItemSet& sure, const solve::ItemSet& possible);
  void add_each(const Limit& limit, std::size_t node, const solve::ItemSet& sure, const solve::ItemSet& possible);
  void set_amount(const Limit& limit, solve::Constraint& constraint) const;
  void set_values(const Limit& limit, solve::Constraint& constraint) const;
  void over_record(const Limit& limit, std::size_t node, const solve::ItemSet& sure, const solve::ItemSet& possible);
  [[nodiscard]] std::vector<int> leaves_below(std::size_t node) const;
  [[nodiscard]] std::vector<int> leaves_of(std::string_view requirement) const;
  void add_total();
  void set_previous();

  [[nodiscard]] std::int64_t scaled(const Rational& credits) const;
  [[nodiscard]] std::optional<Rational> amount_of(const Attempt& attempt) const;

  Compiled& out_;
  const Options& options_;
  Situation situation_;
  std::vector<Path> leaf_paths_;
  std::vector<std::vector<Attempt>> readings_;  // by item: itself as substitutions let it read
  std::vector<std::pair<std::size_t, std::string>> block_references_;
  std::vector<std::pair<std::size_t, std::vector<Limit>>> leaf_limits_;  // of takings, by node
  std::int64_t point_unit_ = 1;
  solve::ItemSet unstated_;  // items whose credits the record does not state
};

// Does the selector ask what the record often does not say, so that it cannot be checked rather than is doubtful:
// origin, timing, pass/fail?
[[nodiscard]] bool asks_provenance(const Selector& selector);

}  // namespace crosswalk::audit
