// SPDX-License-Identifier: Apache-2.0
#include "mappers/coverage/coverage.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "lib/graph/components.hpp"
#include "lib/graph/reach.hpp"
#include "mappers/competencies/entry_names.hpp"
#include "mappers/competencies/hierarchy.hpp"

namespace crosswalk::coverage {
namespace {

using competencies::Hierarchy;
using graph::Node;

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return text;
}

class Cover {
 public:
  Cover(const CompetencyFramework& framework, const ClaimSet& claims, const Options& options)
      : framework_(framework), claims_(claims), options_(options), hierarchy_(framework) {}

  Coverage run() {
    place_claims();
    hand_down();
    for (Node entry = 0; entry < hierarchy_.entries(); ++entry)
      if (hierarchy_.leaf(entry)) add_leaf(entry);
    add_groups();
    measure_targets();
    count_items();
    for (const graph::Cycle& cycle : graph::cycles(hierarchy_.up())) out_.cycles.push_back(cycle.round);
    return std::move(out_);
  }

 private:
  // The claims on each node itself.
  void place_claims() {
    own_.resize(hierarchy_.size());
    above_.resize(hierarchy_.size());
    const competencies::EntryNames names(framework_);
    std::unordered_map<std::string, Node> absent;  // a course may claim a unit that only its topics name
    for (Node node = hierarchy_.entries(); node < hierarchy_.size(); ++node)
      absent.emplace(hierarchy_.absent(node), node);
    std::set<std::string> unresolved;
    for (std::uint32_t i = 0; i < claims_.claims.size(); ++i) {
      const Claim& claim = claims_.claims[i];
      if (const auto entry = names.find_or_labelled(claim.competency))
        own_[*entry].push_back({i, *entry});
      else if (const auto named = absent.find(claim.competency); named != absent.end())
        own_[named->second].push_back({i, named->second});
      else
        unresolved.insert(claim.competency);
    }
    out_.unresolved.assign(unresolved.begin(), unresolved.end());
  }

  // Every node learns which claims name a broader one.
  void hand_down() {
    competencies::Walk walk(hierarchy_.size());
    const graph::View down = hierarchy_.down();
    for (Node node = 0; node < hierarchy_.size(); ++node) {
      if (own_[node].empty() || hierarchy_.leaf(node)) continue;
      for (const Node below : walk.from(down, node))
        above_[below].insert(above_[below].end(), own_[node].begin(), own_[node].end());
    }
  }

  [[nodiscard]] bool any(const std::vector<Evidence>& evidence, Bearing bearing) const {
    return std::ranges::any_of(evidence, [&](const Evidence& each) {
      const Claim& claim = claims_.claims[each.claim];
      return !claim.denied && claim.bearing == bearing;
    });
  }
  [[nodiscard]] bool denied(const std::vector<Evidence>& evidence) const {
    return std::ranges::any_of(evidence, [&](const Evidence& each) { return claims_.claims[each.claim].denied; });
  }
  // A claim on a broader entry, whatever its bearing, that is no denial.
  [[nodiscard]] bool claimed(const std::vector<Evidence>& evidence) const {
    return std::ranges::any_of(evidence, [&](const Evidence& each) { return !claims_.claims[each.claim].denied; });
  }

  void add_leaf(Node entry) {
    Leaf leaf;
    leaf.entry = entry;
    const std::vector<Evidence>&own = own_[entry], &above = above_[entry];
    const bool full = any(own, Bearing::full) || (options_.parents_cover && any(above, Bearing::full));
    const bool part = any(own, Bearing::part) || (options_.parents_cover && any(above, Bearing::part));
    leaf.contradicted = denied(own) && claimed(own);
    if (leaf.contradicted)
      leaf.status = Status::unknown;
    else if (full)
      leaf.status = Status::covered;
    else if (part)
      leaf.status = Status::partial;
    else if (denied(own))
      leaf.status = Status::missing;
    else if (any(own, Bearing::open) || claimed(above))
      leaf.status = Status::unknown;
    leaf.evidence = own;
    leaf.evidence.insert(leaf.evidence.end(), above.begin(), above.end());
    status_of_.resize(hierarchy_.size(), Status::missing);
    status_of_[entry] = leaf.status;
    out_.total.add(leaf.status);
    out_.leaves.push_back(std::move(leaf));
  }

  [[nodiscard]] Status group_status(const Group& group) const {
    if (denied(group.evidence) && claimed(group.evidence)) return Status::unknown;
    if (any(group.evidence, Bearing::full)) return Status::covered;
    const Tally& tally = group.tally;
    if (tally.total() > 0 && tally.covered == tally.total()) return Status::covered;
    if (tally.covered + tally.partial > 0 || any(group.evidence, Bearing::part)) return Status::partial;
    return tally.unknown > 0 || any(group.evidence, Bearing::open) ? Status::unknown : Status::missing;
  }

