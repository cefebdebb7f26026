// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "mappers/market/model.hpp"

namespace crosswalk::market {

// One target's requirement tree as rows of a model: what counts for what. It says what the audit says, as far as rows
// can (docs/algorithms/market.md lists what is left to the audit).
class TreeModel {
 public:
  TreeModel(Model& model, const Programme& target);
  void run();

 private:
  using Path = std::vector<const Requirement*>;
  struct Leaf {
    Path path;
    std::vector<std::pair<int, int>> fills;  // item, column
  };
  struct Pending {  // a limit, once every leaf is there
    const Limit* limit = nullptr;
    std::size_t first = 0, last = 0;  // leaves it is about
    Sum when;
    std::string title;
  };

  void count_items();
  void require(const Requirement& requirement, const Sum& when, Path path, const std::string& title);
  void require_parts(const Requirement& requirement, const Sum& when, const Path& path);
  void require_areas(const Requirement& requirement, const Sum& when, std::vector<std::pair<Sum, Sum>> parts);
  void require_over_parts(const Take& take, const Sum& when, std::size_t first, const std::string& title);
  void require_condition(const Condition& condition, const Sum& when, const Path& path, const std::string& title);
  void require_leaf(const Take& take, const Sum& when, const Path& path, const std::string& title);
  void add_pending(const std::vector<Limit>& limits, std::size_t first, const Sum& when, const std::string& title);

  void set_exclusive();
  void exclude_fills(int item, const std::vector<std::pair<std::size_t, int>>& fills);
  [[nodiscard]] bool apart(std::size_t a, std::size_t b) const;
  [[nodiscard]] bool shares(const Path& a, const Path& b) const;
  [[nodiscard]] bool excludes(const Path& a, const Path& b) const;

  void add_limit(const Pending& pending);
  void add_amount(const Pending& pending, bool courses);
  void add_share(const Pending& pending);
  void add_distinct(const Pending& pending);
  void add_each(const Pending& pending);
  void add_sharing(const Pending& pending);
  [[nodiscard]] std::vector<std::size_t> scope(const Pending& pending) const;
  [[nodiscard]] std::vector<std::size_t> partners(const Pending& pending) const;
  // Whether an item is used in the leaves: at most so (for floors) or at least so (for maxima).
  Sum used(int item, const std::vector<std::size_t>& leaves, bool at_most);
  [[nodiscard]] std::vector<int> selected(const Selector& selector) const;
  void floor_or_cap(const Pending& pending, const Sum& amount, std::int64_t limit, std::int64_t scale,
                    const std::string& unit);

  void add_total();
  [[nodiscard]] std::int64_t credits(int item) const;
  [[nodiscard]] bool eligible(const Take& take, int item, const Path& path) const;
  void note(const std::string& text);

  Model& model_;
  Programme target_;  // blocks expanded
  std::vector<std::string> applied_;
  Situation situation_;
  std::vector<Sum> count_;  // by item
  std::vector<Leaf> leaves_;
  std::vector<Pending> pending_;
  std::map<std::string, std::pair<std::size_t, std::size_t>> range_;  // leaves of a requirement
  std::map<std::string, Sum> satisfied_;
  std::vector<std::pair<Sum, std::string>> references_;  // implications to requirements by id
  const Requirement* root_ = nullptr;
};

}  // namespace crosswalk::market
