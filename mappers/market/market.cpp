// SPDX-License-Identifier: Apache-2.0
#include "mappers/market/market.hpp"

#include <algorithm>

#include "lib/diagnostics/error.hpp"
#include "lib/model/enumeration.hpp"
#include "mappers/market/plan.hpp"

namespace crosswalk::market {
namespace {

constexpr Enumeration<Objective, 4> objectives{{{{"cost", Objective::cost},
                                                 {"duration", Objective::duration},
                                                 {"credits", Objective::credits},
                                                 {"providers", Objective::providers}}}};

// How often a plan may be refused by the audit before the search gives up.
constexpr int most_refusals = 40;

class Finder {
 public:
  Finder(const Inputs& inputs, const Options& options)
      : inputs_(inputs), options_(options), universe_(survey(inputs, options)), search_(universe_, inputs, options) {}

  Result run() {
    set_frame();
    if (options_.front)
      find_front();
    else
      find_best();
    if (options_.explain && !out_.plans.empty()) explain();
    if (out_.plans.empty() && search_.complete() && refused_ == 0) {
      out_.status = Result::Status::infeasible;
      out_.obstacles = search_.obstacles();
    }
    conclude();
    return std::move(out_);
  }

 private:
  void set_frame() {
    out_.as_of = universe_.as_of;
    out_.system = universe_.system;
    out_.currency = universe_.currency;
    out_.terms = inputs_.market->terms;
    out_.first_term = options_.first_term;
  }

  void conclude() {
    for (const std::vector<std::string>& list : {universe_.notes, search_.notes()})
      for (const std::string& note : list)
        if (std::ranges::find(out_.notes, note) == out_.notes.end()) out_.notes.push_back(note);
    if (refused_ > 0)
      out_.notes.push_back(std::to_string(refused_) +
                           " choices were refused by the audit of what evaluate awards for them");
    out_.reproducible = !search_.timed_out();
    out_.work = search_.work();
  }

  // In the unit people read: of the first level, where it is one objective; else the weighted sum with each in it.
  [[nodiscard]] Rational readable(const std::vector<Goal>& goals, std::int64_t value, const Model& model) const {
    if (goals.size() > 1) return value;
    const Rational amount(value, goals.front().weight);
    if (goals.front().objective == Objective::cost) return amount * universe_.money;
    if (goals.front().objective == Objective::credits) return amount / Rational(model.credit_unit());
    return amount;
  }

  // Weights speak of whole units; the model counts in its own.
  [[nodiscard]] std::vector<std::vector<Goal>> levels() const {
    std::vector<std::vector<Goal>> out = options_.objectives;
    ModelOptions how;
    const std::int64_t credit = Model(universe_, inputs_, options_, how).credit_unit();
    for (auto& goals : out) {
      if (goals.size() < 2) continue;
      for (Goal& goal : goals) {
        goal.weight *= goal.objective == Objective::cost ? universe_.money.numerator() : universe_.money.denominator();
        if (goal.objective != Objective::credits) goal.weight *= credit;
      }
    }
    return out;
  }

  [[nodiscard]] Rational readable_sum(const std::vector<Goal>& goals, std::int64_t value, const Model& model) const {
    return goals.size() > 1 ? Rational(value, universe_.money.denominator()) / Rational(model.credit_unit())
                            : readable(goals, value, model);
  }

  // The next best that the audit accepts, at a distance from those before.
  std::optional<Plan> next(const std::vector<std::vector<Goal>>& goals, ModelOptions& base) {
    for (;;) {
      auto found = search_.best(goals, base);
      if (!found) return std::nullopt;
      if (!bound_known_ && base.distances.empty()) {
        bound_known_ = true;
        out_.bound = readable_sum(goals.front(), found->bound, *found->model);
      }
      auto placed = placed_in_time(*found, goals);
      if (!placed) {
        if (base.terms == 0) {  // no timetable for these: ask for one from the start
          base.terms = search_.longest();
          continue;
        }
        return std::nullopt;
      }
      std::optional<Plan> plan = accepted(*placed);
      if (!plan) {
        base.distances.push_back({found->model->bought(found->point), 1});
        if (++refused_ > most_refusals) return std::nullopt;
        continue;
      }
      for (std::size_t level = 0; level < goals.size(); ++level)
        plan->values.push_back(readable_sum(goals[level], found->values[level], *found->model));
      plan->proven = found->proven && search_.complete();
      base.distances.push_back({found->model->bought(found->point), options_.differ});
      return plan;
    }
  }

