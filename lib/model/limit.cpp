// SPDX-License-Identifier: Apache-2.0
#include "lib/model/limit.hpp"

#include "lib/model/enumeration.hpp"

namespace crosswalk {
namespace {

using Bound = Limit::Bound;
using Measure = Limit::Measure;
using Scope = Limit::Scope;

constexpr Enumeration<Bound, 2> bounds{{{{"at-least", Bound::at_least}, {"at-most", Bound::at_most}}}};
constexpr Enumeration<Measure, 10> measures{{{{"courses", Measure::courses},
                                              {"credits", Measure::credits},
                                              {"gpa", Measure::gpa},
                                              {"share", Measure::share},
                                              {"distinct", Measure::distinct},
                                              {"uses", Measure::uses},
                                              {"shared-courses", Measure::shared_courses},
                                              {"shared-credits", Measure::shared_credits},
                                              {"unique-credits", Measure::unique_credits},
                                              {"unique-share", Measure::unique_share}}}};
constexpr Enumeration<Scope, 4> scopes{
    {{{"here", Scope::here}, {"programme", Scope::programme}, {"record", Scope::record}, {"award", Scope::award}}}};

std::string attribute_name(const Limit& limit) {
  if (!limit.by) return {};
  return *limit.by == Attribute::named ? limit.by_name : std::string(name(*limit.by));
}

std::string measured(const Limit& limit) {
  const std::string amount = to_string(limit.amount);
  switch (limit.measure) {
    case Measure::courses:
      return amount + " courses";
    case Measure::credits:
      return amount + (limit.system.empty() ? " credits" : " " + limit.system);
    case Measure::gpa:
      return "a GPA of " + amount;
    case Measure::share:
      return to_string(limit.amount * 100) + " % of the credits";
    case Measure::distinct:
      return amount + " different values of " + attribute_name(limit);
    case Measure::uses:
      return amount + " uses of one course";
    case Measure::shared_courses:
      return amount + " courses shared";
    case Measure::shared_credits:
      return amount + " credits shared";
    case Measure::unique_credits:
      return amount + " credits used here alone";
    case Measure::unique_share:
      return to_string(limit.amount * 100) + " % of the credits used here alone";
  }
  return amount;
}

}  // namespace

std::string_view name(Limit::Bound bound) { return bounds.name(bound); }
std::string_view name(Limit::Measure measure) { return measures.name(measure); }
std::string_view name(Limit::Scope scope) { return scopes.name(scope); }
std::optional<Limit::Bound> limit_bound(std::string_view name) { return bounds.value(name); }
std::optional<Limit::Measure> limit_measure(std::string_view name) { return measures.value(name); }
std::optional<Limit::Scope> limit_scope(std::string_view name) { return scopes.value(name); }

std::string to_string(const Limit& limit) {
  std::string out = (limit.bound == Bound::at_least ? "at least " : "at most ") + measured(limit);
  if (limit.last) out += " among the last " + to_string(*limit.last);
  if (limit.of.kind != Selector::Kind::everything) out += " of " + to_string(limit.of);
  if (limit.each) out += " for each " + attribute_name(limit);
  if (!limit.partner.empty()) out += " with " + limit.partner;
  if (limit.scope == Scope::programme) out += " in the programme";
  return out;
}

}  // namespace crosswalk
