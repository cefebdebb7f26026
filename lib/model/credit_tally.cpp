// SPDX-License-Identifier: Apache-2.0
#include "lib/model/credit_tally.hpp"

#include <algorithm>
#include <functional>

namespace crosswalk {
namespace {

constexpr std::size_t most_listed = 1000;
constexpr Date no_date{};  // year 0: no attempt has it

std::string spoken(const std::string& system) { return system.empty() ? "unstated credits" : system; }

// What the nodes of a tree say of one system.
struct Stated {
  std::vector<std::optional<Rational>> amount;
  std::vector<bool> above, below, passed_above;  // an ancestor or descendant states credit; a passed one more than 0
  std::vector<Rational> parts;                   // by the nearest nodes below
};

Stated stated(const AttemptTree& tree, const std::vector<bool>& out, const std::string& system) {
  const std::size_t n = tree.size();
  Stated s{std::vector<std::optional<Rational>>(n), std::vector<bool>(n), std::vector<bool>(n), std::vector<bool>(n),
           std::vector<Rational>(n)};
  for (std::size_t i = 0; i < n; ++i) {
    if (!out[i]) s.amount[i] = tree[i].credit(system);
    if (!tree[i].parent) continue;
    const std::size_t p = *tree[i].parent;
    s.above[i] = s.above[p] || s.amount[p].has_value();
    s.passed_above[i] = s.passed_above[p] || (tree[p].passed() && s.amount[p] && s.amount[p]->sign() > 0);
  }
  for (std::size_t i = n; i-- > 0;) {
    if (!tree[i].parent) continue;
    const std::size_t p = *tree[i].parent;
    if (s.amount[i] || s.below[i]) s.below[p] = true;
    if (s.amount[i] && tree[i].status != Status::failed) s.parts[p] += *s.amount[i];
    if (!s.amount[i]) s.parts[p] += s.parts[i];
  }
  return s;
}

std::set<std::string> systems_of(const AttemptTree& tree) {
  std::set<std::string> systems;
  for (const AttemptNode& node : tree)
    for (const auto& [system, amount] : node.credits) systems.insert(system);
  return systems;
}

}  // namespace

Location CreditTally::at(const AttemptNode& node) const {
  if (node.line == 0) return Location{file_, {}, {}, {}, node.id.text};
  return Location{file_, node.line, node.column, {}, {}};
}

void CreditTally::add(const AttemptTree& tree) {
  const std::vector<bool> out = left_out(tree);
  for (const std::string& system : systems_of(tree)) add_system(tree, out, system);
  note_values(tree);
  std::vector<bool> has_parts(tree.size());
  for (const AttemptNode& node : tree)
    if (node.parent) has_parts[*node.parent] = true;
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const AttemptNode& node = tree[i];
    if (!node.title.empty()) note_degree(node);
    if (node.passed() && node.credits.empty() && !has_parts[i]) ++figures_.without_credit;
  }
}

// Attempts that must not add: superseded ones, repetitions, and all below them.
std::vector<bool> CreditTally::left_out(const AttemptTree& tree) {
  std::vector<bool> out(tree.size());
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const AttemptNode& node = tree[i];
    const bool inherited = node.parent && out[*node.parent];
    const bool again = repeats(tree, node);
    out[i] = inherited || again || node.status == Status::superseded;
  }
  return out;
}

bool CreditTally::repeats(const AttemptTree& tree, const AttemptNode& node) {
  if (node.key.empty() || node.status == Status::superseded) return false;
  // Classes of different courses are often called alike ("LAB"): theirs is the name below their course.
  const bool within = node.kind == AttemptKind::class_part && node.parent;
  const std::string key = within ? tree[*node.parent].key + "\x1f" + node.key : node.key;
  const std::uint64_t digest = std::hash<std::string>()(key);
  const auto [entry, first] = seen_.try_emplace(digest, node.date.value_or(no_date));
  if (first) return false;
  const bool same_date =
      node.date && (entry->second == *node.date || !further_dates_[digest].insert(*node.date).second);
  if (same_date) ++figures_.counted_once;
  findings_.warn("transcript.duplicate", at(node),
                 "identifier '" + node.id.text.substr(0, node.id.text.rfind('#')) + "' occurs again" +
                     (same_date ? " with the same date and issuer; it counts once"
                                : "; date or issuer differ or are not stated, so both are kept"));
  return same_date;
}

