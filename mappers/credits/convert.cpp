// SPDX-License-Identifier: Apache-2.0
#include "mappers/credits/convert.hpp"

#include <algorithm>

namespace crosswalk::credits {
namespace {

template <class Record>
const Record* by_id(std::span<const Record> records, const std::string& id) {
  const auto at =
      std::ranges::lower_bound(records, id, {}, [](const Record& each) -> const std::string& { return each.fact.id; });
  return at == records.end() || at->fact.id != id ? nullptr : &*at;
}

bool admitted(const CreditConversion* record, const ConvertOptions& options) {
  return record != nullptr && (record->fact.evidence != Evidence::shaky || options.include_unverified);
}

// One recorded conversion in the direction of use, with its range.
struct Leg {
  const CreditConversion* record = nullptr;
  bool inverse = false;
  Rational ratio, low, high;
  bool refused = false;  // a record says that no conversion exists
};

std::optional<Leg> leg(const std::string& from, const std::string& to, std::span<const CreditConversion> conversions,
                       const ConvertOptions& options) {
  const CreditConversion* forward = by_id(conversions, from + ">" + to);
  const CreditConversion* backward = by_id(conversions, to + ">" + from);
  const bool use_forward = admitted(forward, options);
  const CreditConversion* record = use_forward ? forward : backward;
  if (!admitted(record, options)) return std::nullopt;
  Leg out{record, !use_forward, 0, 0, 0, false};
  if (!record->ratio) {
    out.refused = true;
    return out;
  }
  const Rational ratio = *record->ratio, low = record->low.value_or(ratio), high = record->high.value_or(ratio);
  out.ratio = use_forward ? ratio : Rational(1) / ratio;
  out.low = use_forward ? low : Rational(1) / high;
  out.high = use_forward ? high : Rational(1) / low;
  return out;
}

std::string spelled(const Leg& leg) { return leg.inverse ? leg.record->basis + ", inverted" : leg.record->basis; }

void set_values(CreditAnswer& answer, const std::string& to, const Rational& ratio, const Rational& low,
                const Rational& high, const ConvertOptions& options) {
  const Rational& amount = answer.given.amount;
  answer.value = Credit{amount * ratio, to};
  answer.low = Credit{amount * low, to};
  answer.high = Credit{amount * high, to};
  if (amount.sign() < 0) std::swap(answer.low, answer.high);
  if (!options.rounding) return;
  answer.rounded = Credit{round(answer.value->amount, *options.rounding), to};
  answer.rounding = std::string(name(options.rounding->mode)) + " to multiples of " + to_string(options.rounding->step);
}

void refuse(CreditAnswer& answer, const CreditConversion& record) {
  answer.kind = ConversionKind::none;
  answer.reason =
      "no conversion exists: " + record.from + " to " + record.to + " (" + record.fact.source.document + ")";
  if (!record.fact.note.empty()) answer.reason += "; " + record.fact.note;
  answer.evidence = record.fact.evidence;
}

void use(CreditAnswer& answer, const Leg& leg, const std::string& from, const std::string& to) {
  answer.steps.push_back({from, to, leg.ratio, spelled(leg), leg.record});
  answer.evidence = std::max(answer.evidence, leg.record->fact.evidence);
}

void direct(CreditAnswer& answer, const Leg& leg, const std::string& to, const ConvertOptions& options) {
  if (leg.refused) return refuse(answer, *leg.record);
  answer.kind = leg.inverse ? ConversionKind::inverse : ConversionKind::published;
  answer.basis = spelled(leg);
  answer.rounding = leg.record->rounding.empty() ? "" : "not rounded; custom: " + leg.record->rounding;
  use(answer, leg, answer.given.system, to);
  set_values(answer, to, leg.ratio, leg.low, leg.high, options);
}

void composed(CreditAnswer& answer, const std::string& to, std::span<const CreditConversion> conversions,
              const ConvertOptions& options) {
  const auto first = leg(answer.given.system, options.via, conversions, options);
  const auto second = leg(options.via, to, conversions, options);
  if (!first || !second || first->refused || second->refused) {
    answer.reason = "no conversion is recorded through " + options.via;
    return;
  }
  answer.kind = ConversionKind::composed;
  answer.basis = spelled(*first) + "; then " + spelled(*second);
  answer.rounding = "not rounded between the steps";
  use(answer, *first, answer.given.system, options.via);
  use(answer, *second, options.via, to);
  set_values(answer, to, first->ratio * second->ratio, first->low * second->low, first->high * second->high, options);
}

void computed(CreditAnswer& answer, const CreditSystem& from, const CreditSystem& to, const ConvertOptions& options) {
  Rational ratio, low, high;
  if (options.basis == Basis::year) {
    if (!from.per_year || !to.per_year) {
      answer.reason = "no year basis: " + (from.per_year ? to.fact.id : from.fact.id) + " defines no credits of a year";
      return;
    }
    ratio = low = high = *to.per_year / *from.per_year;
    answer.basis = "year (" + to_string(*from.per_year) + " = " + to_string(*to.per_year) + ")";
  } else {
    if (!from.hours_low || !from.hours_high || !to.hours_low || !to.hours_high) {
      answer.reason = "no hours basis: " + (from.hours_low && from.hours_high ? to.fact.id : from.fact.id) +
                      " defines no hours of a credit";
      return;
    }
    low = *from.hours_low / *to.hours_high;
    high = *from.hours_high / *to.hours_low;
    ratio = (*from.hours_low + *from.hours_high) / (*to.hours_low + *to.hours_high);
    answer.basis = "hours (" + to_string(*from.hours_low) + "-" + to_string(*from.hours_high) + " h of " +
                   from.hours_kind + " against " + to_string(*to.hours_low) + "-" + to_string(*to.hours_high) +
                   " h of " + to.hours_kind + ")";
  }
  answer.kind = ConversionKind::computed;
  answer.evidence = std::max(from.fact.evidence, to.fact.evidence);
  answer.steps.push_back({from.fact.id, to.fact.id, ratio, answer.basis, nullptr});
  set_values(answer, to.fact.id, ratio, low, high, options);
}

}  // namespace

std::string_view name(ConversionKind kind) {
  switch (kind) {
    case ConversionKind::identity:
      return "identity";
    case ConversionKind::published:
      return "published";
    case ConversionKind::inverse:
      return "inverse";
    case ConversionKind::composed:
      return "composed";
    case ConversionKind::computed:
      return "computed";
    case ConversionKind::none:
      return "none";
  }
  return "none";
}

CreditAnswer convert(const Credit& amount, const std::string& to, std::span<const CreditSystem> systems,
                     std::span<const CreditConversion> conversions, const ConvertOptions& options) {
  CreditAnswer answer;
  answer.given = amount;
  if (amount.system == to) {
    answer.kind = ConversionKind::identity;
    answer.basis = "the same system";
    set_values(answer, to, 1, 1, 1, options);
    return answer;
  }
  const auto recorded = leg(amount.system, to, conversions, options);
  if (recorded && recorded->refused) {
    refuse(answer, *recorded->record);
    return answer;
  }
  const CreditSystem* from_system = by_id(systems, amount.system);
  const CreditSystem* to_system = by_id(systems, to);
  if (options.basis != Basis::published && from_system != nullptr && to_system != nullptr)
    computed(answer, *from_system, *to_system, options);
  else if (!options.via.empty())
    composed(answer, to, conversions, options);
  else if (recorded)
    direct(answer, *recorded, to, options);
  else
    answer.reason = "no conversion exists: no source relates " + amount.system + " to " + to;
  return answer;
}

}  // namespace crosswalk::credits
