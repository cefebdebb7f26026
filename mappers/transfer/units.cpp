// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "mappers/transfer/unit.hpp"

namespace crosswalk::transfer {
namespace {

using Amounts = std::map<std::string, Rational>;

// The forest of attempts, and what has been collected below each.
class Collector {
 public:
  Collector(const LearnerRecord& record, const RuleSet& set) : record_(record), set_(set) {
    children_.resize(record.attempts.size());
    for (std::size_t i = 0; i < record.attempts.size(); ++i)
      if (const auto parent = record.attempts[i].parent; parent && *parent < i) children_[*parent].push_back(i);
  }

  std::vector<Unit> collect() {
    std::vector<Unit> out;
    out.reserve(record_.attempts.size());
    for (std::size_t i = 0; i < record_.attempts.size(); ++i)
      if (!record_.attempts[i].parent || *record_.attempts[i].parent >= i) below(i, out);
    return out;
  }

 private:
  static bool counts(const Attempt& attempt) { return attempt.achieved() || attempt.status == Status::in_progress; }

  [[nodiscard]] Unit whole(std::size_t at) const {
    Unit unit;
    unit.attempt = at;
    for (const StatedCredit& credit : record_.attempts[at].credits)
      if (credit.amount.sign() > 0) unit.amounts.push_back({credit.amount, credit.system});
    return unit;
  }

  // A course is evaluated as one; its classes and exams only explain it. So is a module, unless it holds courses (some
  // producers call a whole degree a module). Other kinds are looked into.
  [[nodiscard]] bool is_one(std::size_t at) const {
    const AttemptKind kind = record_.attempts[at].kind;
    if (kind == AttemptKind::module)
      return std::ranges::none_of(
          children_[at], [&](std::size_t child) { return record_.attempts[child].kind == AttemptKind::course; });
    return kind == AttemptKind::course || kind == AttemptKind::exam || kind == AttemptKind::class_part;
  }

  void below(std::size_t at, std::vector<Unit>& into) const {
    const Attempt& attempt = record_.attempts[at];
    if (is_resident(attempt, set_)) return;
    Unit own = whole(at);
    if (children_[at].empty() || (is_one(at) && !own.amounts.empty() && counts(attempt))) {
      into.push_back(std::move(own));
      return;
    }
    std::vector<Unit> parts;
    for (const std::size_t child : children_[at]) below(child, parts);
    std::erase_if(parts, [](const Unit& part) { return part.amounts.empty() && part.residue; });
    const bool itemised = std::ranges::any_of(parts, [](const Unit& part) { return !part.amounts.empty(); });
    if (!itemised && (parts.empty() || !own.amounts.empty() || is_one(at))) {
      into.push_back(std::move(own));
      return;
    }
    if (!own.amounts.empty() && counts(attempt)) reconcile(std::move(own), parts);
    std::ranges::move(parts, std::back_inserter(into));
  }

  // The whole's credit is what counts: parts beyond it are cut from the last, what they do not reach is a residue.
  void reconcile(Unit own, std::vector<Unit>& parts) const {
    std::vector<Credit> left;
    for (const Credit& amount : own.amounts) {
      Rational open = amount.amount;
      for (Unit& part : parts) {
        if (!counts(record_.attempts[part.attempt])) continue;
        for (Credit& each : part.amounts)
          if (each.system == amount.system) open = cut(part, each, open, own.attempt);
      }
      if (open.sign() > 0) left.push_back({open, amount.system});
    }
    own.amounts = std::move(left);
    own.residue = true;
    if (!own.amounts.empty()) parts.push_back(std::move(own));
  }

  Rational cut(Unit& part, Credit& each, const Rational& open, std::size_t whole_at) const {
    if (each.amount <= open) return open - each.amount;
    Step step{Step::Kind::double_count,
              "the courses state more credit than " + label(whole_at) + " as a whole; what is beyond it counts once",
              each,
              Credit{open, each.system},
              {},
              {},
              {}};
    each.amount = open;
    part.steps.push_back(std::move(step));
    return 0;
  }

  [[nodiscard]] std::string label(std::size_t at) const {
    const Attempt& attempt = record_.attempts[at];
    return attempt.code.empty() ? "'" + std::string(attempt.title.text()) + "'" : to_string(attempt.code);
  }

  const LearnerRecord& record_;
  const RuleSet& set_;
  std::vector<std::vector<std::size_t>> children_;
};

// The amount to convert: in the receiving system, else in the first that converts, else the first.
void choose_amount(Unit& unit, const RuleIndex& rules) {
  std::erase_if(unit.amounts, [](const Credit& credit) { return credit.amount.is_zero(); });
  if (unit.amounts.empty()) return;
  const auto own = std::ranges::find(unit.amounts, rules.set().system, &Credit::system);
  const auto converts = std::ranges::find_if(
      unit.amounts, [&](const Credit& credit) { return rules.conversion(credit.system) != nullptr; });
  const auto chosen = own != unit.amounts.end() ? own : converts;
  unit.main = chosen == unit.amounts.end() ? 0 : static_cast<std::size_t>(chosen - unit.amounts.begin());
  unit.path = rules.conversion(unit.amounts[unit.main].system);
  if (unit.path != nullptr) unit.converted = unit.amounts[unit.main].amount * unit.path->factor;
}

}  // namespace

bool is_resident(const Attempt& attempt, const RuleSet& set) {
  return attempt.origin == Origin::resident || (!set.institution.empty() && attempt.institution == set.institution);
}

std::vector<Unit> units_of(const LearnerRecord& record, const RuleIndex& rules) {
  std::vector<Unit> units = Collector(record, rules.set()).collect();
  if (!std::ranges::is_sorted(units, {}, &Unit::attempt)) std::ranges::sort(units, {}, &Unit::attempt);
  for (Unit& unit : units) {
    unit.seen = &record.attempts[unit.attempt];
    unit.key = unit.seen->code.key();
    choose_amount(unit, rules);
  }
  return units;
}

}  // namespace crosswalk::transfer
