// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/ctdl/transfer_values.hpp"

#include <algorithm>

#include "frameworks/formats/ctdl/vocabulary.hpp"
#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats::ctdl {
namespace {

// "ACC*2XX", "HIST 1XXX": credit in a subject at a level rather than a course.
bool is_block_code(std::string_view code) { return code.find("XX") != std::string_view::npos; }

}  // namespace

std::optional<RuleSet> TransferValueBuilder::build() {
  RuleSet out;
  bool any = false;
  for (const Resource& resource : statements_.all()) {
    if (is_transfer_value(resource)) out.rules.push_back(rule(resource));
    if (resource.is("TransferAgreement")) read_agreement(resource, out);
    any = any || is_transfer_value(resource) || resource.is("TransferAgreement");
  }
  if (!any) return std::nullopt;
  if (!out.rules.empty()) {
    if (out.id.empty()) out.id = out.rules.front().id.text;
    if (out.title.empty()) out.title = out.rules.front().title;
    if (out.institution.empty()) out.institution = out.rules.front().to;
  }
  for (const Resource& resource : statements_.all()) {
    if (!is_organisation(resource)) continue;
    Institution known;
    known.id = InstitutionId{resource.id};
    known.title = statements_.texts(resource, {"name"});
    out.institutions.push_back(std::move(known));
  }
  return out;
}

void TransferValueBuilder::read_agreement(const Resource& agreement, RuleSet& set) {
  set.id = agreement.id;
  set.title = std::string(statements_.texts(agreement, {"name"}).text());
  set.institution = InstitutionId{statements_.first(agreement, {"receivingOrganization"})};
  set.source.document = agreement.id;
  set.source.decided_by = statements_.first(agreement, {"creator", "ownedBy"});
  for (const std::string& from : statements_.references(agreement, {"sendingOrganization"}))
    set.groups["sending"].push_back(InstitutionId{from});
  for (const std::string& id : statements_.references(agreement, {"hasTransferValueProfile"})) {
    const Resource* profile = statements_.find(id);
    if (profile == nullptr || profile->properties.empty())
      statements_.warn(agreement, "dangling",
                       "names the transfer value " + id + ", which the document does not describe");
  }
}

Rule TransferValueBuilder::rule(const Resource& profile) {
  Rule out;
  std::string ctid = statements_.first(profile, {"ctid"});
  out.id = RuleId{profile.id.starts_with("_:") && !ctid.empty() ? ctid : profile.id};
  out.title = std::string(statements_.texts(profile, {"name"}).text());
  out.in_force.from = statements_.date(profile, {"startDate"});
  out.in_force.until = statements_.date(profile, {"endDate"});
  out.source.document = statements_.first(profile, {"subjectWebpage"});
  out.source.decided_by = offerings_.owner(profile).text;
  offerings_.code(profile);
  for (const Value& value : statements_.values(profile, {"description"}))
    out.conditions.push_back(one_line(value.text));
  read_match(profile, out);
  read_awards(profile, out);
  const std::string status = statements_.first(profile, {"lifeCycleStatusType", "statusType"});
  if (!status.empty() && rdf::local_name(status) != "Active")
    out.conditions.push_back("status: " + rdf::local_name(status));
  if (out.source.document.empty()) out.source.document = out.id.text;
  return out;
}

void TransferValueBuilder::read_match(const Resource& profile, Rule& rule) {
  std::vector<Condition> parts;
  for (const std::string& id : statements_.references(profile, {"transferValueFrom", "derivedFrom"}))
    parts.push_back(match_of(id, rule));
  if (parts.empty()) {
    statements_.warn(profile, "no-source", "nothing says what the value is given for");
    parts.push_back(Condition::words(rule.title.empty() ? "not stated" : rule.title));
  }
  rule.match = parts.size() == 1 ? std::move(parts.front()) : Condition::all_of(std::move(parts));
}

// A course or examination by code, else by title; an occupation, a credential or what is not described by holding it.
Condition TransferValueBuilder::match_of(const std::string& id, Rule& rule) {
  const Resource* found = statements_.find(id);
  Condition holds;
  holds.kind = Condition::Kind::holds;
  holds.values = {id};
  if (found == nullptr || found->properties.empty()) return holds;
  const InstitutionId owner = offerings_.owner(*found);
  if (rule.from.empty()) rule.from = owner;
  const auto kind = offering_kind_of(*found);
  const std::string title(statements_.texts(*found, {"name"}).text()), notation = offerings_.code(*found);
  if (!kind || is_credential(*found) || (notation.empty() && title.empty())) {
    holds.text = title;
    return holds;
  }
  Take take;
  take.from = notation.empty() ? Selector::where(Attribute::title, Comparison::is, {title})
                               : Selector::of_course(notation, owner.text);
  return Condition::taking(std::move(take));
}

void TransferValueBuilder::read_awards(const Resource& profile, Rule& rule) {
  const std::vector<StatedCredit> values = offerings_.credits(profile, {"transferValue"});
  std::vector<std::string> subjects;
  for (const Resource* value : statements_.described(profile, {"transferValue"})) {
    for (const Value& said : statements_.values(*value, {"description"}))
      rule.conditions.push_back(one_line(said.text));
    std::string subject;
    for (const Value& each : statements_.values(*value, {"subject"}))
      subject += (subject.empty() ? "" : "; ") + statements_.target_name(each);
    subjects.push_back(subject);
  }
  if (values.empty()) statements_.warn(profile, "no-value", "no usable amount of credit is stated");
  const auto targets = statements_.references(profile, {"transferValueFor"});
  const bool alike =
      subjects.size() > 1 && std::ranges::all_of(subjects, [&](const auto& s) { return s == subjects.front(); });
  if (values.size() > 1 && alike) {
    statements_.warn(profile, "alternatives",
                     "states several values for one subject; the first is awarded, a person decides");
    rule.conditions.push_back("several values are stated for one subject");
  }
  const std::size_t awarded = std::max<std::size_t>({targets.size(), alike || values.size() <= 1 ? 1U : values.size()});
  for (std::size_t i = 0; i < awarded; ++i) {
    Award award;
    award.kind = AwardKind::elective;
    const std::size_t value = i < values.size() ? i : 0;
    if (!values.empty() && (i < values.size() || targets.size() == 1)) {
      award.credits = values[value].amount;
      award.level = values[value].level;
      if (!values[value].system.empty()) award.attributes["unit"] = values[value].system;
    }
    if (i < subjects.size() && !subjects[i].empty()) {
      award.title = subjects[i];
      award.kind = AwardKind::block;
    }
    if (i < targets.size()) {
      const Resource* target = statements_.find(targets[i]);
      const std::string notation = target == nullptr ? std::string() : offerings_.code(*target);
      if (target != nullptr) {
        award.title = std::string(statements_.texts(*target, {"name"}).text());
        if (rule.to.empty()) rule.to = offerings_.owner(*target);
      }
      award.kind = is_block_code(notation) ? AwardKind::block : AwardKind::course;
      award.course = CourseCode::parse(notation.empty() ? targets[i] : notation);
    }
    rule.awards.push_back(std::move(award));
  }
}

}  // namespace crosswalk::formats::ctdl
