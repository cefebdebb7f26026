// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/market/plan.hpp"
#include "mappers/transfer/transfer.hpp"

namespace crosswalk::market {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool has(const std::vector<int>& list, int one) { return std::ranges::find(list, one) != list.end(); }

const Requirement* part_of(const Requirement& root, const std::string& id) {
  if (root.id.text == id) return &root;
  for (const Requirement& part : root.parts)
    if (const Requirement* found = part_of(part, id)) return found;
  return nullptr;
}

// What the learner hands in: all that is at home, elsewhere what a recognition uses.
LearnerRecord handed_in(const Universe& universe, const Inputs& inputs, const std::vector<int>& owned,
                        const std::vector<int>& applied) {
  std::vector<char> used(universe.units.size(), 0);
  for (const int recognition : applied)
    for (const int unit : universe.recognitions[at(recognition)].units) used[at(unit)] = 1;
  LearnerRecord out = *inputs.record;
  out.attempts.clear();
  for (std::size_t u = 0; u < universe.units.size(); ++u) {
    const Unit& unit = universe.units[u];
    const bool there = unit.held || has(owned, static_cast<int>(u));
    const bool counts = used[u] != 0 || (unit.home && !unit.bundle);
    if (!there || !counts) continue;
    Attempt attempt = universe.record.attempts[at(unit.attempt)];
    attempt.attributes.erase("repeatable");
    attempt.parent.reset();
    if (unit.home && !universe.home.empty()) attempt.origin = Origin::resident;
    out.attempts.push_back(std::move(attempt));
  }
  return out;
}

}  // namespace

Checked check(const Universe& universe, const Inputs& inputs, const Options& options, const std::vector<int>& owned,
              const std::vector<int>& applied) {
  Checked out;
  out.record = handed_in(universe, inputs, owned, applied);
  if (inputs.rules != nullptr) {
    transfer::Options asked;
    asked.decision = universe.as_of;
    asked.programme = inputs.targets.front()->id.text;
    asked.programme_total = inputs.targets.front()->total;
    asked.explain = false;
    const Evaluation evaluation = transfer::evaluate(out.record, *inputs.rules, asked);
    out.record = transfer::awarded_record(out.record, evaluation);
  }
  audit::Options settings;
  settings.as_of = universe.as_of;
  settings.scales = options.scales;
  settings.alternatives = settings.explain_failure = false;
  for (const Programme* target : inputs.targets) {
    Programme asked = *target;
    if (!options.part.empty()) {
      if (const Requirement* part = part_of(target->root, options.part)) asked.root = Requirement(*part);
      asked.limits.clear();
      asked.total.reset();
    }
    out.audits.push_back(audit::audit(out.record, asked, settings));
    out.satisfied = out.satisfied && out.audits.back().satisfied;
  }
  return out;
}

}  // namespace crosswalk::market
