// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "lib/syntax/json.hpp"
#include "reports/gaps.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using gaps::State;
using syntax::Node;

Node number_of(double value) { return number(Rational(std::llround(value * 10'000), 10'000), 4); }

Node evidence_json(const GapReport& report, const gaps::Finding& finding) {
  Node list = Node::sequence();
  for (const std::uint32_t i : finding.claims) {
    const coverage::Claim& claim = report.record->claims[i];
    const coverage::Item& item = report.record->items[claim.item];
    Node one = Node::mapping();
    one.set("item", text(item.id));
    put(one, "title", item.title);
    put(one, "provider", item.provider);
    one.set("competency", text(claim.competency));
    one.set("relation", text(claim.relation));
    one.set("bearing", text(name(claim.bearing)));
    if (claim.denied) one.set("denied", truth(true));
    if (claim.level) one.set("level", number_of(*claim.level));
    if (claim.confidence) one.set("confidence", number_of(*claim.confidence));
    put(one, "why_open", claim.why_open);
    put(one, "document", claim.document);
    list.push(std::move(one));
  }
  return list;
}

Node nearest_json(const GapReport& report, const gaps::Finding& finding) {
  Node list = Node::sequence();
  for (const gaps::Nearest& each : finding.nearest) {
    Node one = Node::mapping();
    one.set("competency", text(each.competency));
    one.set("label", text(each.label));
    one.set("relation", text(each.relation));
    one.set("steps", number(std::int64_t{each.steps}));
    if (each.similarity > 0) one.set("similarity", number_of(each.similarity));
    Node items = Node::sequence();
    for (const std::uint32_t item : each.items) items.push(text(report.record->items[item].id));
    one.set("items", std::move(items));
    list.push(std::move(one));
  }
  return list;
}

Node offering_json(const GapReport& report, std::uint32_t place) {
  const coverage::Item& item = report.offerings->items[place];
  Node out = Node::mapping();
  out.set("offering", text(item.id));
  put(out, "title", item.title);
  put(out, "provider", item.provider);
  return out;
}

Node finding_json(const GapReport& report, const gaps::Finding& finding) {
  const gaps::Demand& demand = report.target->demands[finding.demand];
  Node out = Node::mapping();
  out.set("id", text(demand.competency));
  out.set("label", text(demand_label(report, finding)));
  out.set("essential", truth(demand.essential));
  if (demand.importance) out.set("importance", number_of(*demand.importance));
  if (demand.level) out.set("level", number_of(*demand.level));
  put(out, "doubt", demand.doubt);
  if (demand.level && finding.state == State::held) out.set("level_stated", truth(finding.level_stated));
  put(out, "document", demand.document);
  out.set("evidence", evidence_json(report, finding));
  out.set("nearest", nearest_json(report, finding));
  Node closing = Node::sequence();
  for (const gaps::Closing& each : finding.closing)
    closing.push(offering_json(report, each.item)).set("part", truth(each.part));
  out.set("closing", std::move(closing));
  return out;
}

Node counts_json(const GapCounts& counts) {
  Node out = Node::mapping();
  const std::pair<const char*, std::size_t> all[] = {// NOLINT(modernize-avoid-c-arrays): a list of names
                                                     {"demanded", counts.demanded}, {"held", counts.held},
                                                     {"below", counts.below},       {"partial", counts.partial},
                                                     {"unknown", counts.unknown},   {"missing", counts.missing}};
  for (const auto& [key, count] : all) out.set(key, number(static_cast<std::int64_t>(count)));
  return out;
}

Node demand_ids(const GapReport& report, const std::vector<std::uint32_t>& demands) {
  Node list = Node::sequence();
  for (const std::uint32_t demand : demands) list.push(text(report.target->demands[demand].competency));
  return list;
}

void put_verdict(Node& out, const Truth& satisfied) {
  out.set("satisfied", text(name(satisfied.value())));
  if (satisfied.unknown()) out.set("reason", text(satisfied.doubts().front().text));
}

Node target_json(const std::string& id, const std::string& label, const char* kind) {
  Node out = Node::mapping();
  out.set("id", text(id));
  put(out, "label", label);
  out.set("kind", text(kind));
  return out;
}

bool settled(audit::Standing standing) {
  return standing == audit::Standing::satisfied || standing == audit::Standing::waived;
}

// Where a requirement's leaf belongs: one of the five lists.
State state_of(audit::Standing standing) {
  switch (standing) {
    case audit::Standing::satisfied:
    case audit::Standing::waived:
      return State::held;
    case audit::Standing::partial:
      return State::partial;
    case audit::Standing::in_progress:
    case audit::Standing::planned:
    case audit::Standing::unknown:
      return State::unknown;
    case audit::Standing::missing:
    case audit::Standing::not_applicable:
      return State::missing;
  }
  return State::missing;
}

Node requirement_json(const audit::Result& result, const audit::RequirementResult& leaf) {
  Node out = Node::mapping();
  out.set("id", text(leaf.id));
  out.set("label", text(leaf.title.empty() ? leaf.rule : leaf.title));
  out.set("essential", truth(!leaf.optional));
  put(out, "rule", leaf.rule);
  out.set("standing", text(name(leaf.standing)));
  out.set("needed", exact(leaf.needed));
  out.set("got", exact(leaf.got));
  out.set("unit", text(leaf.unit));
  Node evidence = Node::sequence();
  for (const audit::Use& use : result.assignment) {
    if (use.requirement != leaf.id) continue;
    Node& one = evidence.push(Node::mapping());
    one.set("item", text(use.course));
    put(one, "why", use.why);
    one.set("status", text(name(use.status)));
  }
  out.set("evidence", std::move(evidence));
  if (!settled(leaf.standing)) put(out, "remaining", leaf.remaining);
  return out;
}

void collect_leaves(const audit::Result& result, const audit::RequirementResult& at, State state, Node& into) {
  if (at.standing == audit::Standing::not_applicable) return;
  if (at.children.empty()) {
    if (state_of(at.standing) == state) into.push(requirement_json(result, at));
    return;
  }
  for (const audit::RequirementResult& child : at.children) collect_leaves(result, child, state, into);
}

constexpr std::pair<const char*, State> lists[] = {  // NOLINT(modernize-avoid-c-arrays): a list of names
    {"covered", State::held},
    {"below", State::below},
    {"partial", State::partial},
    {"unknown", State::unknown},
    {"missing", State::missing}};

}  // namespace

