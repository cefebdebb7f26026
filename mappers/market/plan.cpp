// SPDX-License-Identifier: Apache-2.0
#include "mappers/market/plan.hpp"

#include <algorithm>

namespace crosswalk::market {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void titles(const Requirement& requirement, std::map<std::string, std::string>& into) {
  into[requirement.id.text] = requirement.title.empty() ? requirement.id.text : requirement.title;
  for (const Requirement& part : requirement.parts) titles(part, into);
}

class Describer {
 public:
  Describer(const Universe& universe, const Inputs& inputs, const Options& options, const Found& found, Checked checked)
      : universe_(universe), inputs_(inputs), options_(options), found_(found), checked_(std::move(checked)) {}

  Plan run() {
    owned_ = found_.model->owned(found_.point);
    bought_ = found_.model->bought(found_.point);
    applied_ = found_.model->applied(found_.point);
    gather_uses();
    add_steps();
    add_held();
    add_certificates();
    add_awards();
    std::ranges::sort(out_.awards, {}, [](const AwardEarned& award) { return std::pair(award.term, award.id); });
    add_totals();
    for (const Gauge& gauge : found_.model->gauges())
      out_.margins.push_back({gauge.title, Rational(gauge.amount.at(found_.point), gauge.scale),
                              Rational(gauge.limit, gauge.scale), gauge.at_least, gauge.unit});
    out_.satisfied = checked_.satisfied;
    out_.doubts = checked_.satisfied.doubts();
    out_.record = std::move(checked_.record);
    return std::move(out_);
  }

 private:
  [[nodiscard]] const Unit& unit(int index) const { return universe_.units[at(index)]; }
  [[nodiscard]] const Offering& offering(int index) const {
    return inputs_.market->offerings[at(unit(index).offering)];
  }
  [[nodiscard]] Rational money(std::int64_t amount) const { return Rational(amount) * universe_.money; }
  [[nodiscard]] bool is_bought(int index) const { return std::ranges::find(bought_, index) != bought_.end(); }

  // What each attempt counts for, by the audit's own assignment, through what was awarded for it.
  void gather_uses() {
    for (std::size_t t = 0; t < checked_.audits.size(); ++t) {
      std::map<std::string, std::string> names;
      titles(inputs_.targets[t]->root, names);
      add_leaves(checked_.audits[t].requirement);
      for (const audit::Use& use : checked_.audits[t].assignment) {
        const auto known = names.find(use.requirement);
        const std::string title = known == names.end() ? use.requirement : known->second;
        const auto attempt = std::ranges::find(checked_.record.attempts, use.attempt, &Attempt::id);
        if (attempt == checked_.record.attempts.end()) continue;
        add_counted(use, *attempt);
        if (attempt->derived_from.empty()) add_use(attempt->id.text, title);
        for (const AttemptId& source : attempt->derived_from) add_use(source.text, title);
      }
    }
  }

  void add_counted(const audit::Use& use, const Attempt& attempt) {
    Counted one{use.requirement, use.course, attempt.id.text, attempt.institution.text, {}};
    if (!attempt.derived_from.empty()) one.source = attempt.derived_from.front().text;
    const auto source = std::ranges::find(universe_.record.attempts, AttemptId{one.source}, &Attempt::id);
    if (source != universe_.record.attempts.end()) one.provider = source->institution.text;
    one.credits = credits_of(attempt, universe_.system, inputs_.rules);
    out_.counted.push_back(std::move(one));
  }

  void add_leaves(const audit::RequirementResult& result) {
    for (const auto& child : result.children) add_leaves(child);
    if (result.children.empty() && result.standing != audit::Standing::not_applicable)
      out_.leaves.push_back(
          {result.id, result.title.empty() ? result.id : result.title, result.unit, result.needed, result.got});
  }

  void add_use(const std::string& attempt, const std::string& title) {
    auto& list = uses_[attempt];
    if (std::ranges::find(list, title) == list.end()) list.push_back(title);
  }

  [[nodiscard]] std::vector<Step::Recognition> recognised(int index) const {
    std::vector<Step::Recognition> out;
    for (const int recognition : applied_) {
      const Recognition& made = universe_.recognitions[at(recognition)];
      if (std::ranges::find(made.units, index) == made.units.end()) continue;
      Step::Recognition one{made.rule, made.title, {}};
      for (const int item : made.items) {
        const Item& awarded = universe_.items[at(item)];
        const std::string name =
            awarded.attempt.code.empty() ? std::string(awarded.attempt.title.text()) : to_string(awarded.attempt.code);
        one.as.push_back(name + " (" + to_string(awarded.credits) + ")");
      }
      out.push_back(std::move(one));
    }
    return out;
  }

  [[nodiscard]] std::vector<std::string> counts_for(int index) const {
    const auto found = uses_.find(universe_.record.attempts[at(unit(index).attempt)].id.text);
    return found == uses_.end() ? std::vector<std::string>{} : found->second;
  }

  void add_steps() {
    for (const int index : owned_) {
      if (unit(index).bundle) continue;
      Step step;
      step.offering = at(unit(index).offering);
      step.term = found_.model->term(index, found_.point);
      step.last_term = step.term == 0 ? 0 : step.term + unit(index).span - 1;
      step.credits = unit(index).credits;
      if (is_bought(index))
        step.cost = money(unit(index).cost);
      else
        step.bundle = bundle_of(index);
      step.recognised = recognised(index);
      step.counts_for = counts_for(index);
      step.at_home = unit(index).home;
      out_.terms = std::max(out_.terms, step.last_term);
      ends_[index] = step.last_term;
      out_.steps.push_back(std::move(step));
    }
    std::ranges::sort(out_.steps, {}, [&](const Step& step) {
      return std::pair(step.term, inputs_.market->offerings[step.offering].id.text);
    });
  }