  static bool timed(const std::vector<std::vector<Goal>>& goals) {
    return std::ranges::any_of(goals, [](const std::vector<Goal>& level) {
      return std::ranges::find(level, Objective::duration, &Goal::objective) != level.end();
    });
  }

  std::optional<Found> placed_in_time(const Found& found, const std::vector<std::vector<Goal>>& goals) {
    if (timed(goals)) return found;
    const std::vector<int> bought = found.model->bought(found.point);
    if (bought.empty() && found.terms == 0) return found;
    auto out = search_.timetable(bought, found.terms > 0 ? found.terms : search_.longest());
    if (out) bought_ = bought;
    return out;
  }

  std::optional<Plan> accepted(const Found& found) {
    Checked checked =
        check(universe_, inputs_, options_, found.model->owned(found.point), found.model->applied(found.point));
    if (checked.satisfied.no()) return std::nullopt;
    Plan plan = described(universe_, inputs_, options_, found, std::move(checked));
    plan.timetable_proven = search_.complete();
    return plan;
  }

  void find_best() {
    ModelOptions base;
    const auto goals = levels();
    while (static_cast<int>(out_.plans.size()) < options_.plans) {
      auto plan = next(goals, base);
      if (!plan) break;
      out_.plans.push_back(std::move(*plan));
      if (out_.plans.size() == 1) settle();
    }
  }

  void settle() {
    out_.objective = out_.plans.front().values.front();
    if (out_.plans.front().proven && refused_ == 0) out_.bound = out_.objective;
    out_.status = out_.bound == out_.objective ? Result::Status::optimal : Result::Status::feasible;
    out_.plans.front().proven = out_.status == Result::Status::optimal;
  }

  // The least of the first for every worthwhile value of the second, by lowering the second step by step.
  void find_front() {
    const auto [first, second] = *options_.front;
    const bool by_terms = first == Objective::duration || second == Objective::duration;
    const Objective main = first == Objective::duration ? second : first;
    const Objective other = first == Objective::duration ? first : second;
    const std::vector<std::vector<Goal>> goals{{{main, 1}}, {{other, 1}}};
    ModelOptions base;
    while (static_cast<int>(out_.plans.size()) < options_.points) {
      ModelOptions step = base;
      step.distances.clear();
      auto plan = next(goals, step);
      if (!plan) break;
      const Rational reached = plan->totals[other];
      out_.plans.push_back(std::move(*plan));
      if (out_.plans.size() == 1) settle();
      if (by_terms) {
        base.terms = static_cast<int>(reached.numerator()) - 1;
        if (base.terms < 1) break;
        continue;
      }
      const Model model(universe_, inputs_, options_, base);
      const Rational unit = other == Objective::cost      ? Rational(1) / universe_.money
                            : other == Objective::credits ? Rational(model.credit_unit())
                                                          : Rational(1);
      base.ceilings = {{{{other, 1}}, (reached * unit).numerator() - 1}};
      if (base.ceilings.front().value < 0) break;
    }
  }

  // What the first level is without each purchase, and what is bought instead.
  void explain() {
    const auto goals = levels();
    const std::vector<OfferingId> bought = out_.plans.front().bought;
    for (const OfferingId& id : bought) {
      Reason reason;
      reason.offering = id;
      ModelOptions how;
      for (std::size_t u = 0; u < universe_.units.size(); ++u)
        if (!universe_.units[u].held && universe_.units[u].id == id.text) how.forbidden = static_cast<int>(u);
      search_.forget();
      const auto found = search_.best({goals.front()}, how);
      reason.proven = search_.complete();
      if (found) {
        reason.without = readable_sum(goals.front(), found->values.front(), *found->model);
        for (const int unit : found->model->bought(found->point)) {
          const OfferingId other{universe_.units[static_cast<std::size_t>(unit)].id};
          if (std::ranges::find(bought, other) == bought.end()) reason.instead.push_back(other);
        }
      }
      out_.reasons.push_back(std::move(reason));
    }
  }

  const Inputs& inputs_;
  const Options& options_;
  Universe universe_;
  Search search_;
  Result out_;
  std::vector<int> bought_;
  int refused_ = 0;
  bool bound_known_ = false;
};

}  // namespace

Result find_pathways(const Inputs& inputs, const Options& options) {
  if (inputs.market == nullptr || inputs.record == nullptr || inputs.targets.empty())
    throw UsageError("a pathway needs a market, a record and a target");
  return Finder(inputs, options).run();
}

std::string_view name(Objective objective) { return objectives.name(objective); }
std::optional<Objective> objective(std::string_view name) { return objectives.value(name); }

}  // namespace crosswalk::market
