// SPDX-License-Identifier: Apache-2.0
#include "lib/store/body.hpp"

#include <catch2/catch.hpp>

#include "lib/store/framework_fields.hpp"
#include "lib/store/record_fields.hpp"

using namespace crosswalk;         // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::store;  // NOLINT(google-build-using-namespace)

namespace {

// A value converted to whatever an aggregate's member is: how many of them an aggregate takes is how many members it
// has.
struct Anything {
  template <class T>
  operator T() const;  // NOLINT(google-explicit-constructor): that is its purpose
};

template <class T, class... Given>
constexpr std::size_t members(Given... given) {
  if constexpr (requires { T{given..., Anything{}}; })
    return members<T>(given..., Anything{});
  else
    return sizeof...(Given);
}

template <class T>
constexpr std::size_t listed = std::tuple_size_v<decltype(fields(Type<T>{}))>;

template <class T>
void check_one() {
  CAPTURE(typeid(T).name());
  CHECK(listed<T> == members<T>());
}

template <class... T>
void check_listed() {
  (check_one<T>(), ...);
}

}  // namespace

TEST_CASE("every member of every kept struct is listed", "[store][body]") {
  check_listed<Learner, Institution, StatedLevel, ResultDistribution, ResultDistribution::Category, StatedCredit,
               Attachment, Attempt, GradeShare, LearnerRecord, Workload, Grade, GradeScale, GradeScale::Band, Money,
               Offering, Catalogue>();
  check_listed<Location, ForeignId, CourseCode, Term, Period, Rounding, Source, Selector, Limit, GradeDemand, Take,
               Condition, Award, Rule, Ladder, Overlap, PassPolicy, Accreditation, Equivalence, OwnConversion, RuleSet,
               Requirement, Exception, Programme>();
  check_listed<Usage, Fact, LevelRef, Descriptor, Level, Framework, Label, ClassCode, LevelBand, Competency,
               CompetencyFramework, Mapping, MappingSet, CurriculumCourse, Curriculum>();
}
