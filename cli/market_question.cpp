// SPDX-License-Identifier: Apache-2.0
#include "cli/market_question.hpp"

#include <algorithm>
#include <charconv>
#include <ostream>

#include "cli/audit_inputs.hpp"
#include "cli/transfer_inputs.hpp"
#include "frameworks/facts/registry.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::cli {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
  std::vector<std::string> out{""};
  for (const char each : text)
    if (each == mark)
      out.emplace_back();
    else
      out.back() += each;
  return out;
}

// A catalogue laid over another: its offerings after those, what it says of the calendar where they say nothing.
void merge(Catalogue& into, const Catalogue& from) {
  for (const Offering& offering : from.offerings)
    if (std::ranges::find(into.offerings, offering.id, &Offering::id) == into.offerings.end())
      into.offerings.push_back(offering);
  for (const Institution& each : from.institutions)
    if (std::ranges::find(into.institutions, each.id, &Institution::id) == into.institutions.end())
      into.institutions.push_back(each);
  into.equivalences.insert(into.equivalences.end(), from.equivalences.begin(), from.equivalences.end());
  into.rates.insert(from.rates.begin(), from.rates.end());
  if (into.terms.empty()) into.terms = from.terms;
  if (!into.term_weeks) into.term_weeks = from.term_weeks;
  if (!into.term_credits) into.term_credits = from.term_credits;
  if (into.currency.empty()) into.currency = from.currency;
  if (into.title.empty()) into.title = from.title;
}

// A certificate or programme of the market as a target: all of its parts.
std::optional<Programme> bundle_target(const Catalogue& market, const std::string& id) {
  const auto found = std::ranges::find(market.offerings, OfferingId{id}, &Offering::id);
  if (found == market.offerings.end() || found->parts.empty()) return {};
  Programme out;
  out.id.text = id;
  out.title = std::string(found->title.text());
  out.institution = found->provider;
  if (!found->credits.empty()) out.system = found->credits.front().system;
  out.root.id.text = id;
  for (const OfferingId& part : found->parts) {
    const auto offering = std::ranges::find(market.offerings, part, &Offering::id);
    if (offering == market.offerings.end()) continue;
    Requirement leaf;
    leaf.id = {part.text};
    leaf.title = std::string(offering->title.text());
    leaf.need = Condition::course(to_string(offering->code), offering->provider.text);
    if (out.system.empty() && !offering->credits.empty()) out.system = offering->credits.front().system;
    out.root.parts.push_back(std::move(leaf));
  }
  return out;
}

Programme target(const std::string& id, const Catalogue& market, const std::vector<Programme>& programmes) {
  const auto found = std::ranges::find(programmes, RequirementId{id}, &Programme::id);
  if (found != programmes.end()) return *found;
  if (auto bundle = bundle_target(market, id)) return *bundle;
  std::vector<std::string> names;
  for (const Programme& programme : programmes) names.push_back(programme.id.text);
  for (const Offering& offering : market.offerings)
    if (!offering.parts.empty()) names.push_back(offering.id.text);
  const std::string close = nearest(id, names);
  throw UsageError("--to: no programme or certificate of the market is '" + id + "'" +
                   (close.empty() ? "" : " (did you mean '" + close + "'?)"));
}

int rank(market::Result::Status status) {
  return status == market::Result::Status::optimal || status == market::Result::Status::feasible ? 0 : 1;
}

std::string rendered(const reports::MarketAnswer& answer, Format format) {
  switch (format) {
    case Format::json:
      return reports::market_json(answer);
    case Format::csv:
      return reports::market_csv(answer);
    case Format::html:
      return reports::market_html(answer);
    case Format::text:
      return reports::market_text(answer);
  }
  return {};
}

int exit_code(const market::Result& result) {
  switch (result.status) {
    case market::Result::Status::optimal:
      return done;
    case market::Result::Status::infeasible:
      return answer_is_no;
    case market::Result::Status::feasible:
    case market::Result::Status::unknown:
      break;
  }
  return not_proven;
}

}  // namespace

