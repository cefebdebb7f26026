// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/last_credits.hpp"

#include <algorithm>

namespace crosswalk::transfer {
namespace {

// Parts that count as transferred; what an agreement counts as resident does not.
std::vector<std::uint32_t> transferred(const std::vector<Part>& parts) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = 0; i < parts.size(); ++i)
    if (!parts[i].line->line.as_resident) out.push_back(i);
  return out;
}

// When the last of a part's courses was taken; absent where one does not say.
std::optional<Date> taken(const Part& part, const std::vector<Unit>& units) {
  std::optional<Date> out;
  for (const std::uint32_t unit : part.line->units) {
    const auto date = units[unit].seen->taken();
    if (!date) return {};
    if (!out || *date > *out) out = date;
  }
  return out;
}

}  // namespace

LastCredits last_credits(const Limit& limit, const LastDemand& demand, const std::vector<Part>& parts,
                         std::vector<ResidentCredit> here, const std::vector<Unit>& units) {
  const Rational rest = std::max(Rational(), demand.last - demand.here);
  Rational reached;
  for (const ResidentCredit& each : here) reached += each.amount;
  const auto room = [&](const Rational& latest) {
    return std::max(Rational(), demand.total - reached - demand.here + latest);
  };
  const auto all = transferred(parts);
  LastCredits out;
  out.alternatives.push_back({{&limit, all, room(0)}});
  std::ranges::stable_sort(here, std::greater<>(), &ResidentCredit::taken);
  Rational latest;
  for (const ResidentCredit& each : here) {
    latest += each.amount;
    std::vector<std::uint32_t> after;
    for (const std::uint32_t part : all) {
      const auto date = taken(parts[part], units);
      if (!date)
        return {{},
                "when " + to_string(units[parts[part].line->units.front()].seen->code) + " was taken is not stated"};
      if (*date > each.taken) after.push_back(part);
    }
    out.alternatives.push_back({{&limit, all, room(latest)}, {&limit, std::move(after), rest}});
  }
  return out;
}

}  // namespace crosswalk::transfer
