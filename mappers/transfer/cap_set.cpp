// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/cap_set.hpp"

#include <algorithm>
#include <map>

namespace crosswalk::transfer {
namespace {

using Measure = Limit::Measure;

bool speaks_of_residents(const Limit& limit) {
  const Selector& of = limit.of;
  return of.kind == Selector::Kind::where && of.attribute == Attribute::origin && of.comparison == Comparison::is &&
         of.values == std::vector<std::string>{"resident"};
}

class CapReading {
 public:
  CapReading(std::vector<Part>& parts, const std::vector<Unit>& units, const RuleIndex& rules,
             const Situation& situation, const Options& options, Evaluation& into)
      : parts_(parts), units_(units), rules_(rules), situation_(situation), options_(options), into_(into) {}

  CapSet run() {
    for (const Limit& limit : rules_.set().caps) enter(limit);
    return std::move(out_);
  }

 private:
  void unchecked(const Limit& limit, const std::string& why) {
    into_.unchecked.push_back((limit.id.empty() ? to_string(limit) : limit.id) + ": " + why);
  }

  void enter(const Limit& limit) {
    const bool most = limit.bound == Limit::Bound::at_most;
    switch (limit.measure) {
      case Measure::credits:
      case Measure::share:
        return most ? enter_credits(limit) : enter_floor(limit);
      case Measure::courses:
        return most && !limit.last ? enter_courses(limit) : unchecked(limit, "for the audit of the programme to say");
      case Measure::distinct:
        return most && limit.by ? enter_distinct(limit) : unchecked(limit, "for the audit of the programme to say");
      case Measure::gpa:
        return most ? unchecked(limit, "an average has no maximum here") : enter_average(limit);
      case Measure::uses:
        return enter_uses(limit);
      case Measure::shared_courses:
      case Measure::shared_credits:
      case Measure::unique_credits:
      case Measure::unique_share:
        return unchecked(limit, "it speaks of several requirements: for the audit of the programme to say");
    }
  }

  // The amount in the receiving system; absent where it cannot be told, which is reported.
  std::optional<Rational> amount_of(const Limit& limit) {
    if (limit.measure == Measure::share) {
      if (options_.programme_total) return limit.amount * *options_.programme_total;
      return unchecked(limit, "the programme's total credit is not known"), std::nullopt;
    }
    const std::string& system = limit.system.empty() ? rules_.set().system : limit.system;
    const ConversionPath* path = rules_.conversion(system);
    if (path == nullptr) return unchecked(limit, "no conversion from " + system), std::nullopt;
    return limit.amount * path->factor;
  }

  // The parts a cap concerns, by value where it holds for each.
  [[nodiscard]] std::map<std::string, std::vector<std::uint32_t>> concerned(const Limit& limit) const {
    std::map<std::string, std::vector<std::uint32_t>> out;
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (concerns(limit, parts_[i], units_, situation_))
        out[limit.each && limit.by ? value_of(limit, parts_[i], units_) : ""].push_back(i);
    return out;
  }

  void enter_credits(const Limit& limit) {
    if (limit.last) return unchecked(limit, "the last credits of the plan are not known");
    const auto amount = amount_of(limit);
    if (!amount) return;
    for (auto& [value, members] : concerned(limit))
      out_.credits.push_back({&limit, std::move(members), *amount, value});
  }

  // Courses taken: what one line takes stands or falls together. Courses awarded: each by itself.
  void enter_courses(const Limit& limit) {
    for (auto& [value, members] : concerned(limit)) {
      Count count{&limit, {{}, limit.amount.numerator() / limit.amount.denominator()}, value};
      std::map<const LineDraft*, std::size_t> of_line;
      for (const std::uint32_t part : members) {
        if (limit.scope == Limit::Scope::award) {
          if (!parts_[part].is_excess()) count.ceiling.things.push_back({{part}, 1});
          continue;
        }
        const auto [at, fresh] = of_line.try_emplace(parts_[part].line, count.ceiling.things.size());
        if (fresh) count.ceiling.things.push_back({{}, courses_in(limit, *parts_[part].line)});
        count.ceiling.things[at->second].parts.push_back(part);
      }
      out_.counts.push_back(std::move(count));
    }
  }

  [[nodiscard]] std::int64_t courses_in(const Limit& limit, const LineDraft& line) const {
    if (!line.counts_against.empty()) return static_cast<std::int64_t>(line.units.size());
    return std::ranges::count_if(
        line.units, [&](std::uint32_t unit) { return matches(limit.of, *units_[unit].seen, situation_).yes(); });
  }

  void enter_distinct(const Limit& limit) {
    std::map<std::string, std::vector<std::uint32_t>> by_value;
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (concerns(limit, parts_[i], units_, situation_)) by_value[value_of(limit, parts_[i], units_)].push_back(i);
    Count count{&limit, {{}, limit.amount.numerator() / limit.amount.denominator()}, {}};
    for (auto& [value, members] : by_value) count.ceiling.things.push_back({std::move(members), 1});
    out_.counts.push_back(std::move(count));
  }