  void add_groups() {
    std::vector<Node> tops;
    for (Node node = 0; node < hierarchy_.size(); ++node)
      if (hierarchy_.up().next_count(node) == 0) tops.push_back(node);
    const std::vector<std::uint32_t> depths = graph::distances(hierarchy_.down(), tops);
    competencies::Walk walk(hierarchy_.size());
    for (const Node node : preorder(tops)) {
      if (hierarchy_.leaf(node)) continue;
      Group group;
      group.node = node;
      name_group(group);
      group.depth = depths[node] == graph::unreached ? 0 : depths[node];
      group.evidence = own_[node];
      for (const Node below : walk.from(hierarchy_.down(), node))
        if (below < hierarchy_.entries() && hierarchy_.leaf(below)) group.tally.add(status_of_[below]);
      group.status = group_status(group);
      out_.groups.push_back(std::move(group));
    }
  }

  void name_group(Group& group) const {
    if (group.node >= hierarchy_.entries()) {
      group.id = group.label = hierarchy_.absent(group.node);
      return;
    }
    const Competency& entry = framework_.entries[group.node];
    group.id = entry.notation.empty() ? entry.id : entry.notation;
    group.label = entry.label();
  }

  // Tops in framework order, each followed by what is below it; a node under two parents stands under the first. Nodes
  // that only a cycle leads to come last.
  [[nodiscard]] std::vector<Node> preorder(const std::vector<Node>& tops) const {
    std::vector<Node> order;
    std::vector<bool> met(hierarchy_.size(), false);
    const auto visit_from = [&](Node top) {
      std::vector<Node> stack{top};
      while (!stack.empty()) {
        const Node node = stack.back();
        stack.pop_back();
        if (met[node]) continue;
        met[node] = true;
        order.push_back(node);
        const std::size_t at = stack.size();
        hierarchy_.down().each_next(node, [&](Node child) { stack.push_back(child); });
        std::reverse(stack.begin() + static_cast<std::ptrdiff_t>(at), stack.end());
      }
    };
    for (const Node top : tops) visit_from(top);
    for (Node node = 0; node < hierarchy_.size(); ++node)
      if (!met[node]) visit_from(node);
    return order;
  }

  void measure_targets() {
    for (const Target& target : options_.targets) {
      MeasuredTarget measured{target, {}, Truth(false)};
      const std::string wanted = lower(target.type);
      for (const Leaf& leaf : out_.leaves)
        if (lower(framework_.entries[leaf.entry].type) == wanted) measured.tally.add(leaf.status);
      if (measured.tally.total() == 0)
        measured.met = Truth(Unknown::missing_attribute, "the framework has no entries of type '" + target.type + "'");
      else if (measured.tally.lowest() >= target.share)
        measured.met = Truth(true);
      else if (measured.tally.highest() >= target.share)
        measured.met = Truth(Unknown::needs_person, std::to_string(measured.tally.unknown + measured.tally.partial) +
                                                        " entries are open or covered in part only");
      out_.targets.push_back(std::move(measured));
    }
  }

  void count_items() {
    out_.items.resize(claims_.items.size());
    for (std::uint32_t i = 0; i < out_.items.size(); ++i) out_.items[i].item = i;
    for (const Leaf& leaf : out_.leaves) {
      std::set<std::uint32_t> sure, open;
      for (const Evidence& each : leaf.evidence) {
        const Claim& claim = claims_.claims[each.claim];
        if (claim.denied) continue;
        const bool counts = each.node == leaf.entry || options_.parents_cover;
        (counts && claim.bearing == Bearing::full ? sure : open).insert(claim.item);
      }
      for (const std::uint32_t item : sure) {
        ++out_.items[item].covers;
        if (sure.size() == 1) ++out_.items[item].alone;
      }
      for (const std::uint32_t item : open)
        if (!sure.contains(item)) ++out_.items[item].open;
    }
  }

  const CompetencyFramework& framework_;
  const ClaimSet& claims_;
  const Options& options_;
  Hierarchy hierarchy_;
  std::vector<std::vector<Evidence>> own_, above_;
  std::vector<Status> status_of_;
  Coverage out_;
};

}  // namespace

std::string_view name(Status status) {
  switch (status) {
    case Status::covered:
      return "covered";
    case Status::partial:
      return "partial";
    case Status::unknown:
      return "unknown";
    case Status::missing:
      return "missing";
  }
  return {};
}

void Tally::add(Status status) {
  switch (status) {
    case Status::covered:
      ++covered;
      return;
    case Status::partial:
      ++partial;
      return;
    case Status::unknown:
      ++unknown;
      return;
    case Status::missing:
      ++missing;
      return;
  }
}

Rational Tally::lowest() const {
  return total() == 0 ? Rational(0) : Rational(std::int64_t{covered}, std::int64_t{total()});
}

Rational Tally::highest() const {
  return total() == 0 ? Rational(0) : Rational(std::int64_t{total()} - missing, std::int64_t{total()});
}

Coverage cover(const CompetencyFramework& framework, const ClaimSet& claims, const Options& options) {
  return Cover(framework, claims, options).run();
}

}  // namespace crosswalk::coverage
