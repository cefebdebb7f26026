// SPDX-License-Identifier: Apache-2.0
#include "reports/framework_graph.hpp"

#include <algorithm>

#include "lib/diagnostics/location.hpp"
#include "lib/syntax/json.hpp"
#include "reports/columns.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using competencies::Hierarchy;
using syntax::Node;

Node count(std::size_t value) { return number(static_cast<std::int64_t>(value)); }

std::string id_of(const CompetencyFramework& framework, const Hierarchy& hierarchy, graph::Node node) {
  return node < hierarchy.entries() ? framework.entries[node].id : hierarchy.absent(node);
}

std::string words_of(const CompetencyFramework& framework, const Hierarchy& hierarchy, graph::Node node) {
  if (node >= hierarchy.entries()) return printable(hierarchy.absent(node));
  const Competency& entry = framework.entries[node];
  const std::string label(entry.label());
  const std::string code = entry.notation.empty() ? "" : entry.notation + " ";
  return printable(label == entry.notation ? label : code + label);
}

Node entry_json(const CompetencyFramework& framework, const Hierarchy& hierarchy, graph::Node node) {
  Node out = Node::mapping();
  out.set("id", text(id_of(framework, hierarchy, node)));
  if (node < hierarchy.entries()) out.set("label", text(framework.entries[node].label()));
  return out;
}

Node entries_json(const KinReport& report, const std::vector<graph::Node>& nodes) {
  Node list = Node::sequence();
  for (const graph::Node node : nodes) list.push(entry_json(*report.framework, *report.hierarchy, node));
  return list;
}

std::string entries_text(const KinReport& report, const std::vector<graph::Node>& nodes) {
  std::string out;
  for (std::size_t i = 0; i < std::min(report.listed, nodes.size()); ++i)
    out += "  " + words_of(*report.framework, *report.hierarchy, nodes[i]) + "\n";
  if (nodes.size() > report.listed)
    out += "  ... and " + std::to_string(nodes.size() - report.listed) + " more (--list N)\n";
  return out;
}

}  // namespace

std::string framework_structure_text(const StructureReport& report) {
  const competencies::Structure& found = *report.structure;
  const auto words = [&](graph::Node node) { return words_of(*report.framework, *report.hierarchy, node); };
  std::string out = printable(report.framework->title.empty() ? report.framework->id : report.framework->title) + "\n" +
                    std::to_string(found.entries) + " entries, " + std::to_string(found.edges) +
                    " broader statements, " + std::to_string(found.roots) + " without a broader one, " +
                    std::to_string(found.leaves) + " without a narrower one\n";
  if (found.absent > 0) out += std::to_string(found.absent) + " parents are named and not held\n";
  out += std::to_string(found.components) + " connected parts, the largest of " +
         std::to_string(found.largest_component) + "\n";
  if (found.cycles.empty()) out += "most steps from a top: " + std::to_string(found.depth) + "\n";
  out += "pairs that follow (closure): " + std::to_string(found.closure) + "\n";
  std::vector<std::vector<std::string>> rows;
  for (std::size_t parents = 0; parents < found.by_parents.size(); ++parents)
    if (found.by_parents[parents] > 0)
      rows.push_back({std::to_string(parents), std::to_string(found.by_parents[parents])});
  out += "\n" + text_columns({"parents", "entries"}, {true, true}, rows);
  if (!report.hierarchy->self_loops().empty()) {
    out += "\nits own parent (left out):\n";
    for (const graph::Node node : report.hierarchy->self_loops()) out += "  " + words(node) + "\n";
  }
  for (const graph::Cycle& cycle : found.cycles) {
    out += "\nthe hierarchy goes round, " + std::to_string(cycle.members.size()) + " entries: ";
    for (const graph::Node node : cycle.round) out += words(node) + " -> ";
    out += words(cycle.round.front()) + "\n";
  }
  if (!found.redundant) return out + "\nwhat says nothing new cannot be said of a hierarchy that goes round\n";
  out += "\n" + std::to_string(found.redundant->size()) + " statements say nothing new: a longer way implies them\n";
  for (std::size_t i = 0; i < std::min(report.listed, found.redundant->size()); ++i)
    out += "  " + words((*found.redundant)[i].from) + " -> " + words((*found.redundant)[i].to) + "\n";
  if (found.redundant->size() > report.listed)
    out += "  ... and " + std::to_string(found.redundant->size() - report.listed) + " more (--list N)\n";
  return out;
}

