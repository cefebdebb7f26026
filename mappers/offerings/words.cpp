// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/offerings/explore.hpp"

namespace crosswalk::offerings {

std::string name_of(const Offering& offering) {
  return offering.code.empty() ? offering.id.text : to_string(offering.code);
}

std::string provider_of(const Catalogue& catalogue, const Offering& offering) {
  const auto found = std::ranges::find(catalogue.institutions, offering.provider, &Institution::id);
  if (found != catalogue.institutions.end() && !found->title.empty()) return std::string(found->title.text());
  return offering.provider.empty() ? catalogue.title : offering.provider.text;
}

std::string credits_of(const Offering& offering) {
  std::string out;
  for (const StatedCredit& credit : offering.credits)
    out += (out.empty() ? "" : ", ") + to_string(credit.amount) +
           (credit.system.empty() ? " (unit not stated)" : " " + credit.system);
  return out;
}

std::string levels_of(const Offering& offering) {
  std::string out;
  for (const StatedLevel& level : offering.levels)
    out += (out.empty() ? "" : ", ") + (level.scheme.empty() ? level.value : level.scheme + "/" + level.value);
  return out;
}

std::string hours_of(const Offering& offering) {
  if (!offering.workload) return {};
  const std::string low = to_string(offering.workload->low), high = to_string(offering.workload->high);
  return (low == high ? low : low + " to " + high) + " h";
}

std::string cost_of(const Offering& offering) {
  return offering.cost ? to_string(offering.cost->amount) + " " + offering.cost->currency : "";
}

}  // namespace crosswalk::offerings
