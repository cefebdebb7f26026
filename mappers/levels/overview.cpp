// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/overview.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace crosswalk::levels {
namespace {

void place(MatrixRow& row, const Framework& hub, const LevelAnswer& answer) {
  if (answer.leading.known == Known::none) row.none.push_back(answer.from.level);
  if (answer.leading.known != Known::levels) return;
  for (std::size_t i = 0; i < hub.levels.size(); ++i)
    if (std::ranges::find(answer.leading.to, hub.levels[i].ref.level) != answer.leading.to.end())
      row.cells[i].push_back(answer.from.level);
  row.kind = std::max(row.kind, answer.leading.kind);
  row.evidence = std::max(row.evidence, answer.leading.evidence);
  if (row.through.empty()) row.through = answer.leading.through;
  for (const std::string& each : answer.leading.ended)
    if (std::ranges::find(row.ended, each) == row.ended.end()) row.ended.push_back(each);
}

}  // namespace

Matrix matrix(const ReferencingIndex& index, int hub) {
  Matrix out;
  out.hub = &index.framework(hub);
  for (int i = 0; i < index.size(); ++i) {
    const Framework& framework = index.framework(i);
    if (i == hub || framework.levels.empty()) continue;
    MatrixRow row;
    row.framework = &framework;
    row.cells.resize(out.hub->levels.size());
    for (const LevelAnswer& each : compare(index, i, hub, {}, {}, {}).levels) place(row, *out.hub, each);
    if (std::ranges::any_of(row.cells, [](const auto& cell) { return !cell.empty(); }))
      out.rows.push_back(std::move(row));
    else
      out.unplaced.push_back(&framework);
  }
  std::ranges::sort(out.rows, {},
                    [](const MatrixRow& row) { return std::pair(row.framework->region, row.framework->id); });
  return out;
}

std::vector<EvidenceCount> evidence_counts(std::span<const Framework> frameworks, std::span<const Referencing> rows) {
  std::vector<EvidenceCount> out;
  for (const Framework& framework : frameworks) {
    EvidenceCount count;
    count.framework = &framework;
    count.levels = framework.levels.size();
    std::set<std::string> documents;
    for (const Referencing& row : rows) {
      if (row.from.framework != framework.id && row.to.framework != framework.id) continue;
      if (row.standing == Standing::not_usable || row.from.level.empty()) continue;
      ++count.rows[static_cast<std::size_t>(row.fact.evidence)];
      if (row.fact.evidence != Evidence::shaky && row.standing <= Standing::historic) ++count.usable;
      documents.insert(row.document);
    }
    count.documents = documents.size();
    out.push_back(std::move(count));
  }
  return out;
}

}  // namespace crosswalk::levels