std::string framework_structure_json(const StructureReport& report) {
  const competencies::Structure& found = *report.structure;
  const auto id = [&](graph::Node node) { return text(id_of(*report.framework, *report.hierarchy, node)); };
  Node out = answer("graph-structure");
  out.set("framework", text(report.framework->id));
  out.set("nodes", count(found.nodes));
  out.set("entries", count(found.entries));
  out.set("absent_parents", count(found.absent));
  out.set("edges", count(found.edges));
  out.set("roots", count(found.roots));
  out.set("leaves", count(found.leaves));
  out.set("components", count(found.components));
  out.set("largest_component", count(found.largest_component));
  if (found.cycles.empty()) out.set("depth", count(found.depth));
  out.set("closure", number(static_cast<std::int64_t>(found.closure)));
  Node& parents = out.set("by_parents", Node::sequence());
  for (std::size_t i = 0; i < found.by_parents.size(); ++i) {
    if (found.by_parents[i] == 0) continue;
    Node& one = parents.push(Node::mapping());
    one.set("parents", count(i));
    one.set("entries", count(found.by_parents[i]));
  }
  Node& loops = out.set("self_loops", Node::sequence());
  for (const graph::Node node : report.hierarchy->self_loops()) loops.push(id(node));
  Node& cycles = out.set("cycles", Node::sequence());
  for (const graph::Cycle& cycle : found.cycles) {
    Node& one = cycles.push(Node::mapping());
    one.set("members", count(cycle.members.size()));
    Node& round = one.set("round", Node::sequence());
    for (const graph::Node node : cycle.round) round.push(id(node));
  }
  if (found.redundant) {
    Node& redundant = out.set("redundant", Node::sequence());
    for (const graph::Arc& arc : *found.redundant) {
      Node& one = redundant.push(Node::mapping());
      one.set("from", id(arc.from));
      one.set("to", id(arc.to));
    }
  }
  return syntax::write_json(out) + "\n";
}

std::string ancestors_text(const KinReport& report) {
  std::string out = "of\n" + entries_text(report, report.entries);
  if (report.ancestors.empty()) return out + "nothing stands above all of them\n";
  return out + "most specific above all of them\n" + entries_text(report, report.ancestors);
}

std::string ancestors_json(const KinReport& report) {
  Node out = answer("graph-ancestor");
  out.set("framework", text(report.framework->id));
  out.set("entries", entries_json(report, report.entries));
  out.set("ancestors", entries_json(report, report.ancestors));
  return syntax::write_json(out) + "\n";
}

std::string closure_text(const KinReport& report) {
  std::string out;
  for (std::size_t i = 0; i < report.entries.size(); ++i) {
    out += words_of(*report.framework, *report.hierarchy, report.entries[i]) + "\n";
    out += "broader (" + std::to_string(report.broader[i].size()) + ")\n" + entries_text(report, report.broader[i]);
    out += "narrower (" + std::to_string(report.narrower[i].size()) + ")\n" + entries_text(report, report.narrower[i]);
  }
  return out;
}

std::string closure_json(const KinReport& report) {
  Node out = answer("graph-closure");
  out.set("framework", text(report.framework->id));
  Node& list = out.set("entries", Node::sequence());
  for (std::size_t i = 0; i < report.entries.size(); ++i) {
    Node& one = list.push(entry_json(*report.framework, *report.hierarchy, report.entries[i]));
    one.set("broader", entries_json(report, report.broader[i]));
    one.set("narrower", entries_json(report, report.narrower[i]));
  }
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
