// SPDX-License-Identifier: Apache-2.0
#include "tests/oracle/programme_oracle.hpp"

#include <algorithm>
#include <functional>
#include <set>

namespace oracle {

using namespace crosswalk;
using Path = std::vector<const Requirement*>;

namespace {

bool names(const Path& path, const std::string& id) {
  return std::any_of(path.begin(), path.end(), [&](const Requirement* r) { return r->id.text == id; });
}

bool selected(const Selector& s, const Attempt& a) {
  using Kind = Selector::Kind;
  switch (s.kind) {
    case Kind::everything:
      return true;
    case Kind::course:
      return s.course == a.code;
    case Kind::range:
      return s.subject == a.code.subject && a.code.value() >= s.low && a.code.value() <= s.high;
    case Kind::any:
      return std::any_of(s.parts.begin(), s.parts.end(), [&](const Selector& p) { return selected(p, a); });
    case Kind::except:
      return selected(s.parts[0], a) &&
             std::none_of(s.parts.begin() + 1, s.parts.end(), [&](const Selector& p) { return selected(p, a); });
    case Kind::where: {
      std::vector<std::string> have;
      if (s.attribute == Attribute::tag) have = a.tags;
      if (s.attribute == Attribute::subject) have = {a.code.subject};
      if (s.attribute == Attribute::origin) have = {a.origin == Origin::resident ? "resident" : "transfer"};
      if (s.attribute == Attribute::level && !a.levels.empty()) have = {a.levels[0].value};
      return std::any_of(have.begin(), have.end(), [&](const std::string& v) {
        return std::find(s.values.begin(), s.values.end(), v) != s.values.end();
      });
    }
    default:
      throw std::logic_error("a selector the oracle does not know");
  }
}

Rational credits(const Attempt& a) { return a.credits.empty() ? Rational(0) : a.credits[0].amount; }

int points(const std::string& label) { return label == "A" ? 4 : label == "B" ? 3 : label == "C" ? 2 : 1; }

bool achieved(const Attempt& a) { return a.status == Status::completed; }

bool over_all(const Limit& limit) { return limit.scope == Limit::Scope::programme; }

// A minimum, or a share: part of what its requirement asks. Other maxima restrict the assignment itself.
bool demand(const Limit& limit) {
  return limit.bound == Limit::Bound::at_least || limit.measure == Limit::Measure::share;
}

}  // namespace

Reading::Reading(const LearnerRecord& record, const Programme& programme, bool certain)
    : record_(record), programme_(programme), certain_(certain) {
  for (const Attempt& attempt : record.attempts)
    if (achieved(attempt) || attempt.status == Status::in_progress || attempt.status == Status::planned)
      items_.push_back(&attempt);
  walk(programme.root, {});
  find_options();
}

void Reading::walk(const Requirement& requirement, Path path) {
  path.push_back(&requirement);
  if (!applies(requirement) || waived(requirement)) return;
  for (const Requirement& part : requirement.parts) walk(part, path);
  if (requirement.need) walk(*requirement.need, path);
}

void Reading::walk(const Condition& condition, const Path& path) {
  if (condition.kind == Condition::Kind::take) leaves_.push_back({&condition.take, path});
  std::size_t first = 0, last = condition.parts.size();
  if (condition.kind == Condition::Kind::choice) {  // only what the choice leaves open
    const auto at = record_.declared.find(condition.parts[0].key);
    const bool known = at != record_.declared.end();
    const bool yes = known && at->second[0] == condition.parts[0].values[0];
    first = known && !yes ? 2 : 1;
    last = yes ? 2 : 3;
  }
  for (std::size_t i = first; i < last; ++i) walk(condition.parts[i], path);
}

bool Reading::applies(const Requirement& requirement) const {
  if (!requirement.when) return true;
  const auto at = record_.declared.find(requirement.when->key);
  return at == record_.declared.end() || at->second[0] == requirement.when->values[0];
}

bool Reading::waived(const Requirement& requirement) const {
  return std::any_of(programme_.exceptions.begin(), programme_.exceptions.end(), [&](const Exception& e) {
    return e.kind == Exception::Kind::waive && e.requirement == requirement.id;
  });
}

bool Reading::fits(const Leaf& leaf, const Attempt& attempt) const {
  const Take& take = *leaf.take;
  bool match = selected(take.from, attempt);
  bool inserted = false;
  for (const Exception& e : programme_.exceptions) {
    if (!selected(e.course, attempt) || !(e.requirement.empty() || names(leaf.path, e.requirement.text))) continue;
    if (e.kind == Exception::Kind::block_course) return false;
    if (e.kind == Exception::Kind::insert) inserted = true;
    if (e.kind != Exception::Kind::substitute) continue;
    Attempt reading = attempt;
    reading.code = e.replacement.course;
    match = match || selected(take.from, reading);
  }
  if (certain_ && !achieved(attempt)) return false;
  if (inserted) return true;
  if (!match) return false;
  if (!take.grade.at_least.empty()) {
    if (!attempt.grade) return !certain_;
    if (points(attempt.grade->label) < points(take.grade.at_least)) return false;
  }
  return !take.min_units || credits(attempt) >= *take.min_units;
}

bool Reading::may_share(const Leaf& a, const Leaf& b) const {
  const auto apart = [](const Leaf& x, const Leaf& y) {
    return std::any_of(x.path.begin(), x.path.end(), [&](const Requirement* r) {
      return std::any_of(r->exclusive_of.begin(), r->exclusive_of.end(),
                         [&](const std::string& id) { return names(y.path, id); });
    });
  };
  const auto shares = [](const Leaf& x, const Leaf& y) {
    for (const Limit& limit : x.take->limits)
      if (limit.measure == Limit::Measure::shared_courses || limit.measure == Limit::Measure::shared_credits)
        if (limit.partner.empty() || names(y.path, limit.partner)) return true;
    return std::any_of(x.path.begin(), x.path.end(), [&](const Requirement* r) {
      for (const std::string& id : r->share_with)
        if (id == "*" || names(y.path, id)) return true;
      for (const Limit& limit : r->limits) {
        const bool sharing =
            limit.measure == Limit::Measure::shared_courses || limit.measure == Limit::Measure::shared_credits;
        if (sharing && std::find(y.path.begin(), y.path.end(), r) == y.path.end() &&
            (limit.partner.empty() || names(y.path, limit.partner)))
          return true;
      }
      return false;
    });
  };
  if (apart(a, b) || apart(b, a)) return false;
  return programme_.share_by_default || shares(a, b) || shares(b, a);
}

void Reading::find_options() {
  for (const Attempt* attempt : items_) {
    std::vector<unsigned> options;
    for (unsigned mask = 0; mask < (1U << leaves_.size()); ++mask) {
      bool ok = true;
      for (std::size_t a = 0; a < leaves_.size() && ok; ++a) {
        if ((mask >> a & 1U) == 0) continue;
        ok = fits(leaves_[a], *attempt);
        for (std::size_t b = 0; b < a && ok; ++b)
          if ((mask >> b & 1U) != 0) ok = may_share(leaves_[a], leaves_[b]);
      }
      if (ok) options.push_back(mask);
    }
    options_.push_back(std::move(options));
  }
}

double Reading::size() const {
  double out = 1;
  for (const auto& options : options_) out *= static_cast<double>(options.size());
  return out;
}

template <class Visit>
void Reading::each(const std::vector<std::vector<unsigned>>& options, Visit visit) const {
  Uses uses(items_.size());
  const std::function<void(std::size_t)> go = [&](std::size_t i) {
    if (i == items_.size()) {
      if (allowed(uses)) visit(uses);
      return;
    }
    for (const unsigned option : options[i]) {
      uses[i] = option;
      go(i + 1);
    }
  };
  go(0);
}

unsigned Reading::below(const Requirement& requirement) const {
  unsigned out = 0;
  for (std::size_t i = 0; i < leaves_.size(); ++i)
    if (std::find(leaves_[i].path.begin(), leaves_[i].path.end(), &requirement) != leaves_[i].path.end())
      out |= 1U << i;
  return out;
}

bool Reading::holds(const Limit& limit, unsigned leaves, const Uses& uses) const {
  using Measure = Limit::Measure;
  if (over_all(limit)) leaves = ~0U;
  unsigned other = ~leaves;
  if (!limit.partner.empty()) other = below(*find(limit.partner));
  std::vector<const Attempt*> all;
  std::set<const Attempt*> shared;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if ((uses[i] & leaves) == 0) continue;
    all.push_back(items_[i]);
    if ((uses[i] & other) != 0) shared.insert(items_[i]);
  }
  if (limit.last) {
    std::stable_sort(all.begin(), all.end(),
                     [](const Attempt* a, const Attempt* b) { return a->term->order() > b->term->order(); });
    Rational sum;
    std::size_t kept = 0;
    for (; kept < all.size() && sum < *limit.last; ++kept)
      sum += limit.measure == Measure::courses ? Rational(1) : credits(*all[kept]);
    all.resize(kept);
  }
  Rational of, whole, alone, both, weight, score;
  int count = 0, graded = 0, common = 0;
  std::set<std::string> values;
  std::map<std::string, int> by_value;
  for (const Attempt* a : all) {
    whole += credits(*a);
    if (!selected(limit.of, *a)) continue;
    of += credits(*a);
    ++count;
    if (shared.count(a) != 0) {
      both += credits(*a);
      ++common;
    } else {
      alone += credits(*a);
    }
    if (limit.by) ++by_value[a->code.subject];
    const bool hoped = !certain_ && !a->grade && !achieved(*a);
    if (a->grade || hoped) {
      ++graded;
      weight += credits(*a);
      score += credits(*a) * Rational(hoped ? 4 : points(a->grade->label));
    }
  }
  Rational amount;
  switch (limit.measure) {
    case Measure::courses:
      amount = count;
      break;
    case Measure::credits:
      amount = of;
      break;
    case Measure::gpa:
      return graded == 0 || score >= limit.amount * weight;
    case Measure::share:
      return limit.bound == Limit::Bound::at_least ? of >= limit.amount * whole : of <= limit.amount * whole;
    case Measure::distinct:
      amount = static_cast<std::int64_t>(by_value.size());
      break;
    case Measure::shared_courses:
      amount = common;
      break;
    case Measure::shared_credits:
      amount = both;
      break;
    case Measure::unique_credits:
      amount = alone;
      break;
    case Measure::unique_share:
      return alone >= limit.amount * of;
    case Measure::uses:
      return true;
  }
  if (limit.each)
    return std::all_of(by_value.begin(), by_value.end(), [&](const auto& one) {
      return limit.bound == Limit::Bound::at_most ? Rational(one.second) <= limit.amount
                                                  : Rational(one.second) >= limit.amount;
    });
  return limit.bound == Limit::Bound::at_least ? amount >= limit.amount : amount <= limit.amount;
}

