// SPDX-License-Identifier: Apache-2.0
#include "mappers/market/search.hpp"

#include <algorithm>

namespace crosswalk::market {
namespace {

std::int64_t duration_weight(const std::vector<Goal>& goals) {
  std::int64_t out = 0;
  for (const Goal& goal : goals)
    if (goal.objective == Objective::duration) out += goal.weight;
  return out;
}

std::vector<Goal> linear(std::vector<Goal> goals) {
  std::erase_if(goals, [](const Goal& goal) { return goal.objective == Objective::duration; });
  return goals;
}

}  // namespace

Search::Search(const Universe& universe, const Inputs& inputs, const Options& options)
    : universe_(universe), inputs_(inputs), options_(options), began_(std::clock()) {}

// One integer program to its end, or to the limits.
std::optional<Found> Search::solved(const ModelOptions& how, std::int64_t floor) {
  solve::SearchOptions limits;
  limits.floor = floor;
  if (options_.work > 0) {
    limits.work = options_.work - work_;
    if (limits.work <= 0) return complete_ = false, std::nullopt;
  }
  if (options_.seconds > 0) {
    limits.seconds = options_.seconds - static_cast<double>(std::clock() - began_) / CLOCKS_PER_SEC;
    if (limits.seconds <= 0) return complete_ = false, timed_out_ = true, std::nullopt;
  }
  limits.gap = options_.gap;
  Found out;
  out.how = std::make_shared<const ModelOptions>(how);
  const auto model = std::make_shared<const Model>(universe_, inputs_, options_, *out.how);
  for (const std::string& note : model->notes())
    if (std::ranges::find(notes_, note) == notes_.end()) notes_.push_back(note);
  solve::SearchResult result = solve::minimise(model->program(), limits);
  work_ += result.work;
  complete_ = complete_ && result.complete;
  timed_out_ = timed_out_ || result.timed_out;
  if (!result.point) return std::nullopt;
  out.model = model;
  out.point = std::move(*result.point);
  out.values = {result.objective};
  out.bound = result.complete && options_.gap == 0 ? result.objective : result.bound;
  out.proven = result.complete && out.bound == result.objective;
  out.terms = how.terms;
  return out;
}

// With a timetable: what is best without one is tried first. Where it fits, nothing is better; else it is a bound.
std::optional<Found> Search::solved_in_time(const ModelOptions& how) {
  if (how.terms == 0 || how.goals.empty() || how.only != nullptr) return solved(how);
  ModelOptions free = how;
  free.terms = 0;
  free.keep_lapsing = true;
  const auto lower = solved(free);
  if (!lower) return complete_ ? std::nullopt : solved(how);
  const std::vector<int> bought = lower->model->bought(lower->point);
  ModelOptions placed = how;
  placed.only = &bought;
  auto found = solved(placed);
  if (!found || found->values.front() != lower->values.front()) return solved(how, lower->bound);
  found->bound = lower->bound;
  found->proven = lower->proven;
  return found;
}

std::vector<std::vector<int>> Search::likely(const ModelOptions& base) {
  std::vector<std::vector<int>> out;
  for (const Objective objective : {Objective::cost, Objective::credits}) {
    ModelOptions how = base;
    how.terms = 0;
    how.goals = {{objective, 1}};
    if (const auto found = solved(how)) out.push_back(found->model->bought(found->point));
  }
  return out;
}

std::optional<Found> Search::placed(const std::vector<std::vector<int>>& choices, const ModelOptions& how) {
  for (const auto& bought : choices) {
    ModelOptions only = how;
    only.only = &bought;
    if (auto found = solved(only)) return found;
  }
  return std::nullopt;
}

// Fewer terms are impossible: the load alone takes so many. 0 where nothing has to be bought.
int Search::least_terms(const ModelOptions& base) {
  ModelOptions how = base;
  how.terms = 0;
  how.keep_lapsing = true;
  how.goals = {{Objective::credits, 1}};
  const auto found = solved(how);
  if (!found) return complete_ ? -1 : 1;
  if (found->model->bought(found->point).empty()) return 0;
  const std::int64_t load = (universe_.term_credits * Rational(found->model->credit_unit())).numerator();
  return std::max(1, static_cast<int>((found->bound + load - 1) / load));
}

// Duration makes a timetable of every length worth asking; the rest of the sum is least for each.
std::optional<Found> Search::sweep(const std::vector<Goal>& goals, const ModelOptions& base) {
  const std::int64_t weight = duration_weight(goals);
  const std::vector<Goal> rest = linear(goals);
  const int longest = base.terms > 0 ? base.terms : this->longest();
  const int least = least_terms(base);
  if (least < 0) return std::nullopt;
  std::optional<std::int64_t> floor;
  if (!rest.empty()) {
    ModelOptions how = base;
    how.terms = 0;
    how.keep_lapsing = true;
    how.goals = rest;
    if (const auto found = solved(how)) floor = found->bound;
  }
  std::optional<Found> best;
  const auto choices = rest.empty() && least > 0 ? likely(base) : std::vector<std::vector<int>>{};
  for (int terms = least; terms <= longest; ++terms) {
    if (best && (rest.empty() || (floor && weight * terms + *floor >= best->values.front()))) break;
    ModelOptions how = base;
    how.terms = terms;
    if (terms == 0) {
      static const std::vector<int> nothing;
      how.only = &nothing;
    }
    how.goals = rest;
    auto found = placed(choices, how);
    if (!found) found = solved_in_time(how);
    if (!found) continue;
    const std::int64_t value = weight * terms + (rest.empty() ? 0 : found->values.front());
    found->values = {value};
    if (best && value >= best->values.front()) continue;
    found->bound = value;  // every shorter timetable was excluded, unless a limit cut a search
    found->proven = complete_;
    best = std::move(found);
  }
  if (best && !complete_) best->bound = weight * least + floor.value_or(0);
  return best;
}

std::optional<Found> Search::lexicographic(const std::vector<std::vector<Goal>>& levels, const ModelOptions& base) {
  ModelOptions how = base;
  std::optional<Found> best;
  for (const std::vector<Goal>& goals : levels) {
    how.goals = linear(goals);
    auto found = duration_weight(goals) > 0 ? sweep(goals, how) : solved_in_time(how);
    if (!found) return best && !complete_ ? best : std::nullopt;
    std::int64_t spent = found->values.front();
    if (duration_weight(goals) > 0) {
      how.terms = found->terms;
      if (how.terms == 0) how.only = found->how->only;
      spent -= duration_weight(goals) * found->terms;
    }
    if (!linear(goals).empty()) how.ceilings.push_back({linear(goals), spent});
    if (best) {
      found->values.insert(found->values.begin(), best->values.begin(), best->values.end());
      found->bound = best->bound;
      found->proven = found->proven && best->proven;
    }
    best = std::move(found);
  }
  return best;
}

// Lengths at whose end some held credit has not lapsed yet, and in a term more it has.
std::vector<int> Search::breakpoints() const {
  std::vector<int> out;
  for (const Unit& unit : universe_.units) {
    if (!unit.lapses) continue;
    int terms = 0;
    for (int t = 1; t <= longest(); ++t)
      if (const auto end = term_begins(universe_, t + 1); end && !(*unit.lapses < *end)) terms = t;
    if (terms > 0) out.push_back(terms);
  }
  std::ranges::sort(out);
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
  return out;
}

std::optional<Found> Search::best(const std::vector<std::vector<Goal>>& levels, const ModelOptions& base) {
  ModelOptions how = base;
  if (how.terms == 0 && options_.most_terms > 0) how.terms = options_.most_terms;
  auto out = lexicographic(levels, how);
  if (how.terms > 0) return out;
  for (const int terms : breakpoints()) {  // a shorter plan may use what lapses later
    how.terms = terms;
    auto found = lexicographic(levels, how);
    if (found && (!out || found->values < out->values)) out = std::move(found);
  }
  return out;
}

std::optional<Found> Search::timetable(const std::vector<int>& bought, int most) {
  ModelOptions how;
  how.only = &bought;
  const int least = least_terms(how);
  for (int terms = std::max(least, 0); terms <= most; ++terms) {
    how.terms = terms;
    if (auto found = solved(how)) return found;
  }
  return std::nullopt;
}

bool Search::feasible(const ModelOptions& how) { return solved(how).has_value(); }

// A deletion filter: what can be left out while there is still no plan is no reason.
std::vector<std::string> Search::obstacles() {
  ModelOptions how;
  how.terms = 0;
  if (feasible(how)) how.terms = longest();  // only the timetable stands in the way
  const Model probe(universe_, inputs_, options_, how);
  const std::vector<Demand> demands = probe.demands();
  how.left_out.assign(demands.size(), 0);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < demands.size(); ++i) {
    if (demands[i].title == "what is offered" || demands[i].title == "the objective") continue;
    how.left_out[i] = 1;
    if (!feasible(how)) continue;
    how.left_out[i] = 0;
    out.push_back(demands[i].title);
  }
  if (how.terms > 0) out.push_back("at most " + std::to_string(how.terms) + " terms");
  return out;
}

}  // namespace crosswalk::market
