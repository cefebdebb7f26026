// SPDX-License-Identifier: Apache-2.0
#include "mappers/pathways/plan_audit.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace crosswalk::pathways {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

class Audit {
 public:
  Audit(const StackingProblem& problem, const StackingPlan& plan) : problem_(problem), plan_(plan) {}

  std::vector<std::string> run(StackingObjective objective) {
    own();
    prerequisites();
    rules();
    uses();
    leaves();
    totals();
    std::int64_t paid = 0;
    for (const int offering : plan_.offerings) paid += price(problem_, problem_.offerings[at(offering)], objective);
    for (const int bundle : plan_.bundles) paid += price(problem_, problem_.bundles[at(bundle)], objective);
    if (paid != plan_.objective)
      fail("the purchases come to " + std::to_string(paid) + ", the plan says " + std::to_string(plan_.objective));
    return std::move(faults_);
  }

 private:
  void fail(std::string words) { faults_.push_back(std::move(words)); }

  void own() {
    owned_.resize(problem_.offerings.size());
    for (std::size_t index = 0; index < owned_.size(); ++index) owned_[index] = problem_.offerings[index].held ? 1 : 0;
    for (const int offering : plan_.offerings) owned_[at(offering)] = 1;
    for (const int bundle : plan_.bundles) {
      if (!problem_.bundles[at(bundle)].for_sale)
        fail("bundle " + problem_.bundles[at(bundle)].id + " is not for sale");
      for (const int part : problem_.bundles[at(bundle)].parts) from_bundle_.insert(part);
    }
  }

  bool knows(int topic) const { return known_.contains(topic); }

  // Parts of a bundle whose prerequisites fail are simply not taken; anything else bought needs them.
  void prerequisites() {
    for (const int rule : plan_.rules)
      for (const int unit : problem_.rules[at(rule)].grants) known_.insert(problem_.offerings[at(unit)].topic);
    for (const int part : from_bundle_) owned_[at(part)] = 1;
    for (bool again = true; again;) {
      again = false;
      auto known = known_;
      for (std::size_t index = 0; index < owned_.size(); ++index)
        if (owned_[index] != 0) known.insert(problem_.offerings[index].topic);
      for (const int part : from_bundle_) {
        if (owned_[at(part)] == 0 || problem_.offerings[at(part)].held ||
            std::ranges::find(plan_.offerings, part) != plan_.offerings.end())
          continue;
        if (!met(part, known)) owned_[at(part)] = 0, again = true;
      }
      if (!again) known_ = std::move(known);
    }
    for (const int offering : plan_.offerings)
      if (!problem_.offerings[at(offering)].held && !met(offering, known_))
        fail("a prerequisite of " + problem_.offerings[at(offering)].id + " is not met");
  }

  bool met(int offering, const std::set<int>& known) const {
    return std::ranges::all_of(problem_.offerings[at(offering)].prerequisites, [&](const auto& clause) {
      return std::ranges::any_of(clause, [&](int topic) { return known.contains(topic); });
    });
  }

  void rules() {
    for (const int rule : plan_.rules) {
      for (const int source : problem_.rules[at(rule)].offerings)
        if (!problem_.is_home(problem_.offerings[at(source)])) {
          if (owned_[at(source)] == 0)
            fail("rule " + problem_.rules[at(rule)].id + " lacks " + problem_.offerings[at(source)].id);
          ++used_[source];
        }
      for (const int source : problem_.rules[at(rule)].bundles) {
        ++blocks_[source];
        for (const int part : problem_.bundles[at(source)].parts)
          if (owned_[at(part)] == 0) fail("certificate " + problem_.bundles[at(source)].id + " is not complete");
      }
    }
  }

  void uses() {
    std::map<int, int> by_topic;
    for (const StackingUse& use : plan_.counted) {
      const auto& unit = problem_.offerings[at(use.offering)];
      if (++by_topic[unit.topic] > 1) fail("topic " + problem_.topics[at(unit.topic)] + " is counted twice");
      if (use.rule >= 0) {
        const auto& rule = problem_.rules[at(use.rule)];
        if (std::ranges::find(plan_.rules, use.rule) == plan_.rules.end()) fail("rule " + rule.id + " is not applied");
        const auto grant = std::ranges::find(rule.grants, use.offering);
        if (grant == rule.grants.end() ||
            rule.credits[static_cast<std::size_t>(grant - rule.grants.begin())] != use.credits)
          fail("rule " + rule.id + " does not grant that");
        continue;
      }
      if (owned_[at(use.offering)] == 0) fail(unit.id + " is counted and not owned");
      if (use.credits != unit.recognised || use.credits <= 0) fail(unit.id + " is counted with other credits");
      if (!problem_.is_home(unit)) ++used_[use.offering];
    }
    for (const auto& [offering, times] : used_)
      if (times > 1) fail(problem_.offerings[at(offering)].id + " is used twice");
    for (const auto& [bundle, times] : blocks_) {
      if (times > 1) fail(problem_.bundles[at(bundle)].id + " is used twice");
      for (const int part : problem_.bundles[at(bundle)].parts)
        if (used_.contains(part)) fail(problem_.offerings[at(part)].id + " is used beside its certificate");
    }
    for (const auto& exclusion : problem_.exclusions) {
      const auto count = std::ranges::count_if(plan_.counted, [&](const StackingUse& use) {
        return std::ranges::find(exclusion.offerings, use.offering) != exclusion.offerings.end();
      });
      if (count > 1) fail("exclusion " + exclusion.id + " is broken");
    }
  }

