// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "mappers/market/universe.hpp"
#include "mappers/transfer/candidates.hpp"

namespace crosswalk::market {
namespace {

using transfer::Candidate;

// Every rule that can be applied to what is held or offered, found by the parts evaluate itself is made of.
class Search {
 public:
  Search(Universe& universe, const Inputs& inputs, const Options& options)
      : out_(universe), rules_(*inputs.rules), options_(options), target_(*inputs.targets.front()) {
    situation_.record = &out_.record;
    situation_.sets = &rules_.set().sets;
    situation_.equivalences = rules_.set().equivalences;
    situation_.accreditations = rules_.set().accreditations;
    situation_.scales = &rules_.knowledge().scales;
    situation_.grade_scale = rules_.set().grade_scale;
    situation_.system = rules_.set().system;
    situation_.decision = out_.as_of;
  }

  void run() {
    transfer::Options asked;
    asked.decision = out_.as_of;
    asked.programme = target_.id.text;
    asked.programme_total = target_.total;
    asked.explain = false;
    std::vector<transfer::Unit> units = transfer::units_of(out_.record, rules_);
    transfer::screen(units, out_.record, rules_, situation_);
    transfer::CandidateSet set = transfer::find_candidates(units, rules_, situation_, asked);
    if (set.cut) out_.notes.emplace_back("a rule can be applied in too many ways to look at all of them");
    map_units(units);
    drop_outranked(set.candidates);
    set_caps();
    for (const Candidate& candidate : set.candidates) add(candidate, units);
    rank();
  }

 private:
  void map_units(const std::vector<transfer::Unit>& units) {
    std::map<int, int> of_attempt;
    for (std::size_t u = 0; u < out_.units.size(); ++u) of_attempt[out_.units[u].attempt] = static_cast<int>(u);
    for (const transfer::Unit& unit : units) {
      const auto at = of_attempt.find(static_cast<int>(unit.attempt));
      unit_.push_back(at == of_attempt.end() ? -1 : at->second);
    }
  }

  // A rule on one course that goes first decides on it whatever else is bought.
  void drop_outranked(std::vector<Candidate>& candidates) const {
    std::map<std::uint32_t, transfer::Standing> best;
    for (const Candidate& candidate : candidates)
      if (candidate.uses.size() == 1 && candidate.truth.yes()) {
        const auto [at, added] = best.emplace(candidate.uses.front().unit, candidate.standing);
        if (!added) at->second = std::max(at->second, candidate.standing);
      }
    std::erase_if(candidates, [&](const Candidate& candidate) {
      return std::ranges::any_of(candidate.uses, [&](const transfer::Use& use) {
        const auto at = best.find(use.unit);
        return at != best.end() && candidate.standing < at->second;
      });
    });
  }

  void set_caps() {
    for (const Limit& limit : rules_.set().caps) {
      cap_of_.push_back(-1);
      const auto amount = amount_of(limit);
      if (!amount) continue;
      cap_of_.back() = static_cast<int>(out_.caps.size());
      out_.caps.push_back({limit.id, limit.text.empty() ? to_string(limit) : limit.text, *amount,
                           limit.measure == Limit::Measure::courses});
    }
    if (!options_.micro_share || !target_.total) return;
    micro_ = static_cast<int>(out_.caps.size());
    out_.caps.push_back({options_.micro_policy, "micro-credentials, " + options_.micro_policy,
                         *target_.total * *options_.micro_share, false});
  }

  std::optional<Rational> amount_of(const Limit& limit) {
    const auto skip = [&](const std::string& why) {
      out_.notes.push_back((limit.id.empty() ? to_string(limit) : limit.id) + ": " + why);
      return std::optional<Rational>();
    };
    const bool courses = limit.measure == Limit::Measure::courses;
    const bool share = limit.measure == Limit::Measure::share;
    if (limit.each || limit.last || (!courses && !share && limit.measure != Limit::Measure::credits))
      return skip("this cap is left to the audit of each plan");
    if (share && !target_.total) return skip("the programme's total credit is not known");
    if (limit.bound == Limit::Bound::at_least) {
      if (!target_.total || courses || !about_residents(limit)) return skip("this floor is left to the audit");
      const Rational floor = share ? limit.amount * *target_.total : limit.amount;
      return std::max(Rational(0), *target_.total - floor);
    }
    if (share) return limit.amount * *target_.total;
    if (courses || limit.system.empty()) return limit.amount;
    const auto* path = rules_.conversion(limit.system);
    return path == nullptr ? skip("no conversion from " + limit.system) : std::optional(limit.amount * path->factor);
  }

  static bool about_residents(const Limit& limit) {
    return limit.of.kind == Selector::Kind::where && limit.of.attribute == Attribute::origin &&
           limit.of.values == std::vector<std::string>{"resident"};
  }

  [[nodiscard]] bool concerns(const Limit& limit, const Rule& rule, const Recognition& made, const Item& item) const {
    if (limit.bound == Limit::Bound::at_least) return true;
    if (!rule.counts_against.empty())
      return std::ranges::find(rule.counts_against, limit.id) != rule.counts_against.end();
    if (limit.scope == Limit::Scope::award) {
      Attempt awarded = item.attempt;
      awarded.origin = Origin::transfer;
      return matches(limit.of, awarded, situation_).yes();
    }
    return std::ranges::any_of(made.units, [&](int unit) {
      return matches(limit.of, out_.record.attempts[static_cast<std::size_t>(attempt(unit))], situation_).yes();
    });
  }

