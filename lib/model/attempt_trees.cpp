// SPDX-License-Identifier: Apache-2.0
#include "lib/model/attempt_trees.hpp"

#include <algorithm>
#include <limits>

namespace crosswalk {
namespace {

// A title is only needed where one whole degree may be listed twice.
bool may_be_degree(const Attempt& attempt) {
  constexpr std::int64_t a_year = 60;
  return attempt.kind == AttemptKind::programme || attempt.kind == AttemptKind::qualification ||
         std::ranges::any_of(attempt.credits, [](const StatedCredit& c) { return c.amount >= Rational(a_year); });
}

AttemptNode node_of(std::size_t index, const Attempt& attempt) {
  AttemptNode node;
  node.index = index;
  node.status = attempt.status;
  node.kind = attempt.kind;
  for (const StatedCredit& credit : attempt.credits) node.credits.emplace_back(credit.system, credit.amount);
  node.id = attempt.id;
  if (may_be_degree(attempt)) node.title = attempt.title.text();
  if (!attempt.code.empty()) node.key = attempt.institution.text + "\x1f" + attempt.code.key();
  node.date = attempt.completed ? attempt.completed : attempt.taken();
  node.line = attempt.where.line.value_or(0);
  node.column = attempt.where.column.value_or(0);
  return node;
}

}  // namespace

std::optional<Rational> AttemptNode::credit(const std::string& system) const {
  for (const auto& [its_system, amount] : credits)
    if (its_system == system) return amount;
  return std::nullopt;
}

void AttemptTrees::add(std::size_t index, const Attempt& attempt) {
  // A root ends all trees numbered before it; those numbered after it are its own parts, streamed ahead of it.
  if (!attempt.parent) hand_over(index);
  pending_.push_back({node_of(index, attempt), attempt.parent});
}

void AttemptTrees::finish() { hand_over(std::numeric_limits<std::size_t>::max()); }

void AttemptTrees::hand_over(std::size_t before) {
  if (pending_.empty()) return;
  std::ranges::sort(pending_, {}, [](const Pending& p) { return p.node.index; });
  std::vector<Pending> kept;
  AttemptTree tree;
  for (Pending& each : pending_) {
    if (each.node.index >= before) {
      kept.push_back(std::move(each));
      continue;
    }
    if (!each.parent_index) {
      if (!tree.empty()) tree_(tree);
      tree.clear();
    } else {
      const auto parent = std::ranges::lower_bound(tree, *each.parent_index, {}, &AttemptNode::index);
      if (parent != tree.end() && parent->index == *each.parent_index)
        each.node.parent = static_cast<std::size_t>(parent - tree.begin());
    }
    tree.push_back(std::move(each.node));
  }
  if (!tree.empty()) tree_(tree);
  pending_ = std::move(kept);
}

}  // namespace crosswalk
