// SPDX-License-Identifier: Apache-2.0
#include "mappers/market/universe.hpp"

#include <algorithm>
#include <numeric>

#include "lib/diagnostics/error.hpp"
#include "mappers/transfer/same_institution.hpp"

namespace crosswalk::market {
namespace {

bool is_bundle(const Offering& offering) { return !offering.parts.empty(); }

AttemptKind kind_of(const Offering& offering) {
  if (is_bundle(offering)) return AttemptKind::qualification;
  if (offering.kind == OfferingKind::exam) return AttemptKind::exam;
  return offering.kind == OfferingKind::module ? AttemptKind::module : AttemptKind::course;
}

// An offering as if it had been taken: what rules and requirements are asked about.
Attempt attempt_of(const Offering& offering, const std::optional<Date>& as_of) {
  Attempt out;
  out.id.text = offering.id.text;
  out.kind = kind_of(offering);
  out.status_stated = true;
  out.institution = offering.provider;
  out.code = offering.code;
  out.title = offering.title;
  out.credits = offering.credits;
  out.levels = offering.levels;
  out.fields = offering.subjects;
  out.outcomes = offering.outcomes;
  out.tags = offering.tags;
  out.tags.emplace_back(name(offering.kind));
  out.attributes = offering.attributes;
  out.attributes["repeatable"] = "true";  // several ways to the same course are offered; at most one is bought
  out.completed = as_of;
  if (const auto grade = offering.attributes.find("assumed-grade"); grade != offering.attributes.end()) {
    const auto scale = offering.attributes.find("assumed-grade-scale");
    out.grade = Grade{grade->second, scale == offering.attributes.end() ? std::string() : scale->second};
  }
  return out;
}

// A price in the market's currency.
Rational price_of(const Offering& offering, const Catalogue& market) {
  if (!offering.cost) return 0;
  const std::string& currency = offering.cost->currency;
  if (currency.empty() || currency == market.currency) return offering.cost->amount;
  const auto rate = market.rates.find(currency);
  if (rate == market.rates.end())
    throw UsageError("offering " + offering.id.text + " costs " + currency +
                     ", and the market states no rate from it to " +
                     (market.currency.empty() ? "one currency" : market.currency));
  return offering.cost->amount * rate->second;
}

int whole_up(const Rational& value) {
  return static_cast<int>((value.numerator() + value.denominator() - 1) / value.denominator());
}

class Survey {
 public:
  Survey(const Inputs& inputs, const Options& options) : inputs_(inputs), options_(options) {}

  Universe run() {
    set_frame();
    add_held();
    add_offerings();
    add_bundles();
    set_prices();
    for (std::size_t u = 0; u < out_.units.size(); ++u) add_item(static_cast<int>(u));
    add_recognitions(out_, inputs_, options_);
    return std::move(out_);
  }

 private:
  void set_frame() {
    const Programme& target = *inputs_.targets.front();
    const Catalogue& market = *inputs_.market;
    out_.as_of = options_.as_of ? options_.as_of : inputs_.record->latest_date();
    out_.system = !target.system.empty() ? target.system : inputs_.rules != nullptr ? inputs_.rules->set().system : "";
    out_.home = inputs_.rules != nullptr ? inputs_.rules->set().institution : target.institution;
    out_.currency = market.currency;
    out_.seasons = static_cast<int>(market.terms.size());
    out_.term_weeks = market.term_weeks;
    out_.term_credits = options_.term_credits ? *options_.term_credits : market.term_credits.value_or(30);
    for (const Institution& each : market.institutions) out_.providers.push_back(each.id.text);
    if (!out_.as_of) out_.notes.emplace_back("no date is known: what is offered when and what has lapsed is not asked");
    out_.record = *inputs_.record;
    if (inputs_.rules != nullptr)
      if (auto renamed = transfer::with_known_institutions(out_.record, inputs_.rules->set()))
        out_.record = std::move(*renamed);
  }

  [[nodiscard]] bool at_home(const Attempt& attempt) const {
    if (attempt.origin == Origin::resident || out_.home.empty()) return true;
    return attempt.institution == out_.home;
  }

  int provider(const std::string& id) {
    const auto at = std::ranges::find(out_.providers, id);
    if (at == out_.providers.end()) out_.providers.push_back(id);
    return static_cast<int>(std::ranges::find(out_.providers, id) - out_.providers.begin());
  }

