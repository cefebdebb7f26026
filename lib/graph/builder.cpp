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

// An edge seen from its row: other end (28 bits), kind (4 bits) and, in the long form, label (32 bits), so that one
// number sorts by end, then kind, then label.
constexpr unsigned kind_bits = 4, label_bits = 32;
constexpr Node most_nodes = Node{1} << (32 - kind_bits);

template <class Entry>
std::uint32_t key_of(Entry entry) {
  if constexpr (sizeof(Entry) == sizeof(std::uint64_t)) return static_cast<std::uint32_t>(entry >> label_bits);
  return static_cast<std::uint32_t>(entry);
}

// Rows are a dozen long as a rule: insertion beats the general sort there.
template <class Entry>
void sort_row(Entry* begin, Entry* end) {
  if (end - begin > 32) {
    std::sort(begin, end);
    return;
  }
  for (Entry* at = begin; at < end; ++at) {
    const Entry value = *at;
    Entry* to = at;
    for (; to > begin && *(to - 1) > value; --to) *to = *(to - 1);
    *to = value;
  }
}

struct Edges {
  std::vector<Node> from, to;
  std::vector<EdgeKind> kinds;
  Labels labels;
};

template <class Entry>
std::vector<Entry> entries_by_source(const Edges& edges, const std::vector<EdgeNumber>& offsets) {
  std::vector<EdgeNumber> next = offsets;
  std::vector<Entry> entries(edges.from.size());
  for (std::size_t i = 0; i < edges.from.size(); ++i) {
    Entry entry = static_cast<Entry>(edges.to[i]) << kind_bits | static_cast<Entry>(edges.kinds[i]);
    if constexpr (sizeof(Entry) == sizeof(std::uint64_t)) entry = entry << label_bits | edges.labels[i];
    entries[next[edges.from[i]]++] = entry;
  }
  return entries;
}

// Rows by source, ascending, each edge once. The edges are gone afterwards.
template <class Entry>
RowVectors rows_by_source(Edges edges, Node nodes, Labels& labels) {
  RowVectors rows{offsets_of(edges.from, nodes), {}, {}};
  auto entries = entries_by_source<Entry>(edges, rows.offsets);
  rows.ends = std::move(edges.to);  // their memory is warm: no page faults
  rows.kinds = std::move(edges.kinds);
  edges = {};
  EdgeNumber kept = 0, begin = 0;
  for (Node node = 0; node < nodes; ++node) {
    const EdgeNumber end = rows.offsets[node + 1];
    rows.offsets[node] = kept;
    sort_row(entries.data() + begin, entries.data() + end);
    for (EdgeNumber i = begin; i < end; ++i) {
      if (i > begin && key_of(entries[i]) == key_of(entries[i - 1])) continue;
      rows.ends[kept] = key_of(entries[i]) >> kind_bits;
      rows.kinds[kept++] = static_cast<EdgeKind>(key_of(entries[i]) & ((1U << kind_bits) - 1));
      if constexpr (sizeof(Entry) == sizeof(std::uint64_t)) labels.push_back(static_cast<std::uint32_t>(entries[i]));
    }
    begin = end;
  }
  rows.offsets.back() = kept;
  rows.ends.resize(kept);
  rows.kinds.resize(kept);
  if (rows.ends.capacity() - kept > kept / 8) {
    rows.ends.shrink_to_fit();
    rows.kinds.shrink_to_fit();
  }
  return rows;
}

// The same edges in rows by target: stable, so the rows ascend.
RowVectors turned(const RowVectors& from) {
  const Node nodes = static_cast<Node>(from.offsets.size() - 1);
  RowVectors to{offsets_of(from.ends, nodes), std::vector<Node>(from.ends.size()),
                std::vector<EdgeKind>(from.ends.size())};
  std::vector<EdgeNumber> next = to.offsets;
  for (Node node = 0; node < nodes; ++node)
    for (EdgeNumber edge = from.offsets[node]; edge < from.offsets[node + 1]; ++edge) {
      const EdgeNumber place = next[from.ends[edge]]++;
      to.ends[place] = node;
      to.kinds[place] = from.kinds[edge];
    }
  return to;
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

Graph Builder::freeze() {
  const Node nodes = size();
  if (nodes > most_nodes) throw InputError("graph.too-large", {}, "the graph has more than 268,435,456 nodes");
  auto storage = std::make_unique<Storage>();
  const bool labelled = !labels_.empty();
  Edges edges{std::move(from_), std::move(to_), std::move(kinds_), std::move(labels_)};
  from_ = {};
  to_ = {};
  kinds_ = {};
  labels_ = {};
  storage->out_rows = labelled ? rows_by_source<std::uint64_t>(std::move(edges), nodes, storage->label_column)
                               : rows_by_source<std::uint32_t>(std::move(edges), nodes, storage->label_column);
  storage->in_rows = turned(storage->out_rows);
  storage->table = std::exchange(table_, KeyTable());
  storage->point_to_vectors();
  return Graph(std::move(storage));
}

}  // namespace crosswalk::graph
