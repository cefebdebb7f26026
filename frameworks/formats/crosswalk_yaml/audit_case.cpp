// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/audit_case.hpp"

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/programme.hpp"
#include "frameworks/formats/crosswalk_yaml/record.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

void read_record_of(AuditCase& out, Fields& fields) {
  const Node& node = fields.need("transcript");
  if (node.is_scalar())
    out.transcript_file = node.text();
  else
    out.record = read_record_yaml(node, fields.file());
}

void read_requirements_of(AuditCase& out, Fields& fields) {
  const Node& node = fields.need("requirements");
  if (node.is_scalar()) {
    out.requirements_file = node.text();
    return;
  }
  Node whole = node;  // inside a case the head may be left out
  if (whole.find("crosswalk") == nullptr) whole.set("crosswalk", Node("requirements/1"));
  if (whole.find("id") == nullptr) whole.set("id", Node("case"));
  ReadResult<Programme> read = read_programme(whole, fields.file());
  for (const Diagnostic& diagnostic : read.diagnostics)
    if (diagnostic.severity == Severity::error) throw InputError(diagnostic);
  out.requirements = std::move(read.value);
}

void read_what_if(AuditCase& out, Fields& fields) {
  const Node* node = fields.find("what-if");
  if (node == nullptr) return;
  Fields inner(*node, fields.file(), "what-if");
  out.plan = inner.texts("plan");
  out.pass = inner.texts("pass");
  out.drop = inner.texts("drop");
  out.declare = inner.texts("declare");
  out.waive = inner.texts("waive");
  out.substitute = inner.texts("substitute");
  inner.finish();
}

void read_expectation(AuditCase& out, Fields& fields) {
  Fields inner(fields.need("expect"), fields.file(), "expectation");
  out.satisfied = inner.text("satisfied");
  out.satisfied_top_level = inner.whole("satisfied-top-level");
  out.top_level = inner.whole("top-level");
  out.unchecked = inner.whole("unchecked");
  if (const Node* statuses = inner.find("status")) {
    Fields each(*statuses, fields.file(), "status");
    for (const auto& [id, status] : statuses->members()) out.statuses.emplace_back(id, each.text(id));
  }
  if (const Node* courses = inner.find("counts-for")) {
    Fields each(*courses, fields.file(), "counts-for");
    for (const auto& [course, requirements] : courses->members())
      out.counts_for.emplace_back(course, requirements.is_null() ? std::vector<std::string>{} : each.texts(course));
  }
  if (inner.find("core") != nullptr) out.core = inner.texts("core");
  inner.finish();
}

}  // namespace

bool is_audit_case(const Node& node) { return node.find("requirements") != nullptr; }

AuditCase read_audit_case(const Node& node, std::string_view file) {
  Fields fields(node, file, "case");
  AuditCase out;
  out.where = syntax::at(node, file);
  fields.text("crosswalk");
  out.name = fields.need_text("name");
  out.note = fields.text("note");
  read_record_of(out, fields);
  read_requirements_of(out, fields);
  out.programme = fields.text("programme");
  out.as_of = fields.date("as-of");
  out.catalogue = fields.text("catalogue");
  read_what_if(out, fields);
  read_expectation(out, fields);
  fields.finish();
  return out;
}

}  // namespace crosswalk::formats
