// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <memory>

#include "lib/solve/allocation.hpp"
#include "mappers/transfer/line_draft.hpp"

namespace crosswalk::transfer {
namespace {

// A target of a line, as caps see it.
struct Part {
  LineDraft* line = nullptr;
  Target* target = nullptr;
  std::shared_ptr<const Attempt> awarded{};  // the target as an attempt, where a cap speaks of what is awarded
};

Attempt as_attempt(const Target& target) {
  Attempt out;
  out.code = target.course;
  out.title = LanguageText(target.title);
  out.origin = Origin::transfer;
  if (!target.effective_level.empty()) out.levels.push_back({{}, target.effective_level, {}});
  out.attributes = target.attributes;
  if (!target.area.empty()) out.attributes.emplace("area", target.area);
  out.attributes.emplace("award", std::string(name(target.kind)));
  return out;
}

int served(const Part& part) {
  const int firm = part.line->fate == Fate::awarded ? 0 : 8;
  if (part.target->attributes.contains("excess")) return firm + 4;
  switch (part.target->kind) {
    case AwardKind::course:
      return firm;
    case AwardKind::block:
      return firm + 1;
    default:
      return firm + 2;
  }
}

// What counts against caps, in the order it is served: firm before conditional; courses, blocks, electives, excess.
std::vector<Part> parts_of(std::vector<LineDraft>& lines, const std::vector<Limit>& caps) {
  const bool awards = std::ranges::any_of(caps, [](const Limit& cap) { return cap.scope == Limit::Scope::award; });
  std::vector<Part> out;
  for (LineDraft& line : lines)
    for (Target& target : line.line.targets)
      if (line.gives() && !target.exact.is_zero() && !line.exempt_from_caps)
        out.push_back({&line, &target, awards ? std::make_shared<const Attempt>(as_attempt(target)) : nullptr});
  std::ranges::stable_sort(out, {}, served);
  return out;
}

// A cap made concrete: an amount over some of the parts.
struct Ceiling {
  const Limit* limit = nullptr;
  std::vector<std::uint32_t> parts;
  Rational amount;
  std::string value;  // of `by`, where it holds for each value
};

class Caps {
 public:
  Caps(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const RuleIndex& rules,
       const Situation& situation, const Options& options, Evaluation& into)
      : units_(units),
        rules_(rules),
        situation_(situation),
        options_(options),
        into_(into),
        parts_(parts_of(lines, rules.set().caps)) {}

  void run() {
    for (const Limit& limit : rules_.set().caps) enter(limit);
    raise_to_floors();
    for (const Ceiling& ceiling : counts_) apply_count(ceiling);
    apply_credits();
    check_floors();
  }

 private:
  void unchecked(const Limit& limit, const std::string& why) {
    into_.unchecked.push_back((limit.id.empty() ? to_string(limit) : limit.id) + ": " + why);
  }

  [[nodiscard]] bool concerns(const Limit& limit, const Part& part) const {
    const auto& listed = part.line->counts_against;
    if (!listed.empty()) return std::ranges::find(listed, limit.id) != listed.end();
    if (limit.scope == Limit::Scope::award) return matches(limit.of, *part.awarded, situation_).yes();
    return std::ranges::any_of(
        part.line->units, [&](std::uint32_t unit) { return matches(limit.of, *units_[unit].seen, situation_).yes(); });
  }

  [[nodiscard]] std::string value_of(const Limit& limit, const Part& part) const {
    const Attempt& asked = limit.scope == Limit::Scope::award ? *part.awarded : *units_[part.line->units.front()].seen;
    const auto values = values_of(asked, *limit.by, limit.by_name);
    return values.empty() ? std::string() : values.front();
  }

  static bool speaks_of_residents(const Limit& limit) {
    const auto resident = [](const Selector& selector) {
      return selector.kind == Selector::Kind::where && selector.attribute == Attribute::origin &&
             selector.comparison == Comparison::is && selector.values == std::vector<std::string>{"resident"};
    };
    return resident(limit.of);
  }

