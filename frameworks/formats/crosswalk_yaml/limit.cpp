// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/limit.hpp"

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using Measure = Limit::Measure;
using syntax::Node;

void read_unit(Limit& limit, const std::string& unit) {
  if (unit == "%" || unit == "% unique") {
    limit.measure = unit == "%" ? Measure::share : Measure::unique_share;
    limit.amount /= 100;
  } else if (const auto measure = limit_measure(unit)) {
    limit.measure = *measure;
  } else {
    limit.measure = Measure::credits;
    limit.system = unit;
  }
}

void read_amount(Limit& limit, const Node& node, const Fields& fields) {
  const std::string& text = node.text();
  const auto blank = text.find(' ');
  const auto number = Rational::parse(text.substr(0, blank));
  if (!node.is_scalar() || !number || blank == std::string::npos ||
      text.find_first_not_of(' ', blank) == std::string::npos)
    fields.refuse(node, "yaml.value",
                  "a limit is an amount and its unit like '70 credits', '2 courses', '50 %' or '3 distinct', found '" +
                      text + "'");
  limit.amount = *number;
  read_unit(limit, text.substr(text.find_first_not_of(' ', blank)));
}

void read_by(Limit& limit, Fields& fields) {
  const std::string by = fields.text("by");
  if (by.empty()) return;
  if (by.starts_with("attribute:")) {
    limit.by = Attribute::named;
    limit.by_name = by.substr(10);
    return;
  }
  limit.by = attribute(by);
  if (!limit.by) fields.refuse(*fields.find("by"), "yaml.value", "no attribute is called '" + by + "'");
}

std::string unit_of(const Limit& limit) {
  switch (limit.measure) {
    case Measure::credits:
      return limit.system.empty() ? "credits" : limit.system;
    case Measure::share:
      return "%";
    case Measure::unique_share:
      return "% unique";
    default:
      return std::string(name(limit.measure));
  }
}

}  // namespace

Limit read_limit(const Node& node, std::string_view file) {
  Fields fields(node, file, "limit");
  Limit limit;
  if (fields.has("at-least") == fields.has("at-most"))
    fields.refuse(node, "yaml.missing", "a limit has exactly one of at-least, at-most");
  limit.bound = fields.has("at-least") ? Limit::Bound::at_least : Limit::Bound::at_most;
  read_amount(limit, fields.need(name(limit.bound)), fields);
  limit.id = fields.text("id");
  if (const Node* of = fields.find("of")) limit.of = read_selector(*of, file);
  read_by(limit, fields);
  limit.each = fields.truth("each", false);
  limit.scope = fields.one_of<Limit::Scope>("scope", Limit::Scope::here, limit_scope, "here, programme, record, award");
  limit.partner = fields.text("with");
  limit.last = fields.number("last");
  limit.units_only = fields.truth("units-only", false);
  limit.text = fields.text("text");
  limit.source = fields.source("source");
  fields.finish();
  return limit;
}

Node write_limit(const Limit& limit) {
  const bool percent = limit.measure == Measure::share || limit.measure == Measure::unique_share;
  Node out = Node::mapping();
  put(out, "id", limit.id);
  out.set(std::string(name(limit.bound)),
          Node(to_string(percent ? limit.amount * 100 : limit.amount) + " " + unit_of(limit)));
  if (limit.of.kind != Selector::Kind::everything) out.set("of", write_selector(limit.of));
  if (limit.by)
    put(out, "by", *limit.by == Attribute::named ? "attribute:" + limit.by_name : std::string(name(*limit.by)));
  put_truth(out, "each", limit.each, false);
  if (limit.scope != Limit::Scope::here) put(out, "scope", std::string(name(limit.scope)));
  put(out, "with", limit.partner);
  put(out, "last", limit.last);
  put_truth(out, "units-only", limit.units_only, false);
  put(out, "text", limit.text);
  put(out, "source", limit.source);
  return out;
}

}  // namespace crosswalk::formats
