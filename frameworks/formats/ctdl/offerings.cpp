// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ctdl/offerings.hpp"

#include <algorithm>

#include "frameworks/formats/ctdl/vocabulary.hpp"
#include "frameworks/formats/edci/iso_duration.hpp"
#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "lib/model/credential_attributes.hpp"

namespace crosswalk::formats::ctdl {

namespace attribute = credential_attribute;

Catalogue OfferingBuilder::build() {
  Catalogue out;
  out.format = "ctdl";
  for (const Resource& resource : statements_.all()) {
    note_two_things(resource);
    if (is_organisation(resource)) out.institutions.push_back(organisation(resource));
    if (const auto kind = offering_kind_of(resource)) out.offerings.push_back(offering(resource, *kind));
  }
  return out;
}

Institution OfferingBuilder::organisation(const Resource& resource) {
  Institution out;
  out.id = InstitutionId{resource.id};
  out.title = statements_.texts(resource, {"name"});
  if (std::string ctid = statements_.first(resource, {"ctid"}); !ctid.empty()) out.ids.push_back({"ctid", ctid});
  if (std::string page = statements_.first(resource, {"subjectWebpage"}); !page.empty())
    out.ids.push_back({"web", page});
  for (const Resource* place : statements_.described(resource, {"address"})) {
    statements_.read_all(*place);
    if (out.country.empty()) out.country = std::string(statements_.texts(*place, {"addressCountry"}).text());
  }
  return out;
}

// Two classes of offering on one IRI are two things that share it: a degree and the programme for it.
void OfferingBuilder::note_two_things(const Resource& resource) {
  std::vector<std::string> words;
  for (const std::string& type : resource.types)
    if (offering_kind_of(type) && std::ranges::find(words, type) == words.end()) words.push_back(type);
  if (words.size() > 1)
    statements_.warn(resource, "two-things",
                     "one identifier is a " + words[0] + " and a " + words[1] + "; they are read as one " + words[0]);
  std::set<std::string> languages;
  for (const Value& value : resource.all("name"))
    if (!languages.insert(folded(value.language)).second)
      return statements_.warn(resource, "two-labels",
                              "has two names in one language: two things may share the identifier");
}

std::string OfferingBuilder::code(const Resource& resource) {
  const std::string coded = statements_.first(resource, {"codedNotation", "courseCode"});
  if (!coded.empty()) return coded;
  for (const Resource* each : statements_.described(resource, {"identifier", "identifierValue", "identifer"})) {
    statements_.read_all(*each);
    if (std::string value = each->first("identifierValueCode"); !value.empty()) return value;
  }
  return {};
}

InstitutionId OfferingBuilder::owner(const Resource& resource) {
  const auto offered = statements_.references(resource, {"offeredBy"});
  const auto owned = statements_.references(resource, {"ownedBy"});
  if (!offered.empty()) return InstitutionId{offered.front()};
  return InstitutionId{owned.empty() ? std::string() : owned.front()};
}

std::vector<StatedLevel> OfferingBuilder::levels(const Resource& resource,
                                                 std::initializer_list<std::string_view> properties) {
  std::vector<StatedLevel> out;
  for (const std::string& level : statements_.targets(resource, properties)) out.push_back(stated_level(level));
  return out;
}

// A value profile, a quantitative value, or a bare number.
std::optional<StatedCredit> OfferingBuilder::credit(const Resource& profile) {
  std::string written = statements_.first(profile, {"value", "creditUnitValue"});
  const std::string low = statements_.first(profile, {"minValue"}), high = statements_.first(profile, {"maxValue"});
  if (written.empty() && !low.empty() && low == high) written = low;
  if (written.empty()) {
    if (!low.empty() || !high.empty())
      statements_.warn(profile, "credit-range", "the credit is a range, " + low + " to " + high + ", and was left out");
    return std::nullopt;
  }
  const auto amount = usable_credit(written);
  if (!amount) {
    statements_.warn(profile, "credit", "credit value '" + written + "' is no usable amount (0 to 99999)");
    return std::nullopt;
  }
  StatedCredit out;
  out.amount = *amount;
  const auto units = statements_.targets(profile, {"creditUnitType"});
  out.system_as_written = units.empty() ? statements_.first(profile, {"unitText"}) : units.front();
  out.system = credit_unit(out.system_as_written);
  if (out.system.empty())
    statements_.warn(profile, "credit-without-unit", "credit " + written + " names no unit and stays without one",
                     Severity::note);
  const auto level = levels(profile, {"creditLevelType"});
  if (!level.empty()) out.level = level.front().value;
  return out;
}

std::vector<StatedCredit> OfferingBuilder::credits(const Resource& resource,
                                                   std::initializer_list<std::string_view> properties) {
  std::vector<StatedCredit> out;
  for (const Value& value : statements_.values(resource, properties)) {
    const Resource* profile = statements_.find(value.text);
    if (profile == nullptr) {
      if (const auto amount = usable_credit(value.text))
        out.push_back({"", "", "", *amount});
      else
        statements_.warn(resource, "credit", "credit value '" + value.text + "' is no usable amount (0 to 99999)");
      continue;
    }
    if (auto found = credit(*profile)) out.push_back(std::move(*found));
  }
  return out;
}

void OfferingBuilder::keep(const Resource& resource, std::initializer_list<std::string_view> properties,
                           std::string_view as, Offering& offering) {
  std::string all;
  for (const std::string_view property : properties)
    for (const Value& value : statements_.values(resource, {property}))
      if (const std::string name = statements_.target_name(value); !name.empty())
        all += (all.empty() ? "" : "; ") + name;
  if (!all.empty()) offering.attributes[std::string(as)] = all;
}

Offering OfferingBuilder::offering(const Resource& resource, OfferingKind kind) {
  Offering out;
  out.id = OfferingId{resource.id};
  out.kind = kind;
  out.where = statements_.at(resource);
  read_identity(resource, out);
  read_size(resource, out);
  read_content(resource, out);
  read_prerequisites(resource, out);
  read_relations(resource, out);
  read_cost(resource, out);
  return out;
}

void OfferingBuilder::read_identity(const Resource& resource, Offering& offering) {
  offering.provider = owner(resource);
  if (const std::string notation = code(resource); !notation.empty()) offering.code = CourseCode::parse(notation);
  if (std::string ctid = statements_.first(resource, {"ctid"}); !ctid.empty()) offering.ids.push_back({"ctid", ctid});
  for (const Resource* each : statements_.described(resource, {"identifier", "identifierValue"})) {
    statements_.read_all(*each);
    offering.ids.push_back({each->first("identifierTypeName"), each->first("identifierValueCode")});
  }
  offering.title = statements_.texts(resource, {"name"});
  offering.description = statements_.texts(resource, {"description"});
  offering.attributes["class"] = resource.types.front();
  keep(resource, {"inLanguage"}, "language", offering);
  keep(resource, {"subjectWebpage", "source"}, attribute::further_information, offering);
  keep(resource, {"credentialStatusType", "lifeCycleStatusType", "statusType"}, "status", offering);
  keep(resource, {"credentialType"}, "credential-type", offering);
  keep(resource, {"componentCategory", "category", "level"}, "category", offering);
  keep(resource, {"proxyFor", "sourceData"}, "proxy-for", offering);
  offering.validity.from = statements_.date(resource, {"dateEffective"});
  offering.validity.until = statements_.date(resource, {"expirationDate"});
}

void OfferingBuilder::read_size(const Resource& resource, Offering& offering) {
  offering.credits = credits(resource, {"creditValue", "defaultCredits"});
  if (offering.credits.empty() && !resource.first("creditUnitValue").empty())
    if (auto own = credit(resource)) offering.credits.push_back(std::move(*own));
  offering.levels = levels(resource, {"audienceLevelType", "educationLevel", "proficiencyLevel"});
  for (const StatedCredit& each : offering.credits)
    if (!each.level.empty()) offering.levels.push_back({"credit level", each.level, ""});
  for (const Resource* each : statements_.described(resource, {"estimatedDuration"})) {
    const std::string exact = statements_.first(*each, {"exactDuration"});
    keep(*each, {"description"}, "duration", offering);
    if (exact.empty()) continue;
    if (const auto hours = hours_of_duration(exact); hours && !offering.workload)
      offering.workload = Workload{*hours, *hours};
    else if (!hours)
      offering.attributes[std::string(attribute::stated_duration)] = exact;
  }
  for (const Resource* each : statements_.described(resource, {"programTerm"}))
    offering.terms.push_back(statements_.first(*each, {"name"}));
}

void OfferingBuilder::read_content(const Resource& resource, Offering& offering) {
  for (const char* property : {"subject", "instructionalProgramType", "occupationType", "industryType"})
    for (const Value& value : statements_.values(resource, {property}))
      if (std::string name = statements_.target_name(value); !name.empty())
        offering.subjects.push_back(std::move(name));
  for (const std::string& outcome : statements_.targets(resource, {"teaches", "assesses"}))
    offering.outcomes.push_back(outcome);
  keep(resource, {"deliveryType", "learningDeliveryType"}, attribute::participation, offering);
  keep(resource, {"learningMethodType", "learningMethodDescription"}, "learning-method", offering);
  keep(resource, {"assessmentMethodType", "assessmentMethodDescription"}, attribute::assessment_type, offering);
  keep(resource, {"accreditedBy", "regulatedBy", "recognizedBy", "approvedBy"}, attribute::quality_assurance, offering);
  keep(resource, {"isRequiredFor", "isPreparationFor", "isAdvancedStandingFor", "isPartOf"}, attribute::stackability,
       offering);
  keep(resource, {"keyword"}, "keywords", offering);
}

// What a component needs before it: a condition profile in words and targets, or components that come first.
void OfferingBuilder::read_prerequisites(const Resource& resource, Offering& offering) {
  for (const Resource* profile : statements_.described(resource, {"requires", "entryCondition", "recommends"}))
    read_condition_profile(*profile, offering);
  std::vector<Condition> before;
  for (const std::string& id : statements_.references(resource, {"prerequisite", "precededBy"})) {
    const Resource* found = statements_.find(id);
    const std::string notation = found == nullptr ? std::string() : code(*found);
    Condition each;
    if (!notation.empty()) {
      each = Condition::course(notation);
    } else {
      each.kind = Condition::Kind::holds;
      each.values = {id};
      each.text = found == nullptr ? std::string() : std::string(statements_.texts(*found, {"name"}).text());
    }
    before.push_back(std::move(each));
  }
  if (before.empty()) return;
  if (offering.prerequisites) before.push_back(*offering.prerequisites);
  offering.prerequisites = before.size() == 1 ? before.front() : Condition::all_of(std::move(before));
}

void OfferingBuilder::read_condition_profile(const Resource& profile, Offering& offering) {
  for (const std::string& outcome : statements_.targets(profile, {"targetCompetency"}))
    offering.outcomes.push_back(outcome);
  std::vector<Condition> parts;
  for (const char* property : {"targetLearningOpportunity", "targetAssessment", "targetCredential"})
    for (const std::string& id : statements_.references(profile, {property})) {
      const Resource* found = statements_.find(id);
      const std::string notation = found == nullptr ? std::string() : code(*found);
      Condition each = notation.empty() ? Condition{} : Condition::course(notation);
      if (notation.empty()) {
        each.kind = Condition::Kind::holds;
        each.values = {id};
      }
      parts.push_back(std::move(each));
    }
  for (const char* property : {"condition", "description"})
    for (const Value& value : statements_.values(profile, {property}))
      offering.prerequisite_text.push_back(one_line(value.text));
  if (parts.empty()) return;
  offering.prerequisites = parts.size() == 1 ? parts.front() : Condition::all_of(std::move(parts));
}

void OfferingBuilder::read_relations(const Resource& resource, Offering& offering) {
  for (const std::string& part : statements_.references(resource, {"hasPart", "hasChild", "isParentOf"}))
    if (part != resource.id) offering.parts.push_back(OfferingId{part});
  statements_.references(resource, {"isChildOf", "precedes", "isRootOf", "isDestinationComponentFor"});
  if (const auto path = statements_.references(resource, {"targetPathway"}); !path.empty())
    offering.attributes["pathway"] = path.front();
}

void OfferingBuilder::read_cost(const Resource& resource, Offering& offering) {
  for (const Resource* cost : statements_.described(resource, {"estimatedCost"})) {
    const std::string price = statements_.first(*cost, {"price"}), currency = statements_.first(*cost, {"currency"});
    if (const auto amount = Rational::parse(price); amount && !offering.cost) offering.cost = Money{*amount, currency};
  }
}

}  // namespace crosswalk::formats::ctdl
