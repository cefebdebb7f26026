// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "mappers/levels/compare.hpp"

namespace crosswalk::levels {
namespace {

using Chain = std::vector<int>;

// All chains of exactly `links` links; hubs only where they may stand in the middle.
void extend(const ReferencingIndex& index, Chain& so_far, int to, std::size_t links, std::vector<Chain>& out) {
  for (const int next : index.neighbours(so_far.back())) {
    if (std::ranges::find(so_far, next) != so_far.end()) continue;
    if (links == 1 ? next != to : next == to || !index.may_be_hub(next)) continue;
    so_far.push_back(next);
    if (links == 1)
      out.push_back(so_far);
    else
      extend(index, so_far, to, links - 1, out);
    so_far.pop_back();
  }
}

std::vector<Chain> of_length(const ReferencingIndex& index, int from, int to, std::size_t links) {
  std::vector<Chain> out;
  Chain so_far{from};
  extend(index, so_far, to, links, out);
  return out;
}

// Through one hub: the shortest way there, and the shortest on.
std::vector<Chain> through(const ReferencingIndex& index, int from, int via, int to, std::size_t longest) {
  const auto leg = [&](int a, int b) {
    for (std::size_t links = 1; links < longest; ++links)
      if (auto found = of_length(index, a, b, links); !found.empty()) return found;
    return std::vector<Chain>{};
  };
  std::vector<Chain> out;
  for (const Chain& first : leg(from, via))
    for (const Chain& second : leg(via, to)) {
      Chain whole = first;
      whole.insert(whole.end(), second.begin() + 1, second.end());
      Chain sorted = whole;
      std::ranges::sort(sorted);
      if (std::ranges::adjacent_find(sorted) == sorted.end()) out.push_back(std::move(whole));
    }
  return out;
}

}  // namespace

std::vector<Chain> chains(const ReferencingIndex& index, int from, int to, const CompareOptions& options) {
  std::vector<Chain> out;
  if (index.relation(from, to) != nullptr) out.push_back({from, to});
  const int via = options.via.empty() ? -1 : index.position(options.via);
  if (via >= 0) {
    auto asked = through(index, from, via, to, options.longest);
    out.insert(out.begin(), asked.begin(), asked.end());
    return out;
  }
  for (std::size_t links = 2; links <= options.longest; ++links) {
    auto found = of_length(index, from, to, links);
    out.insert(out.end(), found.begin(), found.end());
    if (!out.empty() && links >= 2) break;
  }
  return out;
}

}  // namespace crosswalk::levels
