// SPDX-License-Identifier: Apache-2.0
#include "reports/microcredential.hpp"

#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using microcredentials::Completeness;
using microcredentials::ElementFinding;
using syntax::Node;

Node elements(const std::vector<ElementFinding>& findings) {
  Node out = Node::sequence();
  for (const ElementFinding& each : findings) {
    Node one = Node::mapping();
    one.set("id", text(each.element->fact.id));
    one.set("element", text(each.element->title));
    if (each.element->requirement == "mandatory if applicable") one.set("if_applicable", truth(true));
    one.set("status", text(name(each.presence)));
    put(one, "found", each.found);
    put(one, "remark", each.remark);
    out.push(std::move(one));
  }
  return out;
}

}  // namespace

Node microcredential(const Completeness& completeness) {
  Node out = Node::mapping();
  put(out, "credential", completeness.id);
  put(out, "title", completeness.title);
  out.set("mandatory", elements(completeness.mandatory));
  out.set("optional", elements(completeness.optional));
  out.set("mandatory_present", number(static_cast<std::int64_t>(completeness.present(completeness.mandatory))));
  out.set("optional_present", number(static_cast<std::int64_t>(completeness.present(completeness.optional))));
  return out;
}

}  // namespace crosswalk::reports