  // A floor for resident credit is a cap on all else, once the programme's total is known; other floors speak of what
  // must at least be accepted.
  void enter_floor(const Limit& limit) {
    if (limit.last) return enter_last(limit);
    if (speaks_of_residents(limit)) {
      if (!options_.programme_total) return unchecked(limit, "decided on the whole plan, which is not known");
      const auto amount = amount_of(limit);
      if (!amount) return;
      Ceiling ceiling{&limit, {}, std::max(Rational(), *options_.programme_total - *amount)};
      for (std::uint32_t i = 0; i < parts_.size(); ++i)
        if (!parts_[i].line->line.as_resident) ceiling.parts.push_back(i);
      out_.credits.push_back(std::move(ceiling));
      return;
    }
    const auto amount = amount_of(limit);
    if (!amount) return;
    Ceiling floor{&limit, {}, *amount};
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (concerns(limit, parts_[i], units_, situation_)) floor.parts.push_back(i);
    out_.floors.push_back(std::move(floor));
  }

  void enter_last(const Limit& limit) {
    if (!speaks_of_residents(limit)) return unchecked(limit, "for the audit of the programme to say");
    if (!options_.programme_total) return unchecked(limit, "the last credits of the plan are not known");
    const auto amount = amount_of(limit);
    const auto here = resident_credit(limit);
    if (!amount || !here) return;
    const Rational last =
        limit.measure == Measure::share || limit.amount.is_zero() ? *limit.last : *limit.last * *amount / limit.amount;
    const Rational needed = limit.measure == Measure::share ? limit.amount * last : *amount;
    LastCredits found = last_credits(limit, {last, needed, *options_.programme_total}, parts_, *here, units_);
    if (!found.unchecked.empty()) return unchecked(limit, found.unchecked);
    out_.alternatives.push_back(std::move(found.alternatives));
  }

  std::optional<std::vector<ResidentCredit>> resident_credit(const Limit& limit) {
    std::vector<ResidentCredit> out;
    for (const Attempt& attempt : situation_.record->attempts) {
      if (!is_resident(attempt, rules_.set()) || !attempt.achieved() || attempt.parent) continue;
      for (const StatedCredit& credit : attempt.credits) {
        const ConversionPath* path = rules_.conversion(credit.system);
        if (path == nullptr) continue;
        if (!attempt.taken())
          return unchecked(limit, "when " + to_string(attempt.code) + " was taken here is not stated"), std::nullopt;
        out.push_back({*attempt.taken(), credit.amount * path->factor});
        break;
      }
    }
    return out;
  }

  // What the courses presented average must reach; what is failed there counts as well, what is repeated once.
  void enter_average(const Limit& limit) {
    Rational points, weight;
    for (const Unit& unit : units_) {
      const bool counts = unit.seen->achieved() || unit.seen->status == Status::failed;
      if (!counts || (unit.settled && unit.settled->fate == Fate::superseded) || !unit.converted) continue;
      if (!matches(limit.of, *unit.seen, situation_).yes()) continue;
      const auto value = grade_points(unit, situation_);
      if (!value) continue;
      points += *value * *unit.converted;
      weight += *unit.converted;
    }
    if (weight.is_zero()) return unchecked(limit, "no graded credit to average over");
    const Rational average = points / weight;
    if (average >= limit.amount) return;
    std::vector<std::uint32_t> members;
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (concerns(limit, parts_[i], units_, situation_)) members.push_back(i);
    const Rational claimed = sum_of(parts_, members);
    for (const std::uint32_t part : members) {
      cut(parts_[part], 0, limit, {}, rules_.set().system);
      parts_[part].line->cap_reason = "no credit: the average of these courses is " + decimal(average, 2) +
                                      ", at least " + to_string(limit.amount) + " is asked";
    }
    record(limit, limit.amount, claimed, 0, to_string(limit) + "; it is " + decimal(average, 2), into_);
  }

  // Each course is used by one line; a line may give it several places of content here.
  void enter_uses(const Limit& limit) {
    const bool asks_here = limit.scope == Limit::Scope::award || limit.scope == Limit::Scope::record;
    if (limit.bound == Limit::Bound::at_least || !asks_here)
      return unchecked(limit, "each course is used once here; how often it then counts is for the audit to say");
    std::map<const LineDraft*, std::int64_t> used;
    Rational claimed;
    for (Part& part : parts_) {
      if (part.is_excess() || !part.target->subject_credit || !concerns(limit, part, units_, situation_)) continue;
      if (Rational(++used[part.line]) <= limit.amount) continue;
      claimed += part.target->exact;
      part.target->subject_credit = false;
      part.line->line.steps.push_back({Step::Kind::cap,
                                       to_string(limit) + ": " + to_string(part.target->course) +
                                           " keeps its credit, its content is counted already",
                                       {},
                                       {},
                                       {},
                                       limit.id,
                                       limit.source});
    }
    if (!claimed.is_zero())
      record(limit, limit.amount, claimed, claimed, to_string(limit) + "; the content counts once", into_);
  }

  std::vector<Part>& parts_;
  const std::vector<Unit>& units_;
  const RuleIndex& rules_;
  const Situation& situation_;
  const Options& options_;
  Evaluation& into_;
  CapSet out_;
};

}  // namespace

CapSet cap_set(std::vector<Part>& parts, const std::vector<Unit>& units, const RuleIndex& rules,
               const Situation& situation, const Options& options, Evaluation& into) {
  return CapReading(parts, units, rules, situation, options, into).run();
}

}  // namespace crosswalk::transfer
