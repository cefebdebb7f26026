// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/referencing_index.hpp"

#include <algorithm>
#include <array>

namespace crosswalk::levels {
namespace {

std::size_t at(int position) { return static_cast<std::size_t>(position); }

// These classify programmes, fields or occupations; a chain through one would equate what it does not.
bool orders_qualifications(const Framework& framework) {
  static constexpr std::array<std::string_view, 5> others{"statistical", "field-classification", "sectoral",
                                                          "code-list", "descriptor-tool"};
  return std::ranges::find(others, framework.type) == others.end();
}

}  // namespace

Known PairRelation::known(int level) const {
  if (!steps[at(level)].empty()) return Known::levels;
  if (none[at(level)] != nullptr) return Known::none;
  return other_side_placed ? Known::none : Known::unknown;
}

ReferencingIndex::ReferencingIndex(std::span<const Framework> frameworks, std::span<const Referencing> rows,
                                   const Admission& admission)
    : frameworks_(frameworks), admission_(admission), neighbours_(frameworks.size()) {
  for (int i = 0; i < size(); ++i) {
    positions_.emplace(framework(i).id.text, i);
    hub_.push_back(orders_qualifications(framework(i)));
  }
  for (const Referencing& row : rows) {
    const int from = position(row.from.framework.text), to = position(row.to.framework.text);
    if (from < 0 || to < 0) continue;
    const Admitted admitted = admit(row, admission_);
    if (row.from.level.empty())
      whole_.emplace(std::pair(from, to), &row);
    else if (admitted == Admitted::yes)
      add(row, from, to);
    else
      kept_out_[{from, to}].emplace_back(&row, admitted);
  }
  finish();
}

int ReferencingIndex::position(std::string_view id) const {
  const auto found = positions_.find(id);
  return found == positions_.end() ? -1 : found->second;
}

int ReferencingIndex::level_position(int framework_at, std::string_view label) const {
  const auto& levels = framework(framework_at).levels;
  const auto found =
      std::ranges::find(levels, label, [](const Level& each) -> std::string_view { return each.ref.level; });
  return found == levels.end() ? -1 : static_cast<int>(found - levels.begin());
}

PairRelation& ReferencingIndex::pair(int from, int to) {
  PairRelation& out = pairs_[{from, to}];
  out.steps.resize(framework(from).levels.size());
  out.none.resize(framework(from).levels.size());
  return out;
}

void ReferencingIndex::add(const Referencing& row, int from, int to) {
  const int source = level_position(from, row.from.level);
  if (source < 0) return;
  PairRelation& forward = pair(from, to);
  PairRelation& backward = pair(to, from);
  if (row.relation == LevelRelation::none) {
    forward.none[at(source)] = &row;
    return;
  }
  const int target = level_position(to, row.to.level);
  if (target < 0) return;
  forward.steps[at(source)].push_back({&row, source, target, false});
  backward.steps[at(target)].push_back({&row, target, source, true});
}

// A level nobody maps to is without counterpart only where every level of the other side is placed; else it is not
// known.
void ReferencingIndex::finish() {
  for (auto& [key, relation] : pairs_) {
    const auto& [from, to] = key;
    neighbours_[at(from)].push_back(to);
    const auto other = pairs_.find({to, from});
    const auto& levels = framework(to).levels;
    bool placed = other != pairs_.end();
    for (std::size_t i = 0; placed && i < levels.size(); ++i)
      placed = !levels[i].rank || !other->second.steps[i].empty() || other->second.none[i] != nullptr;
    relation.other_side_placed = placed;
    for (auto& steps : relation.steps)
      std::ranges::sort(steps, {}, [](const Step& each) { return std::pair(each.to, each.row->fact.id); });
  }
}

const PairRelation* ReferencingIndex::relation(int from, int to) const {
  const auto found = pairs_.find({from, to});
  return found == pairs_.end() ? nullptr : &found->second;
}

const std::vector<int>& ReferencingIndex::neighbours(int framework_at) const { return neighbours_[at(framework_at)]; }

std::vector<std::pair<const Referencing*, Admitted>> ReferencingIndex::kept_out(int from, int to) const {
  std::vector<std::pair<const Referencing*, Admitted>> out;
  for (const auto& key : {std::pair(from, to), std::pair(to, from)})
    if (const auto found = kept_out_.find(key); found != kept_out_.end())
      out.insert(out.end(), found->second.begin(), found->second.end());
  return out;
}

const Referencing* ReferencingIndex::whole(int from, int to) const {
  const auto found = whole_.find({from, to});
  return found == whole_.end() ? nullptr : found->second;
}

}  // namespace crosswalk::levels
