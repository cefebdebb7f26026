// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>

#include "mappers/market/model.hpp"

namespace crosswalk::market {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

void takings(const Condition& condition, std::vector<const Selector*>& into) {
  if (condition.kind == Condition::Kind::take) into.push_back(&condition.take.from);
  if (condition.kind == Condition::Kind::standing) into.push_back(&condition.over);
  for (const Condition& part : condition.parts) takings(part, into);
}

// All that tells two offerings apart, price and name left out. Empty: it is not of the simple kind.
std::string signature(const Universe& universe, const Catalogue& market, int index, const Recognition& recognition) {
  const Unit& unit = universe.units[at(index)];
  const Offering& offering = market.offerings[at(unit.offering)];
  if (offering.prerequisites || offering.corequisites || !offering.exclusions.empty()) return {};
  std::string out = std::to_string(unit.provider) + "|" + to_string(unit.credits) + "|" + std::to_string(unit.span) +
                    "|" + std::string(unit.seasons.begin(), unit.seasons.end()) + "|" + to_string(offering.validity);
  for (const auto& [cap, amount] : recognition.caps) out += "|" + std::to_string(cap) + ":" + to_string(amount);
  for (const int item : recognition.items) {
    const Attempt& awarded = universe.items[at(item)].attempt;
    if (!awarded.code.empty() || !awarded.outcomes.empty() || !awarded.fields.empty()) return {};
    out += "|" + to_string(universe.items[at(item)].credits);
    for (const StatedLevel& level : awarded.levels) out += "/" + level.scheme + "/" + level.value;
    for (const auto& [key, value] : awarded.attributes) out += ";" + key + "=" + value;
    out += awarded.grade ? "#" + awarded.grade->label : "";
  }
  return out;
}

}  // namespace

// Of offerings that count for the same and differ in price alone, the cheaper is taken first: some optimum does.
void Model::add_dominance() {
  if (!how_.distances.empty() || how_.forbidden >= 0 || how_.only != nullptr) return;
  std::vector<const Selector*> asked;
  for (const Offering& offering : inputs_.market->offerings) {
    if (offering.prerequisites) takings(*offering.prerequisites, asked);
    if (offering.corequisites) takings(*offering.corequisites, asked);
    for (const Selector& selector : offering.exclusions) asked.push_back(&selector);
  }
  std::vector<std::vector<int>> uses(universe_.units.size());
  std::vector<char> apart(universe_.units.size(), 0);  // in a certificate
  for (std::size_t c = 0; c < universe_.recognitions.size(); ++c)
    for (const int unit : universe_.recognitions[c].units) uses[at(unit)].push_back(static_cast<int>(c));
  for (const Unit& unit : universe_.units)
    for (const int part : unit.parts) apart[at(part)] = 1;
  std::map<std::string, std::vector<int>> alike;
  for (std::size_t u = 0; u < universe_.units.size(); ++u) {
    const Unit& unit = universe_.units[u];
    if (pay_[u] < 0 || unit.home || unit.bundle || apart[u] != 0 || uses[u].size() != 1) continue;
    const Recognition& only = universe_.recognitions[at(uses[u].front())];
    const Attempt& attempt = universe_.record.attempts[at(unit.attempt)];
    const bool wanted = std::ranges::any_of(asked, [&](const Selector* selector) {
      return selector->kind != Selector::Kind::everything && !matches(*selector, attempt, situation_).no();
    });
    if (only.units.size() != 1 || wanted) continue;
    const std::string key = signature(universe_, *inputs_.market, static_cast<int>(u), only);
    if (!key.empty()) alike[key].push_back(static_cast<int>(u));
  }
  for (auto& [key, units] : alike) {
    std::ranges::sort(
        units, {}, [&](int unit) { return std::pair(universe_.units[at(unit)].cost, universe_.units[at(unit)].id); });
    for (std::size_t i = 1; i < units.size(); ++i) {
      Sum first = own(units[i - 1]);
      first.add(own(units[i]), -1);
      at_least(std::move(first), 0);
    }
  }
}

}  // namespace crosswalk::market
