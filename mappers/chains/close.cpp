// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <unordered_map>

#include "mappers/chains/network.hpp"

namespace crosswalk::chains {
namespace {

constexpr std::size_t links = 12;      // relation times negation
constexpr std::size_t most_paths = 8;  // disjoint ones remembered for one derived mapping
constexpr std::uint32_t none = ~std::uint32_t{0};

std::size_t slot(Link link) { return static_cast<std::size_t>(link.relation) * 2 + (link.negated ? 1 : 0); }

Rules both(const Rules& a, const Rules& b) {
  return {a.transitivity && b.transitivity, a.exact_first && b.exact_first, a.exact_last && b.exact_last,
          a.inversion && b.inversion, a.generalisation && b.generalisation};
}

struct Path {
  double confidence = 0;
  int forward = 0;  // hops walked as asserted, less those walked back
  std::vector<std::uint32_t> mappings;
};

// Where a chain stands; chains grow a hop at a time.
struct Stand {
  std::uint32_t entity = 0;
  Link link;
  Rules rules;
  double confidence = 1;
  int forward = 0;
  std::uint32_t before = none, mapping = none;
};

// All chains that begin at one entity. The states of an earlier start are forgotten by number, not by clearing.
class Walk {
 public:
  Walk(const Network& network, const Options& options, Closure& closure)
      : network_(network),
        options_(options),
        closure_(closure),
        best_(network.size() * links),
        seen_(network.size() * links) {}

  void from(std::uint32_t start) {
    ++round_;
    start_ = start;
    stands_.clear();
    reached_.clear();
    paths_.clear();
    direct_.clear();
    begin(start);
    std::size_t layer = 0;
    for (std::uint32_t hops = 2; hops <= options_.most_hops && layer < stands_.size(); ++hops) {
      const std::size_t end = stands_.size();
      for (std::size_t s = layer; s < end; ++s) extend(start, static_cast<std::uint32_t>(s));
      layer = end;
    }
    keep(start);
  }

 private:
  void begin(std::uint32_t start) {
    for (const Hop& hop : network_.from(start)) {
      Stand stand{hop.to, hop.link, hop.rules, hop.confidence, direction(start, hop), none, hop.mapping};
      direct_.push_back({hop.to, hop.link, hop.mapping});
      if (improves(stand)) stands_.push_back(stand);
    }
    std::ranges::sort(direct_, [](const Direct& a, const Direct& b) { return a.to < b.to; });
  }

  int direction(std::uint32_t from, const Hop& hop) const {
    return closure_.asserted[hop.mapping].subject_id == closure_.entities[from] ? 1 : -1;
  }

  bool improves(const Stand& stand) {
    const std::size_t state = stand.entity * links + slot(stand.link);
    if (seen_[state] == round_ && best_[state] >= stand.confidence) return false;
    seen_[state] = round_;
    best_[state] = stand.confidence;
    return true;
  }

  void extend(std::uint32_t start, std::uint32_t at) {
    for (const Hop& hop : network_.from(stands_[at].entity)) {
      if (hop.to == start) continue;
      const Stand& stand = stands_[at];
      const Rules rules = both(stand.rules, hop.rules);
      const Link link = compose(stand.link, hop.link, rules);
      if (link.relation == Relation::other) continue;
      Stand next{
          hop.to, link,       rules, stand.confidence * hop.confidence, stand.forward + direction(stand.entity, hop),
          at,     hop.mapping};
      if (next.confidence < options_.least_confidence || uses(at, hop.mapping)) continue;
      if (is_blocked(next)) continue;
      remember(next);
      if (improves(next)) stands_.push_back(next);
    }
  }

  bool uses(std::uint32_t at, std::uint32_t mapping) const {
    for (; at != none; at = stands_[at].before)
      if (stands_[at].mapping == mapping) return true;
    return false;
  }

  struct Direct {
    std::uint32_t to;
    Link link;
    std::uint32_t mapping;
  };

  std::span<const Direct> direct(std::uint32_t entity) const {
    const auto range = std::ranges::equal_range(direct_, entity, {}, &Direct::to);
    return {range.begin(), range.end()};
  }

