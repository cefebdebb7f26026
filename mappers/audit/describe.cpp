// SPDX-License-Identifier: Apache-2.0
#include "mappers/audit/describe.hpp"

#include <algorithm>

#include "lib/solve/selection_tree.hpp"

namespace crosswalk::audit {

using solve::ItemSet;

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::satisfied:
      return "satisfied";
    case Standing::in_progress:
      return "in-progress";
    case Standing::planned:
      return "planned";
    case Standing::unknown:
      return "unknown";
    case Standing::partial:
      return "partial";
    case Standing::missing:
      return "missing";
    case Standing::waived:
      return "waived";
    case Standing::not_applicable:
      return "not-applicable";
  }
  return "unknown";
}

Shown shown(const Compiled& compiled, const solve::Problem& problem, solve::Solution solution) {
  Shown out;
  out.problem = &problem;
  std::vector<ItemSet> certain = solution.used;
  for (std::size_t i = 0; i < certain.size(); ++i) certain[i] &= compiled.sure.leaves[i].eligible;
  out.certain = solve::evaluate(compiled.sure, certain);
  out.hoped = solve::evaluate(compiled.possible, solution.used);
  out.solution = std::move(solution);
  return out;
}

namespace {

struct Builder {
  const Compiled& c;
  const Shown& s;

  ItemSet below(std::size_t index) const {
    const solve::Node& node = s.problem->nodes[index];
    ItemSet out;
    if (node.leaf >= 0) out |= s.solution.used[static_cast<std::size_t>(node.leaf)];
    for (const int part : node.parts) out |= below(static_cast<std::size_t>(part));
    return out;
  }

  // What stands between a node and certainty, gathered from the nodes below that are not certain.
  void doubts_below(std::size_t index, std::vector<Doubt>& into) const {
    if (s.certain[index].satisfied) return;
    for (const Doubt& doubt : c.nodes[index].doubts)
      if (std::ranges::find(into, doubt) == into.end()) into.push_back(doubt);
    for (const int part : s.problem->nodes[index].parts) doubts_below(static_cast<std::size_t>(part), into);
  }

  Standing standing(std::size_t index, const std::vector<Doubt>& doubts) const {
    const NodeMeaning& meaning = c.nodes[index];
    if (!meaning.applies) return Standing::not_applicable;
    if (meaning.waived) return Standing::waived;
    if (s.certain[index].satisfied) return Standing::satisfied;
    const ItemSet used = below(index);
    if (s.hoped[index].satisfied) {
      int tier = 0;
      used.for_each([&](std::size_t item) { tier = std::max(tier, c.possible.items[item].tier); });
      const bool open = std::ranges::any_of(doubts, [](const Doubt& d) { return d.why != Unknown::in_progress; });
      if (open || tier == 0) return Standing::unknown;
      return tier == 2 ? Standing::planned : Standing::in_progress;
    }
    return used.empty() && s.hoped[index].count == 0 ? Standing::missing : Standing::partial;
  }

  void count_leaf(std::size_t index, RequirementResult& out) const {
    const solve::Node& node = c.sure.nodes[index];
    const solve::Leaf& leaf = c.sure.leaves[static_cast<std::size_t>(node.leaf)];
    const ItemSet used = s.solution.used[static_cast<std::size_t>(node.leaf)];
    if (leaf.min_credits > 0 && leaf.min_count == 0) {
      out.unit = "credits";
      out.needed = Rational(leaf.min_credits, c.unit);
      used.for_each([&](std::size_t item) { out.got += c.credits[item] * Rational(leaf.weight); });
    } else {
      out.needed = leaf.min_count;
      out.got = used.size() * leaf.weight;
    }
  }

  void count_group(std::size_t index, RequirementResult& out) const {
    const solve::Node& node = s.problem->nodes[index];
    const bool courses = node.counting == solve::Counting::courses || node.counting == solve::Counting::all_courses;
    out.unit = courses ? "courses" : "parts";
    int required = 0, done = 0;
    for (const int part : node.parts) {
      required += s.problem->nodes[static_cast<std::size_t>(part)].optional ? 0 : 1;
      const bool satisfied = s.certain[static_cast<std::size_t>(part)].satisfied;
      done += satisfied && (node.at_least >= 0 || !s.problem->nodes[static_cast<std::size_t>(part)].optional) ? 1 : 0;
    }
    out.needed = node.at_least >= 0 ? node.at_least : required;
    out.got = courses ? s.certain[index].count : done;
  }