  int level_of(const StackingUse& use) const { return problem_.offerings[at(use.offering)].level; }

  void leaves() {
    std::map<int, std::int64_t> filled, upper;
    std::int64_t shared = 0;
    for (const StackingUse& use : plan_.counted) {
      std::set<int> groups;
      for (const int leaf : use.leaves) {
        const auto& node = problem_.nodes[at(leaf)];
        if (!groups.insert(node.group).second)
          fail(problem_.offerings[at(use.offering)].id + " fills two leaves of a group");
        if (!fits(use, node)) fail(problem_.offerings[at(use.offering)].id + " does not fit " + node.id);
        filled[leaf] += node.kind == StackingProblem::Node::Kind::course ? 1 : use.credits;
        if (level_of(use) >= node.upper_level) upper[leaf] += use.credits;
      }
      if (groups.size() > 1) shared += use.credits;
    }
    if (problem_.share_cap && shared > *problem_.share_cap) fail("more credits are shared than the cap allows");
    if (!satisfied(problem_.root, filled, upper)) fail("the requirement tree is not satisfied");
  }

  bool fits(const StackingUse& use, const StackingProblem::Node& node) const {
    const auto& unit = problem_.offerings[at(use.offering)];
    if (node.kind == StackingProblem::Node::Kind::course) return use.offering == node.unit;
    if (node.kind != StackingProblem::Node::Kind::credits || unit.level < node.level) return false;
    if (node.listed) return std::ranges::find(node.members, use.offering) != node.members.end();
    return std::ranges::find(node.subjects, unit.subject) != node.subjects.end();
  }

  bool satisfied(int index, std::map<int, std::int64_t>& filled, std::map<int, std::int64_t>& upper) const {
    const auto& node = problem_.nodes[at(index)];
    std::int64_t children = 0;
    for (const int child : node.children) children += satisfied(child, filled, upper) ? 1 : 0;
    switch (node.kind) {
      case StackingProblem::Node::Kind::all:
        return children == static_cast<std::int64_t>(node.children.size());
      case StackingProblem::Node::Kind::choose:
        return children >= node.count;
      case StackingProblem::Node::Kind::course:
        return filled[index] >= 1;
      case StackingProblem::Node::Kind::credits:
        return filled[index] >= node.minimum && upper[index] >= node.upper_minimum;
    }
    return false;
  }

  void totals() {
    std::int64_t total = 0, upper = 0, resident = 0, transfer = 0, micro = 0;
    for (const StackingUse& use : plan_.counted) {
      const auto& unit = problem_.offerings[at(use.offering)];
      const bool moved = use.rule >= 0 || !problem_.is_home(unit);
      total += use.credits;
      (moved ? transfer : resident) += use.credits;
      if (level_of(use) >= problem_.upper_level) upper += use.credits;
      if (use.rule >= 0 ? problem_.rules[at(use.rule)].micro : moved && unit.micro) micro += use.credits;
    }
    if (total < problem_.total) fail("the total falls short");
    if (upper < problem_.upper_minimum) fail("the upper level falls short");
    if (resident < problem_.residency) fail("residency falls short");
    if (problem_.transfer_cap && transfer > *problem_.transfer_cap) fail("the transfer cap is broken");
    if (problem_.micro_cap && micro > *problem_.micro_cap) fail("the micro-credential cap is broken");
  }

  const StackingProblem& problem_;
  const StackingPlan& plan_;
  std::vector<char> owned_;
  std::set<int> from_bundle_, known_;
  std::map<int, int> used_, blocks_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> audit(const StackingProblem& problem, const StackingPlan& plan, StackingObjective objective) {
  return Audit(problem, plan).run(objective);
}

}  // namespace crosswalk::pathways