void CreditTally::add_system(const AttemptTree& tree, const std::vector<bool>& out, const std::string& system) {
  const Stated s = stated(tree, out, system);
  CreditSums& sums = figures_.systems[system];
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (const auto any = tree[i].credit(system)) sums.naive += *any;
    if (!s.amount[i]) continue;
    const Rational& amount = *s.amount[i];
    if (!s.above[i]) sums.topmost += amount;
    if (!s.below[i]) sums.deepest += amount;
    if (tree[i].passed() && amount.sign() > 0 && !s.passed_above[i]) sums.recommended += amount;
    if (s.below[i]) note_conflict(tree[i], system, amount, s.parts[i]);
  }
}

void CreditTally::note_conflict(const AttemptNode& node, const std::string& system, const Rational& stated_amount,
                                const Rational& parts) {
  ++figures_.conflicts;
  if (figures_.conflict_list.size() < most_listed)
    figures_.conflict_list.push_back({node.id, system, stated_amount, parts});
  const bool more = parts > stated_amount;
  const std::string sums = "'" + node.id.text + "' states " + to_string(stated_amount) + " " + spoken(system) +
                           " and its parts " + to_string(parts);
  findings_.warn(
      more ? "transcript.parts-exceed-whole" : "transcript.credit-conflict", at(node),
      sums + (more ? " more than the whole; they are not added to each other" : "; they are not added to each other"));
}

void CreditTally::note_degree(const AttemptNode& node) {
  for (const auto& [system, amount] : node.credits) {
    const bool programme = node.kind == AttemptKind::programme || node.kind == AttemptKind::qualification;
    for (const Degree& other : degrees_) {
      if (other.title != node.title || other.system != system || other.amount != amount) continue;
      if (!programme && !other.programme) continue;
      findings_.warn("transcript.degree-twice", at(node),
                     "'" + node.id.text + "' has title and credits (" + to_string(amount) + " " + spoken(system) +
                         ") of a degree listed before; the same degree may be listed twice");
      break;
    }
    if (degrees_.size() < most_listed) degrees_.push_back({node.title, system, amount, programme});
  }
}

void CreditTally::note_values(const AttemptTree& tree) {
  for (const AttemptNode& node : tree)
    for (const auto& [system, amount] : node.credits) {
      if (node.status == Status::failed && amount.sign() > 0)
        findings_.add(Severity::note, "transcript.failed-with-credit", at(node),
                      "'" + node.id.text + "' is failed and states " + to_string(amount) + " " + spoken(system) +
                          "; they are attempted, not earned");
      if (system != "ECTS" || amount.sign() <= 0) continue;
      ++ects_values_;
      if (amount > Rational(1))
        large_ects_ = true;
      else if (small_ects_.size() < most_listed)
        small_ects_.insert(amount);
    }
}

// Three or more unequal amounts, none above 1: nobody gives courses such ECTS, but many registers keep fractions of a
// student year, of which 1 is 60 ECTS.
void CreditTally::check_student_years() {
  if (large_ects_ || ects_values_ < 3 || small_ects_.size() < 2) return;
  findings_.warn("transcript.student-years", Location{file_, {}, {}, {}, {}},
                 "all " + std::to_string(ects_values_) + " ECTS amounts are 1 or less (at most " +
                     to_string(*small_ects_.rbegin()) + "): they look like fractions of a student year, of 60 ECTS");
}

CreditFigures CreditTally::take() {
  check_student_years();
  figures_.findings = findings_.take(file_);
  return std::move(figures_);
}

CreditFigures credit_figures(const LearnerRecord& record, const std::string& file) {
  CreditTally tally(file);
  AttemptTrees trees([&tally](const AttemptTree& tree) { tally.add(tree); });
  for (std::size_t i = 0; i < record.attempts.size(); ++i) trees.add(i, record.attempts[i]);
  trees.finish();
  return tally.take();
}

}  // namespace crosswalk
