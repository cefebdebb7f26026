// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "mappers/pathways/formulation.hpp"

namespace crosswalk::pathways {
namespace {

constexpr std::size_t alike_kept = 5;  // offerings of the same kind, subject and credits
constexpr std::size_t rules_kept = 4;  // for the same home unit

std::size_t at(int index) { return static_cast<std::size_t>(index); }

}  // namespace

// Marks the columns a good plan is likely made of: the home institution's, what is held, the cheapest offerings of a
// kind and the cheapest rules of a home unit. What is not marked is left out at first, never for good.
void Formulation::mark_likely() {
  std::map<std::array<std::int64_t, 4>, std::vector<std::pair<std::int64_t, int>>> alike;
  std::map<int, std::vector<std::pair<std::int64_t, int>>> granting;
  std::set<int> known;
  std::vector<char> rule(problem_.rules.size(), 0);
  auto& columns = program_.columns;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const Meaning& meaning = meanings_[column];
    const auto self = static_cast<int>(column);
    switch (meaning.kind) {
      case Meaning::Kind::buy:
      case Meaning::Kind::own:
      case Meaning::Kind::count: {
        const auto& unit = problem_.offerings[at(meaning.subject)];
        columns[column].likely = unit.held || problem_.is_home(unit);
        if (!columns[column].likely && meaning.kind == Meaning::Kind::count && !meaning.free)
          alike[{unit.subject, unit.micro ? 1 : 0, unit.level >= problem_.upper_level ? 1 : 0, unit.recognised}]
              .emplace_back(columns[column].cost, self);
        break;
      }
      case Meaning::Kind::know:
        columns[column].likely = known.insert(problem_.offerings[at(meaning.subject)].topic).second;
        break;
      case Meaning::Kind::bundle:
      case Meaning::Kind::block:
        columns[column].likely = false;
        break;
      case Meaning::Kind::apply:
        columns[column].likely = false;
        if (columns[column].cost > 0)
          for (const int unit : problem_.rules[at(meaning.subject)].grants)
            granting[unit].emplace_back(columns[column].cost, self);
        break;
      case Meaning::Kind::grant:
        columns[column].likely = false;
        break;
      case Meaning::Kind::known:
      case Meaning::Kind::satisfied:
      case Meaning::Kind::fill:
      case Meaning::Kind::shared:
        break;
    }
  }
  const auto keep = [&](auto& lists, std::size_t most) {
    for (auto& [key, list] : lists) {
      std::ranges::sort(list);
      for (std::size_t next = 0; next < list.size() && next < most; ++next)
        columns[at(list[next].second)].likely = true;
    }
  };
  keep(alike, alike_kept);
  keep(granting, rules_kept);
  for (std::size_t column = 0; column < columns.size(); ++column)
    if (meanings_[column].kind == Meaning::Kind::apply && columns[column].likely)
      rule[at(meanings_[column].subject)] = 1;
  for (std::size_t column = 0; column < columns.size(); ++column)
    if (meanings_[column].kind == Meaning::Kind::grant && rule[at(meanings_[column].subject)] != 0)
      columns[column].likely = true;
}

}  // namespace crosswalk::pathways
