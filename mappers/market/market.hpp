// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/learner_record.hpp"
#include "lib/model/offering.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/truth.hpp"
#include "mappers/transfer/rule_index.hpp"

// Pathways over the general model: offerings, rules, requirements and records as every other part of the program has
// them. docs/algorithms/market.md tells the model and why an answer is a proof.
namespace crosswalk::market {

// cost: prices in the market's currency, exactly. duration: terms until the last purchase is completed (the makespan of
// a timetable under the load of a term). credits: what is bought, in the target's system. providers: how many are paid.
enum class Objective { cost, duration, credits, providers };

struct Goal {
  Objective objective = Objective::cost;
  std::int64_t weight = 1;
  bool operator==(const Goal&) const = default;
};

struct Inputs {
  const Catalogue* market = nullptr;
  const transfer::RuleIndex* rules = nullptr;  // null: nothing is recognised, what is not taken here counts as it is
  const LearnerRecord* record = nullptr;
  std::vector<const Programme*> targets;  // all of them are to be reached
  std::vector<const Programme*> awards;   // others that may be earned on the way
};

struct Options {
  // Lexicographic: the first sum is made least, then the second among its optima, ...
  std::vector<std::vector<Goal>> objectives{{{Objective::cost, 1}}};
  int plans = 1;                                         // the best so many that differ
  int differ = 2;                                        // in which any two differ by so many purchases at least
  std::optional<std::pair<Objective, Objective>> front;  // the least first for every worthwhile value of the second
  int points = 20;                                       // of the front at most
  std::optional<Date> as_of;                             // when it begins; absent: the latest date of the record
  std::vector<InstitutionId> only_at;    // purchases are made there alone (reverse articulation); empty: anywhere
  std::string part;                      // only this requirement of the target, by id
  std::vector<OfferingId> without;       // not to be bought
  std::optional<Rational> term_credits;  // load of a term; absent: the market's, else 30
  int first_term = 0;                    // of the market's terms: which one term 1 is
  int most_terms = 0;                    // the timetable may not be longer; 0: any length (`horizon` at most)
  int horizon = 24;                      // terms looked at for a timetable
  std::optional<Rational> micro_share;   // at most this share of the target's total by micro-credentials
  std::string micro_policy;              // the policy it comes from, for the explanation
  std::int64_t work = 0;                 // nodes of all searches together; 0: no limit
  double seconds = 0;                    // processor time; an answer it cut is not reproducible
  double gap = 0;
  bool explain = false;
  const std::map<std::string, GradeScale>* scales = nullptr;
};

// One purchase, or a part that comes with one.
struct Step {
  std::size_t offering = 0;  // index into the market's offerings
  int term = 0;              // in which it begins, from 1; 0: no term fits
  int last_term = 0;         // and ends
  std::string bundle;        // id of the certificate it comes with; empty: bought by itself
  Rational cost;             // in the market's currency; 0 where it comes with a bundle
  Rational credits;          // in the target's system
  struct Recognition {
    std::string rule, title;
    std::vector<std::string> as;  // what it is awarded as: "MATH 151 (7.5)"
  };
  std::vector<Recognition> recognised;
  std::vector<std::string> counts_for;  // titles of requirements
  bool at_home = false;                 // at the target's institution: it counts in the total without recognition
};

// A held attempt that counts.
struct Held {
  std::string attempt;
  std::vector<Step::Recognition> recognised;
  std::vector<std::string> counts_for;
};

// A certificate, exit award or other programme earned on the way.
struct AwardEarned {
  std::string id, title;
  int term = 0;         // earned at its end; 0: by what is held already
  Rational cost;        // spent until then
  bool bought = false;  // as a certificate, at `price`
  Rational price;
};

// One thing that counts for one requirement, by the audit.
struct Counted {
  std::string requirement;  // its id
  std::string course;       // as it counts at the target's institution
  std::string source;       // the offering or held attempt it comes from
  std::string provider;
  Rational credits;
};

// A requirement without parts, by the audit.
struct Leaf {
  std::string id, title, unit;  // unit: courses, credits, parts
  Rational needed, got;
};

// How a demand over the whole plan stands.
struct Margin {
  std::string title;
  Rational got, limit;
  bool at_least = true;
  std::string unit;  // "credits", "courses", ...
  [[nodiscard]] bool binds() const { return got == limit; }
};

struct Plan {
  std::map<Objective, Rational> totals;
  std::vector<Rational> values;  // of each level of the objective
  std::vector<Step> steps;       // by term, then offering
  std::vector<OfferingId> bought;
  std::vector<Held> held;
  std::vector<AwardEarned> awards;
  std::vector<Margin> margins;
  std::vector<Leaf> leaves;  // of every target, in order
  std::vector<Counted> counted;
  std::map<std::string, Rational> recognised;  // credits awarded, by provider
  int terms = 0;  // of the timetable; no timetable of the same purchases is shorter where proven
  bool timetable_proven = false;
  bool proven = false;  // nothing is better
  Truth satisfied;      // by the audit of what evaluate awards
  std::vector<Doubt> doubts;
  LearnerRecord record;  // after it, as the target's institution sees it
};

struct Reason {
  OfferingId offering;              // or bundle
  std::optional<Rational> without;  // the least of the first level without it; absent: there is no plan
  std::vector<OfferingId> instead;  // bought then and not now
  bool proven = false;
};

struct Result {
  enum class Status { optimal, feasible, infeasible, unknown };
  Status status = Status::unknown;
  Rational objective, bound;  // of the first level
  std::vector<Plan> plans;
  std::vector<Reason> reasons;
  std::vector<std::string> obstacles;  // infeasible: cannot all be met, and any one of them left out they can
  std::vector<std::string> notes;      // what was assumed or could not be asked
  std::optional<Date> as_of;
  std::string system, currency;
  std::vector<std::string> terms;  // of a year, as the market names them
  int first_term = 0;
  bool reproducible = true;
  std::int64_t work = 0;
};

// UsageError where the inputs do not fit together (no conversion for a price, an unknown part, credit amounts without
// a common measure).
[[nodiscard]] Result find_pathways(const Inputs& inputs, const Options& options = {});

[[nodiscard]] std::string_view name(Objective objective);
[[nodiscard]] std::optional<Objective> objective(std::string_view name);

}  // namespace crosswalk::market
