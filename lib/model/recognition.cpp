// SPDX-License-Identifier: Apache-2.0
#include "lib/model/recognition.hpp"

#include <algorithm>
#include <numeric>

#include "lib/model/enumeration.hpp"

namespace crosswalk {
namespace {

constexpr Enumeration<Fate, fate_count> fates{{{{"awarded", Fate::awarded},
                                                {"conditional", Fate::conditional},
                                                {"exempt", Fate::exempt},
                                                {"subject-only", Fate::subject_only},
                                                {"excess", Fate::excess},
                                                {"denied-rule", Fate::denied_rule},
                                                {"denied-cap", Fate::denied_cap},
                                                {"unknown", Fate::unknown},
                                                {"superseded", Fate::superseded},
                                                {"not-earned", Fate::not_earned}}}};
constexpr Enumeration<Outcome, 8> outcomes{{{{"awarded", Outcome::awarded},
                                             {"awarded-conditional", Outcome::awarded_conditional},
                                             {"exempt", Outcome::exempt},
                                             {"subject-only", Outcome::subject_only},
                                             {"unit-only", Outcome::unit_only},
                                             {"denied", Outcome::denied},
                                             {"unknown", Outcome::unknown},
                                             {"superseded", Outcome::superseded}}}};
constexpr Enumeration<Step::Kind, 17> steps{{{{"match", Step::Kind::match},
                                              {"clock", Step::Kind::clock},
                                              {"grade", Step::Kind::grade},
                                              {"conversion", Step::Kind::conversion},
                                              {"award", Step::Kind::award},
                                              {"granted", Step::Kind::granted},
                                              {"shortage", Step::Kind::shortage},
                                              {"excess", Step::Kind::excess},
                                              {"rounding", Step::Kind::rounding},
                                              {"cap", Step::Kind::cap},
                                              {"overlap", Step::Kind::overlap},
                                              {"repeat", Step::Kind::repeat},
                                              {"ladder", Step::Kind::ladder},
                                              {"double-count", Step::Kind::double_count},
                                              {"layer", Step::Kind::layer},
                                              {"in-progress", Step::Kind::in_progress},
                                              {"accounting", Step::Kind::accounting}}}};

}  // namespace

Rational Balance::sum() const { return std::accumulate(fates.begin(), fates.end(), Rational()); }

bool Evaluation::balanced() const {
  return std::ranges::all_of(balances, [](const auto& entry) { return entry.second.balanced(); });
}

std::string_view name(Fate fate) { return fates.name(fate); }
std::string_view name(Outcome outcome) { return outcomes.name(outcome); }
std::string_view name(Step::Kind kind) { return steps.name(kind); }
std::optional<Fate> fate(std::string_view name) { return fates.value(name); }
std::optional<Outcome> outcome(std::string_view name) { return outcomes.value(name); }

}  // namespace crosswalk
