// SPDX-License-Identifier: Apache-2.0
#include "mappers/pathways/formulation.hpp"

#include <algorithm>
#include <map>

namespace crosswalk::pathways {
namespace {

using solve::Column;
using solve::Term;
using Node = StackingProblem::Node;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool subset(const std::vector<std::vector<int>>& some, const std::vector<std::vector<int>>& of) {
  return std::ranges::all_of(some, [&](const auto& clause) { return std::ranges::find(of, clause) != of.end(); });
}

// More credits than that never help a leaf.
std::int64_t most_of(const Node& node) { return std::max(node.minimum, node.upper_minimum); }

bool is_leaf(const Node& node) { return node.kind == Node::Kind::course || node.kind == Node::Kind::credits; }

// Nodes that every satisfied root needs satisfied.
std::vector<char> must_hold(const StackingProblem& problem) {
  std::vector<char> must(problem.nodes.size(), 0);
  std::vector<int> open{problem.root};
  while (!open.empty()) {
    const int index = open.back();
    open.pop_back();
    if (must[at(index)] != 0) continue;
    must[at(index)] = 1;
    const Node& node = problem.nodes[at(index)];
    const bool all = node.kind == Node::Kind::all ||
                     (node.kind == Node::Kind::choose && node.count >= static_cast<std::int64_t>(node.children.size()));
    if (all) open.insert(open.end(), node.children.begin(), node.children.end());
  }
  return must;
}

}  // namespace

int Formulation::add(Meaning meaning, Column column) {
  meanings_.push_back(meaning);
  return program_.add_column(column);
}

bool Formulation::simple(int offering) const {
  const auto& unit = problem_.offerings[at(offering)];
  return !unit.held && in_bundles_[at(offering)].empty();
}

Formulation::Formulation(const StackingProblem& problem, StackingObjective objective)
    : problem_(problem), objective_(objective) {
  survey();
  drop_bundles();
  drop_dominated();
  add_bundles();
  add_units();
  add_rules();
  add_knowledge();
  add_uses();
  add_tree();
  add_classes();
  add_totals();
  mark_likely();
}

void Formulation::survey() {
  const std::size_t offerings = problem_.offerings.size(), topics = problem_.topics.size();
  needed_.assign(topics, 0);
  known_.assign(topics, 0);
  in_bundles_.resize(offerings);
  in_rules_.resize(offerings);
  bundle_rules_.resize(problem_.bundles.size());
  own_.assign(offerings, -1);
  generic_.assign(offerings, -1);
  forced_unit_.assign(topics, -1);
  teaches_.resize(topics);
  for (const auto& offering : problem_.offerings) {
    price_.push_back(price(problem_, offering, objective_));
    if (offering.held) known_[at(offering.topic)] = 1;
  }
  for (const auto& offering : problem_.offerings)
    if (!offering.held)
      for (const auto& clause : offering.prerequisites)
        if (std::ranges::none_of(clause, [&](int topic) { return known_[at(topic)] != 0; }))
          for (const int topic : clause) needed_[at(topic)] = 1;
  for (std::size_t rule = 0; rule < problem_.rules.size(); ++rule) {
    for (const int source : problem_.rules[rule].offerings) in_rules_[at(source)].push_back(static_cast<int>(rule));
    for (const int source : problem_.rules[rule].bundles) bundle_rules_[at(source)].push_back(static_cast<int>(rule));
  }
  for (std::size_t bundle = 0; bundle < problem_.bundles.size(); ++bundle)
    for (const int part : problem_.bundles[bundle].parts) in_bundles_[at(part)].push_back(static_cast<int>(bundle));
  must_ = must_hold(problem_);
  for (std::size_t node = 0; node < problem_.nodes.size(); ++node)
    if (must_[node] != 0 && problem_.nodes[node].kind == Node::Kind::course) {
      const int unit = problem_.nodes[node].unit;
      forced_unit_[at(problem_.offerings[at(unit)].topic)] = unit;
    }
}

// A bundle is left out where its useful parts cost no more one by one; the cheapest stand-in for a part that no rule
// takes is any offering of its topic that counts at least as well.
void Formulation::drop_bundles() {
  bundle_kept_.assign(problem_.bundles.size(), 1);
  std::map<std::pair<int, std::int64_t>, std::vector<int>> alike;
  for (std::size_t index = 0; index < problem_.offerings.size(); ++index) {
    const auto& offering = problem_.offerings[index];
    if (!problem_.is_home(offering)) alike[{offering.topic, offering.recognised}].push_back(static_cast<int>(index));
  }
  const auto stand_in = [&](int part) {
    const auto& unit = problem_.offerings[at(part)];
    std::int64_t best = price_[at(part)];
    if (!in_rules_[at(part)].empty() || problem_.is_home(unit)) return best;
    for (const int other : alike[{unit.topic, unit.recognised}]) {
      const auto& candidate = problem_.offerings[at(other)];
      if (candidate.level >= unit.level && (!candidate.micro || unit.micro) &&
          subset(candidate.prerequisites, unit.prerequisites) && in_rules_[at(other)].empty())
        best = std::min(best, candidate.held ? 0 : price_[at(other)]);
    }
    return best;
  };
  for (std::size_t index = 0; index < problem_.bundles.size(); ++index) {
    const auto& bundle = problem_.bundles[index];
    std::int64_t apart = 0;
    for (const int part : bundle.parts) {
      const auto& unit = problem_.offerings[at(part)];
      const bool useful = unit.recognised > 0 || !in_rules_[at(part)].empty() || needed_[at(unit.topic)] != 0;
      if (useful && !unit.held) apart += stand_in(part);
    }
    const bool blocks = !bundle_rules_[index].empty();
    if (!blocks && (!bundle.for_sale || apart <= price(problem_, bundle, objective_))) bundle_kept_[index] = 0;
  }
  for (auto& bundles : in_bundles_) std::erase_if(bundles, [&](int bundle) { return bundle_kept_[at(bundle)] == 0; });
}

// Generic use of a simple offering is left out where another of its topic, taken by no rule, counts at least as well,
// asks no more and costs no more.
void Formulation::drop_dominated() {
  generic_kept_.assign(problem_.offerings.size(), 1);
  std::map<std::pair<int, std::int64_t>, std::vector<int>> alike;
  for (std::size_t index = 0; index < problem_.offerings.size(); ++index) {
    const auto& offering = problem_.offerings[index];
    const int forced = forced_unit_[at(offering.topic)];
    if (problem_.is_home(offering)) {
      if (forced >= 0 && forced != static_cast<int>(index)) generic_kept_[index] = 0;
      continue;
    }
    if (offering.recognised <= 0 || forced >= 0)
      generic_kept_[index] = 0;
    else if (simple(static_cast<int>(index)))
      alike[{offering.topic, offering.recognised}].push_back(static_cast<int>(index));
  }
  for (auto& [key, list] : alike) {
    std::ranges::stable_sort(list, {}, [&](int index) { return price_[at(index)]; });
    std::vector<int> kept;
    for (const int index : list) {
      if (covered(index, kept))
        generic_kept_[at(index)] = 0;
      else if (in_rules_[at(index)].empty())
        kept.push_back(index);
    }
  }
}

bool Formulation::covered(int offering, const std::vector<int>& by) const {
  const auto& unit = problem_.offerings[at(offering)];
  return std::ranges::any_of(by, [&](int index) {
    const auto& other = problem_.offerings[at(index)];
    return other.level >= unit.level && (!other.micro || unit.micro) && subset(other.prerequisites, unit.prerequisites);
  });
}

void Formulation::add_bundles() {
  bundle_column_.assign(problem_.bundles.size(), -1);
  block_.assign(problem_.bundles.size(), -1);
  for (std::size_t index = 0; index < problem_.bundles.size(); ++index) {
    if (bundle_kept_[index] == 0) continue;
    const auto& bundle = problem_.bundles[index];
    if (bundle.for_sale)
      bundle_column_[index] =
          add({Meaning::Kind::bundle, static_cast<int>(index)}, {price(problem_, bundle, objective_)});
    if (!bundle_rules_[index].empty())
      block_[index] = add({Meaning::Kind::block, static_cast<int>(index)}, {0, 0, 1, false});
  }
}

void Formulation::add_units() {
  for (std::size_t index = 0; index < problem_.offerings.size(); ++index) {
    const auto& offering = problem_.offerings[index];
    const int self = static_cast<int>(index);
    const bool home = problem_.is_home(offering), plain = simple(self);
    if (!offering.held && !plain) {
      own_[index] = add({Meaning::Kind::own, self});
      std::vector<Term> sources{{own_[index], -1}, {add({Meaning::Kind::buy, self}, {price_[index]}), 1}};
      for (const int bundle : in_bundles_[index])
        if (bundle_column_[at(bundle)] >= 0) sources.push_back({bundle_column_[at(bundle)], 1});
      program_.at_least(std::move(sources), 0);
      teaches_[at(offering.topic)].push_back({own_[index], 1});
    }
    if (generic_kept_[index] == 0 || offering.recognised <= 0) continue;
    const int column = add({Meaning::Kind::count, self, 0, !plain}, {plain ? price_[index] : 0});
    generic_[index] = column;
    if (home && own_[index] >= 0) program_.at_least({{own_[index], 1}, {column, -1}}, 0);
    if (plain) teaches_[at(offering.topic)].push_back({column, 1});
    items_.push_back(
        {column, self, -1, offering.recognised, offering.level, !home, !home && offering.micro, home ? self : -1});
  }
  for (std::size_t index = 0; index < problem_.bundles.size(); ++index)
    if (block_[index] >= 0)
      for (const int part : problem_.bundles[index].parts)
        if (own_[at(part)] >= 0) program_.at_least({{own_[at(part)], 1}, {block_[index], -1}}, 0);
}

void Formulation::add_rules() {
  rule_column_.assign(problem_.rules.size(), -1);
  std::vector<std::int64_t> cheapest(problem_.topics.size(), solve::unbounded);  // knowing a topic without a rule
  for (std::size_t index = 0; index < problem_.offerings.size(); ++index) {
    const auto& offering = problem_.offerings[index];
    if (offering.prerequisites.empty() && !problem_.is_home(offering))
      cheapest[at(offering.topic)] = std::min(cheapest[at(offering.topic)], price_[index]);
  }
  for (std::size_t index = 0; index < problem_.rules.size(); ++index) {
    const auto& rule = problem_.rules[index];
    std::int64_t cost = 0;
    std::vector<int> bought;
    for (const int source : rule.offerings)
      if (!problem_.is_home(problem_.offerings[at(source)]) && simple(source)) {
        cost += price_[at(source)];
        bought.push_back(source);
      }
    const int column = add({Meaning::Kind::apply, static_cast<int>(index)}, {cost});
    rule_column_[index] = column;
    for (const int source : bought) teaches_[at(problem_.offerings[at(source)].topic)].push_back({column, 1});
    for (std::size_t grant = 0; grant < rule.grants.size(); ++grant) {
      const int unit = rule.grants[grant];
      const auto& home = problem_.offerings[at(unit)];
      teaches_[at(home.topic)].push_back({column, 1});
      const int forced = forced_unit_[at(home.topic)];
      if (forced >= 0 && forced != unit) continue;
      const bool teaches_more = std::ranges::any_of(bought, [&](int source) {
        const int topic = problem_.offerings[at(source)].topic;
        return topic != home.topic && needed_[at(topic)] != 0 && known_[at(topic)] == 0;
      });
      const bool idle = needed_[at(home.topic)] == 0 || known_[at(home.topic)] != 0;
      const bool alone = rule.grants.size() == 1 && (idle || (!teaches_more && cheapest[at(home.topic)] <= cost));
      int counted = column;
      if (!alone) {
        counted = add({Meaning::Kind::grant, static_cast<int>(index), static_cast<int>(grant)});
        program_.at_least({{column, 1}, {counted, -1}}, 0);
      }
      items_.push_back(
          {counted, unit, static_cast<int>(index), rule.credits[grant], home.level, true, rule.micro, unit});
    }
  }
}

// Topics that prerequisites ask for, and purchases made for a topic alone.
void Formulation::add_knowledge() {
  topic_column_.assign(problem_.topics.size(), -1);
  std::vector<std::vector<int>> bearers(problem_.topics.size());
  for (std::size_t index = 0; index < problem_.offerings.size(); ++index) {
    const auto& offering = problem_.offerings[index];
    if (needed_[at(offering.topic)] != 0 && known_[at(offering.topic)] == 0 && simple(static_cast<int>(index)) &&
        !problem_.is_home(offering))
      bearers[at(offering.topic)].push_back(static_cast<int>(index));
  }
  std::map<std::pair<int, std::vector<int>>, std::vector<Term>> asking;  // topic, clause -> exclusive owners
  for (std::size_t topic = 0; topic < bearers.size(); ++topic) {
    if (needed_[topic] == 0 || known_[topic] != 0) continue;
    topic_column_[topic] = add({Meaning::Kind::known, static_cast<int>(topic)}, {0, 0, 1, false});
    auto& list = bearers[topic];
    std::ranges::stable_sort(list, {}, [&](int index) { return price_[at(index)]; });
    std::vector<int> kept;
    for (const int index : list) {
      const auto& clauses = problem_.offerings[at(index)].prerequisites;
      if (std::ranges::any_of(kept,
                              [&](int other) { return subset(problem_.offerings[at(other)].prerequisites, clauses); }))
        continue;
      kept.push_back(index);
      const int column = add({Meaning::Kind::know, index}, {price_[at(index)]});
      teaches_[topic].push_back({column, 1});
      for (const auto& clause : clauses) asking[{static_cast<int>(topic), clause}].push_back({column, 1});
    }
  }
  for (std::size_t topic = 0; topic < bearers.size(); ++topic)
    if (topic_column_[topic] >= 0) {
      std::ranges::sort(teaches_[topic], {}, &Term::column);
      const auto same = std::ranges::unique(teaches_[topic], {}, &Term::column);
      teaches_[topic].erase(same.begin(), same.end());
      auto terms = teaches_[topic];
      terms.push_back({topic_column_[topic], -1});
      program_.at_least(std::move(terms), 0);
    }
  for (std::size_t index = 0; index < problem_.offerings.size(); ++index) {
    const auto& offering = problem_.offerings[index];
    if (offering.held) continue;
    for (const auto& clause : offering.prerequisites) {
      if (own_[index] >= 0)
        require({{own_[index], 1}}, clause);
      else if (generic_[index] >= 0)
        asking[{offering.topic, clause}].push_back({generic_[index], 1});
      if (own_[index] >= 0 || problem_.is_home(offering)) continue;
      std::vector<Term> uses;
      for (const int rule : in_rules_[index]) uses.push_back({rule_column_[at(rule)], 1});
      if (!uses.empty()) require(std::move(uses), clause);
    }
  }
  for (auto& [key, owners] : asking) require(std::move(owners), key.second);
}

// The owners, of whom an optimum has at most one, need the clause.
void Formulation::require(std::vector<Term> owners, const std::vector<int>& clause) {
  for (Term& owner : owners) owner.coefficient = -1;
  std::ranges::sort(owners, {}, &Term::column);
  const auto same = std::ranges::unique(owners, {}, &Term::column);
  owners.erase(same.begin(), same.end());
  for (const int topic : clause) {
    if (known_[at(topic)] != 0) return;
    if (topic_column_[at(topic)] >= 0) owners.push_back({topic_column_[at(topic)], 1});
  }
  program_.at_least(std::move(owners), 0);
}

// An external unit is used once; a certificate used as a block gives nothing for its parts.
void Formulation::add_uses() {
  for (std::size_t index = 0; index < problem_.offerings.size(); ++index) {
    if (problem_.is_home(problem_.offerings[index])) continue;
    std::vector<Term> uses;
    for (const int rule : in_rules_[index]) uses.push_back({rule_column_[at(rule)], -1});
    if (generic_[index] >= 0) uses.push_back({generic_[index], -1});
    if (own_[index] >= 0 && !uses.empty()) {
      uses.push_back({own_[index], 1});
      program_.at_least(std::move(uses), 0);
    } else if (uses.size() > 1) {
      program_.at_least(std::move(uses), -1);
    }
  }
  for (std::size_t index = 0; index < problem_.bundles.size(); ++index) {
    if (bundle_rules_[index].empty()) continue;
    std::vector<int> block;
    for (const int rule : bundle_rules_[index]) block.push_back(rule_column_[at(rule)]);
    std::vector<Term> uses{{block_[index], 1}};
    for (const int column : block) uses.push_back({column, -1});
    program_.at_least(std::move(uses), 0);
    for (const int part : problem_.bundles[index].parts) {
      std::vector<int> columns = block;
      for (const int rule : in_rules_[at(part)]) columns.push_back(rule_column_[at(rule)]);
      if (!problem_.is_home(problem_.offerings[at(part)]) && generic_[at(part)] >= 0)
        columns.push_back(generic_[at(part)]);
      std::ranges::sort(columns);
      const auto same = std::ranges::unique(columns);
      columns.erase(same.begin(), same.end());
      std::vector<Term> once;
      for (const int column : columns) once.push_back({column, 1});
      program_.at_most(std::move(once), 1);
    }
  }
}

// A node that only an `all` asks for is satisfied with it; of a choice that must be made, no more than asked need be.
void Formulation::add_tree() {
  const auto& nodes = problem_.nodes;
  std::vector<int> parents(nodes.size(), 0), all_of(nodes.size(), -1);
  for (std::size_t index = 0; index < nodes.size(); ++index)
    for (const int child : nodes[index].children) {
      ++parents[at(child)];
      all_of[at(child)] = nodes[index].kind == Node::Kind::all ? static_cast<int>(index) : -1;
    }
  node_column_.assign(nodes.size(), -1);
  const auto column_of = [&](int index) {
    int top = index;
    while (parents[at(top)] == 1 && all_of[at(top)] >= 0 && must_[at(top)] == 0 && top != problem_.root)
      top = all_of[at(top)];
    if (node_column_[at(top)] < 0)
      node_column_[at(top)] = add({Meaning::Kind::satisfied, top}, {0, must_[at(top)] != 0 ? 1 : 0, 1, true, false, 0});
    return node_column_[at(index)] = node_column_[at(top)];
  };
  for (std::size_t index = 0; index < nodes.size(); ++index) column_of(static_cast<int>(index));
  for (std::size_t index = 0; index < nodes.size(); ++index) {
    const Node& node = nodes[index];
    if (is_leaf(node)) continue;
    if (node.kind == Node::Kind::all) {
      for (const int child : node.children)
        if (node_column_[at(child)] != node_column_[index])
          program_.at_least({{node_column_[at(child)], 1}, {node_column_[index], -1}}, 0);
      continue;
    }
    const bool apart = std::ranges::all_of(node.children, [&](int child) { return parents[at(child)] == 1; });
    std::vector<Term> terms{{node_column_[index], -node.count}};
    for (const int child : node.children) terms.push_back({node_column_[at(child)], 1});
    program_.add_row(std::move(terms), 0, apart && node.count > 0 ? 0 : solve::unbounded);
  }
}

bool Formulation::matches(const Item& item, const Node& leaf) const {
  if (leaf.kind == Node::Kind::course) return item.unit == leaf.unit;
  const auto& offering = problem_.offerings[at(item.offering)];
  if (item.level < leaf.level) return false;
  if (leaf.listed) return std::ranges::find(leaf.members, item.offering) != leaf.members.end();
  return std::ranges::find(leaf.subjects, offering.subject) != leaf.subjects.end();
}

void Formulation::add_classes() {
  std::vector<int> leaves;
  for (std::size_t index = 0; index < problem_.nodes.size(); ++index)
    if (is_leaf(problem_.nodes[index])) leaves.push_back(static_cast<int>(index));
  std::map<std::vector<std::int64_t>, std::vector<int>> alike;
  for (std::size_t index = 0; index < items_.size(); ++index) {
    const Item& item = items_[index];
    std::vector<std::int64_t> key{item.credits};
    int pinned = -1;  // the group in which this item fills a course leaf for certain
    for (const int leaf : leaves)
      if (must_[at(leaf)] != 0 && problem_.nodes[at(leaf)].kind == Node::Kind::course &&
          problem_.nodes[at(leaf)].unit == item.unit)
        pinned = problem_.nodes[at(leaf)].group;
    for (const int leaf : leaves) {
      const Node& node = problem_.nodes[at(leaf)];
      if (!matches(item, node)) continue;
      const bool certain = must_[at(leaf)] != 0 && node.kind == Node::Kind::course;
      if (node.group == pinned && !certain) continue;
      key.push_back(
          2 * leaf +
          (node.kind == Node::Kind::credits && node.upper_minimum > 0 && item.level >= node.upper_level ? 1 : 0));
    }
    if (key.size() > 1) alike[key].push_back(static_cast<int>(index));
  }
  std::vector<std::vector<Term>> filled(problem_.nodes.size()), upper(problem_.nodes.size());
  std::vector<Term> sharing;
  for (const auto& [key, members] : alike) {
    const int self = static_cast<int>(classes_.size());
    const std::int64_t credits = key[0];
    ItemClass alike_items{credits, {}};
    for (const int index : members) alike_items.columns.push_back(items_[at(index)].column);
    classes_.push_back(std::move(alike_items));
    class_items_.push_back(members);
    std::map<int, std::vector<Term>> by_group;
    std::vector<Term> all;
    for (std::size_t entry = 1; entry < key.size(); ++entry) {
      const int leaf = static_cast<int>(key[entry] / 2);
      const Node& node = problem_.nodes[at(leaf)];
      const bool course = node.kind == Node::Kind::course;
      const auto most =
          course ? 1
                 : std::min<std::int64_t>(static_cast<std::int64_t>(members.size()),
                                          (most_of(node) + credits - 1) / std::max<std::int64_t>(credits, 1));
      const int column = add({Meaning::Kind::fill, self, leaf}, {0, 0, most, true, false, 2});
      by_group[node.group].push_back({column, -1});
      all.push_back({column, -1});
      filled[at(leaf)].push_back({column, course ? 1 : std::min(credits, node.minimum)});
      if (key[entry] % 2 == 1) upper[at(leaf)].push_back({column, std::min(credits, node.upper_minimum)});
    }
    std::vector<Term> counted;
    for (const int index : members) counted.push_back({items_[at(index)].column, 1});
    for (auto& [group, terms] : by_group) {
      terms.insert(terms.end(), counted.begin(), counted.end());
      program_.at_least(std::move(terms), 0);
    }
    if (by_group.size() > 1 && problem_.share_cap) {
      const int column =
          add({Meaning::Kind::shared, self}, {0, 0, static_cast<std::int64_t>(members.size()), false, true});
      all.insert(all.end(), counted.begin(), counted.end());
      all.push_back({column, 1});
      program_.at_least(std::move(all), 0);
      sharing.push_back({column, credits});
    }
  }
  if (!sharing.empty()) program_.at_most(std::move(sharing), *problem_.share_cap);
  for (const int leaf : leaves) {
    const Node& node = problem_.nodes[at(leaf)];
    filled[at(leaf)].push_back({node_column_[at(leaf)], node.kind == Node::Kind::course ? -1 : -node.minimum});
    program_.at_least(std::move(filled[at(leaf)]), 0);
    if (node.kind == Node::Kind::course || node.upper_minimum <= 0) continue;
    upper[at(leaf)].push_back({node_column_[at(leaf)], -node.upper_minimum});
    program_.at_least(std::move(upper[at(leaf)]), 0);
  }
}

void Formulation::add_totals() {
  std::vector<Term> total, upper, resident, transfer, micro;
  std::vector<std::vector<Term>> by_topic(problem_.topics.size());
  for (const Item& item : items_) {
    const Term term{item.column, item.credits};
    by_topic[at(problem_.offerings[at(item.offering)].topic)].push_back({item.column, 1});
    total.push_back(term);
    if (item.level >= problem_.upper_level) upper.push_back(term);
    (item.transfer ? transfer : resident).push_back(term);
    if (item.micro) micro.push_back(term);
  }
  for (auto& items : by_topic)
    if (items.size() > 1) program_.at_most(std::move(items), 1);
  for (const auto& exclusion : problem_.exclusions) {
    std::vector<Term> terms;
    for (const Item& item : items_)
      if (std::ranges::find(exclusion.offerings, item.offering) != exclusion.offerings.end())
        terms.push_back({item.column, 1});
    if (terms.size() > 1) program_.at_most(std::move(terms), 1);
  }
  if (problem_.total > 0) program_.at_least(std::move(total), problem_.total);
  if (problem_.upper_minimum > 0) program_.at_least(std::move(upper), problem_.upper_minimum);
  if (problem_.residency > 0) program_.at_least(std::move(resident), problem_.residency);
  if (problem_.transfer_cap) program_.at_most(std::move(transfer), *problem_.transfer_cap);
  if (problem_.micro_cap) program_.at_most(std::move(micro), *problem_.micro_cap);
}

std::int64_t Formulation::price_of(int column, StackingObjective objective) const {
  const Meaning& meaning = meanings_[at(column)];
  switch (meaning.kind) {
    case Meaning::Kind::buy:
    case Meaning::Kind::know:
      return price(problem_, problem_.offerings[at(meaning.subject)], objective);
    case Meaning::Kind::count:
      return meaning.free ? 0 : price(problem_, problem_.offerings[at(meaning.subject)], objective);
    case Meaning::Kind::bundle:
      return price(problem_, problem_.bundles[at(meaning.subject)], objective);
    case Meaning::Kind::apply: {
      std::int64_t sum = 0;
      for (const int source : problem_.rules[at(meaning.subject)].offerings)
        if (!problem_.is_home(problem_.offerings[at(source)]) && simple(source))
          sum += price(problem_, problem_.offerings[at(source)], objective);
      return sum;
    }
    case Meaning::Kind::own:
    case Meaning::Kind::block:
    case Meaning::Kind::grant:
    case Meaning::Kind::known:
    case Meaning::Kind::satisfied:
    case Meaning::Kind::fill:
    case Meaning::Kind::shared:
      return 0;
  }
  return 0;
}

StackingPlan Formulation::plan(const solve::Point& point) const {
  StackingPlan plan;
  plan.objective = program_.cost_of(point);
  std::vector<std::vector<std::pair<int, std::int64_t>>> fills(classes_.size());
  for (std::size_t column = 0; column < point.size(); ++column) {
    if (point[column] == 0) continue;
    const Meaning& meaning = meanings_[column];
    switch (meaning.kind) {
      case Meaning::Kind::buy:
      case Meaning::Kind::know:
        plan.offerings.push_back(meaning.subject);
        break;
      case Meaning::Kind::count:
        if (!meaning.free) plan.offerings.push_back(meaning.subject);
        break;
      case Meaning::Kind::bundle:
        plan.bundles.push_back(meaning.subject);
        break;
      case Meaning::Kind::apply:
        plan.rules.push_back(meaning.subject);
        for (const int source : problem_.rules[at(meaning.subject)].offerings)
          if (!problem_.is_home(problem_.offerings[at(source)]) && simple(source)) plan.offerings.push_back(source);
        break;
      case Meaning::Kind::fill:
        fills[at(meaning.subject)].emplace_back(meaning.detail, point[column]);
        break;
      case Meaning::Kind::own:
      case Meaning::Kind::block:
      case Meaning::Kind::grant:
      case Meaning::Kind::known:
      case Meaning::Kind::satisfied:
      case Meaning::Kind::shared:
        break;
    }
  }
  std::vector<std::vector<int>> leaves(items_.size());
  for (std::size_t self = 0; self < classes_.size(); ++self) {
    std::vector<int> counted;
    for (const int index : class_items_[self])
      if (point[at(items_[at(index)].column)] != 0) counted.push_back(index);
    if (counted.empty()) continue;
    std::ranges::stable_sort(fills[self], {}, [&](const auto& fill) { return problem_.nodes[at(fill.first)].group; });
    std::size_t next = 0;  // round and round: two groups meet on as few items as possible
    for (const auto& [leaf, amount] : fills[self])
      for (std::int64_t one = 0; one < amount; ++one) leaves[at(counted[next++ % counted.size()])].push_back(leaf);
  }
  for (std::size_t index = 0; index < items_.size(); ++index) {
    const Item& item = items_[index];
    if (point[at(item.column)] == 0) continue;
    std::ranges::sort(leaves[index]);
    plan.counted.push_back({item.offering, item.rule, item.credits, leaves[index]});
  }
  for (auto* list : {&plan.offerings, &plan.bundles, &plan.rules}) {
    std::ranges::sort(*list);
    const auto same = std::ranges::unique(*list);
    list->erase(same.begin(), same.end());
  }
  std::ranges::sort(plan.counted);
  return plan;
}

}  // namespace crosswalk::pathways