  [[nodiscard]] std::string bundle_of(int index) const {
    for (const int bundle : bought_) {
      const auto& parts = unit(bundle).parts;
      if (std::ranges::find(parts, index) != parts.end()) return unit(bundle).id;
    }
    return {};
  }

  void add_held() {
    for (std::size_t u = 0; u < universe_.units.size(); ++u) {
      if (!universe_.units[u].held) continue;
      Held held{universe_.units[u].id, recognised(static_cast<int>(u)), counts_for(static_cast<int>(u))};
      if (!held.recognised.empty() || !held.counts_for.empty()) out_.held.push_back(std::move(held));
    }
  }

  // Certificates whose parts are all completed: bought, or awarded for them.
  void add_certificates() {
    for (std::size_t b = 0; b < universe_.units.size(); ++b) {
      const Unit& bundle = universe_.units[b];
      if (!bundle.bundle || bundle.held || (!bundle.earned && !is_bought(static_cast<int>(b)))) continue;
      int term = 0;
      const bool all = std::ranges::all_of(bundle.parts, [&](int part) {
        const auto end = ends_.find(part);
        if (end != ends_.end()) term = std::max(term, end->second);
        return end != ends_.end() || unit(part).held;
      });
      if (!all || (term == 0 && bundle.earned)) continue;
      AwardEarned award{
          bundle.id, std::string(offering(static_cast<int>(b)).title.text()), term, spent_until(term), false, {}};
      award.bought = is_bought(static_cast<int>(b));
      if (award.bought) award.price = money(bundle.cost);
      out_.awards.push_back(std::move(award));
    }
  }

  // What was spent on all that begins until the end of a term; a certificate is paid with its first part.
  [[nodiscard]] Rational spent_until(int term) const {
    Rational out;
    for (const int index : bought_) {
      int begins = unit(index).bundle ? 99 : found_.model->term(index, found_.point);
      for (const int part : unit(index).parts)
        if (ends_.contains(part)) begins = std::min(begins, found_.model->term(part, found_.point));
      if (begins <= term) out += money(unit(index).cost);
    }
    return out;
  }

  // Other programmes that are satisfied at the end of a term: exit awards, off-ramps.
  void add_awards() {
    if (inputs_.awards.empty()) return;
    std::vector<char> earned(inputs_.awards.size(), 0);
    for (int term = 0; term <= out_.terms; ++term) {
      std::vector<int> owned, applied;
      for (const int index : owned_)
        if (ends_.contains(index) && ends_.at(index) <= term) owned.push_back(index);
      for (const int recognition : applied_) {
        const auto& units = universe_.recognitions[at(recognition)].units;
        if (std::ranges::all_of(units, [&](int index) { return there(index, owned, term); }))
          applied.push_back(recognition);
      }
      Inputs none = inputs_;
      none.targets = {inputs_.targets.front()};
      const Checked state = check(universe_, none, options_, owned, applied);
      audit::Options settings;
      settings.as_of = universe_.as_of;
      settings.scales = options_.scales;
      for (std::size_t a = 0; a < earned.size(); ++a) {
        if (earned[a] != 0) continue;
        const Programme& programme = *inputs_.awards[a];
        if (!audit::brief(state.record, programme, settings).satisfied.yes()) continue;
        earned[a] = 1;
        out_.awards.push_back({programme.id.text, programme.title, term, spent_until(term), false, {}});
      }
    }
  }

  [[nodiscard]] bool there(int index, const std::vector<int>& owned, int term) const {
    if (unit(index).held || std::ranges::find(owned, index) != owned.end()) return true;
    if (!unit(index).bundle) return false;
    return std::ranges::all_of(unit(index).parts, [&](int part) { return there(part, owned, term); });
  }

  void add_totals() {
    out_.totals[Objective::cost] = money(found_.model->value(Objective::cost, found_.point));
    out_.totals[Objective::credits] =
        Rational(found_.model->value(Objective::credits, found_.point), found_.model->credit_unit());
    out_.totals[Objective::providers] = found_.model->value(Objective::providers, found_.point);
    out_.totals[Objective::duration] = out_.terms;
    for (const int index : bought_) out_.bought.push_back({unit(index).id});
    for (const int recognition : applied_) {
      const Recognition& made = universe_.recognitions[at(recognition)];
      const Unit& first = unit(made.units.front());
      const std::string provider = universe_.record.attempts[at(first.attempt)].institution.text;
      for (const int item : made.items) out_.recognised[provider] += universe_.items[at(item)].credits;
    }
  }

  const Universe& universe_;
  const Inputs& inputs_;
  const Options& options_;
  const Found& found_;
  Checked checked_;
  Plan out_;
  std::vector<int> owned_, bought_, applied_;
  std::map<std::string, std::vector<std::string>> uses_;  // by attempt
  std::map<int, int> ends_;                               // by unit: the term it is completed in
};

}  // namespace

Plan described(const Universe& universe, const Inputs& inputs, const Options& options, const Found& found,
               Checked checked) {
  return Describer(universe, inputs, options, found, std::move(checked)).run();
}

}  // namespace crosswalk::market
