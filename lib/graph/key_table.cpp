// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/key_table.hpp"

#include <limits>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::graph {
namespace {

// FNV-1a, 64 bits, folded: the same on every machine, because snapshots hold the table.
std::size_t hash(NodeKind kind, std::string_view key) {
  std::uint64_t value = 14695981039346656037ULL ^ static_cast<std::uint64_t>(kind);
  for (const char c : key) {
    value ^= static_cast<unsigned char>(c);
    value *= 1099511628211ULL;
  }
  return static_cast<std::size_t>(value ^ (value >> 29));
}

// The slot that holds the node, or the free one where it would go.
std::size_t slot_of(const KeyColumns& columns, NodeKind kind, std::string_view key) {
  const std::size_t mask = columns.slots.size() - 1;
  std::size_t slot = hash(kind, key) & mask;
  while (columns.slots[slot] != 0) {
    const Node node = columns.slots[slot] - 1;
    if (columns.kinds[node] == kind && columns.key(node) == key) return slot;
    slot = (slot + 1) & mask;
  }
  return slot;
}

}  // namespace

std::optional<Node> KeyColumns::find(NodeKind kind, std::string_view key) const {
  const std::uint32_t entry = slots[slot_of(*this, kind, key)];
  return entry == 0 ? std::nullopt : std::optional<Node>(entry - 1);
}

KeyTable::KeyTable() : begins_(1, 0), slots_(16, 0) {}

void KeyTable::reserve(std::size_t nodes) {
  kinds_.reserve(nodes);
  begins_.reserve(nodes + 1);
  std::size_t wanted = slots_.size();
  while (wanted < nodes * 2) wanted *= 2;
  if (wanted != slots_.size()) grow(wanted);
}

void KeyTable::grow(std::size_t slots) {
  slots_.assign(slots, 0);
  const KeyColumns now = columns();
  for (Node node = 0; node < now.size(); ++node) slots_[slot_of(now, now.kinds[node], now.key(node))] = node + 1;
}

Node KeyTable::add(NodeKind kind, std::string_view key) {
  if ((kinds_.size() + 1) * 2 > slots_.size()) grow(slots_.size() * 2);
  const std::size_t slot = slot_of(columns(), kind, key);
  if (slots_[slot] != 0) return slots_[slot] - 1;
  if (text_.size() + key.size() > std::numeric_limits<std::uint32_t>::max())
    throw InputError("graph.too-large", {}, "the keys of the graph's nodes exceed 4 GiB");
  text_.insert(text_.end(), key.begin(), key.end());
  begins_.push_back(static_cast<std::uint32_t>(text_.size()));
  kinds_.push_back(kind);
  slots_[slot] = static_cast<std::uint32_t>(kinds_.size());
  return static_cast<Node>(kinds_.size() - 1);
}

}  // namespace crosswalk::graph