  // What is held, and as if passed what is in progress.
  void add_held() {
    for (std::size_t i = 0; i < out_.record.attempts.size(); ++i) {
      Attempt& attempt = out_.record.attempts[i];
      if (attempt.status == Status::in_progress) {
        attempt.status = Status::completed;
        out_.notes.push_back("assumes that " + label(attempt) + " is passed, which is in progress");
      }
      if (!attempt.achieved()) continue;
      Unit unit;
      unit.id = attempt.id.text;
      unit.attempt = static_cast<int>(i);
      unit.held = true;
      unit.home = at_home(attempt);
      unit.credits = credits_of(attempt, out_.system, inputs_.rules);
      unit.lapses = lapse(attempt);
      if (lapsed(unit)) continue;
      out_.units.push_back(std::move(unit));
    }
  }

  static std::string label(const Attempt& attempt) {
    return attempt.code.empty() ? std::string(attempt.title.text()) : to_string(attempt.code);
  }

  // When credit that is held lapses, as the market says of the same course.
  [[nodiscard]] std::optional<Date> lapse(const Attempt& attempt) const {
    if (!attempt.taken() || attempt.code.empty()) return {};
    for (const Offering& offering : inputs_.market->offerings) {
      if (!offering.credit_lapses_years || offering.code != attempt.code || offering.provider != attempt.institution)
        continue;
      return add_years(attempt.taken()->latest(), whole_up(*offering.credit_lapses_years));
    }
    return {};
  }

  bool lapsed(const Unit& unit) {
    if (!unit.lapses || !out_.as_of || !(*unit.lapses < *out_.as_of)) return false;
    Attempt& attempt = out_.record.attempts[static_cast<std::size_t>(unit.attempt)];
    out_.notes.push_back("the credit of " + label(attempt) + " lapsed on " + to_string(*unit.lapses));
    attempt.status = Status::superseded;
    return true;
  }

  [[nodiscard]] bool held_already(const Offering& offering) const {
    return std::ranges::any_of(out_.units, [&](const Unit& unit) {
      if (!unit.held || unit.lapses) return false;  // what lapses may be taken again
      const Attempt& attempt = out_.record.attempts[static_cast<std::size_t>(unit.attempt)];
      return attempt.id.text == offering.id.text ||
             (!attempt.code.empty() && attempt.code == offering.code && attempt.institution == offering.provider);
    });
  }

  [[nodiscard]] bool allowed(const Offering& offering) const {
    const auto& only = options_.only_at;
    if (!only.empty() && std::ranges::find(only, offering.provider) == only.end()) return false;
    if (std::ranges::find(options_.without, offering.id) != options_.without.end()) return false;
    return !(out_.as_of && offering.validity.until && offering.validity.until->latest() < *out_.as_of);
  }

  void add_offerings() {
    const auto& offerings = inputs_.market->offerings;
    of_offering_.assign(offerings.size(), -1);
    for (std::size_t i = 0; i < offerings.size(); ++i) {
      const Offering& offering = offerings[i];
      if (is_bundle(offering)) continue;
      if (held_already(offering)) {
        of_offering_[i] = held_unit(offering);
        continue;
      }
      add_offering(i, allowed(offering) || in_allowed_bundle(offering));
    }
  }

  [[nodiscard]] bool in_allowed_bundle(const Offering& part) const {
    return std::ranges::any_of(inputs_.market->offerings, [&](const Offering& bundle) {
      return is_bundle(bundle) && !bundle.awarded_by_parts && bundle.cost && allowed(bundle) &&
             std::ranges::find(bundle.parts, part.id) != bundle.parts.end();
    });
  }

  int held_unit(const Offering& offering) const {
    for (std::size_t u = 0; u < out_.units.size(); ++u) {
      const Attempt& attempt = out_.record.attempts[static_cast<std::size_t>(out_.units[u].attempt)];
      if (attempt.id.text == offering.id.text ||
          (attempt.code == offering.code && attempt.institution == offering.provider))
        return static_cast<int>(u);
    }
    return -1;
  }