  std::string rule_of(const Requirement& requirement) const {
    if (requirement.need && requirement.parts.empty()) return crosswalk::to_string(*requirement.need);
    const std::string what = requirement.counting == Counting::parts || requirement.counting == Counting::used_parts
                                 ? "parts"
                                 : "courses of its parts";
    std::string out;
    if (requirement.at_least && requirement.at_most)
      out = std::to_string(*requirement.at_least) + " to " + std::to_string(*requirement.at_most) + " " + what;
    else if (requirement.at_least)
      out = (*requirement.at_least == 1 && what == "parts" ? "any one part"
                                                           : std::to_string(*requirement.at_least) + " " + what);
    else if (requirement.at_most)
      out = "at most " + std::to_string(*requirement.at_most) + " " + what;
    else if (!requirement.parts.empty())
      out = "all parts";
    if (requirement.every_part && requirement.at_least) out += " and every part";
    if (requirement.min_areas) out += ", from at least " + std::to_string(*requirement.min_areas) + " parts";
    for (const Limit& limit : requirement.limits) out += (out.empty() ? "" : ", ") + to_string(limit);
    return out;
  }

  std::string remaining(std::size_t index, const RequirementResult& r) const {
    if (r.standing == Standing::satisfied || r.standing == Standing::waived || r.standing == Standing::not_applicable)
      return {};
    if (r.needed > r.got) {
      const std::string unit =
          r.needed - r.got == Rational(1) && r.unit != "credits" ? r.unit.substr(0, r.unit.size() - 1) : r.unit;
      return to_string(r.needed - r.got) + " more " + unit;
    }
    for (const int index_of : s.problem->nodes[index].constraints) {
      const solve::Constraint& constraint = c.sure.constraints[static_cast<std::size_t>(index_of)];
      if (constraint.demand() && !solve::possible(c.sure, constraint, s.solution.used, nullptr))
        return c.constraint_texts[static_cast<std::size_t>(index_of)];
    }
    if (r.standing == Standing::in_progress) return "its courses in progress to be passed";
    if (r.standing == Standing::planned) return "its planned courses to be passed";
    return r.standing == Standing::unknown ? "to be decided by a person" : "see its parts";
  }

  RequirementResult build(std::size_t index) const {
    const NodeMeaning& meaning = c.nodes[index];
    const solve::Node& node = s.problem->nodes[index];
    RequirementResult out;
    out.id = meaning.requirement->id.text;
    out.title = index == 0 && meaning.requirement->title.empty() ? c.programme.title : meaning.requirement->title;
    out.optional = meaning.requirement->optional;
    out.top_level = node.is_top;
    out.advice = meaning.requirement->advice;
    out.rule = rule_of(*meaning.requirement);
    doubts_below(index, out.doubts);
    out.standing = standing(index, out.doubts);
    out.courses = below(index).size();
    if (node.leaf >= 0)
      count_leaf(index, out);
    else if (!node.parts.empty())
      count_group(index, out);
    for (const int part : node.parts)
      if (c.nodes[static_cast<std::size_t>(part)].requirement != nullptr)
        out.children.push_back(build(static_cast<std::size_t>(part)));
    if (out.standing != Standing::unknown && out.standing != Standing::in_progress && out.standing != Standing::planned)
      if (out.standing != Standing::partial) out.doubts.clear();
    out.remaining = remaining(index, out);
    return out;
  }
};

std::string matched(const Selector& selector, const Attempt& attempt, const Situation& situation) {
  if (selector.kind == Selector::Kind::any)
    for (const Selector& part : selector.parts)
      if (!matches(part, attempt, situation).no()) return matched(part, attempt, situation);
  return crosswalk::to_string(selector);
}

}  // namespace

RequirementResult tree(const Compiled& compiled, const Shown& shown) { return Builder{compiled, shown}.build(0); }

