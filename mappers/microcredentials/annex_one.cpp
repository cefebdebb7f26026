// SPDX-License-Identifier: Apache-2.0
#include "mappers/microcredentials/annex_one.hpp"

#include <algorithm>
#include <map>

#include "lib/model/credential_attributes.hpp"

namespace crosswalk::microcredentials {
namespace {

namespace attribute = credential_attribute;

struct Found {
  std::string text, remark;
};
using Elements = std::map<std::string, Found, std::less<>>;  // by id of the element: what is there

std::string value_of(const std::map<std::string, std::string>& attributes, std::string_view key) {
  const auto found = attributes.find(std::string(key));
  return found == attributes.end() ? std::string() : found->second;
}

std::string credits_text(const std::vector<StatedCredit>& credits) {
  std::string out;
  for (const StatedCredit& each : credits)
    out += (out.empty() ? "" : ", ") + to_string(each.amount) + (each.system.empty() ? "" : " " + each.system);
  return out;
}

std::string levels_text(const std::vector<StatedLevel>& levels) {
  std::string out;
  for (const StatedLevel& each : levels) out += (out.empty() ? "" : ", ") + each.scheme + " " + each.value;
  return out;
}

std::string outcomes_text(const std::vector<std::string>& ids, const std::string& words) {
  if (!words.empty()) return words;
  return ids.empty() ? std::string() : std::to_string(ids.size()) + " named";
}

Found workload(const std::optional<Workload>& hours, const std::vector<StatedCredit>& credits,
               const std::string& duration) {
  Found out;
  if (hours) out.text = to_string(hours->high) + " hours";
  if (const std::string amount = credits_text(credits); !amount.empty())
    out.text += (out.text.empty() ? "" : ", ") + amount;
  if (out.text.empty() && !duration.empty()) out = {duration, "a duration without a fixed length in hours"};
  const bool unit = std::ranges::any_of(credits, [](const StatedCredit& each) { return !each.system.empty(); });
  if (!hours && !credits.empty() && !unit) out.remark = "an amount of credit without a unit";
  return out;
}

Found learner(const Learner& learner) {
  const std::string name =
      learner.given + (learner.given.empty() || learner.family.empty() ? "" : " ") + learner.family;
  if (!name.empty()) return {name, ""};
  for (const ForeignId& id : learner.ids)
    if (!id.value.empty())
      return {id.scheme,
              id.scheme.ends_with("(hashed)") ? "a hash only, not a name" : "an identifier only, not a name"};
  return {};
}

void add_attributes(const std::map<std::string, std::string>& attributes, Elements& into) {
  into["M09"].text = value_of(attributes, attribute::assessment_type);
  into["M10"].text = value_of(attributes, attribute::participation);
  into["M11"].text = value_of(attributes, attribute::quality_assurance);
  into["O01"].text = value_of(attributes, attribute::entry_requirements);
  into["O02"].text = value_of(attributes, attribute::identity_verification);
  into["O04"].text = value_of(attributes, attribute::stackability);
  into["O05"].text = value_of(attributes, attribute::further_information);
}

void add_institution(const Institution* body, Elements& into) {
  if (body == nullptr) return;
  into["M03"].text = body->country;
  into["M04"].text = body->title.empty() ? body->id.text : std::string(body->title.text());
  if (body->title.empty() && !body->id.empty()) into["M04"].remark = "an identifier only, not a name";
}

Elements elements_of(const LearnerRecord& record, const Attempt& attempt) {
  Elements out;
  out["M01"] = learner(record.learner);
  out["M02"].text = attempt.title.text();
  const Institution* body = record.institution(attempt.institution);
  add_institution(body != nullptr || record.institutions.empty() ? body : &record.institutions.front(), out);
  const Institution* issuer = record.institution(InstitutionId{value_of(record.attributes, "issuer")});
  if (issuer != nullptr && !issuer->country.empty()) out["M03"].text = issuer->country;
  const std::optional<Date> issued = record.issued ? record.issued : attempt.completed;
  if (issued) out["M05"].text = to_string(*issued);
  out["M06"].text = outcomes_text(attempt.outcomes, value_of(attempt.attributes, attribute::outcomes_text));
  out["M07"] = workload(attempt.workload, attempt.credits, value_of(attempt.attributes, attribute::stated_duration));
  out["M08"].text = levels_text(attempt.levels);
  add_attributes(attempt.attributes, out);
  if (attempt.grade) out["O03"].text = attempt.grade->label;
  if (const std::string evidence = value_of(attempt.attributes, "evidence"); out["O05"].text.empty())
    out["O05"].text = evidence;
  return out;
}

Elements elements_of(const Catalogue& catalogue, const Offering& offering) {
  Elements out;
  out["M02"].text = offering.title.text();
  const auto body = std::ranges::find(catalogue.institutions, offering.provider, &Institution::id);
  if (body != catalogue.institutions.end())
    add_institution(&*body, out);
  else if (!offering.provider.empty())
    out["M04"] = {offering.provider.text, "an identifier only, not a name"};
  out["M06"].text = outcomes_text(offering.outcomes, value_of(offering.attributes, attribute::outcomes_text));
  out["M07"] = workload(offering.workload, offering.credits, value_of(offering.attributes, attribute::stated_duration));
  out["M08"].text = levels_text(offering.levels);
  add_attributes(offering.attributes, out);
  if (!offering.prerequisite_text.empty()) out["O01"].text = offering.prerequisite_text.front();
  if (offering.prerequisites && out["O01"].text.empty()) out["O01"].text = to_string(*offering.prerequisites);
  return out;
}

// The table writes the place of an element, or in parentheses that there is none.
bool carries(const MicrocredentialElement& element, Carrier carrier) {
  const std::string& place = carrier == Carrier::elm    ? element.elm
                             : carrier == Carrier::ctdl ? element.ctdl
                                                        : element.open_badges;
  return !place.empty() && place.front() != '(';
}

Completeness completeness(std::string id, std::string title, const Elements& found, Carrier carrier,
                          const Facts& facts) {
  Completeness out{std::move(id), std::move(title), {}, {}};
  for (const MicrocredentialElement& element : facts.elements) {
    ElementFinding finding;
    finding.element = &element;
    if (const auto at = found.find(element.fact.id); at != found.end() && !at->second.text.empty()) {
      finding.presence = Presence::present;
      finding.found = at->second.text;
      finding.remark = at->second.remark;
    } else if (!carries(element, carrier)) {
      finding.presence = Presence::not_carried;
    }
    (element.requirement.starts_with("mandatory") ? out.mandatory : out.optional).push_back(std::move(finding));
  }
  return out;
}

// Full months of an ISO 8601 duration in months or years ("P60M", "P1Y6M"); nothing where it has other parts.
std::optional<Rational> months_of(std::string_view duration) {
  if (!duration.starts_with('P') || duration.find('T') != std::string_view::npos) return std::nullopt;
  Rational months = 0;
  std::string figures;
  for (const char c : duration.substr(1)) {
    if (c >= '0' && c <= '9') {
      figures += c;
      continue;
    }
    const auto amount = Rational::parse(figures);
    figures.clear();
    if (!amount || (c != 'M' && c != 'Y')) return std::nullopt;
    months += c == 'Y' ? *amount * Rational(12) : *amount;
  }
  if (!figures.empty() || months.is_zero()) return std::nullopt;
  return months;
}

const CreditSystem* system_named(std::string_view id, const Facts& facts) {
  const auto found = std::ranges::find(facts.systems, id, [](const CreditSystem& each) { return each.id(); });
  return found == facts.systems.end() ? nullptr : &*found;
}

void compare(const Attempt& attempt, const StatedCredit& credit, const CreditSystem& system, Diagnostics& into) {
  if (!system.hours_low || !system.hours_high || credit.amount.is_zero()) return;
  const Rational low = *system.hours_low * credit.amount, high = *system.hours_high * credit.amount;
  const std::string worth = to_string(credit.amount) + " " + system.id() + " are " + to_string(low) + " to " +
                            to_string(high) + " hours of work";
  const std::string written = value_of(attempt.attributes, attribute::stated_duration);
  const auto months = months_of(written);
  if (months && system.per_year && *months * *system.per_year > credit.amount * Rational(120))
    into.push_back({Severity::warning, "microcredential.duration", attempt.where,
                    "the duration " + written + " is " + to_string(*months) + " months, but " + worth + "; PT" +
                        written.substr(1) + " (minutes) or PT" + written.substr(1, written.size() - 2) +
                        "H (hours) may be meant"});
  if (attempt.workload && (attempt.workload->high * Rational(2) < low || attempt.workload->low > high * Rational(2)))
    into.push_back({Severity::warning, "microcredential.workload", attempt.where,
                    "a workload of " + to_string(attempt.workload->high) + " hours is stated, but " + worth});
}

}  // namespace

std::optional<Carrier> carrier_of(std::string_view format) {
  if (format == "elm" || format == "edci") return Carrier::elm;
  if (format == "open-badges" || format == "clr") return Carrier::open_badges;
  if (format == "ctdl") return Carrier::ctdl;
  return std::nullopt;
}

std::string_view name(Presence presence) {
  switch (presence) {
    case Presence::present:
      return "present";
    case Presence::missing:
      return "missing";
    case Presence::not_carried:
      return "cannot be carried";
  }
  return "";
}

std::size_t Completeness::present(const std::vector<ElementFinding>& among) const {
  return static_cast<std::size_t>(std::ranges::count(among, Presence::present, &ElementFinding::presence));
}

std::vector<Completeness> check(const LearnerRecord& record, Carrier carrier, const Facts& facts) {
  std::vector<Completeness> out;
  for (const Attempt& attempt : record.attempts)
    if (!attempt.parent)
      out.push_back(completeness(attempt.id.text, std::string(attempt.title.text()), elements_of(record, attempt),
                                 carrier, facts));
  return out;
}

std::vector<Completeness> check(const Catalogue& catalogue, Carrier carrier, const Facts& facts) {
  const auto is_credential = [](const Offering& each) {
    return each.kind == OfferingKind::micro_credential || each.kind == OfferingKind::certificate ||
           each.kind == OfferingKind::qualification;
  };
  std::vector<Completeness> out;
  for (const Offering& offering : catalogue.offerings)
    if (is_credential(offering))
      out.push_back(completeness(offering.id.text, std::string(offering.title.text()), elements_of(catalogue, offering),
                                 carrier, facts));
  return out;
}

Diagnostics implausible(const LearnerRecord& record, const Facts& facts) {
  Diagnostics out;
  for (const Attempt& attempt : record.attempts)
    for (const StatedCredit& credit : attempt.credits)
      if (const CreditSystem* system = system_named(credit.system, facts)) compare(attempt, credit, *system, out);
  return out;
}

}  // namespace crosswalk::microcredentials
