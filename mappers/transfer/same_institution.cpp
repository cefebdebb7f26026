// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/same_institution.hpp"

#include <algorithm>
#include <map>

namespace crosswalk::transfer {
namespace {

bool means(const Institution& known, const InstitutionId& id, const Institution* in_record) {
  const auto called = [&](const ForeignId& each) { return each.value == id.text; };
  if (std::ranges::any_of(known.ids, called)) return true;
  if (in_record == nullptr) return false;
  return std::ranges::any_of(
      in_record->ids, [&](const ForeignId& each) { return std::ranges::find(known.ids, each) != known.ids.end(); });
}

}  // namespace

std::optional<LearnerRecord> with_known_institutions(const LearnerRecord& record, const RuleSet& set) {
  std::map<InstitutionId, InstitutionId> renamed;
  for (const Institution& known : set.institutions) {
    if (known.ids.empty()) continue;
    for (const Attempt& attempt : record.attempts)
      if (attempt.institution != known.id && !attempt.institution.empty() && !renamed.contains(attempt.institution) &&
          means(known, attempt.institution, record.institution(attempt.institution)))
        renamed.emplace(attempt.institution, known.id);
  }
  if (renamed.empty()) return {};
  LearnerRecord out = record;
  for (Attempt& attempt : out.attempts)
    if (const auto at = renamed.find(attempt.institution); at != renamed.end()) attempt.institution = at->second;
  for (Institution& institution : out.institutions)
    if (const auto at = renamed.find(institution.id); at != renamed.end()) institution.id = at->second;
  return out;
}

}  // namespace crosswalk::transfer
