// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/graph.hpp"

#include "lib/graph/builder.hpp"
#include "lib/graph/storage.hpp"

namespace crosswalk::graph {
namespace {

std::size_t bytes_of(const Rows& rows) {
  return rows.offsets.size_bytes() + rows.ends.size_bytes() + rows.kinds.size_bytes();
}

}  // namespace

Graph::Graph() : Graph(Builder().freeze()) {}

Graph::Graph(std::unique_ptr<const Storage> storage)
    : storage_(std::move(storage)),
      keys_(storage_->keys),
      out_(storage_->out),
      in_(storage_->in),
      labels_(storage_->labels) {}

Graph::Graph(Graph&&) noexcept = default;
Graph& Graph::operator=(Graph&&) noexcept = default;
Graph::~Graph() = default;

std::optional<Node> Graph::find(NodeKind kind, std::string_view key) const { return keys_.find(kind, key); }

std::size_t Graph::bytes() const {
  return keys_.kinds.size_bytes() + keys_.text.size_bytes() + keys_.begins.size_bytes() + keys_.slots.size_bytes() +
         bytes_of(out_) + bytes_of(in_) + labels_.size_bytes();
}

}  // namespace crosswalk::graph
