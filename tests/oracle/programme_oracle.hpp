// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "lib/model/learner_record.hpp"
#include "lib/model/requirement.hpp"

// Degree audits by reading the programme as the model documents it and trying every assignment: shares no code with
// the audit, its compiler or the solver. Only what random_programme() makes is understood.
namespace oracle {

struct Tally {
  int root = 0, tops = 0, leaves = 0;
  friend auto operator<=>(const Tally&, const Tally&) = default;
};

// One reading of a record: what is certain (completed and surely fitting), or all that may yet turn out well.
class Reading {
 public:
  Reading(const crosswalk::LearnerRecord& record, const crosswalk::Programme& programme, bool certain);

  // The best of all assignments; `allowed` false where a maximum cannot even be kept by the empty one.
  [[nodiscard]] Tally best() const;
  // Can these requirements (by id) be satisfied together, whatever else is asked?
  [[nodiscard]] bool together(const std::vector<std::string>& requirements) const;
  // Is there a way to read the pairs (attempt id, requirement id) as an allowed assignment that satisfies so much?
  [[nodiscard]] bool accepts(const std::vector<std::pair<std::string, std::string>>& pairs, const Tally& claimed) const;
  [[nodiscard]] double size() const;  // assignments to try

 private:
  using Uses = std::vector<unsigned>;  // by item: leaves, as bits
  struct Leaf {
    const crosswalk::Take* take = nullptr;
    std::vector<const crosswalk::Requirement*> path;
  };
  struct State {
    bool satisfied = false, used = false;
  };
  void walk(const crosswalk::Requirement& requirement, std::vector<const crosswalk::Requirement*> path);
  void walk(const crosswalk::Condition& condition, const std::vector<const crosswalk::Requirement*>& path);
  void find_options();
  template <class Visit>
  void each(const std::vector<std::vector<unsigned>>& options, Visit visit) const;

  [[nodiscard]] bool fits(const Leaf& leaf, const crosswalk::Attempt& attempt) const;
  [[nodiscard]] bool may_share(const Leaf& a, const Leaf& b) const;
  [[nodiscard]] bool applies(const crosswalk::Requirement& requirement) const;
  [[nodiscard]] bool waived(const crosswalk::Requirement& requirement) const;
  [[nodiscard]] unsigned below(const crosswalk::Requirement& requirement) const;
  [[nodiscard]] bool holds(const crosswalk::Limit& limit, unsigned leaves, const Uses& uses) const;
  [[nodiscard]] bool allowed(const Uses& uses) const;
  [[nodiscard]] bool demands(const std::vector<crosswalk::Limit>& limits, unsigned leaves, const Uses& uses) const;
  [[nodiscard]] State state(const crosswalk::Requirement& requirement, const Uses& uses, bool top, Tally& tally) const;
  [[nodiscard]] State state(const crosswalk::Condition& condition, const Uses& uses) const;
  [[nodiscard]] State taken(const crosswalk::Take& take, const Uses& uses) const;
  [[nodiscard]] Tally tally(const Uses& uses) const;
  [[nodiscard]] const crosswalk::Requirement* find(const std::string& id) const;

  const crosswalk::LearnerRecord& record_;
  const crosswalk::Programme& programme_;
  bool certain_;
  std::vector<const crosswalk::Attempt*> items_;
  std::vector<Leaf> leaves_;
  std::vector<std::vector<unsigned>> options_;
};

}  // namespace oracle