  // The amount in the receiving system; absent where it cannot be told, which is reported.
  std::optional<Rational> amount_of(const Limit& limit) {
    if (limit.last) return unchecked(limit, "the last credits of the plan are not known"), std::nullopt;
    if (limit.measure == Limit::Measure::share) {
      if (options_.programme_total) return limit.amount * *options_.programme_total;
      return unchecked(limit, "the programme's total credit is not known"), std::nullopt;
    }
    const std::string& system = limit.system.empty() ? rules_.set().system : limit.system;
    const ConversionPath* path = rules_.conversion(system);
    if (path == nullptr) return unchecked(limit, "no conversion from " + system), std::nullopt;
    return limit.amount * path->factor;
  }

  void enter(const Limit& limit) {
    const bool credits = limit.measure == Limit::Measure::credits || limit.measure == Limit::Measure::share;
    const bool courses = limit.measure == Limit::Measure::courses;
    if (!credits && !courses) return unchecked(limit, "for the audit of the programme to say");
    if (limit.bound == Limit::Bound::at_least) return enter_floor(limit, credits);
    const auto amount = courses && !limit.last ? std::optional(limit.amount) : amount_of(limit);
    if (!amount) return;
    std::map<std::string, std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (concerns(limit, parts_[i])) groups[limit.each && limit.by ? value_of(limit, parts_[i]) : ""].push_back(i);
    for (auto& [value, members] : groups)
      (courses ? counts_ : credits_).push_back({&limit, std::move(members), *amount, value});
  }

  // A floor for resident credit is a cap on all else, once the programme's total is known; other floors speak of what
  // must at least be accepted.
  void enter_floor(const Limit& limit, bool credits) {
    if (!credits) return unchecked(limit, "for the audit of the programme to say");
    if (speaks_of_residents(limit)) {
      if (!options_.programme_total) return unchecked(limit, "decided on the whole plan, which is not known");
      const auto amount = amount_of(limit);
      if (!amount) return;
      Ceiling ceiling{&limit, {}, std::max(Rational(), *options_.programme_total - *amount), {}};
      for (std::uint32_t i = 0; i < parts_.size(); ++i)
        if (!parts_[i].line->line.as_resident) ceiling.parts.push_back(i);
      credits_.push_back(std::move(ceiling));
      return;
    }
    const auto amount = amount_of(limit);
    if (!amount) return;
    Ceiling floor{&limit, {}, *amount, {}};
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (concerns(limit, parts_[i])) floor.parts.push_back(i);
    floors_.push_back(std::move(floor));
  }

  // A cap may not cut below what must be accepted of the same learning.
  void raise_to_floors() {
    for (Ceiling& cap : credits_)
      for (const Ceiling& floor : floors_)
        if (floor.parts == cap.parts && cap.amount < floor.amount) {
          event(*cap.limit, cap.amount, sum(cap.parts), floor.amount,
                "raised to " + to_string(Credit{floor.amount, rules_.set().system}) + ", which must be accepted by " +
                    floor.limit->id);
          cap.amount = floor.amount;
        }
  }

  void check_floors() {
    for (const Ceiling& floor : floors_) {
      const Rational accepted = sum(floor.parts);
      if (accepted < floor.amount)
        event(*floor.limit, floor.amount, accepted, accepted,
              "at least " + to_string(Credit{floor.amount, rules_.set().system}) +
                  " must be accepted where so much is " + "offered; the record reaches " +
                  to_string(Credit{accepted, rules_.set().system}));
    }
  }

  [[nodiscard]] Rational sum(const std::vector<std::uint32_t>& parts) const {
    Rational out;
    for (const std::uint32_t part : parts) out += parts_[part].target->exact;
    return out;
  }

  void event(const Limit& limit, const Rational& amount, const Rational& claimed, const Rational& allowed,
             std::string text) {
    into_.caps.push_back({limit.id, std::move(text), amount, claimed, allowed, limit.units_only, limit.source});
  }

