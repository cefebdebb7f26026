// SPDX-License-Identifier: Apache-2.0
#include "reports/json.hpp"

namespace crosswalk::reports {

using syntax::Node;

Node text(std::string_view value) { return Node(std::string(value)); }

Node number(std::int64_t value) { return Node(std::to_string(value), Node::Kind::number); }

Node number(const Rational& value, int places) {
  std::string out = decimal(value, places);
  if (out.find('.') != std::string::npos) out.erase(out.find_last_not_of('0') + 1);
  if (out.ends_with('.')) out.pop_back();
  return Node(out, Node::Kind::number);
}

Node truth(bool value) { return Node(value ? "true" : "false", Node::Kind::boolean); }

Node texts(const std::vector<std::string>& values) {
  Node out = Node::sequence();
  for (const std::string& each : values) out.push(text(each));
  return out;
}

Node answer(std::string_view name) {
  Node out = Node::mapping();
  out.set("schema", text("crosswalk/" + std::string(name) + "/1"));
  return out;
}

Node exact(const Rational& value) {
  Node out = Node::mapping();
  out.set("exact", text(fraction(value)));
  out.set("decimal", number(value));
  return out;
}

Node credit(const Credit& amount) {
  Node out = exact(amount.amount);
  out.set("system", text(amount.system));
  return out;
}

Node source(const Source& from) {
  Node out = Node::mapping();
  put(out, "document", from.document);
  put(out, "locator", from.locator);
  if (from.retrieved) out.set("retrieved", text(to_string(*from.retrieved)));
  put(out, "decided_by", from.decided_by);
  if (from.decided_on) out.set("decided_on", text(to_string(*from.decided_on)));
  return out;
}

Node diagnostic(const Diagnostic& found) {
  Node out = Node::mapping();
  out.set("severity", text(name(found.severity)));
  out.set("code", text(found.code));
  out.set("location", text(to_string(found.location)));
  out.set("text", text(found.text));
  return out;
}

Node diagnostics(const Diagnostics& all) {
  Node out = Node::sequence();
  for (const Diagnostic& each : all) out.push(diagnostic(each));
  return out;
}

Node losses(const LossReport& report) {
  Node out = Node::sequence();
  for (const Loss& each : report.losses()) {
    Node& item = out.push(Node::mapping());
    item.set("path", text(each.path));
    item.set("count", number(static_cast<std::int64_t>(each.count)));
    item.set("why", text(each.why));
  }
  return out;
}

void put(Node& object, std::string_view key, std::string_view value) {
  if (!value.empty()) object.set(std::string(key), text(value));
}

void put(Node& object, std::string_view key, const std::optional<int>& value) {
  if (value) object.set(std::string(key), number(*value));
}

}  // namespace crosswalk::reports
