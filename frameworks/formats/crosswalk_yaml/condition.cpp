// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/condition.hpp"

#include <array>

#include "frameworks/formats/crosswalk_yaml/fields.hpp"
#include "frameworks/formats/crosswalk_yaml/selector.hpp"

namespace crosswalk::formats {
namespace {

using Kind = Condition::Kind;
using syntax::Node;

constexpr std::array all_kinds{Kind::constant, Kind::all,   Kind::any,      Kind::k_of,      Kind::negation,
                               Kind::take,     Kind::gpa,   Kind::standing, Kind::remaining, Kind::declared,
                               Kind::date,     Kind::age,   Kind::holds,    Kind::item,      Kind::accredited,
                               Kind::approved, Kind::block, Kind::text,     Kind::choice};

// `text` also annotates other kinds, `all` and `any` may stand alone: the kind is the first key present, `text` last.
Kind kind_of(const Fields& fields) {
  for (const Kind kind : all_kinds)
    if (kind != Kind::text && fields.has(name(kind))) return kind;
  if (fields.has("text")) return Kind::text;
  std::string allowed;
  for (const Kind kind : all_kinds) allowed += (allowed.empty() ? "" : ", ") + std::string(name(kind));
  fields.refuse(fields.node(), "yaml.missing", "a condition has one of " + allowed);
}

std::vector<Condition> parts(Fields& fields, std::string_view key) {
  std::vector<Condition> out;
  fields.each(key, [&](const Node& one) { out.push_back(read_condition(one, fields.file())); });
  return out;
}

Rational amount(Fields& fields, std::string_view key) {
  fields.need(key);
  return *fields.number(key);
}

void read_over(Condition& condition, Fields& fields) {
  if (const Node* over = fields.find("over")) condition.over = read_selector(*over, fields.file());
  condition.system = fields.text("system");
}

void read_date(Condition& condition, Fields& fields) {
  condition.clock = fields.one_of<Clock>("date", Clock::taken, clock, "taken, decision, catalogue");
  condition.period = {fields.date("from"), fields.date("until")};
  if (!condition.period.from && !condition.period.until)
    fields.refuse(fields.node(), "yaml.missing", "a date condition has from, until or both");
}

void read_choice(Condition& condition, Fields& fields) {
  for (const std::string_view key : {"if", "then"})
    condition.parts.push_back(read_condition(fields.need(key), fields.file()));
  if (const Node* otherwise = fields.find("else")) condition.parts.push_back(read_condition(*otherwise, fields.file()));
}

void read_kind(Condition& condition, Fields& fields) {
  switch (condition.kind) {
    case Kind::constant:
      condition.truth = fields.truth("always", true);
      return;
    case Kind::all:
      condition.parts = parts(fields, "all");
      return;
    case Kind::any:
      condition.parts = parts(fields, "any");
      return;
    case Kind::k_of:
      condition.count = fields.whole("choose").value_or(1);
      condition.most = fields.whole("at-most");
      condition.parts = parts(fields, "of");
      return;
    case Kind::negation:
      condition.parts = {read_condition(fields.need("not"), fields.file())};
      return;
    case Kind::take:
      condition.take = read_take(fields);
      condition.concurrent = fields.truth("corequisite", false);
      return;
    case Kind::gpa:
    case Kind::standing:
      condition.amount = amount(fields, name(condition.kind));
      return read_over(condition, fields);
    case Kind::remaining:
    case Kind::age:
      condition.amount = amount(fields, name(condition.kind));
      return;
    case Kind::declared:
      condition.key = fields.need_text("declared");
      condition.values = fields.texts("is");
      return;
    case Kind::date:
      return read_date(condition, fields);
    case Kind::holds:
    case Kind::accredited:
      condition.values = fields.texts(name(condition.kind));
      return;
    case Kind::item:
      condition.key = fields.need_text("item");
      condition.amount = fields.number("at-least").value_or(Rational());
      return;
    case Kind::approved:
    case Kind::block:
      condition.key = fields.need_text(name(condition.kind));
      return;
    case Kind::text:
      condition.amount = fields.number("at-least").value_or(Rational());
      return;
    case Kind::choice:
      return read_choice(condition, fields);
  }
}

Node listed(const std::vector<Condition>& conditions) {
  Node out = Node::sequence();
  for (const Condition& one : conditions) out.push(write_condition(one));
  return out;
}

bool is_plain_course(const Condition& condition) {
  Condition plain;
  plain.kind = Kind::take;
  plain.take.from = condition.take.from;
  return condition == plain && write_selector(condition.take.from).is_scalar();
}

void write_amount(const Condition& condition, Node& out) {
  out.set(std::string(name(condition.kind)), Node(to_string(condition.amount)));
  if (condition.over.kind != Selector::Kind::everything) out.set("over", write_selector(condition.over));
  put(out, "system", condition.system);
}

void write_choice(const Condition& condition, Node& out) {
  static constexpr std::array keys{"if", "then", "else"};
  for (std::size_t i = 0; i < condition.parts.size(); ++i) out.set(keys.at(i), write_condition(condition.parts[i]));
}

void write_least(const Condition& condition, Node& out) {
  if (!condition.amount.is_zero()) out.set("at-least", Node(to_string(condition.amount)));
}

void write_kind(const Condition& condition, Node& out) {
  const std::string key(name(condition.kind));
  switch (condition.kind) {
    case Kind::constant:
      out.set(key, Node(condition.truth ? "true" : "false", Node::Kind::boolean));
      return;
    case Kind::all:
    case Kind::any:
      out.set(key, listed(condition.parts));
      return;
    case Kind::k_of:
      out.set(key, Node(std::to_string(condition.count)));
      put(out, "at-most", condition.most);
      out.set("of", listed(condition.parts));
      return;
    case Kind::negation:
      out.set(key, write_condition(condition.parts.at(0)));
      return;
    case Kind::take:
      write_take(condition.take, out);
      return put_truth(out, "corequisite", condition.concurrent, false);
    case Kind::gpa:
    case Kind::standing:
    case Kind::remaining:
    case Kind::age:
      return write_amount(condition, out);
    case Kind::declared:
      put(out, key, condition.key);
      return put(out, "is", condition.values);
    case Kind::date:
      out.set(key, Node(std::string(name(condition.clock))));
      put(out, "from", condition.period.from);
      return put(out, "until", condition.period.until);
    case Kind::holds:
    case Kind::accredited:
      return put(out, key, condition.values);
    case Kind::item:
      put(out, key, condition.key);
      return write_least(condition, out);
    case Kind::approved:
    case Kind::block:
      return put(out, key, condition.key);
    case Kind::text:
      return write_least(condition, out);
    case Kind::choice:
      return write_choice(condition, out);
  }
}

}  // namespace

Condition read_condition(const Node& node, std::string_view file) {
  if (node.is_sequence()) {
    std::vector<Condition> all;
    for (const Node& one : node.items()) all.push_back(read_condition(one, file));
    return Condition::all_of(std::move(all));
  }
  if (node.is_scalar()) {
    Take take;
    take.from = read_selector(node, file);
    return Condition::taking(std::move(take));
  }
  Fields fields(node, file, "condition");
  Condition condition;
  condition.kind = kind_of(fields);
  read_kind(condition, fields);
  condition.text = fields.text("text");
  fields.finish();
  return condition;
}

Node write_condition(const Condition& condition) {
  if (condition.kind == Kind::all && condition.text.empty()) return listed(condition.parts);
  if (condition.kind == Kind::take && is_plain_course(condition)) return write_selector(condition.take.from);
  Node out = Node::mapping();
  write_kind(condition, out);
  put(out, "text", condition.text);
  return out;
}

}  // namespace crosswalk::formats
