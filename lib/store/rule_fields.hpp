// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/model/requirement.hpp"
#include "lib/model/rule.hpp"
#include "lib/store/field.hpp"

// The members of rules, requirements and what both are made of.
namespace crosswalk::store {

constexpr auto fields(Type<Location>) {
  using T = Location;
  return std::tuple{field("file", &T::file), field("line", &T::line), field("column", &T::column),
                    field("offset", &T::offset), field("pointer", &T::pointer)};
}
constexpr auto fields(Type<ForeignId>) {
  return std::tuple{field("scheme", &ForeignId::scheme), field("value", &ForeignId::value)};
}
constexpr auto fields(Type<LanguageText>) { return std::tuple{field("by_language", &LanguageText::by_language)}; }
constexpr auto fields(Type<CourseCode>) {
  return std::tuple{field("subject", &CourseCode::subject), field("number", &CourseCode::number)};
}
constexpr auto fields(Type<Term>) { return std::tuple{field("start", &Term::start), field("season", &Term::season)}; }
constexpr auto fields(Type<Rounding>) {
  return std::tuple{field("mode", &Rounding::mode), field("step", &Rounding::step)};
}
constexpr auto fields(Type<Period>) { return std::tuple{field("from", &Period::from), field("until", &Period::until)}; }
constexpr auto fields(Type<Source>) {
  using T = Source;
  return std::tuple{field("document", &T::document), field("locator", &T::locator), field("retrieved", &T::retrieved),
                    field("decided_by", &T::decided_by), field("decided_on", &T::decided_on)};
}
constexpr auto fields(Type<Institution>) {
  using T = Institution;
  return std::tuple{field("id", &T::id), field("title", &T::title), field("country", &T::country),
                    field("ids", &T::ids)};
}
constexpr auto fields(Type<Selector>) {
  using T = Selector;
  return std::tuple{field("kind", &T::kind),
                    field("course", &T::course),
                    field("text", &T::text),
                    field("institution", &T::institution),
                    field("subject", &T::subject),
                    field("low", &T::low),
                    field("high", &T::high),
                    field("attribute", &T::attribute),
                    field("comparison", &T::comparison),
                    field("values", &T::values),
                    field("parts", &T::parts)};
}
constexpr auto fields(Type<Limit>) {
  using T = Limit;
  return std::tuple{field("id", &T::id),
                    field("bound", &T::bound),
                    field("measure", &T::measure),
                    field("amount", &T::amount),
                    field("system", &T::system),
                    field("of", &T::of),
                    field("by", &T::by),
                    field("by_name", &T::by_name),
                    field("each", &T::each),
                    field("scope", &T::scope),
                    field("partner", &T::partner),
                    field("last", &T::last),
                    field("units_only", &T::units_only),
                    field("text", &T::text),
                    field("source", &T::source)};
}
constexpr auto fields(Type<GradeDemand>) {
  using T = GradeDemand;
  return std::tuple{field("at_least", &T::at_least), field("at_most", &T::at_most), field("scale", &T::scale),
                    field("min_points", &T::min_points), field("max_points", &T::max_points)};
}
constexpr auto fields(Type<Take>) {
  using T = Take;
  return std::tuple{field("from", &T::from),
                    field("min_courses", &T::min_courses),
                    field("max_courses", &T::max_courses),
                    field("min_credits", &T::min_credits),
                    field("max_credits", &T::max_credits),
                    field("system", &T::system),
                    field("join", &T::join),
                    field("grade", &T::grade),
                    field("min_units", &T::min_units),
                    field("max_units", &T::max_units),
                    field("including", &T::including),
                    field("limits", &T::limits),
                    field("multiplicity", &T::multiplicity),
                    field("whole_at_one_institution", &T::whole_at_one_institution)};
}
constexpr auto fields(Type<Condition>) {
  using T = Condition;
  return std::tuple{field("kind", &T::kind),     field("truth", &T::truth),   field("parts", &T::parts),
                    field("count", &T::count),   field("most", &T::most),     field("take", &T::take),
                    field("over", &T::over),     field("amount", &T::amount), field("system", &T::system),
                    field("key", &T::key),       field("values", &T::values), field("clock", &T::clock),
                    field("period", &T::period), field("text", &T::text),     field("concurrent", &T::concurrent)};
}
constexpr auto fields(Type<Award>) {
  using T = Award;
  return std::tuple{field("kind", &T::kind),
                    field("course", &T::course),
                    field("title", &T::title),
                    field("credits", &T::credits),
                    field("share", &T::share),
                    field("level", &T::level),
                    field("effective_level", &T::effective_level),
                    field("area", &T::area),
                    field("attributes", &T::attributes),
                    field("satisfies", &T::satisfies)};
}
constexpr auto fields(Type<Rule>) {
  using T = Rule;
  return std::tuple{field("id", &T::id),
                    field("title", &T::title),
                    field("layer", &T::layer),
                    field("rank", &T::rank),
                    field("from", &T::from),
                    field("to", &T::to),
                    field("when", &T::when),
                    field("taken", &T::taken),
                    field("in_force", &T::in_force),
                    field("catalogue", &T::catalogue),
                    field("programmes", &T::programmes),
                    field("match", &T::match),
                    field("awards", &T::awards),
                    field("shortage_tolerated", &T::shortage_tolerated),
                    field("excess", &T::excess),
                    field("counts_against", &T::counts_against),
                    field("grades", &T::grades),
                    field("as_resident", &T::as_resident),
                    field("exempt_from_caps", &T::exempt_from_caps),
                    field("on_conflict", &T::on_conflict),
                    field("overrides", &T::overrides),
                    field("source", &T::source),
                    field("honours", &T::honours),
                    field("derived_from", &T::derived_from),
                    field("conditions", &T::conditions)};
}
constexpr auto fields(Type<Ladder>) {
  using T = Ladder;
  return std::tuple{field("id", &T::id), field("steps", &T::steps), field("source", &T::source)};
}
constexpr auto fields(Type<Overlap>) {
  using T = Overlap;
  return std::tuple{field("first", &T::first), field("second", &T::second), field("amount", &T::amount),
                    field("system", &T::system), field("source", &T::source)};
}
constexpr auto fields(Type<PassPolicy>) {
  using T = PassPolicy;
  return std::tuple{field("institution", &T::institution),
                    field("label", &T::label),
                    field("means", &T::means),
                    field("scale", &T::scale),
                    field("accepted", &T::accepted),
                    field("source", &T::source)};
}
constexpr auto fields(Type<Accreditation>) {
  using T = Accreditation;
  return std::tuple{field("institution", &T::institution), field("body", &T::body), field("period", &T::period),
                    field("source", &T::source)};
}
constexpr auto fields(Type<Equivalence>) {
  using T = Equivalence;
  return std::tuple{field("codes", &T::codes), field("institution", &T::institution), field("period", &T::period),
                    field("one_way", &T::one_way)};
}
constexpr auto fields(Type<OwnConversion>) {
  using T = OwnConversion;
  return std::tuple{field("from", &T::from), field("to", &T::to), field("factor", &T::factor),
                    field("basis", &T::basis), field("source", &T::source)};
}
constexpr auto fields(Type<RuleSet>) {
  using T = RuleSet;
  return std::tuple{field("id", &T::id),
                    field("title", &T::title),
                    field("institution", &T::institution),
                    field("institutions", &T::institutions),
                    field("groups", &T::groups),
                    field("system", &T::system),
                    field("grade_scale", &T::grade_scale),
                    field("rules", &T::rules),
                    field("caps", &T::caps),
                    field("sets", &T::sets),
                    field("equivalences", &T::equivalences),
                    field("ladders", &T::ladders),
                    field("overlaps", &T::overlaps),
                    field("pass_policies", &T::pass_policies),
                    field("accreditations", &T::accreditations),
                    field("conversions", &T::conversions),
                    field("rounding", &T::rounding),
                    field("rounding_place", &T::rounding_place),
                    field("repeats", &T::repeats),
                    field("grades", &T::grades),
                    field("conflicts", &T::conflicts),
                    field("minimum_grade", &T::minimum_grade),
                    field("provisional_in_progress", &T::provisional_in_progress),
                    field("source", &T::source)};
}
constexpr auto fields(Type<Requirement>) {
  using T = Requirement;
  return std::tuple{field("id", &T::id),
                    field("title", &T::title),
                    field("need", &T::need),
                    field("parts", &T::parts),
                    field("at_least", &T::at_least),
                    field("at_most", &T::at_most),
                    field("counting", &T::counting),
                    field("every_part", &T::every_part),
                    field("min_areas", &T::min_areas),
                    field("passes_at_most", &T::passes_at_most),
                    field("everything_counts", &T::everything_counts),
                    field("when", &T::when),
                    field("limits", &T::limits),
                    field("block", &T::block),
                    field("share_with", &T::share_with),
                    field("exclusive_of", &T::exclusive_of),
                    field("priority", &T::priority),
                    field("optional", &T::optional),
                    field("counts_in_total", &T::counts_in_total),
                    field("pool", &T::pool),
                    field("advice", &T::advice),
                    field("unchecked", &T::unchecked),
                    field("award", &T::award),
                    field("source", &T::source)};
}
constexpr auto fields(Type<Exception>) {
  using T = Exception;
  return std::tuple{field("kind", &T::kind),     field("requirement", &T::requirement),
                    field("course", &T::course), field("replacement", &T::replacement),
                    field("amount", &T::amount), field("once", &T::once),
                    field("reason", &T::reason), field("actor", &T::actor),
                    field("date", &T::date)};
}
constexpr auto fields(Type<Programme>) {
  using T = Programme;
  return std::tuple{field("id", &T::id),
                    field("title", &T::title),
                    field("institution", &T::institution),
                    field("award", &T::award),
                    field("level", &T::level),
                    field("system", &T::system),
                    field("total", &T::total),
                    field("default_credits", &T::default_credits),
                    field("grade_scale", &T::grade_scale),
                    field("catalogue", &T::catalogue),
                    field("root", &T::root),
                    field("limits", &T::limits),
                    field("sets", &T::sets),
                    field("blocks", &T::blocks),
                    field("equivalences", &T::equivalences),
                    field("exceptions", &T::exceptions),
                    field("share_by_default", &T::share_by_default),
                    field("source", &T::source)};
}

}  // namespace crosswalk::store
