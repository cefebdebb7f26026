// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lib/quantity/rational.hpp"

namespace crosswalk {

// A stacking problem: what a learner holds, a target, a market; which purchases reach the target best. Everything is
// indexed within the problem. Credits are whole multiples of `quantum` credits of `system`; costs are whole units of
// `currency`; durations whole weeks. This is the meaning of a problem file (docs/formats/problem-json.md).
struct StackingProblem {
  struct Provider {
    std::string id;
    Rational weight{1};  // share of its credit that counts generically, 0..1
    bool home = false;   // the awarding institution
  };
  struct Offering {
    std::string id, title;
    int provider = 0, topic = 0, subject = 0;
    int level = 0;
    bool micro = false;
    std::int64_t credits = 0;
    std::int64_t recognised = 0;  // credits it counts when used generically: for home units `credits`
    std::int64_t cost = 0, weeks = 0;
    std::vector<std::vector<int>> prerequisites;  // all of (any of these topics is known)
    std::vector<int> terms;                       // season numbers it is offered in; empty: every term
    bool held = false;
  };
  struct Bundle {  // a certificate: bought with its parts, or awarded once every part is owned
    std::string id, title;
    std::vector<int> parts;  // offerings
    std::int64_t cost = 0;
    bool for_sale = true;
  };
  struct Rule {  // recognition of sources as home units
    std::string id;
    std::vector<int> offerings, bundles;  // sources, each used at most once in all
    std::vector<int> grants;              // home offerings
    Rational weight{1};
    std::vector<std::int64_t> credits;  // granted, one for each of `grants`
    bool micro = false;                 // every source is a micro-credential or certificate
  };
  struct Node {
    enum class Kind { all, choose, course, credits };
    std::string id, title;
    Kind kind = Kind::all;
    std::vector<int> children;
    std::int64_t count = 0;     // choose: so many children
    int unit = -1;              // course: a home offering
    std::int64_t minimum = 0;   // credits
    std::vector<int> subjects;  // credits: of these
    int level = 0;              // credits: at or above
    int upper_level = 0;
    std::int64_t upper_minimum = 0;  // of the minimum, at or above upper_level; 0: none
    int group = 0;                   // a counted item fills at most one leaf a group
    bool listed = false;             // credits: only the offerings in `members`, whatever their subject
    std::vector<int> members;
  };
  struct Exclusion {  // at most one of these may be counted
    std::string id;
    std::vector<int> offerings;
  };

  std::string title, system, currency;
  Rational quantum{1, 2};
  std::vector<Provider> providers;
  std::vector<std::string> topics, subjects, groups, seasons;
  std::vector<Offering> offerings;
  std::vector<Bundle> bundles;
  std::vector<Rule> rules;
  std::vector<Node> nodes;
  std::vector<Exclusion> exclusions;
  int root = 0;
  std::int64_t total = 0;
  std::int64_t residency = 0;  // least credits of home units
  int upper_level = 0;
  std::int64_t upper_minimum = 0;
  std::optional<std::int64_t> transfer_cap, micro_cap, share_cap;  // absent: no limit

  [[nodiscard]] bool is_home(const Offering& offering) const {
    return providers[static_cast<std::size_t>(offering.provider)].home;
  }
};

enum class StackingObjective { cost, weeks, credits };

// A way to count one piece of learning: a unit owned (home units and generic credit) or a rule's grant.
struct StackingUse {
  int offering = -1;         // the unit owned, or the home unit granted
  int rule = -1;             // -1: no rule, the unit counts itself
  std::int64_t credits = 0;  // counted
  std::vector<int> leaves;   // nodes it fills, at most one a group
  auto operator<=>(const StackingUse&) const = default;
};

struct StackingPlan {
  std::int64_t objective = 0;
  std::vector<int> offerings, bundles;  // bought, rising
  std::vector<int> rules;               // applied, rising
  std::vector<StackingUse> counted;     // rising
  auto operator<=>(const StackingPlan&) const = default;
};

[[nodiscard]] std::string_view name(StackingObjective objective);
[[nodiscard]] std::optional<StackingObjective> stacking_objective(std::string_view name);

// What an offering or a bundle bought costs under an objective (a bundle's weeks and credits are those of its parts).
[[nodiscard]] std::int64_t price(const StackingProblem& problem, const StackingProblem::Offering& offering,
                                 StackingObjective objective);
[[nodiscard]] std::int64_t price(const StackingProblem& problem, const StackingProblem::Bundle& bundle,
                                 StackingObjective objective);

}  // namespace crosswalk