  void add_offering(std::size_t at, bool take) {
    const Offering& offering = inputs_.market->offerings[at];
    if (!take) return;
    Unit unit;
    unit.id = offering.id.text;
    unit.offering = static_cast<int>(at);
    unit.attempt = static_cast<int>(out_.record.attempts.size());
    out_.record.attempts.push_back(attempt_of(offering, out_.as_of));
    const Attempt& attempt = out_.record.attempts.back();
    unit.home = at_home(attempt);
    unit.for_sale = allowed(offering);
    unit.bundle = is_bundle(offering);
    unit.provider = provider(offering.provider.text);
    unit.credits = credits_of(attempt, out_.system, inputs_.rules);
    if (offering.duration_weeks && out_.term_weeks)
      unit.span = std::max(1, whole_up(*offering.duration_weeks / *out_.term_weeks));
    set_seasons(unit, offering);
    of_offering_[at] = static_cast<int>(out_.units.size());
    out_.units.push_back(std::move(unit));
  }

  void set_seasons(Unit& unit, const Offering& offering) const {
    if (offering.terms.empty() || out_.seasons == 0) return;
    for (const std::string& term : inputs_.market->terms)
      unit.seasons.push_back(std::ranges::find(offering.terms, term) != offering.terms.end() ? 1 : 0);
  }

  void add_bundles() {
    const auto& offerings = inputs_.market->offerings;
    for (std::size_t i = 0; i < offerings.size(); ++i) {
      if (!is_bundle(offerings[i]) || held_already(offerings[i])) continue;
      std::vector<int> parts;
      for (const OfferingId& part : offerings[i].parts) {
        const auto at = std::ranges::find(offerings, part, &Offering::id);
        if (at == offerings.end() || of_offering_[static_cast<std::size_t>(at - offerings.begin())] < 0) break;
        parts.push_back(of_offering_[static_cast<std::size_t>(at - offerings.begin())]);
      }
      if (parts.size() != offerings[i].parts.size()) continue;
      add_offering(i, true);
      Unit& unit = out_.units.back();
      unit.parts = std::move(parts);
      unit.earned = offerings[i].awarded_by_parts;
      unit.for_sale = unit.for_sale && offerings[i].cost.has_value();
    }
  }

  void set_prices() {
    std::vector<Rational> prices;
    for (const Unit& unit : out_.units)
      prices.push_back(
          unit.held || unit.offering < 0
              ? Rational(0)
              : price_of(inputs_.market->offerings[static_cast<std::size_t>(unit.offering)], *inputs_.market));
    std::int64_t parts = 1, common = 0;
    for (const Rational& price : prices) {
      parts = std::lcm(parts, price.denominator());
      if (parts > 1'000'000) throw UsageError("the prices have no common unit above a millionth");
    }
    for (const Rational& price : prices) common = std::gcd(common, (price * Rational(parts)).numerator());
    out_.money = Rational(std::max<std::int64_t>(common, 1), parts);
    for (std::size_t u = 0; u < prices.size(); ++u) out_.units[u].cost = (prices[u] / out_.money).numerator();
  }

  // Learning at home counts as it is; a bundle does through its parts.
  void add_item(int at) {
    const Unit& unit = out_.units[static_cast<std::size_t>(at)];
    if (!unit.home || unit.bundle) return;
    Item item;
    item.attempt = out_.record.attempts[static_cast<std::size_t>(unit.attempt)];
    item.attempt.attributes.erase("repeatable");
    if (!out_.home.empty()) item.attempt.origin = Origin::resident;
    item.unit = at;
    item.credits = unit.credits;
    out_.items.push_back(std::move(item));
  }

  const Inputs& inputs_;
  const Options& options_;
  Universe out_;
  std::vector<int> of_offering_;
};

}  // namespace

Rational credits_of(const Attempt& attempt, const std::string& system, const transfer::RuleIndex* rules) {
  if (!attempt.unit_credit) return 0;
  if (const auto amount = attempt.credit(system)) return *amount;
  for (const StatedCredit& credit : attempt.credits) {
    if (credit.system.empty() || system.empty()) return credit.amount;
    const auto* path = rules == nullptr ? nullptr : rules->conversion(credit.system);
    if (path != nullptr && rules->set().system == system) return credit.amount * path->factor;
  }
  return 0;
}

std::optional<Date> term_begins(const Universe& universe, int term) {
  if (!universe.as_of || universe.as_of->month == 0) return universe.as_of;
  const std::int64_t a_year = universe.seasons > 0 ? universe.seasons : 2;
  return date_of_days(days(universe.as_of->earliest()) + (term - 1) * 365 / a_year);
}

Universe survey(const Inputs& inputs, const Options& options) { return Survey(inputs, options).run(); }

}  // namespace crosswalk::market