bool Reading::demands(const std::vector<Limit>& limits, unsigned leaves, const Uses& uses) const {
  return std::all_of(limits.begin(), limits.end(),
                     [&](const Limit& limit) { return !demand(limit) || holds(limit, leaves, uses); });
}

bool Reading::allowed(const Uses& uses) const {
  const auto keeps = [&](const std::vector<Limit>& limits, unsigned leaves) {
    return std::all_of(limits.begin(), limits.end(), [&](const Limit& limit) {
      if (limit.measure == Limit::Measure::uses)
        return std::all_of(uses.begin(), uses.end(),
                           [&](unsigned mask) { return Rational(__builtin_popcount(mask)) <= limit.amount; });
      return demand(limit) || holds(limit, leaves, uses);
    });
  };
  for (std::size_t l = 0; l < leaves_.size(); ++l) {
    const Take& take = *leaves_[l].take;
    Rational sum;
    int count = 0;
    for (std::size_t i = 0; i < items_.size(); ++i) {
      if ((uses[i] >> l & 1U) == 0) continue;
      count += take.multiplicity;
      sum += credits(*items_[i]) * Rational(take.multiplicity);
    }
    if (take.max_courses && count > *take.max_courses) return false;
    if (take.max_credits && sum > *take.max_credits) return false;
    if (!keeps(take.limits, 1U << l)) return false;
  }
  const std::function<bool(const Requirement&)> tree = [&](const Requirement& requirement) {
    if (!applies(requirement) || waived(requirement)) return true;
    return keeps(requirement.limits, below(requirement)) &&
           std::all_of(requirement.parts.begin(), requirement.parts.end(), tree);
  };
  return keeps(programme_.limits, ~0U) && tree(programme_.root);
}

