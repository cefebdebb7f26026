// SPDX-License-Identifier: Apache-2.0
#include "lib/model/learner_record.hpp"

#include "lib/model/enumeration.hpp"

#include <algorithm>

namespace crosswalk {
namespace {

constexpr Enumeration<AttemptKind, 11> kinds{{{{"course", AttemptKind::course},
                                               {"module", AttemptKind::module},
                                               {"programme", AttemptKind::programme},
                                               {"class", AttemptKind::class_part},
                                               {"exam", AttemptKind::exam},
                                               {"training", AttemptKind::training},
                                               {"prior-learning", AttemptKind::prior_learning},
                                               {"qualification", AttemptKind::qualification},
                                               {"milestone", AttemptKind::milestone},
                                               {"block", AttemptKind::block},
                                               {"other", AttemptKind::other}}}};

constexpr Enumeration<Origin, 6> origins{{{{"resident", Origin::resident},
                                           {"transfer", Origin::transfer},
                                           {"exam", Origin::exam},
                                           {"military", Origin::military},
                                           {"prior-learning", Origin::prior_learning},
                                           {"unknown", Origin::unknown}}}};

constexpr Enumeration<Status, 15> statuses{{{{"completed", Status::completed},
                                             {"passed", Status::completed},
                                             {"transferred", Status::completed},
                                             {"in-progress", Status::in_progress},
                                             {"in progress", Status::in_progress},
                                             {"registered", Status::in_progress},
                                             {"planned", Status::planned},
                                             {"failed", Status::failed},
                                             {"withdrawn", Status::withdrawn},
                                             {"incomplete", Status::in_progress},
                                             {"exempt", Status::exempt},
                                             {"waived", Status::exempt},
                                             {"superseded", Status::superseded},
                                             {"repeated", Status::superseded},
                                             {"unknown", Status::unknown}}}};

}  // namespace

std::string_view name(AttemptKind kind) { return kinds.name(kind); }
std::string_view name(Origin origin) { return origins.name(origin); }
std::string_view name(Status status) { return statuses.name(status); }
std::optional<AttemptKind> attempt_kind(std::string_view name) { return kinds.value(name); }
std::optional<Origin> origin(std::string_view name) { return origins.value(name); }
std::optional<Status> status(std::string_view name) { return statuses.value(name); }

std::optional<Rational> Attempt::credit(std::string_view system) const {
  const auto at = std::ranges::find(credits, system, &StatedCredit::system);
  return at == credits.end() ? std::nullopt : std::optional(at->amount);
}

std::optional<Date> Attempt::taken() const {
  if (completed) return completed;
  if (term) return term->date();
  return started;
}

std::optional<Date> LearnerRecord::latest_date() const {
  std::optional<Date> latest = issued;
  for (const Attempt& attempt : attempts)
    for (const std::optional<Date>& date : {attempt.started, attempt.taken()})
      if (date && (!latest || date->latest() > latest->latest())) latest = date;
  return latest;
}

const Institution* LearnerRecord::institution(const InstitutionId& id) const {
  const auto at = std::ranges::find(institutions, id, &Institution::id);
  return at == institutions.end() ? nullptr : &*at;
}

}  // namespace crosswalk
