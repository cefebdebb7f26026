// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "lib/model/evaluation.hpp"
#include "lib/solve/selection.hpp"
#include "mappers/audit/audit.hpp"

namespace crosswalk::audit {

// What a node of the selection problem stands for.
struct NodeMeaning {
  const Requirement* requirement = nullptr;  // of the programme, where the node is one
  const Condition* condition = nullptr;      // of a hidden node inside a requirement's need
  std::vector<Doubt> doubts;
  bool applies = true;
  bool maybe = false;  // whether it applies is not known
  bool waived = false;
  bool text = false;  // decided by a person
};

// A programme and a record as two selection problems over the same tree: `sure` counts only what is certain (completed
// courses that certainly match), `possible` also what may yet count (in progress, planned, unknown). The answer is yes
// where the first can be satisfied, no where the second cannot, else unknown.
struct Compiled {
  solve::Problem sure, possible;
  std::vector<NodeMeaning> nodes;
  std::vector<const Attempt*> items;
  std::vector<Rational> credits;              // by item, as stated
  std::vector<std::string> leaf_owner;        // requirement id by leaf
  std::vector<const Take*> takes;             // by leaf
  std::vector<std::string> constraint_texts;  // by constraint
  std::vector<std::string> unchecked, advice, applied_exceptions;
  std::vector<UnusedCourse> excluded;  // attempts that cannot count at all, with the reason
  std::int64_t unit = 1;               // solver credits in one credit
  bool doubtful = false;               // the two problems differ
  std::optional<Truth> total;          // of the programme's credits in all
  Rational total_got;
  std::string system;
  LearnerRecord record;  // with exceptions applied; what items point into
  Programme programme;   // blocks expanded, exceptions applied
};

[[nodiscard]] std::unique_ptr<Compiled> compile(const LearnerRecord& record, const Programme& programme,
                                                const Options& options);

}  // namespace crosswalk::audit
