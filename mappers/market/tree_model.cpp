// SPDX-License-Identifier: Apache-2.0
#include "mappers/market/tree_model.hpp"

#include <algorithm>

#include "lib/diagnostics/error.hpp"
#include "mappers/audit/exceptions.hpp"

namespace crosswalk::market {
namespace {

using Kind = Condition::Kind;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

const Requirement* find(const Requirement& root, const std::string& id) {
  if (root.id.text == id) return &root;
  for (const Requirement& part : root.parts)
    if (const Requirement* found = find(part, id)) return found;
  return nullptr;
}

Sum always() {
  Sum out;
  out.constant = 1;
  return out;
}

std::string title_of(const Requirement& requirement) {
  return requirement.title.empty() ? requirement.id.text : requirement.title;
}

}  // namespace

TreeModel::TreeModel(Model& model, const Programme& target)
    : model_(model), target_(audit::expanded(target, applied_)), situation_(model.situation_) {
  situation_.sets = &target_.sets;
  situation_.equivalences = target_.equivalences;
  situation_.grade_scale = target_.grade_scale;
  situation_.system = target_.system;
  situation_.record = model.inputs_.record;
  root_ = &target_.root;
  if (model.options_.part.empty()) return;
  root_ = find(target_.root, model.options_.part);
  if (root_ == nullptr)
    throw UsageError("the programme '" + target_.id.text + "' has no requirement '" + model.options_.part + "'");
}

void TreeModel::run() {
  count_items();
  require(*root_, always(), {}, "");
  if (root_ == &target_.root) add_pending(target_.limits, 0, always(), target_.title);
  set_exclusive();
  for (const Pending& pending : pending_) add_limit(pending);
  for (const auto& [when, id] : references_) {
    const auto known = satisfied_.find(id);
    if (known == satisfied_.end()) continue;
    model_.begin("requirement: " + id);
    Sum row = known->second;
    row.add(when, -1);
    model_.at_least(std::move(row), 0);
  }
  if (root_ == &target_.root) add_total();
}

void TreeModel::note(const std::string& text) {
  if (std::ranges::find(model_.notes_, text) == model_.notes_.end()) model_.notes_.push_back(text);
}

std::int64_t TreeModel::credits(int item) const {
  const Item& one = model_.universe_.items[at(item)];
  if (one.credits.is_zero() && one.attempt.credits.empty() && target_.default_credits)
    return model_.scaled(*target_.default_credits);
  return model_.scaled(one.credits);
}

// The same course earned twice counts once.
void TreeModel::count_items() {
  const auto& items = model_.universe_.items;
  count_ = model_.have_;
  std::map<std::string, std::vector<std::size_t>> same;
  for (std::size_t i = 0; i < items.size(); ++i)
    if (!items[i].attempt.code.empty() && !items[i].attempt.attributes.contains("repeatable"))
      same[items[i].attempt.institution.text + "\n" + items[i].attempt.code.key()].push_back(i);
  model_.begin("what is offered");
  for (const auto& [code, members] : same) {
    if (members.size() < 2) continue;
    Sum once;
    for (const std::size_t i : members) {
      const int column = model_.column();
      Sum have = model_.have_[i];
      have.add(column, -1);
      model_.at_least(std::move(have), 0);
      count_[i] = {};
      count_[i].add(column);
      once.add(column);
    }
    model_.at_most(std::move(once), 1);
  }
}

void TreeModel::require(const Requirement& requirement, const Sum& when, Path path, const std::string& title) {
  path.push_back(&requirement);
  const std::size_t first = leaves_.size();
  satisfied_[requirement.id.text] = when;
  const bool waived = std::ranges::any_of(target_.exceptions, [&](const Exception& exception) {
    return exception.kind == Exception::Kind::waive && exception.requirement == requirement.id;
  });
  const bool applies = !waived && !(requirement.when && evaluate(*requirement.when, situation_).no());
  const std::string name = requirement.title.empty() && !title.empty() ? title : title_of(requirement);
  if (applies && !requirement.optional) {
    if (!requirement.parts.empty()) require_parts(requirement, when, path);
    if (requirement.need && requirement.parts.empty()) require_condition(*requirement.need, when, path, name);
    if (requirement.need && !requirement.parts.empty() && requirement.need->kind == Kind::take)
      require_over_parts(requirement.need->take, when, first, name);
    add_pending(requirement.limits, first, when, name);
  }
  range_[requirement.id.text] = {first, leaves_.size()};
}

void TreeModel::require_parts(const Requirement& requirement, const Sum& when, const Path& path) {
  const bool every = !requirement.at_least && !requirement.at_most;
  if (every || requirement.every_part)
    for (const Requirement& part : requirement.parts)
      if (every || !part.optional) require(part, when, path, "");
  if (every) return;
  std::vector<std::pair<Sum, Sum>> parts;  // satisfied, what is used below
  for (const Requirement& part : requirement.parts) {
    if (part.optional) continue;
    Sum satisfied;
    const std::size_t first = leaves_.size();
    if (requirement.every_part) {
      satisfied = when;
    } else {
      satisfied.add(model_.column());
      require(part, satisfied, path, "");
    }
    Sum below;
    for (std::size_t leaf = first; leaf < leaves_.size(); ++leaf)
      for (const auto& [item, column] : leaves_[leaf].fills) below.add(column);
    parts.emplace_back(std::move(satisfied), std::move(below));
  }
  require_areas(requirement, when, std::move(parts));
}

// So many satisfied parts, or what they pass up; so many that use a course.
void TreeModel::require_areas(const Requirement& requirement, const Sum& when, std::vector<std::pair<Sum, Sum>> parts) {
  model_.begin("requirement: " + title_of(requirement));
  Sum enough, areas;
  for (auto& [satisfied, below] : parts) {
    Sum passed = satisfied;
    if (requirement.counting == Counting::all_courses) passed = below;
    if (requirement.counting == Counting::courses) {
      const std::int64_t most = requirement.passes_at_most.value_or(99);
      passed = {};
      passed.add(model_.column(most));
      Sum limited = satisfied, real = below;
      limited.add(satisfied, most - 1);
      limited.add(passed, -1);
      real.add(passed, -1);
      model_.at_least(std::move(limited), 0);
      model_.at_least(std::move(real), 0);
    }
    if (requirement.counting == Counting::used_parts || requirement.min_areas) {
      Sum area;
      area.add(model_.column());
      Sum real = below, of = satisfied;
      real.add(area, -1);
      of.add(area, -1);
      model_.at_least(std::move(real), 0);
      model_.at_least(std::move(of), 0);
      areas.add(area);
      if (requirement.counting == Counting::used_parts) passed = area;
    }
    enough.add(passed);
  }
  enough.add(when, -requirement.at_least.value_or(0));
  model_.at_least(std::move(enough), 0);
  if (!requirement.min_areas) return;
  areas.add(when, -*requirement.min_areas);
  model_.at_least(std::move(areas), 0);
}

// A need beside parts speaks of the courses the parts use.
void TreeModel::require_over_parts(const Take& take, const Sum& when, std::size_t first, const std::string& title) {
  model_.begin("requirement: " + title);
  std::vector<std::size_t> leaves;
  for (std::size_t leaf = first; leaf < leaves_.size(); ++leaf) leaves.push_back(leaf);
  Sum courses, amount;
  for (const int item : selected(take.from)) {
    const Sum one = used(item, leaves, true);
    courses.add(one);
    amount.add(one, credits(item));
  }
  if (take.min_courses) {
    courses.add(when, -*take.min_courses);
    model_.at_least(std::move(courses), 0);
  }
  if (take.min_credits) {
    amount.add(when, -model_.scaled(*take.min_credits));
    model_.at_least(std::move(amount), 0);
  }
  add_pending(take.limits, first, when, title);
}

void TreeModel::require_condition(const Condition& condition, const Sum& when, const Path& path,
                                  const std::string& title) {
  switch (condition.kind) {
    case Kind::take:
      return require_leaf(condition.take, when, path, title);
    case Kind::all:
      for (const Condition& part : condition.parts) require_condition(part, when, path, title);
      return;
    case Kind::any:
    case Kind::k_of: {
      Sum enough;
      for (const Condition& part : condition.parts) {
        Sum one;
        one.add(model_.column());
        require_condition(part, one, path, title);
        enough.add(one);
      }
      model_.begin("requirement: " + title);
      enough.add(when, -(condition.kind == Kind::any ? 1 : condition.count));
      return model_.at_least(std::move(enough), 0);
    }
    case Kind::choice: {
      const Truth test = evaluate(condition.parts.at(0), situation_);
      if (test.unknown()) return note(title + ": which branch applies is left to the audit");
      const std::size_t branch = test.yes() ? 1 : 2;
      if (branch < condition.parts.size()) require_condition(condition.parts[branch], when, path, title);
      return;
    }
    case Kind::block:
      references_.emplace_back(when, condition.key);
      return;
    default: {
      const Truth truth = evaluate(condition, situation_);
      if (truth.yes()) return;
      if (truth.unknown()) return note(title + ": left to the audit: " + to_string(condition));
      model_.begin("requirement: " + title);
      return model_.at_most(when, 0);
    }
  }
}

bool TreeModel::eligible(const Take& take, int item, const Path& path) const {
  const Item& one = model_.universe_.items[at(item)];
  const Attempt& attempt = one.attempt;
  if (!attempt.subject_credit) return false;
  Truth out = matches(take.from, attempt, situation_) && meets(take.grade, attempt, situation_);
  const Rational amount = one.credits;
  if (take.min_units && amount < *take.min_units) out = false;
  if (take.max_units && amount > *take.max_units) out = false;
  const auto here = [&](const RequirementId& id) {
    return id.empty() || std::ranges::any_of(path, [&](const Requirement* r) { return r->id == id; });
  };
  for (const Exception& exception : target_.exceptions) {
    if (!matches(exception.course, attempt, situation_).yes() || !here(exception.requirement)) continue;
    if (exception.kind == Exception::Kind::insert || exception.kind == Exception::Kind::force_insert) out = true;
    if (exception.kind == Exception::Kind::block_course) return false;
  }
  return out.yes();
}

void TreeModel::require_leaf(const Take& take, const Sum& when, const Path& path, const std::string& title) {
  model_.begin("requirement: " + title);
  Leaf leaf{path, {}};
  Sum courses, amount;
  const std::int64_t weight = std::max(1, take.multiplicity);
  for (int item = 0; item < static_cast<int>(count_.size()); ++item) {
    if (count_[at(item)].never() || !eligible(take, item, path)) continue;
    const int column = model_.column();
    leaf.fills.emplace_back(item, column);
    courses.add(column, weight);
    amount.add(column, credits(item));
  }
  const bool asks_credits = take.min_credits || take.max_credits;
  const std::int64_t least = take.min_courses.value_or(asks_credits || take.max_courses ? 0 : 1);
  Sum by_courses = when, by_credits = when;
  if (take.join == Take::Join::either && take.min_courses && take.min_credits) {
    by_courses = by_credits = {};
    by_courses.add(model_.column());
    by_credits.add(model_.column());
    Sum one = by_courses;
    one.add(by_credits);
    one.add(when, -1);
    model_.at_least(std::move(one), 0);
  }
  if (take.max_courses) model_.at_most(courses, *take.max_courses);
  if (take.max_credits) model_.at_most(amount, model_.scaled(*take.max_credits));
  courses.add(by_courses, -least);
  if (least > 0) model_.at_least(std::move(courses), 0);
  if (take.min_credits) {
    amount.add(by_credits, -model_.scaled(*take.min_credits));
    model_.at_least(std::move(amount), 0);
  }
  const std::size_t index = leaves_.size();
  leaves_.push_back(std::move(leaf));
  for (const Selector& selector : take.including) {
    Sum among;
    for (const int item : selected(selector)) among.add(used(item, {index}, true));
    among.add(when, -1);
    model_.at_least(std::move(among), 0);
  }
  if (take.whole_at_one_institution) note(title + ": that all is taken at one institution is left to the audit");
  add_pending(take.limits, index, when, title);
}

void TreeModel::add_pending(const std::vector<Limit>& limits, std::size_t first, const Sum& when,
                            const std::string& title) {
  for (const Limit& limit : limits)
    pending_.push_back(
        {&limit, first, leaves_.size(), when, limit.text.empty() ? title + ": " + to_string(limit) : limit.text});
}

bool TreeModel::shares(const Path& a, const Path& b) const {
  const auto names = [&](const std::string& id) {
    return id == "*" || std::ranges::any_of(b, [&](const Requirement* r) { return r->id.text == id; });
  };
  return std::ranges::any_of(a, [&](const Requirement* requirement) {
    if (std::ranges::any_of(requirement->share_with, names)) return true;
    return std::ranges::any_of(requirement->limits, [&](const Limit& limit) {
      const bool sharing =
          limit.measure == Limit::Measure::shared_courses || limit.measure == Limit::Measure::shared_credits;
      const bool inside = std::ranges::find(b, requirement) != b.end();
      return sharing && !inside && (limit.partner.empty() || names(limit.partner));
    });
  });
}

bool TreeModel::excludes(const Path& a, const Path& b) const {
  return std::ranges::any_of(a, [&](const Requirement* requirement) {
    return std::ranges::any_of(requirement->exclusive_of, [&](const std::string& id) {
      return std::ranges::any_of(b, [&](const Requirement* r) { return r->id.text == id; });
    });
  });
}

bool TreeModel::apart(std::size_t a, std::size_t b) const {
  const auto everything = [](const Path& path) {
    return std::ranges::any_of(path, [](const Requirement* r) { return r->everything_counts; });
  };
  const Path &x = leaves_[a].path, &y = leaves_[b].path;
  if (everything(x) || everything(y)) return false;
  const bool shared = target_.share_by_default || shares(x, y) || shares(y, x);
  return !shared || excludes(x, y) || excludes(y, x);
}

void TreeModel::set_exclusive() {
  model_.begin("what is offered");
  std::map<int, std::vector<std::pair<std::size_t, int>>> of_item;
  for (std::size_t leaf = 0; leaf < leaves_.size(); ++leaf)
    for (const auto& [item, column] : leaves_[leaf].fills) of_item[item].emplace_back(leaf, column);
  std::int64_t uses = -1;
  for (const Pending& pending : pending_)
    if (pending.limit->measure == Limit::Measure::uses) {
      const std::int64_t most = pending.limit->amount.numerator() / pending.limit->amount.denominator();
      uses = uses < 0 ? most : std::min(uses, most);
    }
  for (const auto& [item, fills] : of_item) {
    exclude_fills(item, fills);
    if (uses < 0) continue;
    Sum all;
    for (const auto& [leaf, column] : fills) all.add(column);
    model_.at_most(std::move(all), uses);
  }
}

// Leaves that may not share an item are covered by groups, each of which it fills once.
void TreeModel::exclude_fills(int item, const std::vector<std::pair<std::size_t, int>>& fills) {
  std::vector<std::vector<std::size_t>> groups;
  for (std::size_t i = 0; i < fills.size(); ++i) {
    bool placed = false;
    for (auto& group : groups)
      if (!placed && std::ranges::all_of(group, [&](std::size_t o) { return apart(fills[i].first, fills[o].first); })) {
        group.push_back(i);
        placed = true;
      }
    if (!placed) groups.push_back({i});
  }
  std::vector<int> group_of(fills.size());
  for (std::size_t g = 0; g < groups.size(); ++g) {
    Sum row = count_[at(item)];
    for (const std::size_t i : groups[g]) {
      row.add(fills[i].second, -1);
      group_of[i] = static_cast<int>(g);
    }
    model_.at_least(std::move(row), 0);
  }
  for (std::size_t a = 0; a < fills.size(); ++a)
    for (std::size_t b = a + 1; b < fills.size(); ++b) {
      if (group_of[a] == group_of[b] || !apart(fills[a].first, fills[b].first)) continue;
      Sum both;
      both.add(fills[a].second);
      both.add(fills[b].second);
      model_.at_most(std::move(both), 1);
    }
}

std::vector<int> TreeModel::selected(const Selector& selector) const {
  std::vector<int> out;
  for (int item = 0; item < static_cast<int>(count_.size()); ++item)
    if (matches(selector, model_.universe_.items[at(item)].attempt, situation_).yes()) out.push_back(item);
  return out;
}

}  // namespace crosswalk::market
