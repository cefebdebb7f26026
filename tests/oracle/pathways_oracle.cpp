// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle/pathways_oracle.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace crosswalk::oracle {
namespace {

using Problem = StackingProblem;
std::size_t at(int index) { return static_cast<std::size_t>(index); }

struct Item {
  int unit;  // offering owned or granted
  std::int64_t credits;
  bool transfer, micro, granted;
};

class Trial {
 public:
  Trial(const Problem& problem, std::vector<char> acquired) : problem_(problem), acquired_(std::move(acquired)) {}

  bool succeeds() {
    const std::size_t rules = problem_.rules.size();
    for (std::uint32_t choice = 0; choice < (1U << rules); ++choice)
      if (with_rules(choice)) return true;
    return false;
  }

 private:
  bool with_rules(std::uint32_t choice) {
    std::set<int> known;
    for (std::size_t rule = 0; rule < problem_.rules.size(); ++rule)
      if ((choice >> rule) & 1U)
        for (const int unit : problem_.rules[rule].grants) known.insert(problem_.offerings[at(unit)].topic);
    std::vector<char> owned = acquired_;  // the most that prerequisites leave
    for (bool again = true; again;) {
      again = false;
      std::set<int> topics = known;
      for (std::size_t index = 0; index < owned.size(); ++index)
        if (owned[index] != 0) topics.insert(problem_.offerings[index].topic);
      for (std::size_t index = 0; index < owned.size(); ++index) {
        if (owned[index] == 0 || problem_.offerings[index].held) continue;
        for (const auto& clause : problem_.offerings[index].prerequisites) {
          bool met = false;
          for (const int topic : clause) met = met || topics.contains(topic);
          if (!met) owned[index] = 0, again = true;
        }
      }
    }
    std::map<int, int> used;
    std::set<int> inside, blocks;
    std::map<int, std::vector<Item>> menu;
    for (std::size_t rule = 0; rule < problem_.rules.size(); ++rule) {
      if (((choice >> rule) & 1U) == 0) continue;
      for (const int source : problem_.rules[rule].offerings)
        if (owned[at(source)] == 0 || ++used[source] > 1) return false;
      for (const int bundle : problem_.rules[rule].bundles) {
        if (!blocks.insert(bundle).second) return false;
        for (const int part : problem_.bundles[at(bundle)].parts) {
          if (owned[at(part)] == 0) return false;
          inside.insert(part);
        }
      }
      for (std::size_t grant = 0; grant < problem_.rules[rule].grants.size(); ++grant) {
        const int unit = problem_.rules[rule].grants[grant];
        menu[problem_.offerings[at(unit)].topic].push_back(
            {unit, problem_.rules[rule].credits[grant], true, problem_.rules[rule].micro, true});
      }
    }
    // a part of two blocks, or of a block and used by itself, is used twice
    for (const int part : inside) {
      int times = used.contains(part) ? 1 : 0;
      for (const int bundle : blocks)
        times += std::ranges::find(problem_.bundles[at(bundle)].parts, part) != problem_.bundles[at(bundle)].parts.end()
                     ? 1
                     : 0;
      if (times > 1 && used.contains(part)) return false;
    }
    for (std::size_t index = 0; index < owned.size(); ++index) {
      const auto& offering = problem_.offerings[index];
      const int self = static_cast<int>(index);
      if (owned[index] == 0 || offering.recognised <= 0) continue;
      if (problem_.is_home(offering))
        menu[offering.topic].push_back({self, offering.credits, false, false, false});
      else if (!used.contains(self) && !inside.contains(self))
        menu[offering.topic].push_back({self, offering.recognised, true, offering.micro, false});
    }
    menus_.clear();
    std::int64_t most = 0;
    for (auto& [topic, items] : menu) {
      std::int64_t best = 0;
      for (const Item& item : items) best = std::max(best, item.credits);
      most += best;
      menus_.push_back(std::move(items));
    }
    if (most < problem_.total) return false;
    filled_.assign(problem_.nodes.size(), 0);
    upper_.assign(problem_.nodes.size(), 0);
    sums_ = {};
    return count(0);
  }

