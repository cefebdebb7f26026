// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lib/model/conversion.hpp"
#include "lib/model/rule.hpp"
#include "mappers/transfer/conversion_path.hpp"

namespace crosswalk::transfer {

// Facts the evaluation may use beside the rule set: published conversions and grading scales.
struct Knowledge {
  std::vector<CreditConversion> conversions;
  std::map<std::string, GradeScale> scales;
};

// A node of a rule's match, prepared: the key of a single course, how specific it is.
struct MatchNode {
  const Condition* condition = nullptr;
  std::vector<MatchNode> parts;
  std::string course_key;  // of a taking of one course without further conditions on the code; else empty
  int specificity = 0;
};

inline constexpr std::uint32_t no_course = UINT32_MAX;

struct PreparedRule {
  const Rule* rule = nullptr;
  MatchNode match;
  std::string match_text;            // for people: "by rule R (course-rule): MATH 101"
  std::string clock_text;            // the rule's own dates, "; rule in force from 2020"; empty where it has none
  bool dated = false;                // for courses taken in some period only
  bool open = false;                 // no question is to be asked about the rule as a whole
  bool unconditional = false;        // its `when` always holds
  bool single = false;               // its match is one course out of a selection
  std::vector<std::uint32_t> earns;  // by award: into RuleIndex::courses(), or no_course
  std::int32_t breadth = 1;          // the least number of courses its match takes
  int precedence = 0;                // of its layer and conflict operator; higher decides first
  OnConflict conflict = OnConflict::override_lower;
  std::vector<InstitutionId> from;  // institutions it is for; empty: any
  int scope = 0;                    // programme and institution named: more specific among equals
};

// A rule set made ready for many evaluations. Constant after construction: shareable between threads. UsageError where
// two rules have the same id.
class RuleIndex {
 public:
  explicit RuleIndex(RuleSet set, Knowledge knowledge = {});
  RuleIndex(const RuleIndex&) = delete;
  RuleIndex& operator=(const RuleIndex&) = delete;

  [[nodiscard]] const RuleSet& set() const { return set_; }
  [[nodiscard]] const Knowledge& knowledge() const { return knowledge_; }
  [[nodiscard]] const std::vector<PreparedRule>& rules() const { return rules_; }  // in order of id
  // Rules whose match may speak of a course with this key: a superset, in no particular order, perhaps repeated.
  void propose(std::string_view key, std::vector<std::uint32_t>& into) const;
  // Keys of the courses here that rules award, rising: each is earned once.
  [[nodiscard]] const std::vector<std::string>& courses() const { return courses_; }
  // From any system to the rule set's; null where no conversion exists.
  [[nodiscard]] const ConversionPath* conversion(std::string_view system) const;

 private:
  void prepare(const Rule& rule);
  void number_courses();
  void enter(std::uint32_t rule, const MatchNode& node);
  void enter(std::uint32_t rule, const Selector& selector);
  [[nodiscard]] MatchNode prepared(const Condition& condition) const;
  [[nodiscard]] bool asks_nothing(const Rule& rule) const;
  [[nodiscard]] bool may_rename() const { return !set_.equivalences.empty(); }

  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Postings = std::unordered_map<std::string, std::vector<std::uint32_t>, Hash, std::equal_to<>>;

  RuleSet set_;
  Knowledge knowledge_;
  std::vector<PreparedRule> rules_;
  std::vector<std::string> courses_;
  Postings by_key_, by_prefix_;
  std::vector<std::size_t> prefix_lengths_;  // those that occur, rising
  std::vector<std::uint32_t> general_;
  std::map<std::string, ConversionPath, std::less<>> paths_;
};

}  // namespace crosswalk::transfer