std::vector<std::vector<market::Goal>> read_objectives(const std::string& text) {
  std::vector<std::vector<market::Goal>> out;
  for (const std::string& level : split(text, ',')) {
    std::vector<market::Goal> goals;
    for (const std::string& term : split(level, '+')) {
      const auto equals = term.find('=');
      const auto objective = market::objective(term.substr(0, equals));
      market::Goal goal{objective.value_or(market::Objective::cost), 1};
      bool fits = objective.has_value();
      if (equals != std::string::npos) {
        const char* end = term.data() + term.size();
        const auto read = std::from_chars(term.data() + equals + 1, end, goal.weight);
        fits = fits && read.ec == std::errc() && read.ptr == end && goal.weight > 0 && goal.weight <= 1'000'000;
      }
      if (!fits)
        throw UsageError(
            "--objective wants cost, duration, credits or providers, several as cost,duration or "
            "cost=1+duration=200, not '" +
            text + "'");
      goals.push_back(goal);
    }
    out.push_back(std::move(goals));
  }
  return out;
}

void MarketQuestion::declare(Options& options) {
  options.values("--to", to_, "the target: a programme or certificate of the market files; several: all together");
  options.flag("--either", either_, "several targets: each by itself, the best first");
  options.values("--market", market_, "files of offerings and programmes (market/1, requirements/1, ...)");
  options.values("--rules", rules_, "files of the target institution's recognition rules");
  options.value("--record", record_, "the learner's record; absent: nothing is held");
  options.value("--part", part_, "only this requirement of the target, by id");
  options.values("--at", at_, "purchases are made at these providers alone (reverse articulation)");
  options.values("--without", without_, "these offerings are not bought");
  options.number("--max-terms", most_terms_, "the timetable has at most so many terms");
  options.value("--first-term", first_term_, "the market's name of the term that term 1 is");
  options.value("--policy", policy_, "a micro-credential policy of the facts whose cap holds (as MY-GGP)");
  options.value("--type", type_, "a qualification type of the facts whose size and level rules hold");
}

MarketQuestion::Read MarketQuestion::read_markets(const Context& context) const {
  Read out;
  for (const std::string& path : market_) {
    formats::Input input = formats::Input::open(path, {}, context.in);
    ReadResult<formats::Document> read = formats::read(input);
    context.report(input.diagnostics());
    context.report(read.diagnostics);
    for (const Catalogue* catalogue : read.value.all<Catalogue>()) merge(out.market, *catalogue);
    for (const Programme* programme : read.value.all<Programme>()) out.programmes.push_back(*programme);
  }
  return out;
}

void MarketQuestion::complete(market::Options& options, const Read& read, const Context& context) const {
  if (!context.as_of.empty()) {
    options.as_of = Date::parse(context.as_of);
    if (!options.as_of) throw UsageError("--as-of wants a date like 2026-09-01, not '" + context.as_of + "'");
  }
  for (const std::string& id : at_) options.only_at.push_back({id});
  for (const std::string& id : without_) options.without.push_back({id});
  options.part = part_;
  if (most_terms_ < 0 || most_terms_ > 60) throw UsageError("--max-terms wants 1 to 60 terms");
  options.most_terms = static_cast<int>(most_terms_);
  if (!first_term_.empty()) {
    const auto found = std::ranges::find(read.market.terms, first_term_);
    if (found == read.market.terms.end())
      throw UsageError("--first-term: the market's terms are not named '" + first_term_ + "'");
    options.first_term = static_cast<int>(found - read.market.terms.begin());
  }
  if (policy_.empty()) return;
  const facts::Registry registry = facts::Registry::open(context.facts);
  for (const MicrocredentialPolicy& policy : registry.facts().microcredential_policies)
    if (policy.fact.id == policy_ && policy.cap_percent) {
      options.micro_share = *policy.cap_percent / Rational(100);
      options.micro_policy = policy.fact.id + " (" + policy.title + ")";
    }
  if (!options.micro_share) throw UsageError("--policy: the facts have no policy '" + policy_ + "' with a cap");
}