  // A stated NOT stops the same relation from following; either way round the contradiction is reported.
  bool is_blocked(const Stand& next) {
    bool blocked = false;
    for (const Direct& stated : direct(next.entity)) {
      if (stated.link.relation != next.link.relation || stated.link.negated == next.link.negated) continue;
      std::vector<std::uint32_t> mappings = trail(next);
      mappings.push_back(stated.mapping);
      std::ranges::sort(mappings);
      closure_.conflicts.push_back({ConflictKind::asserted_against_derived,
                                    {std::min(start_, next.entity), std::max(start_, next.entity)},
                                    std::move(mappings)});
      blocked = true;
      ++closure_.blocked;
    }
    return blocked;
  }

  std::vector<std::uint32_t> trail(const Stand& last) const {
    std::vector<std::uint32_t> mappings{last.mapping};
    for (std::uint32_t at = last.before; at != none; at = stands_[at].before) mappings.push_back(stands_[at].mapping);
    std::ranges::reverse(mappings);
    return mappings;
  }

  // Keeps paths that share no mapping; of two that do, the surer.
  void remember(const Stand& next) {
    const std::uint64_t key = std::uint64_t{next.entity} * links + slot(next.link);
    auto [at, fresh] = paths_.try_emplace(key);
    if (fresh) reached_.push_back({next.entity, next.link});
    Path path{next.confidence, next.forward, trail(next)};
    std::vector<Path>& kept = at->second;
    const auto overlaps = [&](const Path& other) {
      return std::ranges::any_of(
          path.mappings, [&](std::uint32_t m) { return std::ranges::find(other.mappings, m) != other.mappings.end(); });
    };
    const auto rival = std::ranges::find_if(kept, overlaps);
    if (rival == kept.end()) {
      if (kept.size() < most_paths) kept.push_back(std::move(path));
    } else if (rival->confidence < path.confidence) {
      *rival = std::move(path);
    }
  }

  void keep(std::uint32_t start) {
    std::ranges::sort(reached_, [](const Reached& a, const Reached& b) {
      return std::pair(a.entity, slot(a.link)) < std::pair(b.entity, slot(b.link));
    });
    for (const Reached& reached : reached_) {
      const auto stated = direct(reached.entity);
      if (std::ranges::any_of(stated, [&](const Direct& d) { return d.link == reached.link; })) continue;
      if (options_.across_sets_only && same_framework(start, reached.entity)) continue;
      std::vector<Path>& paths = paths_.at(std::uint64_t{reached.entity} * links + slot(reached.link));
      std::ranges::stable_sort(paths, std::greater<>(), &Path::confidence);
      const int forward = paths.front().forward;
      if (forward < 0 || (forward == 0 && start > reached.entity)) continue;  // told from the other end
      if (closure_.derived.size() >= options_.most_derived) {
        closure_.complete = false;
        return;
      }
      closure_.derived.push_back(derived(start, reached.entity, reached.link, paths));
    }
  }

  Derived derived(std::uint32_t subject, std::uint32_t object, Link link, const std::vector<Path>& paths) const {
    Derived out{subject,
                object,
                link,
                paths.front().confidence,
                paths.back().confidence,
                paths.front().confidence,
                static_cast<std::uint32_t>(paths.size()),
                paths.front().mappings};
    if (options_.independent) {
      double doubt = 1;
      for (const Path& path : paths) doubt *= 1 - path.confidence;
      out.confidence = 1 - doubt;
    }
    return out;
  }

  bool same_framework(std::uint32_t a, std::uint32_t b) const {
    return !closure_.source_of[a].empty() && closure_.source_of[a] == closure_.source_of[b];
  }

  struct Reached {
    std::uint32_t entity;
    Link link;
  };

  const Network& network_;
  const Options& options_;
  Closure& closure_;
  std::vector<double> best_;
  std::vector<std::uint32_t> seen_;
  std::uint32_t round_ = 0, start_ = 0;
  std::vector<Stand> stands_;
  std::vector<Direct> direct_;
  std::vector<Reached> reached_;
  std::unordered_map<std::uint64_t, std::vector<Path>> paths_;
};

}  // namespace

Closure close(std::span<const MappingSet> sets, const Options& options) {
  Closure closure;
  const Network network(sets, options, closure);
  Walk walk(network, options, closure);
  for (std::uint32_t start = 0; start < network.size(); ++start) walk.from(start);
  find_conflicts(network, closure);
  return closure;
}

}  // namespace crosswalk::chains
