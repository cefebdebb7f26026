// SPDX-License-Identifier: Apache-2.0
#include "lib/model/rule.hpp"

#include "lib/model/enumeration.hpp"

namespace crosswalk {
namespace {

constexpr Enumeration<Layer, 6> layers{{{{"law", Layer::law},
                                         {"system-agreement", Layer::system_agreement},
                                         {"institution", Layer::institution},
                                         {"programme", Layer::programme},
                                         {"course-rule", Layer::course_rule},
                                         {"student-agreement", Layer::student_agreement}}}};
constexpr Enumeration<OnConflict, 4> operators{{{{"override-lower", OnConflict::override_lower},
                                                 {"yield-to-lower", OnConflict::yield_to_lower},
                                                 {"combine", OnConflict::combine},
                                                 {"report", OnConflict::report}}}};
constexpr Enumeration<AwardKind, 8> award_kinds{{{{"course", AwardKind::course},
                                                  {"block", AwardKind::block},
                                                  {"elective", AwardKind::elective},
                                                  {"exemption", AwardKind::exemption},
                                                  {"subject-only", AwardKind::subject_only},
                                                  {"unit-only", AwardKind::unit_only},
                                                  {"review", AwardKind::review},
                                                  {"none", AwardKind::none}}}};
constexpr Enumeration<Excess, 3> excesses{
    {{{"to-elective", Excess::to_elective}, {"lost", Excess::lost}, {"needs-petition", Excess::needs_petition}}}};
constexpr Enumeration<GradeTreatment, 3> treatments{{{{"excluded", GradeTreatment::excluded},
                                                      {"included", GradeTreatment::included},
                                                      {"pass-only", GradeTreatment::pass_only}}}};
constexpr Enumeration<RoundingPlace, 4> places{{{{"never", RoundingPlace::never},
                                                 {"per-course", RoundingPlace::per_course},
                                                 {"per-school", RoundingPlace::per_school},
                                                 {"total", RoundingPlace::total}}}};
constexpr Enumeration<Repeats, 4> repeat_rules{{{{"keep-best", Repeats::keep_best},
                                                 {"keep-last", Repeats::keep_last},
                                                 {"keep-first", Repeats::keep_first},
                                                 {"average", Repeats::average}}}};

}  // namespace

std::string_view name(Layer layer) { return layers.name(layer); }
std::string_view name(OnConflict conflict) { return operators.name(conflict); }
std::string_view name(AwardKind kind) { return award_kinds.name(kind); }
std::string_view name(Excess excess) { return excesses.name(excess); }
std::string_view name(GradeTreatment treatment) { return treatments.name(treatment); }
std::string_view name(RoundingPlace place) { return places.name(place); }
std::string_view name(Repeats repeats) { return repeat_rules.name(repeats); }
std::optional<Layer> layer(std::string_view name) { return layers.value(name); }
std::optional<OnConflict> on_conflict(std::string_view name) { return operators.value(name); }
std::optional<AwardKind> award_kind(std::string_view name) { return award_kinds.value(name); }
std::optional<Excess> excess(std::string_view name) { return excesses.value(name); }
std::optional<GradeTreatment> grade_treatment(std::string_view name) { return treatments.value(name); }
std::optional<RoundingPlace> rounding_place(std::string_view name) { return places.value(name); }
std::optional<Repeats> repeats(std::string_view name) { return repeat_rules.value(name); }

}  // namespace crosswalk