// The size and level rules of a qualification type as limits of the target.
void MarketQuestion::lay_type(Programme& target, const Context& context, std::vector<std::string>& notes) const {
  if (type_.empty()) return;
  const facts::Registry registry = facts::Registry::open(context.facts);
  const auto& types = registry.facts().qualification_types;
  const auto type = std::ranges::find(types, type_, [](const QualificationType& each) { return each.fact.id; });
  if (type == types.end()) throw UsageError("--type: the facts have no qualification type '" + type_ + "'");
  if (type->size_low && (!target.total || *target.total < *type->size_low)) target.total = type->size_low;
  const auto framework = std::ranges::find(registry.facts().frameworks, type->framework, &Framework::id);
  for (const AtLevel& rule : type->at_level) {
    Limit limit;
    limit.bound = Limit::Bound::at_least;
    limit.scope = Limit::Scope::programme;
    limit.amount = rule.percent ? rule.amount / Rational(100) * target.total.value_or(0) : rule.amount;
    std::vector<std::string> labels;
    bool inside = false;
    for (const auto& level : framework->levels) {
      inside = inside || level.ref.level == rule.low;
      if (inside) labels.push_back(level.ref.level);
      if (level.ref.level == rule.high && !rule.or_above) inside = false;
    }
    limit.of = Selector::where(Attribute::level, Comparison::is, labels);
    limit.text = type->title + " (" + type->framework.text + "): " + to_string(limit.amount) + " credits at " +
                 (rule.low == rule.high ? "level " + rule.low : "levels " + rule.low + " to " + rule.high) +
                 (rule.or_above ? " or above" : "");
    target.limits.push_back(limit);
  }
  notes.push_back("holds the target to " + type->fact.id + ": " + type->at_level_rule);
}

int MarketQuestion::run(const Context& context, market::Options options, const std::string& calendar, int term_weeks) {
  if (to_.empty() || market_.empty()) throw UsageError("pathways wants --to ID and --market FILE, or --problem FILE");
  const Read read = read_markets(context);
  complete(options, read, context);
  const auto scales = audit_scales(context.facts);
  options.scales = &scales;
  const LearnerRecord record = record_.empty() ? LearnerRecord{} : read_record(record_, {}, context);
  std::optional<transfer::RuleIndex> index;
  if (!rules_.empty()) index.emplace(read_rule_sets(rules_, context), transfer_knowledge(context.facts));
  std::vector<std::vector<Programme>> questions;
  std::vector<std::string> notes;
  for (const std::string& id : to_) {
    Programme one = target(id, read.market, read.programmes);
    lay_type(one, context, notes);
    if (either_ || questions.empty()) questions.emplace_back();
    questions.back().push_back(std::move(one));
  }
  reports::MarketAnswer answer{read.market, options, {}};
  for (const auto& targets : questions) {
    market::Inputs inputs{&read.market, index ? &*index : nullptr, &record, {}, {}};
    reports::Destination to;
    for (const Programme& each : targets) {
      inputs.targets.push_back(&each);
      to.ids.push_back(each.id.text);
      to.titles.push_back(each.title.empty() ? each.id.text : each.title);
    }
    for (const Programme& each : read.programmes)
      if (std::ranges::find(to.ids, each.id.text) == to.ids.end() && read.programmes.size() <= 50)
        inputs.awards.push_back(&each);
    to.result = market::find_pathways(inputs, options);
    to.result.notes.insert(to.result.notes.begin(), notes.begin(), notes.end());
    answer.destinations.push_back(std::move(to));
  }
  std::ranges::stable_sort(answer.destinations, {}, [](const reports::Destination& each) {
    return std::pair(rank(each.result.status), each.result.objective);
  });
  *context.out << (calendar.empty() ? rendered(answer, context.format)
                                    : reports::market_calendar(answer, calendar, term_weeks));
  return exit_code(answer.best());
}

}  // namespace crosswalk::cli