  bool count(std::size_t topic) {
    if (topic == menus_.size()) return finished();
    if (count(topic + 1)) return true;
    for (const Item& item : menus_[topic]) {
      const int level = problem_.offerings[at(item.unit)].level;
      const auto before = sums_;
      sums_.total += item.credits;
      (item.transfer ? sums_.transfer : sums_.resident) += item.credits;
      if (item.micro) sums_.micro += item.credits;
      if (level >= problem_.upper_level) sums_.upper += item.credits;
      const bool within = (!problem_.transfer_cap || sums_.transfer <= *problem_.transfer_cap) &&
                          (!problem_.micro_cap || sums_.micro <= *problem_.micro_cap);
      if (within && fill(topic, item, 0, 0)) return true;
      sums_ = before;
    }
    return false;
  }

  // For each group a leaf or none.
  bool fill(std::size_t topic, const Item& item, int group, int fills) {
    if (group == static_cast<int>(problem_.groups.size())) {
      const auto before = sums_.shared;
      if (fills > 1) sums_.shared += item.credits;
      const bool found = (!problem_.share_cap || sums_.shared <= *problem_.share_cap) && count(topic + 1);
      sums_.shared = before;
      return found;
    }
    const auto& unit = problem_.offerings[at(item.unit)];
    for (std::size_t leaf = 0; leaf < problem_.nodes.size(); ++leaf) {
      const auto& node = problem_.nodes[leaf];
      const bool course = node.kind == Problem::Node::Kind::course, credits = node.kind == Problem::Node::Kind::credits;
      if (node.group != group || (!course && !credits)) continue;
      const bool home_unit = item.granted || !item.transfer;
      if (course && (!home_unit || node.unit != item.unit)) continue;
      if (credits && (unit.level < node.level || std::ranges::find(node.subjects, unit.subject) == node.subjects.end()))
        continue;
      const std::int64_t amount = course ? 1 : item.credits, high = unit.level >= node.upper_level ? item.credits : 0;
      filled_[leaf] += amount, upper_[leaf] += high;
      const bool found = fill(topic, item, group + 1, fills + 1);
      filled_[leaf] -= amount, upper_[leaf] -= high;
      if (found) return true;
    }
    return fill(topic, item, group + 1, fills);
  }

  bool satisfied(int index) const {
    const auto& node = problem_.nodes[at(index)];
    if (node.kind == Problem::Node::Kind::course) return filled_[at(index)] > 0;
    if (node.kind == Problem::Node::Kind::credits)
      return filled_[at(index)] >= node.minimum && upper_[at(index)] >= node.upper_minimum;
    std::int64_t met = 0;
    for (const int child : node.children) met += satisfied(child) ? 1 : 0;
    return met >=
           (node.kind == Problem::Node::Kind::all ? static_cast<std::int64_t>(node.children.size()) : node.count);
  }

  bool finished() const {
    return sums_.total >= problem_.total && sums_.upper >= problem_.upper_minimum &&
           sums_.resident >= problem_.residency && satisfied(problem_.root);
  }

  struct Sums {
    std::int64_t total = 0, upper = 0, resident = 0, transfer = 0, micro = 0, shared = 0;
  };
  const Problem& problem_;
  std::vector<char> acquired_;
  std::vector<std::vector<Item>> menus_;
  std::vector<std::int64_t> filled_, upper_;
  Sums sums_;
};

}  // namespace

std::optional<std::int64_t> cheapest(const StackingProblem& problem, StackingObjective objective) {
  std::vector<std::pair<std::int64_t, std::vector<char>>> purchases;  // price, acquired
  std::vector<int> open;
  std::vector<char> held(problem.offerings.size(), 0);
  for (std::size_t index = 0; index < problem.offerings.size(); ++index) {
    held[index] = problem.offerings[index].held ? 1 : 0;
    if (!problem.offerings[index].held) open.push_back(static_cast<int>(index));
  }
  const std::size_t bits = open.size() + problem.bundles.size();
  for (std::uint32_t choice = 0; choice < (1U << bits); ++choice) {
    std::vector<char> acquired = held;
    std::int64_t paid = 0;
    for (std::size_t bit = 0; bit < bits; ++bit) {
      if (((choice >> bit) & 1U) == 0) continue;
      if (bit < open.size()) {
        acquired[at(open[bit])] = 1;
        paid += price(problem, problem.offerings[at(open[bit])], objective);
      } else {
        const auto& bundle = problem.bundles[bit - open.size()];
        paid += price(problem, bundle, objective);
        for (const int part : bundle.parts) acquired[at(part)] = 1;
      }
    }
    purchases.emplace_back(paid, std::move(acquired));
  }
  std::ranges::sort(purchases);
  for (const auto& [paid, acquired] : purchases)
    if (Trial(problem, acquired).succeeds()) return paid;
  return std::nullopt;
}

}  // namespace crosswalk::oracle
