// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/audit/compiler.hpp"
#include "mappers/audit/exceptions.hpp"

namespace crosswalk::audit {

using Kind = Condition::Kind;

Compiler::Compiler(Compiled& out, const Options& options) : out_(out), options_(options) {
  situation_.record = &out.record;
  situation_.sets = &out.programme.sets;
  situation_.equivalences = out.programme.equivalences;
  situation_.scales = options.scales;
  situation_.grade_scale = out.programme.grade_scale;
  situation_.system = out.programme.system;
  situation_.decision = options.as_of ? options.as_of : out.record.latest_date();
  std::string catalogue = options.catalogue;
  if (const auto at = out.record.declared.find("catalogue");
      catalogue.empty() && at != out.record.declared.end() && !at->second.empty())
    catalogue = at->second.front();
  situation_.catalogue = Date::parse(catalogue);
  out.system = out.programme.system;
}

void Compiler::run() {
  out_.record = excepted(out_.record, out_.programme, situation_, out_.applied_exceptions);
  choose_items();
  set_unit();
  fill_items();
  add(out_.programme.root, {}, false, false);
  resolve_blocks();
  force_inserts();
  set_exclusive();
  for (const auto& [node, limits] : leaf_limits_) add_limits(limits, node);
  for (std::size_t i = 0; i < out_.nodes.size(); ++i) {
    const Requirement* requirement = out_.nodes[i].requirement;
    if (requirement == nullptr || !out_.nodes[i].applies || out_.nodes[i].waived) continue;
    add_limits(requirement->limits, i);
    if (out_.nodes[i].maybe) out_.possible.nodes[i].constraints.clear();
  }
  add_limits(out_.programme.limits, 0);
  add_total();
  set_previous();
  for (std::size_t i = 0; i < out_.sure.leaves.size() && !out_.doubtful; ++i)
    out_.doubtful = !(out_.sure.leaves[i].eligible == out_.possible.leaves[i].eligible);
}

std::size_t Compiler::add_node() {
  out_.sure.nodes.emplace_back();
  out_.possible.nodes.emplace_back();
  out_.nodes.emplace_back();
  return out_.nodes.size() - 1;
}

// What is decided before any course is looked at: not applicable, waived.
bool Compiler::settle(const Requirement& requirement, std::size_t node) {
  NodeMeaning& meaning = out_.nodes[node];
  const Truth applies = requirement.when ? evaluate(*requirement.when, situation_) : Truth(true);
  if (applies.no()) {
    meaning.applies = false;
    set_truth(node, true);
    return true;
  }
  if (applies.unknown()) {
    meaning.doubts = applies.doubts();
    meaning.maybe = true;
    out_.doubtful = true;
  }
  for (const Exception& exception : out_.programme.exceptions)
    if (exception.kind == Exception::Kind::waive && exception.requirement == requirement.id) meaning.waived = true;
  if (meaning.waived) set_truth(node, true);
  return meaning.waived;
}

int Compiler::add(const Requirement& requirement, Path path, bool everything, bool top) {
  const std::size_t node = add_node();
  path.push_back(&requirement);
  out_.nodes[node].requirement = &requirement;
  for (const std::string& text : requirement.advice) out_.advice.push_back(text);
  for (const std::string& text : requirement.unchecked)
    out_.unchecked.push_back((requirement.title.empty() ? requirement.id.text : requirement.title) + ": " + text);
  const bool all = everything || requirement.everything_counts;
  const bool settled = settle(requirement, node);
  const bool counted = out_.nodes[node].applies;
  for (solve::Problem* problem : {&out_.sure, &out_.possible}) {
    solve::Node& into = problem->nodes[node];
    into.optional = requirement.optional;
    into.priority = requirement.priority;
    into.passes_at_most = requirement.passes_at_most.value_or(-1);
    into.is_top = top && counted;
    into.is_leaf = requirement.parts.empty() && counted;
  }
  if (settled) return static_cast<int>(node);
  set_group(requirement, node, all);
  for (const Requirement& part : requirement.parts) {
    const int child = add(part, path, all, node == 0);
    out_.sure.nodes[node].parts.push_back(child);
    out_.possible.nodes[node].parts.push_back(child);
  }
  set_need(requirement, node, path, all);
  if (out_.nodes[node].maybe) make_free(node);
  return static_cast<int>(node);
}

void Compiler::set_group(const Requirement& requirement, std::size_t node, bool everything) {
  static_assert(static_cast<int>(Counting::all_courses) == static_cast<int>(solve::Counting::all_courses));
  for (solve::Problem* problem : {&out_.sure, &out_.possible}) {
    solve::Node& into = problem->nodes[node];
    into.at_least = requirement.at_least.value_or(requirement.at_most ? 0 : -1);
    into.at_most = requirement.at_most.value_or(-1);
    into.strict = everything && requirement.at_most.has_value();
    into.counting = static_cast<solve::Counting>(requirement.counting);
    into.every = requirement.every_part;
    into.min_areas = requirement.min_areas.value_or(0);
  }
}

void Compiler::set_need(const Requirement& requirement, std::size_t node, const Path& path, bool everything) {
  if (!requirement.need) {
    if (!requirement.parts.empty()) return;
    set_truth(node, true);
    if (requirement.advice.empty() && !requirement.title.empty()) out_.advice.push_back(requirement.title);
    return;
  }
  if (requirement.parts.empty())
    add_condition(*requirement.need, node, path, everything);
  else
    need_over_parts(requirement, node);
}

// A need beside parts speaks of the courses the parts use.
void Compiler::need_over_parts(const Requirement& requirement, std::size_t node) {
  const Condition& need = *requirement.need;
  if (need.kind != Kind::take) {
    set_truth(node, evaluate(need, situation_));
    return;
  }
  const Take& take = need.take;
  std::vector<Limit> limits = take.limits;
  const auto demand = [&](Limit::Measure measure, const Rational& amount, Limit::Bound bound) {
    Limit limit;
    limit.bound = bound;
    limit.measure = measure;
    limit.amount = amount;
    limit.of = take.from;
    limits.push_back(limit);
  };
  if (take.min_courses) demand(Limit::Measure::courses, *take.min_courses, Limit::Bound::at_least);
  if (take.max_courses) demand(Limit::Measure::courses, *take.max_courses, Limit::Bound::at_most);
  if (take.min_credits) demand(Limit::Measure::credits, *take.min_credits, Limit::Bound::at_least);
  if (take.max_credits) demand(Limit::Measure::credits, *take.max_credits, Limit::Bound::at_most);
  for (const Selector& selector : take.including) {
    demand(Limit::Measure::courses, 1, Limit::Bound::at_least);
    limits.back().of = selector;
  }
  add_limits(limits, node);
}

void Compiler::add_condition(const Condition& condition, std::size_t node, const Path& path, bool everything) {
  out_.nodes[node].condition = &condition;
  switch (condition.kind) {
    case Kind::take:
      add_leaf(condition.take, node, path, everything);
      return;
    case Kind::all:
    case Kind::any:
    case Kind::k_of:
    case Kind::choice:
      break;
    case Kind::block:
      block_references_.emplace_back(node, condition.key);
      return;
    default:
      out_.nodes[node].text = condition.kind == Kind::text;
      set_truth(node, evaluate(condition, situation_));
      return;
  }
  std::size_t first = 0, last = condition.parts.size();
  int sure = condition.kind == Kind::any ? 1 : condition.kind == Kind::k_of ? condition.count : -1, possible = sure;
  if (condition.kind == Kind::choice) {
    const Truth test = evaluate(condition.parts.at(0), situation_);
    first = test.no() ? 2 : 1;
    last = test.yes() ? 2 : condition.parts.size();
    possible = test.unknown() ? 1 : -1;
    if (test.unknown()) {
      out_.nodes[node].doubts = test.doubts();
      out_.doubtful = true;
      if (condition.parts.size() < 3) possible = 0;
    }
  }
  if (first >= last) set_truth(node, true);
  for (std::size_t i = first; i < last; ++i) {
    const int child = add_hidden(condition.parts[i], path, everything);
    out_.sure.nodes[node].parts.push_back(child);
    out_.possible.nodes[node].parts.push_back(child);
  }
  out_.sure.nodes[node].at_least = sure;
  out_.possible.nodes[node].at_least = possible;
}

int Compiler::add_hidden(const Condition& condition, const Path& path, bool everything) {
  const std::size_t node = add_node();
  add_condition(condition, node, path, everything);
  return static_cast<int>(node);
}

void Compiler::set_truth(std::size_t node, const Truth& truth) {
  const auto lay = [&](solve::Problem& problem, bool value) {
    problem.nodes[node].truth = problem.nodes[node].truth.value_or(true) && value;
  };
  lay(out_.sure, truth.yes());
  lay(out_.possible, !truth.no());
  if (!truth.unknown()) return;
  for (const Doubt& doubt : truth.doubts()) out_.nodes[node].doubts.push_back(doubt);
  out_.doubtful = true;
}

// Whether it applies is not known: possibly nothing is asked.
void Compiler::make_free(std::size_t node) {
  solve::Node& into = out_.possible.nodes[node];
  into.at_least = into.parts.empty() ? into.at_least : 0;
  if (into.leaf >= 0) {
    solve::Leaf& leaf = out_.possible.leaves[static_cast<std::size_t>(into.leaf)];
    leaf.min_count = 0;
    leaf.min_credits = 0;
    leaf.either = false;
  } else if (into.parts.empty()) {
    into.truth = true;
  }
}

Truth Compiler::selected(const Selector& selector, const Attempt& attempt) const {
  const Truth found = matches(selector, attempt, situation_);
  if (!asks_provenance(selector) || attempt.origin != Origin::unknown) return found;
  return {Unknown::missing_attribute, "where " + crosswalk::to_string(attempt.code) + " was taken is not stated"};
}

Truth Compiler::eligible(const Take& take, const Attempt& attempt) const {
  Truth out = matches(take.from, attempt, situation_);
  if (out.no()) return out;
  out = out && meets(take.grade, attempt, situation_);
  if (take.min_units || take.max_units) {
    const auto amount = amount_of(attempt);
    if (!amount)
      return out && Truth(Unknown::missing_credits, "no credits stated for " + crosswalk::to_string(attempt.code));
    out = out &&
          Truth((!take.min_units || *amount >= *take.min_units) && (!take.max_units || *amount <= *take.max_units));
  }
  return out;
}

Truth Compiler::eligible(const Take& take, std::size_t item, const Path& path) const {
  const Attempt& attempt = *out_.items[item];
  const auto here = [&](const RequirementId& id) {
    return id.empty() || std::ranges::any_of(path, [&](const Requirement* r) { return r->id == id; });
  };
  Truth out = attempt.subject_credit ? eligible(take, attempt) : Truth(false);
  for (const Attempt& reading : readings_[item])
    if (here({reading.attributes.at("substitution for")})) out = out || eligible(take, reading);
  for (const Exception& exception : out_.programme.exceptions) {
    using Exempt = Exception::Kind;
    if (!matches(exception.course, attempt, situation_).yes() || !here(exception.requirement)) continue;
    if (exception.kind == Exempt::insert || exception.kind == Exempt::force_insert) out = true;
    if (exception.kind == Exempt::block_course) return false;
  }
  return out;
}

void Compiler::add_leaf(const Take& take, std::size_t node, const Path& path, bool everything) {
  solve::Leaf leaf;
  leaf.min_count = take.min_courses.value_or(take.min_credits || take.max_courses || take.max_credits ? 0 : 1);
  leaf.max_count = take.max_courses.value_or(-1);
  if (take.min_credits) leaf.min_credits = scaled(*take.min_credits);
  if (take.max_credits) leaf.max_credits = scaled(*take.max_credits);
  leaf.either = take.join == Take::Join::either && take.min_courses && take.min_credits;
  leaf.weight = std::max(1, take.multiplicity);
  leaf.everything = everything;
  solve::Leaf wide = leaf;
  std::vector<Doubt>& doubts = out_.nodes[node].doubts;
  for (std::size_t i = 0; i < out_.items.size(); ++i) {
    const Truth fits = eligible(take, i, path);
    if (fits.no()) continue;
    wide.eligible.insert(i);
    const bool unstated = unstated_.contains(i);
    if (unstated) wide.max_credits = -1;
    if (fits.yes() && out_.items[i]->achieved() && !(unstated && take.max_credits)) leaf.eligible.insert(i);
    for (const Doubt& doubt : fits.doubts())
      if (std::ranges::find(doubts, doubt) == doubts.end()) doubts.push_back(doubt);
  }
  const auto index = static_cast<int>(out_.sure.leaves.size());
  out_.sure.leaves.push_back(leaf);
  out_.possible.leaves.push_back(wide);
  out_.sure.nodes[node].leaf = out_.possible.nodes[node].leaf = index;
  out_.leaf_owner.push_back(path.back()->id.text);
  out_.takes.push_back(&take);
  leaf_paths_.push_back(path);
  std::vector<Limit> limits = take.limits;
  for (const Selector& selector : take.including) {
    Limit limit;
    limit.bound = Limit::Bound::at_least;
    limit.measure = Limit::Measure::courses;
    limit.amount = 1;
    limit.of = selector;
    limits.push_back(limit);
  }
  if (take.whole_at_one_institution) {
    Limit limit;
    limit.measure = Limit::Measure::distinct;
    limit.amount = 1;
    limit.by = Attribute::institution;
    limits.push_back(limit);
  }
  leaf_limits_.emplace_back(node, std::move(limits));  // added when every leaf is known
}

// A course forced into a requirement is taken out of every other.
void Compiler::force_inserts() {
  for (const Exception& exception : out_.programme.exceptions) {
    if (exception.kind != Exception::Kind::force_insert) continue;
    for (std::size_t item = 0; item < out_.items.size(); ++item) {
      if (!matches(exception.course, *out_.items[item], situation_).yes()) continue;
      for (std::size_t leaf = 0; leaf < leaf_paths_.size(); ++leaf) {
        const bool inside = std::ranges::any_of(leaf_paths_[leaf],
                                                [&](const Requirement* r) { return r->id == exception.requirement; });
        if (inside) continue;
        out_.sure.leaves[leaf].eligible.erase(item);
        out_.possible.leaves[leaf].eligible.erase(item);
      }
    }
  }
}

void Compiler::resolve_blocks() {
  for (const auto& [node, id] : block_references_) {
    const auto at = std::ranges::find_if(out_.nodes, [&](const NodeMeaning& meaning) {
      return meaning.requirement != nullptr && meaning.requirement->id.text == id;
    });
    if (at == out_.nodes.end()) {
      const auto held = out_.record.declared.find("blocks");
      const bool declared =
          held != out_.record.declared.end() && std::ranges::find(held->second, id) != held->second.end();
      set_truth(node,
                declared ? Truth(true) : Truth(Unknown::needs_person, "whether the block " + id + " is satisfied"));
      continue;
    }
    const auto index = static_cast<int>(at - out_.nodes.begin());
    out_.sure.nodes[node].same_as = out_.possible.nodes[node].same_as = index;
  }
}

void Compiler::set_previous() {
  if (options_.previous.empty()) return;
  std::vector<solve::ItemSet> previous(leaf_paths_.size());
  for (std::size_t leaf = 0; leaf < previous.size(); ++leaf) {
    const auto at = options_.previous.find(out_.leaf_owner[leaf]);
    if (at == options_.previous.end()) continue;
    for (std::size_t item = 0; item < out_.items.size(); ++item)
      if (std::ranges::find(at->second, crosswalk::to_string(out_.items[item]->code)) != at->second.end())
        previous[leaf].insert(item);
  }
  out_.sure.previous = out_.possible.previous = previous;
}

std::unique_ptr<Compiled> compile(const LearnerRecord& record, const Programme& programme, const Options& options) {
  auto out = std::make_unique<Compiled>();
  out->record = record;
  out->programme = expanded(programme, out->applied_exceptions);
  Compiler(*out, options).run();
  return out;
}

}  // namespace crosswalk::audit
