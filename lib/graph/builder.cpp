// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/builder.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/storage.hpp"

namespace crosswalk::graph {
namespace {

using Labels = std::vector<std::uint32_t>;

std::vector<EdgeNumber> offsets_of(const std::vector<Node>& ends, Node nodes) {
  std::vector<EdgeNumber> offsets(std::size_t{nodes} + 1, 0);
  for (const Node end : ends) ++offsets[end + 1];
  for (std::size_t i = 1; i < offsets.size(); ++i) offsets[i] += offsets[i - 1];
  return offsets;
}

// Moves the rows of `from` (by one end) into rows by the other end. Stable, so the result's rows ascend.
RowVectors turned(const RowVectors& from, const Labels& labels, Labels& turned_labels) {
  const Node nodes = static_cast<Node>(from.offsets.size() - 1);
  RowVectors to{offsets_of(from.ends, nodes), std::vector<Node>(from.ends.size()),
                std::vector<EdgeKind>(from.ends.size())};
  turned_labels.resize(labels.size());
  std::vector<EdgeNumber> next = to.offsets;
  for (Node node = 0; node < nodes; ++node)
    for (EdgeNumber edge = from.offsets[node]; edge < from.offsets[node + 1]; ++edge) {
      const EdgeNumber place = next[from.ends[edge]]++;
      to.ends[place] = node;
      to.kinds[place] = from.kinds[edge];
      if (!labels.empty()) turned_labels[place] = labels[edge];
    }
  return to;
}

// Sorts the edges of one run of equal ends by kind and label; runs are one to three long.
void sort_run(RowVectors& rows, Labels& labels, EdgeNumber begin, EdgeNumber end) {
  const auto label = [&](EdgeNumber edge) { return labels.empty() ? 0U : labels[edge]; };
  for (EdgeNumber i = begin + 1; i < end; ++i)
    for (EdgeNumber j = i; j > begin; --j) {
      if (std::pair(rows.kinds[j - 1], label(j - 1)) <= std::pair(rows.kinds[j], label(j))) break;
      std::swap(rows.kinds[j - 1], rows.kinds[j]);
      if (!labels.empty()) std::swap(labels[j - 1], labels[j]);
    }
}

// Makes equal edges one, in place.
void make_unique(RowVectors& rows, Labels& labels) {
  EdgeNumber kept = 0, edge = 0;
  for (std::size_t node = 0; node + 1 < rows.offsets.size(); ++node) {
    const EdgeNumber row_end = rows.offsets[node + 1];
    rows.offsets[node] = kept;
    while (edge < row_end) {
      EdgeNumber run_end = edge + 1;
      while (run_end < row_end && rows.ends[run_end] == rows.ends[edge]) ++run_end;
      if (run_end > edge + 1) sort_run(rows, labels, edge, run_end);
      for (const EdgeNumber first = edge; edge < run_end; ++edge) {
        if (edge > first && rows.kinds[edge] == rows.kinds[edge - 1]) continue;
        rows.ends[kept] = rows.ends[edge];
        rows.kinds[kept] = rows.kinds[edge];
        if (!labels.empty()) labels[kept] = labels[edge];
        ++kept;
      }
    }
  }
  rows.offsets.back() = kept;
  rows.ends.resize(kept);
  rows.kinds.resize(kept);
  if (!labels.empty()) labels.resize(kept);
}

}  // namespace

void Builder::reserve(std::size_t nodes, std::size_t edges) {
  table_.reserve(nodes);
  from_.reserve(edges);
  to_.reserve(edges);
  kinds_.reserve(edges);
}

void Builder::add_edge(Node from, Node to, EdgeKind kind, std::uint32_t label) {
  assert(from < size() && to < size());  // nodes come from add_node
  if (from_.size() >= std::numeric_limits<EdgeNumber>::max())
    throw InputError("graph.too-large", {}, "the graph has more than 4,294,967,295 edges");
  if (label != 0 && labels_.empty()) labels_.assign(from_.size(), 0);
  from_.push_back(from);
  to_.push_back(to);
  kinds_.push_back(kind);
  if (label != 0 || !labels_.empty()) labels_.push_back(label);
}

void Builder::add_equivalence(Node one, Node other, std::uint32_t label) {
  add_edge(one, other, EdgeKind::equivalence, label);
  add_edge(other, one, EdgeKind::equivalence, label);
}

// By target in order of addition, then by source (rows ascend by target), then by target again (rows ascend by source).
Graph Builder::freeze() {
  const Node nodes = size();
  auto storage = std::make_unique<Storage>();
  RowVectors by_target{offsets_of(to_, nodes), std::vector<Node>(from_.size()), std::vector<EdgeKind>(from_.size())};
  Labels by_target_labels(labels_.size());
  std::vector<EdgeNumber> next = by_target.offsets;
  for (std::size_t i = 0; i < from_.size(); ++i) {
    const EdgeNumber place = next[to_[i]]++;
    by_target.ends[place] = from_[i];
    by_target.kinds[place] = kinds_[i];
    if (!labels_.empty()) by_target_labels[place] = labels_[i];
  }
  from_ = {};
  to_ = {};
  kinds_ = {};
  labels_ = {};
  storage->out_rows = turned(by_target, by_target_labels, storage->label_column);
  by_target = {};
  make_unique(storage->out_rows, storage->label_column);
  Labels unused;
  storage->in_rows = turned(storage->out_rows, {}, unused);
  storage->table = std::exchange(table_, KeyTable());
  storage->point_to_vectors();
  return Graph(std::move(storage));
}

}  // namespace crosswalk::graph
