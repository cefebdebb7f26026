// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/coverage.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using coverage::Claim;
using coverage::Status;
using syntax::Node;

Node number_of(double value) {
  // Confidences are ratios of at most a few digits: six places read back alike.
  return number(Rational(static_cast<std::int64_t>(value * 1'000'000 + (value < 0 ? -0.5 : 0.5)), 1'000'000), 6);
}

Node evidence_json(const CoverageReport& report, const std::vector<coverage::Evidence>& all, std::uint32_t entry) {
  Node list = Node::sequence();
  for (const coverage::Evidence& each : all) {
    const Claim& claim = report.claims->claims[each.claim];
    const coverage::Item& item = report.claims->items[claim.item];
    Node one = Node::mapping();
    one.set("item", text(item.id));
    put(one, "title", item.title);
    put(one, "provider", item.provider);
    one.set("relation", text(claim.relation));
    one.set("bearing", text(name(claim.bearing)));
    if (claim.denied) one.set("denied", truth(true));
    if (each.node != entry) put(one, "broader", claim.competency);
    put(one, "through", claim.through);
    if (claim.confidence) one.set("confidence", number_of(*claim.confidence));
    put(one, "why_open", claim.why_open);
    put(one, "document", claim.document);
    list.push(std::move(one));
  }
  return list;
}

Node leaf_json(const CoverageReport& report, const coverage::Leaf& leaf) {
  const Competency& entry = report.framework->entries[leaf.entry];
  Node out = Node::mapping();
  out.set("id", text(entry.id));
  put(out, "notation", entry.notation);
  out.set("label", text(entry.label()));
  put(out, "type", entry.type);
  Node parents = texts(entry.parents);
  if (!entry.parents.empty()) out.set("parents", std::move(parents));
  if (leaf.contradicted) out.set("contradicted", truth(true));
  out.set("evidence", evidence_json(report, leaf.evidence, leaf.entry));
  return out;
}

Node leaves_json(const CoverageReport& report, Status status) {
  Node list = Node::sequence();
  for (const coverage::Leaf& leaf : report.coverage->leaves)
    if (leaf.status == status) list.push(leaf_json(report, leaf));
  return list;
}

void put_tally(Node& out, const coverage::Tally& tally) {
  out.set("total", number(std::int64_t{tally.total()}));
  out.set("covered", number(std::int64_t{tally.covered}));
  out.set("partial", number(std::int64_t{tally.partial}));
  out.set("unknown", number(std::int64_t{tally.unknown}));
  out.set("missing", number(std::int64_t{tally.missing}));
  out.set("lowest", exact(tally.lowest()));
  out.set("highest", exact(tally.highest()));
}

Node groups_json(const CoverageReport& report) {
  Node list = Node::sequence();
  for (const coverage::Group& group : report.coverage->groups) {
    Node one = Node::mapping();
    one.set("id", text(group.id));
    one.set("label", text(group.label));
    one.set("depth", number(std::int64_t{group.depth}));
    one.set("status", text(name(group.status)));
    put_tally(one, group.tally);
    one.set("evidence", evidence_json(report, group.evidence, group.node));
    list.push(std::move(one));
  }
  return list;
}

Node targets_json(const CoverageReport& report) {
  Node list = Node::sequence();
  for (const coverage::MeasuredTarget& each : report.coverage->targets) {
    Node one = Node::mapping();
    one.set("type", text(each.target.type));
    one.set("share", exact(each.target.share));
    one.set("met", text(name(each.met.value())));
    if (each.met.unknown()) one.set("reason", text(each.met.doubts().front().text));
    put_tally(one, each.tally);
    if (!each.target.source.document.empty()) one.set("source", source(each.target.source));
    list.push(std::move(one));
  }
  return list;
}

Node items_json(const CoverageReport& report) {
  Node list = Node::sequence();
  for (const coverage::Contribution& each : report.coverage->items) {
    const coverage::Item& item = report.claims->items[each.item];
    Node one = Node::mapping();
    one.set("id", text(item.id));
    put(one, "title", item.title);
    put(one, "provider", item.provider);
    one.set("covers", number(std::int64_t{each.covers}));
    one.set("alone", number(std::int64_t{each.alone}));
    one.set("open", number(std::int64_t{each.open}));
    list.push(std::move(one));
  }
  return list;
}

Node cycles_json(const CoverageReport& report) {
  Node list = Node::sequence();
  for (const std::vector<std::uint32_t>& cycle : report.coverage->cycles) {
    Node one = Node::sequence();
    for (const std::uint32_t entry : cycle) one.push(text(report.framework->entries[entry].id));
    list.push(std::move(one));
  }
  return list;
}

}  // namespace

std::string coverage_json(const CoverageReport& report) {
  Node out = answer("coverage");
  Node framework = Node::mapping();
  framework.set("id", text(report.framework->id));
  put(framework, "title", report.framework->title);
  put(framework, "version", report.framework->version);
  framework.set("entries", number(static_cast<std::int64_t>(report.framework->entries.size())));
  out.set("framework", std::move(framework));
  put_tally(out.set("counts", Node::mapping()), report.coverage->total);
  out.set("targets", targets_json(report));
  for (const Status status : {Status::covered, Status::partial, Status::unknown, Status::missing})
    out.set(std::string(name(status)), leaves_json(report, status));
  out.set("groups", groups_json(report));
  out.set("items", items_json(report));
  Node silent = Node::sequence();
  for (const std::uint32_t item : report.claims->silent) silent.push(text(report.claims->items[item].id));
  out.set("silent", std::move(silent));
  out.set("unresolved", texts(report.coverage->unresolved));
  out.set("cycles", cycles_json(report));
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