Reading::State Reading::taken(const Take& take, const Uses& uses) const {
  std::size_t at = 0;
  while (leaves_[at].take != &take) ++at;
  Rational sum;
  int count = 0;
  std::vector<const Attempt*> used;
  for (std::size_t i = 0; i < items_.size(); ++i) {
    if ((uses[i] >> at & 1U) == 0) continue;
    used.push_back(items_[i]);
    count += take.multiplicity;
    sum += credits(*items_[i]) * Rational(take.multiplicity);
  }
  const bool none = !take.min_courses && !take.min_credits && !take.max_courses && !take.max_credits;
  const bool a = count >= take.min_courses.value_or(none ? 1 : 0), b = sum >= take.min_credits.value_or(Rational(0));
  const bool either = take.join == Take::Join::either && take.min_courses && take.min_credits;
  State out{either ? a || b : a && b, count > 0};
  for (const Selector& wanted : take.including)
    out.satisfied = out.satisfied &&
                    std::any_of(used.begin(), used.end(), [&](const Attempt* one) { return selected(wanted, *one); });
  out.satisfied = out.satisfied && demands(take.limits, 1U << at, uses);
  return out;
}

Reading::State Reading::state(const Condition& condition, const Uses& uses) const {
  using Kind = Condition::Kind;
  State out;
  int satisfied = 0;
  std::vector<State> parts;
  if (condition.kind == Kind::all || condition.kind == Kind::any || condition.kind == Kind::k_of)
    for (const Condition& part : condition.parts) {
      parts.push_back(state(part, uses));
      satisfied += parts.back().satisfied ? 1 : 0;
      out.used = out.used || parts.back().used;
    }
  const auto all = static_cast<int>(parts.size());
  switch (condition.kind) {
    case Kind::take:
      return taken(condition.take, uses);
    case Kind::all:
      out.satisfied = satisfied == all;
      return out;
    case Kind::any:
      out.satisfied = satisfied > 0;
      return out;
    case Kind::k_of:
      out.satisfied = satisfied >= condition.count;
      return out;
    case Kind::text:
      return {!certain_, false};
    case Kind::block: {
      Tally ignored;
      return {state(*find(condition.key), uses, false, ignored).satisfied, false};
    }
    case Kind::choice: {
      const auto at = record_.declared.find(condition.parts[0].key);
      if (at != record_.declared.end())
        return state(condition.parts[at->second[0] == condition.parts[0].values[0] ? 1 : 2], uses);
      const State first = state(condition.parts[1], uses), second = state(condition.parts[2], uses);
      return {certain_ ? first.satisfied && second.satisfied : first.satisfied || second.satisfied,
              first.used || second.used};
    }
    default:
      throw std::logic_error("a condition the oracle does not know");
  }
}

