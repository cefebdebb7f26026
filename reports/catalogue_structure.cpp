// SPDX-License-Identifier: Apache-2.0
#include "reports/catalogue_structure.hpp"

#include <algorithm>
#include <numeric>

#include "lib/diagnostics/location.hpp"
#include "lib/syntax/json.hpp"
#include "reports/columns.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using catalogue::Course;
using syntax::Node;

constexpr std::size_t unlocking_shown = 15, cycles_shown = 20;

Node count(std::uint64_t value) { return Node(std::to_string(value), Node::Kind::number); }

std::string shown(const catalogue::Needs& needs, Course course) { return printable(needs.titles[course]); }

// Courses by how many others they help to reach, most first; those that open none left out.
std::vector<Course> most_unlocking(const StructureAnswer& given) {
  std::vector<Course> order(given.needs.names.size());
  std::iota(order.begin(), order.end(), Course{0});
  std::ranges::stable_sort(order, std::ranges::greater(),
                           [&](Course course) { return given.structure.unlocks[course]; });
  std::erase_if(order, [&](Course course) { return given.structure.unlocks[course] == 0; });
  return order;
}

Node names(const catalogue::Needs& needs, const std::vector<Course>& courses) {
  Node out = Node::sequence();
  for (const Course course : courses) out.push(text(needs.names[course]));
  return out;
}

std::string round_text(const StructureAnswer& given, const graph::Cycle& cycle) {
  std::string out = "  ";
  for (const graph::Node node : cycle.round) out += printable(given.needs.names[node]) + " -> ";
  out += printable(given.needs.names[cycle.round.front()]);
  if (cycle.members.size() > cycle.round.size())
    out += " (" + std::to_string(cycle.members.size()) + " courses in all)";
  return out + "\n";
}

}  // namespace

std::string catalogue_structure_text(const StructureAnswer& given) {
  const catalogue::Structure& found = given.structure;
  const auto number_text = [](std::size_t value) { return std::to_string(value); };
  std::string out = printable(given.title) + "\n" + number_text(found.courses) + " courses (" +
                    number_text(found.with_needs) + " with requisites), " + number_text(found.only_named) +
                    " more named by them; " + number_text(found.required) + " needed, " +
                    number_text(found.alternatives) + " alternative requisites\n" + number_text(found.components) +
                    " groups joined by requisites, the largest of " + number_text(found.largest_component) + "; " +
                    number_text(found.alone) + " courses alone\n" + "closure: " + std::to_string(found.closure) +
                    " pairs; needed requisites that a longer way implies: " + number_text(found.redundant) + "\n";
  if (!found.cycles.empty()) out += "\ncycles: " + number_text(found.cycles.size()) + "\n";
  for (std::size_t i = 0; i < std::min(found.cycles.size(), cycles_shown); ++i)
    out += round_text(given, found.cycles[i]);
  if (!found.locked.empty())
    out += "\nlocked, since they wait for each other: " + number_text(found.locked.size()) + "\n";
  for (const Course course : found.locked) out += "  " + shown(given.needs, course) + "\n";
  out += "\nlongest chain: " + number_text(found.critical.size()) + " courses\n";
  for (const Course course : found.critical)
    out += "  term " + std::to_string(found.earliest[course]) + "  " + shown(given.needs, course) + "\n";
  const auto order = most_unlocking(given);
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < std::min(order.size(), unlocking_shown); ++i)
    rows.push_back({cut(given.needs.titles[order[i]], 60), std::to_string(found.unlocks[order[i]])});
  return out + "\n" + text_columns({"opens the most", "courses"}, {false, true}, rows);
}

std::string catalogue_structure_json(const StructureAnswer& given) {
  const catalogue::Structure& found = given.structure;
  Node out = answer("curriculum-graph");
  put(out, "file", given.file);
  put(out, "title", given.title);
  out.set("courses", count(found.courses));
  out.set("only_named", count(found.only_named));
  out.set("with_requisites", count(found.with_needs));
  out.set("needed", count(found.required));
  out.set("alternatives", count(found.alternatives));
  out.set("components", count(found.components));
  out.set("largest_component", count(found.largest_component));
  out.set("alone", count(found.alone));
  out.set("closure", count(found.closure));
  out.set("redundant", count(found.redundant));
  Node cycles = Node::sequence();
  for (const graph::Cycle& cycle : found.cycles) {
    Node& each = cycles.push(Node::mapping());
    each.set("round", names(given.needs, cycle.round));
    each.set("members", names(given.needs, cycle.members));
  }
  out.set("cycles", std::move(cycles));
  out.set("locked", names(given.needs, found.locked));
  out.set("critical_path", names(given.needs, found.critical));
  Node nodes = Node::sequence();
  for (Course course = 0; course < given.needs.names.size(); ++course) {
    Node& each = nodes.push(Node::mapping());
    each.set("id", text(given.needs.names[course]));
    each.set("offered", truth(given.needs.is_offered(course)));
    if (given.needs.is_offered(course) && found.earliest[course] != catalogue::never)
      each.set("earliest_term", count(found.earliest[course]));
    each.set("unlocks", count(found.unlocks[course]));
  }
  out.set("nodes", std::move(nodes));
  return syntax::write_json(out);
}

std::string course_delay_text(const DelayAnswer& given) {
  std::string out = printable(given.title) + "\nfailed:";
  for (const Course course : given.failed) out += "\n  " + shown(given.needs, course);
  out += "\nneeded first: " + std::to_string(given.needed_first.size()) +
         " courses; opens: " + std::to_string(given.unlocks.size()) +
         "; delayed by a term: " + std::to_string(given.delays.size()) + "\n";
  std::vector<std::vector<std::string>> rows;
  for (const catalogue::Delay& delay : given.delays)
    rows.push_back(
        {cut(given.needs.titles[delay.course], 60), std::to_string(delay.before), std::to_string(delay.after)});
  return rows.empty() ? out : out + "\n" + text_columns({"course", "earliest term", "then"}, {false, true, true}, rows);
}

std::string course_delay_json(const DelayAnswer& given) {
  Node out = answer("curriculum-delay");
  put(out, "file", given.file);
  put(out, "title", given.title);
  out.set("failed", names(given.needs, given.failed));
  Node delays = Node::sequence();
  for (const catalogue::Delay& delay : given.delays) {
    Node& each = delays.push(Node::mapping());
    each.set("id", text(given.needs.names[delay.course]));
    each.set("before", count(delay.before));
    each.set("after", count(delay.after));
  }
  out.set("delayed", std::move(delays));
  out.set("needed_first", names(given.needs, given.needed_first));
  out.set("unlocks", names(given.needs, given.unlocks));
  return syntax::write_json(out);
}

}  // namespace crosswalk::reports