  [[nodiscard]] int attempt(int unit) const { return out_.units[static_cast<std::size_t>(unit)].attempt; }

  [[nodiscard]] bool by_micro(const Recognition& made) const {
    return std::ranges::any_of(made.units, [&](int unit) {
      const auto& tags = out_.record.attempts[static_cast<std::size_t>(attempt(unit))].tags;
      return std::ranges::find(tags, "micro-credential") != tags.end();
    });
  }

  void add(const Candidate& candidate, const std::vector<transfer::Unit>& units) {
    const Rule& rule = *rules_.rules()[candidate.rule].rule;
    if (!candidate.truth.yes() || !candidate.draft.doubts.empty() || candidate.draft.grants.empty()) {
      if (!candidate.truth.yes()) count_doubt(candidate.truth);
      return;
    }
    Recognition made;
    made.rule = rule.id.text;
    made.title = rule.title;
    Line line;
    for (const transfer::Use& use : candidate.uses) {
      if (unit_[use.unit] < 0) return;
      made.units.push_back(unit_[use.unit]);
      line.attempts.push_back(units[use.unit].attempt);
    }
    line.outcome = Outcome::awarded;
    line.rule = rule.id;
    line.targets = transfer::targets_of(candidate.draft);
    for (Target& target : line.targets) {
      target.credits = target.exact;
      if (rules_.set().rounding_place == RoundingPlace::per_course)
        target.credits = round(target.exact, rules_.set().rounding);
    }
    line.as_resident = rule.as_resident;
    add_items(made, line, rule);
    standing_.push_back(candidate.standing);
    out_.recognitions.push_back(std::move(made));
  }

  // What is awarded becomes attempts by the same function that makes the record of an evaluation.
  void add_items(Recognition& made, const Line& line, const Rule& rule) {
    Evaluation evaluation;
    evaluation.institution = rules_.set().institution;
    evaluation.system = rules_.set().system;
    evaluation.lines = {line};
    LearnerRecord sources;
    Line& only = evaluation.lines.front();
    for (std::size_t& at : only.attempts) {
      sources.attempts.push_back(out_.record.attempts[at]);
      at = sources.attempts.size() - 1;
    }
    LearnerRecord awarded = transfer::awarded_record(sources, evaluation);
    std::vector<Rational> against(rules_.set().caps.size());
    Rational micro;
    for (Attempt& attempt : awarded.attempts) {
      if (attempt.derived_from.empty()) continue;
      Item item;
      item.recognition = static_cast<int>(out_.recognitions.size());
      item.credits = credits_of(attempt, out_.system, &rules_);
      item.attempt = std::move(attempt);
      for (std::size_t cap = 0; cap < against.size(); ++cap)
        if (!rule.exempt_from_caps && concerns(rules_.set().caps[cap], rule, made, item))
          against[cap] += rules_.set().caps[cap].measure == Limit::Measure::courses ? Rational(1) : item.credits;
      micro += item.credits;
      made.items.push_back(static_cast<int>(out_.items.size()));
      out_.items.push_back(std::move(item));
    }
    for (std::size_t cap = 0; cap < against.size(); ++cap)
      if (cap_of_[cap] >= 0 && !against[cap].is_zero()) made.caps.emplace_back(cap_of_[cap], against[cap]);
    if (micro_ >= 0 && by_micro(made)) made.caps.emplace_back(micro_, micro);
  }

  void count_doubt(const Truth& truth) {
    for (const Doubt& doubt : truth.doubts())
      if (doubt.why == Unknown::missing_grade && !grade_noted_) {
        out_.notes.emplace_back(
            "rules that ask for a grade are not used where the market assumes none (assumed-grade of a provider)");
        grade_noted_ = true;
      }
  }

  // Where the units of a higher rule are all there, a lower one on one of them does not decide.
  void rank() {
    auto& all = out_.recognitions;
    std::vector<std::vector<int>> of_unit(out_.units.size());
    for (std::size_t c = 0; c < all.size(); ++c)
      for (const int unit : all[c].units) of_unit[static_cast<std::size_t>(unit)].push_back(static_cast<int>(c));
    for (std::size_t c = 0; c < all.size(); ++c) {
      for (const int unit : all[c].units)
        for (const int other : of_unit[static_cast<std::size_t>(unit)])
          if (standing_[c] < standing_[static_cast<std::size_t>(other)]) all[c].better.push_back(other);
      std::ranges::sort(all[c].better);
      const auto repeated = std::ranges::unique(all[c].better);
      all[c].better.erase(repeated.begin(), repeated.end());
    }
  }

  Universe& out_;
  const transfer::RuleIndex& rules_;
  const Options& options_;
  const Programme& target_;
  Situation situation_;
  std::vector<int> unit_;    // by transfer unit
  std::vector<int> cap_of_;  // by cap of the rule set
  int micro_ = -1;
  std::vector<transfer::Standing> standing_;
  bool grade_noted_ = false;
};

}  // namespace

void add_recognitions(Universe& universe, const Inputs& inputs, const Options& options) {
  if (inputs.rules != nullptr) Search(universe, inputs, options).run();
}

}  // namespace crosswalk::market
