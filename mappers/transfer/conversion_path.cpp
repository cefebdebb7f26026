// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/conversion_path.hpp"

#include <set>
#include <tuple>

namespace crosswalk::transfer {
namespace {

std::vector<ConversionHop> all_hops(const std::vector<OwnConversion>& own,
                                    const std::vector<CreditConversion>& published) {
  std::vector<ConversionHop> out;
  for (const OwnConversion& each : own) out.push_back({each.from, each.to, each.factor, each.basis, true, each.source});
  for (const CreditConversion& each : published)
    if (each.ratio && each.ratio->sign() > 0 && each.fact.evidence != Evidence::shaky)
      out.push_back({each.from, each.to, *each.ratio, each.kind + ", by " + each.basis, false, each.fact.source});
  for (ConversionHop& hop : out) {
    hop.id = hop.from + ">" + hop.to;
    hop.times_text = " x " + fraction(hop.factor) + " = ";
    hop.basis_text = hop.own ? ", by the rule set" : ", published (" + hop.basis + ")";
  }
  return out;
}

}  // namespace

std::map<std::string, ConversionPath, std::less<>> conversion_paths(const std::string& to,
                                                                    const std::vector<OwnConversion>& own,
                                                                    const std::vector<CreditConversion>& published) {
  const auto hops = all_hops(own, published);
  std::map<std::string, ConversionPath, std::less<>> paths;
  std::set<std::tuple<int, int, std::string>> open{{0, 0, to}};  // facts used, hops, system
  std::map<std::string, std::pair<int, int>> cost{{to, {0, 0}}};
  paths[to] = {};
  while (!open.empty()) {
    const auto [facts, length, system] = *open.begin();
    open.erase(open.begin());
    for (const ConversionHop& hop : hops) {
      if (hop.to != system) continue;
      const std::pair<int, int> next{facts + (hop.own ? 0 : 1), length + 1};
      const auto known = cost.find(hop.from);
      if (known != cost.end() && known->second <= next) continue;
      if (known != cost.end()) open.erase({known->second.first, known->second.second, hop.from});
      cost[hop.from] = next;
      open.insert({next.first, next.second, hop.from});
      ConversionPath path = paths[system];
      path.hops.insert(path.hops.begin(), hop);
      path.factor *= hop.factor;
      paths[hop.from] = std::move(path);
    }
  }
  return paths;
}

}  // namespace crosswalk::transfer
