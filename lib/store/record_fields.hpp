// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/model/learner_record.hpp"
#include "lib/model/offering.hpp"
#include "lib/store/field.hpp"
#include "lib/store/rule_fields.hpp"

// The members of learner records and catalogues.
namespace crosswalk::store {

constexpr auto fields(Type<Learner>) {
  using T = Learner;
  return std::tuple{
      field("given", &T::given), field("family", &T::family),           field("birth_as_written", &T::birth_as_written),
      field("birth", &T::birth), field("citizenship", &T::citizenship), field("ids", &T::ids)};
}
constexpr auto fields(Type<StatedLevel>) {
  using T = StatedLevel;
  return std::tuple{field("scheme", &T::scheme), field("value", &T::value), field("description", &T::description)};
}
constexpr auto fields(Type<ResultDistribution::Category>) {
  using T = ResultDistribution::Category;
  return std::tuple{field("label", &T::label), field("count", &T::count)};
}
constexpr auto fields(Type<ResultDistribution>) {
  using T = ResultDistribution;
  return std::tuple{field("categories", &T::categories), field("description", &T::description)};
}
constexpr auto fields(Type<StatedCredit>) {
  using T = StatedCredit;
  return std::tuple{field("system", &T::system), field("system_as_written", &T::system_as_written),
                    field("level", &T::level), field("amount", &T::amount)};
}
constexpr auto fields(Type<Attachment>) {
  using T = Attachment;
  return std::tuple{field("title", &T::title), field("type", &T::type), field("media_type", &T::media_type),
                    field("bytes", &T::bytes), field("sha256", &T::sha256)};
}
constexpr auto fields(Type<Workload>) {
  return std::tuple{field("low", &Workload::low), field("high", &Workload::high)};
}
constexpr auto fields(Type<Grade>) { return std::tuple{field("label", &Grade::label), field("scale", &Grade::scale)}; }
constexpr auto fields(Type<GradeScale::Band>) {
  using T = GradeScale::Band;
  return std::tuple{field("label", &T::label), field("rank", &T::rank), field("points", &T::points),
                    field("passing", &T::passing), field("counts_in_gpa", &T::counts_in_gpa)};
}
constexpr auto fields(Type<GradeScale>) {
  using T = GradeScale;
  return std::tuple{field("id", &T::id), field("bands", &T::bands), field("best", &T::best), field("worst", &T::worst),
                    field("pass", &T::pass)};
}
constexpr auto fields(Type<Attempt>) {
  using T = Attempt;
  return std::tuple{field("id", &T::id),
                    field("kind", &T::kind),
                    field("status", &T::status),
                    field("status_stated", &T::status_stated),
                    field("origin", &T::origin),
                    field("institution", &T::institution),
                    field("ids", &T::ids),
                    field("code", &T::code),
                    field("title", &T::title),
                    field("type_as_written", &T::type_as_written),
                    field("parent", &T::parent),
                    field("term", &T::term),
                    field("started", &T::started),
                    field("completed", &T::completed),
                    field("credits", &T::credits),
                    field("grade", &T::grade),
                    field("levels", &T::levels),
                    field("distribution", &T::distribution),
                    field("fields", &T::fields),
                    field("language", &T::language),
                    field("workload", &T::workload),
                    field("attachments", &T::attachments),
                    field("attributes", &T::attributes),
                    field("tags", &T::tags),
                    field("outcomes", &T::outcomes),
                    field("where", &T::where),
                    field("derived_from", &T::derived_from),
                    field("awarded_by", &T::awarded_by),
                    field("unit_credit", &T::unit_credit),
                    field("subject_credit", &T::subject_credit)};
}
constexpr auto fields(Type<GradeShare>) {
  return std::tuple{field("label", &GradeShare::label), field("percent", &GradeShare::percent)};
}
constexpr auto fields(Type<LearnerRecord>) {
  using T = LearnerRecord;
  return std::tuple{field("format", &T::format),
                    field("dialect", &T::dialect),
                    field("learner", &T::learner),
                    field("institutions", &T::institutions),
                    field("attempts", &T::attempts),
                    field("scales", &T::scales),
                    field("grade_tables", &T::grade_tables),
                    field("attachments", &T::attachments),
                    field("issued", &T::issued),
                    field("declared", &T::declared),
                    field("attributes", &T::attributes)};
}
constexpr auto fields(Type<Money>) {
  return std::tuple{field("amount", &Money::amount), field("currency", &Money::currency)};
}
constexpr auto fields(Type<Offering>) {
  using T = Offering;
  return std::tuple{field("id", &T::id),
                    field("kind", &T::kind),
                    field("provider", &T::provider),
                    field("code", &T::code),
                    field("ids", &T::ids),
                    field("title", &T::title),
                    field("description", &T::description),
                    field("credits", &T::credits),
                    field("workload", &T::workload),
                    field("levels", &T::levels),
                    field("subjects", &T::subjects),
                    field("outcomes", &T::outcomes),
                    field("prerequisites", &T::prerequisites),
                    field("corequisites", &T::corequisites),
                    field("prerequisite_text", &T::prerequisite_text),
                    field("exclusions", &T::exclusions),
                    field("terms", &T::terms),
                    field("cost", &T::cost),
                    field("duration_weeks", &T::duration_weeks),
                    field("validity", &T::validity),
                    field("credit_lapses_years", &T::credit_lapses_years),
                    field("parts", &T::parts),
                    field("awarded_by_parts", &T::awarded_by_parts),
                    field("attributes", &T::attributes),
                    field("tags", &T::tags),
                    field("where", &T::where)};
}
constexpr auto fields(Type<Catalogue>) {
  using T = Catalogue;
  return std::tuple{field("format", &T::format),
                    field("title", &T::title),
                    field("institutions", &T::institutions),
                    field("offerings", &T::offerings),
                    field("equivalences", &T::equivalences),
                    field("terms", &T::terms),
                    field("term_weeks", &T::term_weeks),
                    field("term_credits", &T::term_credits),
                    field("currency", &T::currency),
                    field("rates", &T::rates),
                    field("source", &T::source)};
}

}  // namespace crosswalk::store