std::string gaps_json(const GapReport& report) {
  Node out = answer("gaps");
  out.set("target", target_json(report.target->id, report.target->label, "competencies"));
  put_verdict(out, report.gaps->satisfied);
  Node& counts = out.set("counts", Node::mapping());
  counts.set("essential", counts_json(gap_counts(report, true)));
  counts.set("optional", counts_json(gap_counts(report, false)));
  for (const auto& [key, state] : lists) {
    Node list = Node::sequence();
    for (const gaps::Finding& finding : report.gaps->findings)
      if (finding.state == state) list.push(finding_json(report, finding));
    out.set(key, std::move(list));
  }
  Node plan = Node::sequence();
  for (const gaps::Step& step : report.gaps->steps)
    plan.push(offering_json(report, step.item)).set("closes", demand_ids(report, step.closes));
  out.set("plan", std::move(plan));
  out.set("beyond_offer", demand_ids(report, report.gaps->beyond_offer));
  Node silent = Node::sequence();
  for (const std::uint32_t item : report.record->silent) silent.push(text(report.record->items[item].id));
  out.set("silent", std::move(silent));
  out.set("unresolved", texts(report.gaps->unresolved));
  return syntax::write_json(out) + "\n";
}

std::string programme_gaps_json(const ProgrammeGapReport& report) {
  Node out = answer("gaps");
  out.set("target", target_json(report.id, report.title, "programme"));
  put_verdict(out, report.result->satisfied);
  for (const auto& [key, state] : lists) {
    Node list = Node::sequence();
    collect_leaves(*report.result, report.result->requirement, state, list);
    out.set(key, std::move(list));
  }
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
