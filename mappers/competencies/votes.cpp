// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/votes.hpp"

#include <algorithm>
#include <cmath>

namespace crosswalk::competencies {

void Ballot::vote(std::uint32_t object, std::span<const text::TermId> kin, float weight) {
  objects_[object] += weight;
  for (const text::TermId group : kin) kin_[group] += weight;
  total_ += weight;
}

void Ballot::clear() {
  objects_.clear();
  kin_.clear();
  total_ = 0;
}

float Ballot::share(std::uint32_t object) const {
  const auto found = objects_.find(object);
  return found == objects_.end() ? 0 : found->second / total_;
}

float Ballot::kin_share(std::span<const text::TermId> kin) const {
  float best = 0;
  for (const text::TermId group : kin)
    if (const auto found = kin_.find(group); found != kin_.end()) best = std::max(best, found->second / total_);
  return best;
}

std::vector<std::uint32_t> Ballot::objects() const {
  std::vector<std::uint32_t> out;
  for (const auto& [object, weight] : objects_) out.push_back(object);
  std::ranges::sort(out);
  return out;
}

Decisions::Decisions(const Inputs& inputs, const Side& decided, std::size_t objects) {
  if (inputs.decisions.empty()) return;
  objects_of_.resize(decided.size());
  count_.resize(objects);
  for (const Decision& decision : inputs.decisions) {
    objects_of_[decision.subject].push_back(decision.object);
    ++count_[decision.object];
  }
  for (std::uint32_t d = 0; d < decided.size(); ++d) {
    std::ranges::sort(objects_of_[d]);
    if (objects_of_[d].empty()) continue;
    for (const text::TermId group : decided.kin[d]) by_kin_[group].push_back(d);
  }
  scale_ = std::log1p(static_cast<float>(*std::ranges::max_element(count_)));
}

std::vector<std::uint32_t> Decisions::siblings(std::span<const text::TermId> kin) const {
  std::vector<std::uint32_t> out;
  for (const text::TermId group : kin)
    if (const auto found = by_kin_.find(group); found != by_kin_.end())
      out.insert(out.end(), found->second.begin(), found->second.end());
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

float Decisions::popularity(std::uint32_t object, bool own_choice) const {
  const std::uint32_t choices = count_[object] - (own_choice ? 1U : 0U);
  return std::log1p(static_cast<float>(choices)) / scale_;
}

}  // namespace crosswalk::competencies
