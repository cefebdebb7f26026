// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/admission.hpp"

namespace crosswalk::levels {
namespace {

bool within(const Referencing& row, const Date& as_of) { return !has_ended(row, as_of); }

Admitted admit_superseded(const Referencing& row, const Admission& admission) {
  if (admission.include_unverified || (admission.past && within(row, admission.as_of))) return Admitted::yes;
  const bool of_edition = !admission.edition.empty() &&
                          (row.from.framework.text == admission.edition || row.to.framework.text == admission.edition);
  return admission.awarded && of_edition ? Admitted::yes : Admitted::superseded;
}

}  // namespace

bool has_ended(const Referencing& row, const Date& as_of) {
  return row.fact.usage.period.until && row.fact.usage.period.until->year < as_of.year;
}

Admitted admit(const Referencing& row, const Admission& admission) {
  if (row.standing == Standing::not_usable) return Admitted::not_usable;
  if (row.fact.evidence == Evidence::shaky && !admission.include_unverified) return Admitted::shaky;
  if (row.year && *row.year > admission.as_of.year) return Admitted::not_yet;
  switch (row.standing) {
    case Standing::in_force:
    case Standing::historic:
      return Admitted::yes;
    case Standing::superseded:
      return admit_superseded(row, admission);
    case Standing::draft:
      return admission.include_unverified || admission.past ? Admitted::yes : Admitted::draft;
    case Standing::not_usable:
      break;
  }
  return Admitted::not_usable;
}

std::string_view reason(Admitted admitted) {
  switch (admitted) {
    case Admitted::yes:
      return "may answer";
    case Admitted::not_usable:
      return "was rejected and is never used";
    case Admitted::shaky:
      return "is shaky (needs --include-unverified)";
    case Admitted::superseded:
      return "is superseded (needs --as-of, --awarded or --include-unverified)";
    case Admitted::draft:
      return "is a draft (needs --as-of or --include-unverified)";
    case Admitted::not_yet:
      return "was published after the date asked for";
  }
  return "";
}

}  // namespace crosswalk::levels