std::vector<Use> uses(const Compiled& compiled, const Shown& shown) {
  Situation situation;
  situation.record = &compiled.record;
  situation.sets = &compiled.programme.sets;
  situation.equivalences = compiled.programme.equivalences;
  std::vector<Use> out;
  for (std::size_t item = 0; item < compiled.items.size(); ++item)
    for (std::size_t leaf = 0; leaf < shown.solution.used.size(); ++leaf) {
      if (!shown.solution.used[leaf].contains(item)) continue;
      const Attempt& attempt = *compiled.items[item];
      Use use;
      use.attempt = attempt.id;
      use.course = crosswalk::to_string(attempt.code);
      use.requirement = compiled.leaf_owner[leaf];
      use.status = attempt.status;
      use.credits = fraction(compiled.credits[item]);
      use.needed = shown.solution.needed[leaf].contains(item);
      use.why = matched(compiled.takes[leaf]->from, attempt, situation);
      out.push_back(std::move(use));
    }
  return out;
}

std::vector<UnusedCourse> unused(const Compiled& compiled, const Shown& shown) {
  std::vector<UnusedCourse> out;
  for (std::size_t item = 0; item < compiled.items.size(); ++item) {
    if (std::ranges::any_of(shown.solution.used, [&](const ItemSet& set) { return set.contains(item); })) continue;
    std::string places;
    for (std::size_t leaf = 0; leaf < compiled.possible.leaves.size(); ++leaf)
      if (compiled.possible.leaves[leaf].eligible.contains(item) &&
          places.find(compiled.leaf_owner[leaf]) == std::string::npos)
        places += (places.empty() ? "" : ", ") + compiled.leaf_owner[leaf];
    const Attempt& attempt = *compiled.items[item];
    out.push_back({attempt.id, crosswalk::to_string(attempt.code),
                   places.empty() ? "no requirement asks for it" : "not needed where it fits: " + places});
  }
  out.insert(out.end(), compiled.excluded.begin(), compiled.excluded.end());
  return out;
}

void add_alternatives(const Compiled& compiled, const Shown& shown, std::vector<Use>& uses) {
  int solves = 0;
  for (Use& use : uses) {
    std::size_t item = 0, from = 0;
    for (std::size_t i = 0; i < compiled.items.size(); ++i)
      if (compiled.items[i]->id == use.attempt) item = i;
    for (std::size_t leaf = 0; leaf < compiled.leaf_owner.size(); ++leaf)
      if (compiled.leaf_owner[leaf] == use.requirement && shown.solution.used[leaf].contains(item)) from = leaf;
    for (std::size_t to = 0; to < compiled.leaf_owner.size(); ++to) {
      const auto& leaves = shown.problem->leaves;
      if (compiled.leaf_owner[to] == use.requirement || !leaves[to].eligible.contains(item)) continue;
      if (shown.problem->exclusive[from][to] == 0 || ++solves > 120) continue;
      const auto listed = [&](const Use::Alternative& a) { return a.requirement == compiled.leaf_owner[to]; };
      if (std::ranges::any_of(use.alternatives, listed)) continue;
      solve::Problem moved = *shown.problem;
      for (std::size_t other = 0; other < moved.leaves.size(); ++other)
        if (moved.exclusive[to][other] != 0) moved.leaves[other].eligible.erase(item);
      const solve::Solution solution = solve::select(moved, {.work = 20'000, .tail_work = 0});
      std::string cost;
      for (std::size_t node = 1; node < compiled.nodes.size(); ++node) {
        const Requirement* requirement = compiled.nodes[node].requirement;
        if (requirement == nullptr || !shown.solution.nodes[node].satisfied || solution.nodes[node].satisfied) continue;
        if (solution.value.same_satisfaction(shown.solution.value)) continue;
        if (!moved.nodes[node].is_top && !moved.nodes[node].is_leaf) continue;
        cost += (cost.empty() ? "" : ", ") + (requirement->title.empty() ? requirement->id.text : requirement->title);
      }
      if (!cost.empty()) cost += " would no longer be satisfied";
      use.alternatives.push_back({compiled.leaf_owner[to], cost});
    }
  }
}

}  // namespace crosswalk::audit
