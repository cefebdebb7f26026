// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle/tiny_problem.hpp"

#include <algorithm>
#include <random>

namespace crosswalk::oracle {
namespace {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  int below(int limit) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(limit)); }
  bool chance(int percent) { return below(100) < percent; }

 private:
  std::mt19937 engine_;  // fixed by the standard, unlike the distributions
};

}  // namespace

StackingProblem tiny_problem(std::uint32_t number) {
  Dice dice(number);
  StackingProblem problem;
  problem.system = "ECTS";
  problem.currency = "EUR";
  problem.providers = {{"home", Rational(1), true}, {"p", Rational(1), false}, {"q", Rational(1, 2), false}};
  problem.topics = {"t0", "t1", "t2", "t3", "t4"};
  problem.subjects = {"s0", "s1"};
  problem.groups = {"major", "gened"};
  for (int index = 0; index < 8; ++index) {
    StackingProblem::Offering offering;
    offering.id = "o" + std::to_string(index);
    offering.provider = index < 3 ? 0 : 1 + dice.below(2);
    offering.topic = index < 3 ? index : dice.below(5);
    offering.subject = offering.topic % 2;
    offering.level = 1 + dice.below(3);
    offering.micro = offering.provider != 0 && dice.chance(50);
    offering.credits = 1 + dice.below(6);
    offering.recognised = offering.provider == 2 ? offering.credits / 2 : offering.credits;
    offering.cost = 10 + dice.below(40);
    offering.weeks = 1 + dice.below(9);
    offering.held = dice.chance(12);
    if (offering.topic > 0 && dice.chance(35)) {
      std::vector<int> clause{dice.below(offering.topic)};
      if (offering.topic > 1 && dice.chance(40)) clause.push_back(dice.below(offering.topic));
      std::ranges::sort(clause);
      clause.erase(std::unique(clause.begin(), clause.end()), clause.end());
      offering.prerequisites.push_back(clause);
    }
    problem.offerings.push_back(offering);
  }
  if (dice.chance(60)) {
    StackingProblem::Bundle bundle{"b", "", {3, 4}, 0, true};
    if (dice.chance(40)) bundle.parts.push_back(5);
    for (const int part : bundle.parts) bundle.cost += problem.offerings[static_cast<std::size_t>(part)].cost * 3 / 4;
    problem.bundles.push_back(bundle);
  }
  for (int index = 0; index < 4; ++index) {
    StackingProblem::Rule rule;
    rule.id = "r" + std::to_string(index);
    rule.weight = dice.chance(70) ? Rational(1) : Rational(4, 5);
    if (index == 3 && !problem.bundles.empty()) {
      rule.bundles = {0};
      rule.micro = true;
    } else {
      rule.offerings = {3 + dice.below(5)};
      if (dice.chance(30) && rule.offerings[0] != 7) rule.offerings.push_back(7);
      rule.micro = std::ranges::all_of(
          rule.offerings, [&](int source) { return problem.offerings[static_cast<std::size_t>(source)].micro; });
    }
    rule.grants = {dice.below(3)};
    if (dice.chance(25) && rule.grants[0] != 2) rule.grants.push_back(2);
    for (const int unit : rule.grants) {
      const Rational value = Rational(problem.offerings[static_cast<std::size_t>(unit)].credits) * rule.weight;
      rule.credits.push_back(value.numerator() / value.denominator());
    }
    problem.rules.push_back(rule);
  }
  using Node = StackingProblem::Node;
  const auto leaf = [&](int group, std::int64_t minimum) {
    Node node;
    node.kind = Node::Kind::credits;
    node.group = group;
    node.minimum = minimum;
    node.level = 1 + dice.below(2);
    node.subjects = {dice.below(2)};
    if (dice.chance(40)) node.subjects = {0, 1};
    if (dice.chance(30)) node.upper_level = 2, node.upper_minimum = 1 + dice.below(2);
    return node;
  };
  Node root, choice, course;
  root.children = {1, 2, 3};
  choice.kind = Node::Kind::choose;
  choice.count = 1;
  choice.children = {4, 5};
  course.kind = Node::Kind::course;
  course.unit = dice.below(3);
  course.group = 0;
  problem.nodes = {
      root, choice, course, leaf(1, 2 + dice.below(4)), leaf(0, 1 + dice.below(4)), leaf(0, 1 + dice.below(4))};
  if (dice.chance(30)) problem.nodes[5].kind = Node::Kind::course, problem.nodes[5].unit = dice.below(3);
  for (std::size_t index = 0; index < problem.nodes.size(); ++index)
    problem.nodes[index].id = "n" + std::to_string(index);
  problem.total = 5 + dice.below(6);
  problem.residency = dice.below(4);
  problem.upper_level = 2;
  problem.upper_minimum = dice.below(4);
  problem.transfer_cap = 4 + dice.below(8);
  problem.micro_cap = 2 + dice.below(6);
  problem.share_cap = dice.below(6);
  return problem;
}

}  // namespace crosswalk::oracle
