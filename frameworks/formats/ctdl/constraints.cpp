// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ctdl/constraints.hpp"

#include <algorithm>

#include "frameworks/formats/ctdl/vocabulary.hpp"
#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats::ctdl {
namespace {

using rdf::local_name;

struct Constraint {
  std::string left, left_action, comparator, right_action;
  std::vector<std::string> right;  // last steps of IRIs, or literals
  std::string right_as_written;

  [[nodiscard]] bool is(std::string_view wanted) const { return comparator == wanted; }
};

// "compare:GTEQ", ".../compare/GTEQ", ":gteq" and "gteq" are one comparator.
std::string upper_step(std::string_view written) {
  std::string out = local_name(written);
  std::ranges::transform(out, out.begin(), [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  if (out == "LTEQ" || out == "GTEQ" || out == "LT" || out == "GT" || out == "EQ" || out == "NOTEQ") return out;
  return out;
}

Constraint read(const Resource& node, Statements& statements) {
  Constraint out;
  const std::string left = statements.first(node, {"leftSource"});
  out.left = local_name(left).empty() ? left : local_name(left);
  out.left_action = local_name(statements.first(node, {"leftAction"}));
  out.right_action = local_name(statements.first(node, {"rightAction"}));
  out.comparator = upper_step(statements.first(node, {"comparator"}));
  for (const Value& value : statements.values(node, {"rightSource"})) {
    const std::string last = local_name(value.text);
    out.right.push_back(last.empty() ? value.text : last);
    out.right_as_written += (out.right_as_written.empty() ? "" : ", ") + value.text;
  }
  statements.values(node, {"name", "description"});
  return out;
}

std::string words(const Constraint& constraint) {
  std::string right;
  for (const std::string& each : constraint.right) right += (right.empty() ? "" : ", ") + each;
  const std::string left =
      constraint.left_action.empty() ? constraint.left : constraint.left_action + " of " + constraint.left;
  return left + " " + constraint.comparator + " " +
         (constraint.right_action.empty() ? "" : constraint.right_action + " of ") + right;
}

Comparison comparison_of(const Constraint& constraint) {
  if (constraint.is("GTEQ")) return Comparison::at_least;
  if (constraint.is("LTEQ")) return Comparison::at_most;
  return constraint.is("EQ") ? Comparison::is : Comparison::is_not;
}

bool decidable(const Constraint& constraint) {
  const bool ordered = constraint.is("GTEQ") || constraint.is("LTEQ");
  return (constraint.is("EQ") || ordered) && !constraint.right.empty() && (!ordered || constraint.right.size() == 1);
}

bool ends_with_grade(std::string_view left) { return folded(left).ends_with("grade"); }

// Adds what one constraint asks; false where only words can say it.
bool add_decided(const Constraint& constraint, Demands& into) {
  if (!decidable(constraint)) return false;
  if (constraint.left_action == "Sum" && (constraint.left == "value" || constraint.left == "creditValue")) {
    const auto amount = Rational::parse(constraint.right.front());
    if (!amount) return false;
    if (!constraint.is("LTEQ")) into.min_credits = *amount;
    if (!constraint.is("GTEQ")) into.max_credits = *amount;
    return true;
  }
  if (!constraint.left_action.empty()) return false;
  const bool equal = constraint.is("EQ");
  if (constraint.left == "creditUnitType" && equal) {
    into.system = credit_unit(constraint.right_as_written);
    return true;
  }
  if (constraint.left == "creditValue") {
    if (!Rational::parse(constraint.right.front())) return false;
    into.of_each.push_back(Selector::where(Attribute::credits, comparison_of(constraint), constraint.right));
    return true;
  }
  if (constraint.left == "creditLevelType" && equal) {
    into.of_each.push_back(Selector::where(Attribute::level, Comparison::is, constraint.right));
    return true;
  }
  if (ends_with_grade(constraint.left)) {
    into.of_each.push_back(Selector::where(Attribute::grade, comparison_of(constraint), constraint.right));
    return true;
  }
  if (!equal || constraint.right.size() != 1) return false;
  const bool yes = constraint.right.front() == "true", no = constraint.right.front() == "false";
  if (constraint.left == "resit" && no) {  // a course that says nothing was not sat again
    Selector sat_again = Selector::where(Attribute::named, Comparison::is_not, {"true"});
    sat_again.text = "resit";
    into.of_each.push_back(std::move(sat_again));
    return true;
  }
  if (!yes && !no) return false;
  Condition declared;
  declared.kind = Condition::Kind::declared;
  declared.key = constraint.left;
  declared.values = {"true"};
  if (no) {
    Condition denied;
    denied.kind = Condition::Kind::negation;
    denied.parts = {std::move(declared)};
    declared = std::move(denied);
  }
  into.others.push_back(std::move(declared));
  return true;
}

}  // namespace

Demands read_constraints(const Resource& condition, Statements& statements) {
  Demands out;
  std::vector<Constraint> all;
  for (const std::string& id : statements.references(condition, {"hasConstraint"})) {
    const Resource* node = statements.find(id);
    if (node == nullptr || node->properties.empty()) {
      statements.warn(condition, "dangling", "names the constraint " + id + ", which the document does not describe");
      out.others.push_back(Condition::words("constraint " + id));
      continue;
    }
    Constraint each = read(*node, statements);
    if (each.left.empty() || each.right.empty())
      statements.warn(*node, "constraint", "the constraint lacks a side and cannot be decided");
    all.push_back(std::move(each));
  }
  const std::string joined = upper_step(statements.first(condition, {"logicalOperator"}));
  if (joined == "OR" || joined == "NOT") {
    std::string text;
    for (const Constraint& each : all) text += (text.empty() ? "" : joined == "OR" ? " or " : "; ") + words(each);
    if (!text.empty()) out.others.push_back(Condition::words(joined == "NOT" ? "not: " + text : text));
    return out;
  }
  for (const Constraint& each : all)
    if (!add_decided(each, out)) out.others.push_back(Condition::words(words(each)));
  return out;
}

}  // namespace crosswalk::formats::ctdl