Reading::State Reading::state(const Requirement& requirement, const Uses& uses, bool top, Tally& tally) const {
  if (!applies(requirement)) return {true, false};
  State out{true, false};
  if (!waived(requirement)) {
    int satisfied = 0, areas = 0;
    bool all = true;
    for (const Requirement& part : requirement.parts) {
      const State below = state(part, uses, &requirement == &programme_.root, tally);
      satisfied += below.satisfied ? 1 : 0;
      areas += below.satisfied && below.used ? 1 : 0;
      all = all && (below.satisfied || part.optional);
      out.used = out.used || below.used;
    }
    if (!requirement.parts.empty()) out.satisfied = requirement.at_least ? satisfied >= *requirement.at_least : all;
    out.satisfied = out.satisfied && areas >= requirement.min_areas.value_or(0);
    if (requirement.need) {
      const State need = state(*requirement.need, uses);
      out.satisfied = out.satisfied && need.satisfied;
      out.used = out.used || need.used;
    }
    out.satisfied = out.satisfied && demands(requirement.limits, below(requirement), uses);
    // Whether it applies is not known: possibly nothing is asked.
    if (requirement.when && record_.declared.count(requirement.when->key) == 0 && !certain_) out.satisfied = true;
  }
  if (&requirement == &programme_.root) {
    Rational sum;
    for (const Attempt* item : items_)
      if (!certain_ || achieved(*item)) sum += credits(*item);
    out.satisfied =
        out.satisfied && demands(programme_.limits, ~0U, uses) && sum >= programme_.total.value_or(Rational(0));
    tally.root = out.satisfied ? 1 : 0;
  }
  if (out.satisfied && top) ++tally.tops;
  if (out.satisfied && requirement.parts.empty()) ++tally.leaves;
  return out;
}

Tally Reading::tally(const Uses& uses) const {
  Tally out;
  static_cast<void>(state(programme_.root, uses, false, out));
  return out;
}

Tally Reading::best() const {
  Tally out;
  each(options_, [&](const Uses& uses) { out = std::max(out, tally(uses)); });
  return out;
}

bool Reading::together(const std::vector<std::string>& requirements) const {
  bool out = false;
  each(options_, [&](const Uses& uses) {
    Tally ignored;
    out = out || std::all_of(requirements.begin(), requirements.end(),
                             [&](const std::string& id) { return state(*find(id), uses, false, ignored).satisfied; });
  });
  return out;
}

bool Reading::accepts(const std::vector<std::pair<std::string, std::string>>& pairs, const Tally& claimed) const {
  std::vector<std::vector<unsigned>> options(items_.size());
  for (std::size_t i = 0; i < items_.size(); ++i)
    for (const unsigned option : options_[i]) {
      std::multiset<std::string> wanted, have;
      for (const auto& [attempt, requirement] : pairs)
        if (attempt == items_[i]->id.text) wanted.insert(requirement);
      for (std::size_t l = 0; l < leaves_.size(); ++l)
        if ((option >> l & 1U) != 0) have.insert(leaves_[l].path.back()->id.text);
      if (wanted == have) options[i].push_back(option);
    }
  bool out = false;
  each(options, [&](const Uses& uses) { out = out || tally(uses) >= claimed; });
  return out;
}

const Requirement* Reading::find(const std::string& id) const {
  const std::function<const Requirement*(const Requirement&)> in = [&](const Requirement& r) -> const Requirement* {
    if (r.id.text == id) return &r;
    for (const Requirement& part : r.parts)
      if (const Requirement* found = in(part)) return found;
    return nullptr;
  };
  const Requirement* out = in(programme_.root);
  if (out == nullptr) throw std::logic_error("no requirement " + id);
  return out;
}

}  // namespace oracle
