// SPDX-License-Identifier: Apache-2.0
#include "lib/graph/reach.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <string>

#include "lib/diagnostics/error.hpp"
#include "lib/graph/components.hpp"

namespace crosswalk::graph {
namespace {

constexpr std::size_t block_words = 8;
using Block = std::array<std::uint64_t, block_words>;

bool is_cyclic(const View& view, Node node) {
  bool loop = false;
  view.each_next(node, [&](Node next) { loop = loop || next == node; });
  return loop;
}

// One block of 512 targets: which of them each part reaches, sinks first.
void sweep_block(const View& view, const StrongPartition& strong, const std::vector<std::vector<Node>>& members,
                 Node first, std::vector<Block>& reached) {
  const auto set = [&](Block& block, Node node) {
    if (node >= first && node - first < block_words * 64) {
      const Node bit = node - first;
      block[bit / 64] |= std::uint64_t{1} << (bit % 64);
    }
  };
  for (const Node part : strong.order) {
    Block& block = reached[part];
    block.fill(0);
    for (const Node node : members[part])
      view.each_next(node, [&](Node next) {
        set(block, next);
        if (strong.part_of[next] == part) return;
        const Block& other = reached[strong.part_of[next]];
        for (std::size_t w = 0; w < block_words; ++w) block[w] |= other[w];
      });
  }
}

}  // namespace

std::vector<Node> reachable(const View& view, std::span<const Node> sources) {
  std::vector<bool> seen(view.size(), false);
  std::vector<Node> stack(sources.begin(), sources.end()), found;
  while (!stack.empty()) {
    const Node node = stack.back();
    stack.pop_back();
    view.each_next(node, [&](Node next) {
      if (seen[next]) return;
      seen[next] = true;
      found.push_back(next);
      stack.push_back(next);
    });
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::vector<std::uint32_t> distances(const View& view, std::span<const Node> sources) {
  std::vector<std::uint32_t> distance(view.size(), unreached);
  std::vector<Node> queue;
  for (const Node source : sources)
    if (distance[source] == unreached) {
      distance[source] = 0;
      queue.push_back(source);
    }
  for (std::size_t done = 0; done < queue.size(); ++done)
    view.each_next(queue[done], [&](Node next) {
      if (distance[next] != unreached) return;
      distance[next] = distance[queue[done]] + 1;
      queue.push_back(next);
    });
  return distance;
}

// A node is looked at again whenever a new source arrives, at most 64 times and in practice rarely twice.
std::vector<std::uint64_t> reach_masks(const View& view, std::span<const Node> sources) {
  assert(sources.size() <= 64);  // the caller cuts its sources into sweeps
  std::vector<std::uint64_t> mask(view.size(), 0), own(view.size(), 0), pushed(view.size(), 0);
  std::vector<Node> queue;
  std::vector<bool> waiting(view.size(), false);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    own[sources[i]] |= std::uint64_t{1} << i;
    if (!waiting[sources[i]]) queue.push_back(sources[i]);
    waiting[sources[i]] = true;
  }
  for (std::size_t done = 0; done < queue.size(); ++done) {
    const Node node = queue[done];
    waiting[node] = false;
    const std::uint64_t carried = (mask[node] | own[node]) & ~pushed[node];
    pushed[node] |= carried;
    view.each_next(node, [&](Node next) {
      const std::uint64_t fresh = carried & ~mask[next];
      mask[next] |= fresh;
      if (fresh == 0 || waiting[next]) return;
      waiting[next] = true;
      queue.push_back(next);
    });
  }
  return mask;
}

std::vector<Node> reach_counts(const View& view) {
  const StrongPartition strong = strong_components(view);
  const auto members = strong.members();
  std::vector<Node> part_count(strong.parts, 0);
  std::vector<Block> reached(strong.parts);
  for (Node first = 0; first < view.size(); first += block_words * 64) {
    sweep_block(view, strong, members, first, reached);
    for (Node part = 0; part < strong.parts; ++part)
      for (const std::uint64_t word : reached[part]) part_count[part] += static_cast<Node>(std::popcount(word));
    if (view.size() - first <= block_words * 64) break;
  }
  std::vector<Node> counts(view.size());
  for (Node node = 0; node < view.size(); ++node) counts[node] = part_count[strong.part_of[node]];
  return counts;
}

Closure::Closure(const View& view, std::size_t memory) : words_((std::size_t{view.size()} + 63) / 64) {
  const StrongPartition strong = strong_components(view);
  if (words_ != 0 && strong.parts > memory / 8 / words_)
    throw UsageError("the closure of " + std::to_string(view.size()) + " nodes needs more than " +
                     std::to_string(memory >> 20) + " MiB");
  part_of_ = strong.part_of;
  bits_.assign(strong.parts * words_, 0);
  const auto members = strong.members();
  const auto set = [&](std::uint64_t* bits, Node node) { bits[node / 64] |= std::uint64_t{1} << (node % 64); };
  for (const Node part : strong.order) {
    std::uint64_t* bits = bits_.data() + part * words_;
    if (members[part].size() > 1 || is_cyclic(view, members[part].front()))
      for (const Node node : members[part]) set(bits, node);
    for (const Node node : members[part])
      view.each_next(node, [&](Node next) {
        if (part_of_[next] == part) return;
        set(bits, next);
        const std::uint64_t* other = bits_.data() + part_of_[next] * words_;
        for (std::size_t w = 0; w < words_; ++w) bits[w] |= other[w];
      });
  }
}

Node Closure::count(Node from) const {
  Node total = 0;
  for (const std::uint64_t word : row(from)) total += static_cast<Node>(std::popcount(word));
  return total;
}

std::vector<Node> Closure::of(Node from) const {
  std::vector<Node> found;
  const auto words = row(from);
  for (std::size_t w = 0; w < words.size(); ++w)
    for (std::uint64_t word = words[w]; word != 0; word &= word - 1)
      found.push_back(static_cast<Node>(w * 64 + static_cast<std::size_t>(std::countr_zero(word))));
  return found;
}

}  // namespace crosswalk::graph