  void cut(Part& part, const Rational& to, const Ceiling& ceiling) {
    const std::string& system = rules_.set().system;
    const Rational before = part.target->exact;
    part.target->exact = to;
    part.line->capped += before - to;
    part.line->capped_units_only = part.line->capped_units_only || ceiling.limit->units_only;
    std::string text = to_string(*ceiling.limit);
    if (!ceiling.value.empty()) text += " (" + ceiling.value + ")";
    text += ": " + to_string(Credit{before, system}) + " becomes " + to_string(Credit{to, system});
    if (ceiling.limit->units_only) text += "; the content still counts";
    part.line->line.steps.push_back({Step::Kind::cap,
                                     std::move(text),
                                     Credit{before, system},
                                     Credit{to, system},
                                     {},
                                     ceiling.limit->id,
                                     ceiling.limit->source});
    if (!to.is_zero()) return;
    part.target->unit_credit = false;
    if (!ceiling.limit->units_only) part.target->subject_credit = false;
  }

  // At most so many courses: the largest are kept.
  void apply_count(const Ceiling& ceiling) {
    std::vector<std::uint32_t> order = ceiling.parts;
    std::erase_if(order, [&](std::uint32_t part) { return parts_[part].target->exact.is_zero(); });
    std::ranges::stable_sort(order, std::greater<>(), [&](std::uint32_t part) { return parts_[part].target->exact; });
    const auto most = static_cast<std::size_t>(ceiling.amount.numerator() / ceiling.amount.denominator());
    if (order.size() <= most) return;
    const Rational claimed = sum(ceiling.parts);
    for (std::size_t i = most; i < order.size(); ++i) cut(parts_[order[i]], 0, ceiling);
    event(*ceiling.limit, ceiling.amount, claimed, sum(ceiling.parts), to_string(*ceiling.limit));
  }

  void apply_credits() {
    const bool bites = std::ranges::any_of(credits_, [&](const Ceiling& cap) { return sum(cap.parts) > cap.amount; });
    if (!bites) return;
    solve::AllocationProblem problem;
    for (const Part& part : parts_) problem.wanted.push_back(part.target->exact);
    std::vector<Rational> claimed;
    for (const Ceiling& cap : credits_) {
      problem.ceilings.push_back({cap.parts, cap.amount});
      claimed.push_back(sum(cap.parts));
    }
    const solve::Allocation answer = solve::allocate(problem);
    for (std::uint32_t i = 0; i < parts_.size(); ++i)
      if (answer.given[i] < parts_[i].target->exact) cut(parts_[i], answer.given[i], *tightest(i, claimed));
    for (std::size_t c = 0; c < credits_.size(); ++c)
      if (claimed[c] > credits_[c].amount)
        event(*credits_[c].limit, credits_[c].amount, claimed[c], sum(credits_[c].parts),
              to_string(*credits_[c].limit));
  }

  // The cap to name for a part that is cut: of those over it, the one exceeded by most.
  [[nodiscard]] const Ceiling* tightest(std::uint32_t part, const std::vector<Rational>& claimed) const {
    const Ceiling* out = nullptr;
    Rational most;
    for (std::size_t c = 0; c < credits_.size(); ++c) {
      if (std::ranges::find(credits_[c].parts, part) == credits_[c].parts.end()) continue;
      const Rational over = claimed[c] - credits_[c].amount;
      if (out != nullptr && over <= most) continue;
      out = &credits_[c];
      most = over;
    }
    return out;
  }

  const std::vector<Unit>& units_;
  const RuleIndex& rules_;
  const Situation& situation_;
  const Options& options_;
  Evaluation& into_;
  std::vector<Part> parts_;
  std::vector<Ceiling> credits_, counts_, floors_;
};

// A line whose credit is all cut is denied, or keeps its content.
void conclude(LineDraft& line) {
  if (line.capped.is_zero() || !line.given().is_zero()) return;
  line.line.code = "cap";
  line.line.outcome = line.capped_units_only ? Outcome::subject_only : Outcome::denied;
  line.line.reason = line.capped_units_only ? "counts for its content; the credit is over the maximum"
                                            : "no credit: over the maximum that can be transferred";
}

}  // namespace

void apply_caps(std::vector<LineDraft>& lines, const std::vector<Unit>& units, const RuleIndex& rules,
                const Situation& situation, const Options& options, Evaluation& into) {
  if (rules.set().caps.empty()) return;
  Caps(lines, units, rules, situation, options, into).run();
  for (LineDraft& line : lines) conclude(line);
}

}  // namespace crosswalk::transfer
