// SPDX-License-Identifier: Apache-2.0
#include <cmath>

#include "lib/syntax/json.hpp"
#include "reports/diff.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node count(std::size_t value) { return number(static_cast<std::int64_t>(value)); }
Node likeness(double value) { return number(Rational(std::llround(value * 1000), 1000), 3); }

Node row_json(const EditionRow& row) {
  Node out = Node::mapping();
  out.set("id", text(row.id));
  put(out, "label", row.label);
  put(out, "notation", row.notation);
  put(out, "type", row.type);
  return out;
}

Node removed_json(const RemovedRow& row) {
  Node out = row_json(row.entry);
  put(out, "fate", row.fate);
  Node candidates = Node::sequence();
  for (const CandidateRow& each : row.candidates) {
    Node& one = candidates.push(row_json(each.entry));
    if (each.words) one.set("words", likeness(*each.words));
    if (each.members) one.set("members", likeness(*each.members));
    one.set("same_code", truth(each.same_code));
  }
  if (!row.candidates.empty()) out.set("candidates", std::move(candidates));
  if (row.broader) out.set("broader", row_json(*row.broader));
  return out;
}

Node changed_json(const ChangedRow& row) {
  Node out = row_json(row.entry);
  put(out, "new_id", row.new_id);
  put(out, "by", row.by);
  Node& changes = out.set("changes", Node::sequence());
  for (const editions::FieldChange& each : row.changes) {
    Node& one = changes.push(Node::mapping());
    one.set("field", text(each.field));
    one.set("before", text(each.before));
    one.set("after", text(each.after));
  }
  return out;
}

Node impact_json(const ImpactRow& row) {
  Node out = Node::mapping();
  out.set("document", text(row.document));
  put(out, "item", row.item);
  put(out, "id", row.what);
  put(out, "label", row.label);
  out.set("fate", text(row.fate));
  put(out, "to", row.to);
  put(out, "before", row.before);
  put(out, "after", row.after);
  return out;
}

Node side_json(const EditionSide& side) {
  Node out = Node::mapping();
  out.set("id", text(side.id));
  put(out, "title", side.title);
  put(out, "version", side.version);
  out.set("members", count(side.members));
  return out;
}

Node migration_json(const MigrationRow& row) {
  Node out = Node::mapping();
  out.set("document", text(row.document));
  out.set("mappings", count(row.mappings));
  out.set("kept", count(row.kept));
  out.set("changed", count(row.changed));
  out.set("moved", count(row.moved));
  out.set("ambiguous", count(row.ambiguous));
  out.set("retired", count(row.retired));
  out.set("elsewhere", count(row.elsewhere));
  return out;
}

template <class Rows, class Write>
Node list_json(const Rows& rows, Write write) {
  Node list = Node::sequence();
  for (const auto& row : rows) list.push(write(row));
  return list;
}

}  // namespace

std::string diff_json(const DiffReport& report) {
  Node out = answer("diff");
  out.set("kind", text(report.kind));
  out.set("old", side_json(report.before));
  out.set("new", side_json(report.after));
  Node& counts = out.set("counts", Node::mapping());
  counts.set("same", count(report.same));
  counts.set("added", count(report.added.size()));
  counts.set("removed", count(report.removed.size()));
  counts.set("changed", count(report.changed.size()));
  counts.set("moved", count(report.moved));
  counts.set("retired", count(report.retired));
  counts.set("ambiguous", count(report.ambiguous));
  out.set("added", list_json(report.added, row_json));
  out.set("removed", list_json(report.removed, removed_json));
  out.set("changed", list_json(report.changed, changed_json));
  out.set("impact", list_json(report.impact, impact_json));
  if (!report.migration.empty()) out.set("migration", list_json(report.migration, migration_json));
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
