// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "lib/diagnostics/finding_list.hpp"
#include "lib/model/attempt_trees.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/quantity/rational.hpp"

namespace crosswalk {

// The four ways to add the credits of one system in a record whose attempts nest. Only `recommended` answers "how many
// credits does this learner hold"; the others show what a careless sum would say.
struct CreditSums {
  Rational recommended;  // passed nodes with credit > 0 and no passed ancestor with credit > 0
  Rational topmost;      // nodes without an ancestor that states credit
  Rational deepest;      // nodes without a descendant that states credit
  Rational naive;        // all usable values
  bool operator==(const CreditSums&) const = default;
};

// Credit of one system stated on a node and again on its parts.
struct CreditConflict {
  AttemptId attempt;
  std::string system;
  Rational stated;  // on the node
  Rational parts;   // by the nearest nodes below that state credit and did not fail
  bool operator==(const CreditConflict&) const = default;
};

struct CreditFigures {
  std::map<std::string, CreditSums> systems;  // by folded name; "" where none is stated
  std::uint64_t conflicts = 0;                // (node, system) pairs; the first 1000 are listed
  std::vector<CreditConflict> conflict_list;
  std::uint64_t counted_once = 0;    // attempts left out because identifier, date and issuer repeat an earlier one
  std::uint64_t without_credit = 0;  // passed attempts that state no credit and have no parts
  // transcript.credit-conflict, transcript.parts-exceed-whole, transcript.duplicate, transcript.degree-twice,
  // transcript.student-years (warnings); transcript.failed-with-credit (note).
  Diagnostics findings;
};

// Adds the credits of a transcript without counting anything twice (design: ELMO, "ECTS must not be stated on a node
// and on its descendants"). The same identifier twice is a warning and counts once only where date and issuer agree
// too; superseded attempts count in `naive` alone. An amount that overflows is an OverflowError.
class CreditTally {
 public:
  explicit CreditTally(std::string file) : file_(std::move(file)) {}

  void add(const AttemptTree& tree);
  [[nodiscard]] CreditFigures take();

 private:
  struct Degree {
    std::string title, system;
    Rational amount;
    bool programme = false;
  };
  [[nodiscard]] std::vector<bool> left_out(const AttemptTree& tree);
  [[nodiscard]] bool repeats(const AttemptTree& tree, const AttemptNode& node);
  void add_system(const AttemptTree& tree, const std::vector<bool>& out, const std::string& system);
  void note_conflict(const AttemptNode& node, const std::string& system, const Rational& stated, const Rational& parts);
  void note_degree(const AttemptNode& node);
  void note_values(const AttemptTree& tree);
  void check_student_years();
  [[nodiscard]] Location at(const AttemptNode& node) const;

  std::string file_;
  CreditFigures figures_;
  FindingList findings_{20};  // of each code
  // What was seen, by digest of issuer and identifier: the first date, and further ones where there are any. Digests of
  // 64 bits keep a file of millions small; two that meet by chance are a matter of 1 in 10^7 for such a file.
  std::unordered_map<std::uint64_t, Date> seen_;
  std::map<std::uint64_t, std::set<Date>> further_dates_;
  std::vector<Degree> degrees_;
  std::set<Rational> small_ects_;  // distinct ECTS values up to 1, while there are only such
  std::uint64_t ects_values_ = 0;
  bool large_ects_ = false;
};

// Of a record in memory; `file` names it in findings.
[[nodiscard]] CreditFigures credit_figures(const LearnerRecord& record, const std::string& file = {});

}  // namespace crosswalk
