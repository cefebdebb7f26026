// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elm/credential_reader.hpp"

#include <algorithm>

#include "frameworks/formats/edci/iso_duration.hpp"
#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/institution_id.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "lib/model/credential_attributes.hpp"

namespace crosswalk::formats::elm {

using syntax::Node;
namespace attribute = credential_attribute;

namespace {

// EU vocabulary http://data.europa.eu/snb/education-credit: the concept that is ECTS.
constexpr std::string_view ects_concept = "http://data.europa.eu/snb/education-credit/6fcec5c5af";

constexpr std::size_t deepest = 200;  // claims in each other; real credentials have three or four

std::string last_step(std::string_view uri) { return std::string(uri.substr(uri.find_last_of("/#") + 1)); }

}  // namespace

void CredentialReader::warn(const Node& where, std::string_view code, std::string text, Severity severity) {
  findings_.add(severity, "elm." + std::string(code), reading_.at(where), std::move(text));
}

// Where each resource is described: the fullest object with its id.
void CredentialReader::index(const Node& node) {
  if (node.is_mapping())
    if (const Node* id = node.find("id"); id != nullptr && id->is_scalar()) {
      const auto [at, fresh] = by_id_.emplace(id->text(), &node);
      if (!fresh && at->second->members().size() < node.members().size()) at->second = &node;
    }
  for (const Node& item : node.items()) index(item);
  for (const auto& [key, value] : node.members())
    if (key != "@context") index(value);
}

// The description of a resource that may stand here as its identifier only, or again.
const Node& CredentialReader::described(const Node& node) {
  const std::string id = node.is_scalar() ? node.text() : reading_.id(node);
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) {
    if (node.is_scalar()) warn(node, "dangling", "'" + id + "' is described nowhere in the credential");
    return node;
  }
  if (found->second != &node) reading_.use_all(node);  // said again
  reading_.use(*found->second);
  return *found->second;
}

std::vector<const Node*> CredentialReader::resources(const Node& parent, std::string_view key) {
  std::vector<const Node*> out;
  for (const Node* each : reading_.all(parent, key)) out.push_back(&described(*each));
  return out;
}

const Node* CredentialReader::resource(const Node& parent, std::string_view key) {
  const Node* found = reading_.child(parent, key);
  return found == nullptr ? nullptr : &described(*found);
}

std::optional<Date> CredentialReader::date(const Node& parent, std::string_view key) {
  const std::string written = reading_.text(parent, key);
  if (written.empty()) return std::nullopt;
  auto parsed = Date::parse(written);
  const std::string said = key == "dateOfBirth" ? std::string(key) : std::string(key) + " '" + written + "'";
  if (!parsed)
    warn(*parent.find(key), "date", said + " is no date that exists; it is not used");
  else if (written.ends_with("T22:00:00Z") || written.ends_with("T23:00:00Z"))
    warn(*parent.find(key), "date-shift",
         said + " looks like midnight of the next day in Central Europe; kept as written", Severity::note);
  return parsed;
}

// A value out of a vocabulary: its label, else the end of its address.
std::string CredentialReader::concept_label(const Node& parent, std::string_view key) {
  const Node* found = reading_.child(parent, key);
  if (found == nullptr) return {};
  reading_.use_all(*found);
  const std::string label = found->is_mapping() ? std::string(reading_.texts(*found, "prefLabel").text()) : "";
  return label.empty() ? last_step(reading_.id(*found)) : label;
}

std::string CredentialReader::concept_code(const Node& parent, std::string_view key) {
  const Node* found = reading_.child(parent, key);
  if (found == nullptr) return {};
  reading_.use_all(*found);
  return last_step(reading_.id(*found));
}

std::string CredentialReader::note(const Node& parent, std::string_view key) {
  const Node* found = resource(parent, key);
  if (found == nullptr) return {};
  if (found->is_scalar()) return one_line(found->text());
  reading_.is(*found, "Note");
  return std::string(reading_.texts(*found, "noteLiteral").text());
}

void CredentialReader::add_attribute(Attempt& attempt, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  std::string& all = attempt.attributes[std::string(name)];
  if (all.empty())
    all = value;
  else if (all.find(value) == std::string::npos)
    all += "; " + value;
}

std::string CredentialReader::country(const Node& organisation) {
  const Node* location = resource(organisation, "location");
  const Node* address = location == nullptr ? nullptr : resource(*location, "address");
  if (location != nullptr) reading_.use_all(*location);
  return address == nullptr ? std::string() : concept_code(*address, "countryCode");
}

InstitutionId CredentialReader::organisation(const Node& node) {
  Institution found;
  for (const char* key : {"eIDASIdentifier", "registration", "vatIdentifier", "taxIdentifier", "identifier"})
    for (const Node* each : resources(node, key)) {
      reading_.use_all(*each);
      const std::string scheme =
          std::string(key) == "identifier" ? reading_.text(*each, "schemeName") : std::string(key);
      if (std::string value = reading_.text(*each, "notation"); !value.empty())
        found.ids.push_back({scheme, std::move(value)});
    }
  if (const std::string id = reading_.id(node); !id.empty()) found.ids.push_back({"id", id});
  found.title = reading_.texts(node, "legalName");
  if (found.title.empty()) found.title = reading_.texts(node, "prefLabel");
  reading_.texts(node, "altLabel");
  reading_.is(node, "Organisation");
  found.country = country(node);
  if (found.title.empty()) warn(node, "no-name", "an organisation has no name");
  found.id = institution_id(found);
  if (record_.institution(found.id) == nullptr) record_.institutions.push_back(found);
  return found.id;
}

void CredentialReader::read_learner(const Node& subject) {
  Learner& learner = record_.learner;
  reading_.is(subject, "Person");
  learner.ids.push_back({"id", reading_.id(subject)});
  learner.given = reading_.texts(subject, "givenName").text();
  learner.family = reading_.texts(subject, "familyName").text();
  const std::string full(reading_.texts(subject, "fullName").text());
  if (learner.given.empty() && learner.family.empty()) learner.given = full;
  learner.birth_as_written = reading_.text(subject, "dateOfBirth");
  learner.birth = date(subject, "dateOfBirth");
  learner.citizenship = concept_code(subject, "citizenshipCountry");
  if (const Node* id = resource(subject, "nationalID")) {
    reading_.use_all(*id);
    learner.ids.push_back({"nationalID", reading_.text(*id, "notation")});
  }
  if (learner.given.empty() && learner.family.empty()) warn(subject, "no-learner", "the learner has no name");
}

void CredentialReader::read_credential(const Node& credential) {
  record_.format = "elm";
  record_.dialect = "3";
  record_.issued = date(credential, "issued");
  for (const char* key : {"issuanceDate", "validFrom"})
    if (const auto other = date(credential, key); !record_.issued) record_.issued = other;
  if (!record_.issued) warn(credential, "no-date", "the credential has no date of issue");
  for (const char* key : {"expirationDate", "validUntil"})
    if (const auto until = date(credential, key)) record_.attributes["valid-until"] = to_string(*until);
  record_.attributes["credential"] = reading_.id(credential);
  reading_.is(credential, "EuropeanDigitalCredential");
  record_.attributes["profile"] = concept_label(credential, "credentialProfiles");
  for (const Node* each : resources(credential, "identifier")) {
    reading_.use_all(*each);
    record_.attributes[reading_.text(*each, "schemeName")] = reading_.text(*each, "notation");
  }
  if (const Node* display = resource(credential, "displayParameter")) {
    record_.attributes["title"] = reading_.texts(*display, "title").text();
    reading_.texts(*display, "description");
    concept_label(*display, "primaryLanguage");
    for (const Node* each : reading_.all(*display, "language")) reading_.use_all(*each);
  }
  if (const Node* proof = reading_.child(credential, "proof")) {
    reading_.use_all(*proof);
    record_.attributes["signatures"] = "1";
  }
  for (const Node* each : reading_.all(credential, "@context")) reading_.use_all(*each);
  const Node* issuer = resource(credential, "issuer");
  if (issuer == nullptr) return warn(credential, "no-issuer", "the credential names no issuer");
  record_.attributes["issuer"] = organisation(*issuer).text;
}

AttemptId CredentialReader::unique_id(std::string wanted) {
  if (wanted.empty()) wanted = "claim-" + std::to_string(record_.attempts.size() + 1);
  const int times = ++times_[wanted];
  return AttemptId{times == 1 ? wanted : wanted + "#" + std::to_string(times)};
}

void CredentialReader::read_claim(const Node& claim, std::optional<std::size_t> parent) {
  Attempt now;
  now.where = reading_.at(claim);
  now.parent = parent;
  now.id = unique_id(reading_.id(claim));
  now.title = reading_.texts(claim, "title");
  if (now.title.empty()) warn(claim, "no-name", "a claim has no title");
  for (const Node* each : resources(claim, "identifier")) {
    reading_.use_all(*each);
    now.ids.push_back({reading_.text(*each, "schemeName"), reading_.text(*each, "notation")});
  }
  add_attribute(now, "description", std::string(reading_.texts(claim, "description").text()));
  if (reading_.is(claim, "LearningAssessment")) {
    now.kind = AttemptKind::exam;
    read_assessment(claim, now);
  } else if (reading_.is(claim, "LearningActivity")) {
    now.kind = AttemptKind::training;
    read_activity(claim, now);
  } else if (!reading_.is(claim, "LearningAchievement")) {
    warn(claim, "claim", "the claim is neither an achievement, an activity nor an assessment", Severity::note);
    now.kind = AttemptKind::other;
  }
  read_award(claim, now);
  read_further(claim, now);
  if (now.kind == AttemptKind::course) {
    for (const Node* each : resources(claim, "specifiedBy")) read_specification(*each, now);
    for (const Node* each : resources(claim, "creditReceived")) read_credit(*each, now);
    for (const Node* each : resources(claim, "influencedBy")) read_activity(*each, now);
    assessments_.clear();
    for (const Node* each : resources(claim, "provenBy")) read_assessment(*each, now);
    for (const Node* each : resources(claim, "specifiedBy")) add_offering(*each, now);
  }
  const std::size_t index = record_.attempts.size();
  record_.attempts.push_back(std::move(now));
  read_claims(resources(claim, "hasPart"), index);
}

// A claim that is met again is a part of itself or of two others: it is read once.
void CredentialReader::read_claims(const std::vector<const Node*>& claims, std::optional<std::size_t> parent) {
  for (const Node* each : claims) {
    if (depth_ >= deepest)
      warn(*each, "too-deep", "claims are nested too deep to be read further");
    else if (claims_.insert(each).second) {
      ++depth_;
      read_claim(*each, parent);
      --depth_;
    } else
      warn(*each, "ring", "the claim is a part of itself or of two others; it is read once");
  }
}

void CredentialReader::read_award(const Node& claim, Attempt& attempt) {
  const Node* award = resource(claim, "awardedBy");
  if (award == nullptr) return;
  reading_.is(*award, "AwardingProcess");
  reading_.id(*award);
  for (const Node* body : resources(*award, "awardingBody")) {
    const InstitutionId id = organisation(*body);
    if (attempt.institution.empty()) attempt.institution = id;
    for (const Node* each : resources(*body, "accreditation")) {
      reading_.use_all(*each);
      std::string kind = concept_label(*each, "dcType");
      if (kind.empty()) kind = reading_.texts(*each, "title").text();
      add_attribute(attempt, attribute::quality_assurance, kind.empty() ? "accredited" : kind);
    }
  }
  if (const auto awarded = date(*award, "awardingDate"); awarded && !attempt.completed) attempt.completed = awarded;
}

void CredentialReader::read_period(const Node& claim, Attempt& attempt) {
  const Node* period = resource(claim, "temporal");
  if (period == nullptr) return;
  reading_.is(*period, "PeriodOfTime");
  if (const auto began = date(*period, "startDate"); began && !attempt.started) attempt.started = began;
  if (const auto ended = date(*period, "endDate"); ended && !attempt.completed) attempt.completed = ended;
}

void CredentialReader::read_activity(const Node& activity, Attempt& attempt) {
  reading_.is(activity, "LearningActivity");
  reading_.texts(activity, "title");
  read_period(activity, attempt);
  read_duration(activity, "workload", attempt);
  for (const Node* specification : resources(activity, "specifiedBy")) {
    reading_.is(*specification, "LearningActivitySpecification");
    reading_.texts(*specification, "title");
    read_duration(*specification, "volumeOfLearning", attempt);
    add_attribute(attempt, attribute::participation, concept_label(*specification, "mode"));
    add_attribute(attempt, "activity-type", concept_label(*specification, "dcType"));
    if (attempt.language.empty()) attempt.language = concept_code(*specification, "language");
    read_further(*specification, attempt);
  }
}

void CredentialReader::read_assessment(const Node& assessment, Attempt& attempt) {
  reading_.is(assessment, "LearningAssessment");
  const std::string title(reading_.texts(assessment, "title").text());
  std::string scale, kind;
  for (const Node* specification : resources(assessment, "specifiedBy")) {
    reading_.is(*specification, "LearningAssessmentSpecification");
    reading_.texts(*specification, "title");
    kind = concept_label(*specification, "dcType");
    add_attribute(attempt, "assessment-mode", concept_label(*specification, "mode"));
    if (const Node* scheme = resource(*specification, "gradingScheme")) {
      scale = reading_.texts(*scheme, "title").text();
      reading_.is(*scheme, "GradingScheme");
      if (!scale.empty()) record_.scales[scale].id = scale;
    }
  }
  add_attribute(attempt, attribute::assessment_type, kind.empty() ? title : kind);
  add_attribute(attempt, attribute::identity_verification, concept_label(assessment, "idVerification"));
  if (const std::string grade = note(assessment, "grade"); !grade.empty() && !attempt.grade)
    attempt.grade = Grade{grade, scale};
  for (const Node* part : resources(assessment, "hasPart"))
    if (assessments_.size() < deepest && assessments_.insert(part).second) read_assessment(*part, attempt);
}

// Hours, where the duration has a fixed length; months and years have none, and beside a few credits are a mistake for
// minutes or hours.
void CredentialReader::read_duration(const Node& parent, std::string_view key, Attempt& attempt) {
  const std::string written = reading_.text(parent, key);
  if (written.empty()) return;
  if (const auto hours = hours_of_duration(written)) {
    if (!attempt.workload) attempt.workload = Workload{*hours, *hours};
    return;
  }
  add_attribute(attempt, attribute::stated_duration, written);
  const bool months = written.starts_with('P') && written.find('M') < written.find('T');
  warn(*parent.find(key), "duration",
       std::string(key) + " '" + written +
           (months ? "' is months, which have no fixed length in hours (PT" + written.substr(1) + " would be minutes)"
                   : "' is no duration in hours, minutes or days") +
           "; it is not used as workload");
}

void CredentialReader::read_further(const Node& node, Attempt& attempt) {
  for (const char* key : {"additionalNote", "descriptionHtml"})
    add_attribute(attempt, attribute::further_information, note(node, key));
  for (const Node* each : resources(node, "supplementaryDocument")) {
    reading_.use_all(*each);
    add_attribute(attempt, attribute::further_information, reading_.text(*each, "contentURL"));
  }
}

void CredentialReader::read_specification(const Node& specification, Attempt& attempt) {
  reading_.texts(specification, "title");
  const bool qualification = reading_.is(specification, "Qualification");
  if (qualification) attempt.kind = AttemptKind::qualification;
  attempt.type_as_written = concept_label(specification, "dcType");
  if (const std::string level = concept_code(specification, "eqfLevel"); !level.empty())
    attempt.levels.push_back({"EQF", level, {}});
  for (const Node* each : reading_.all(specification, "nqfLevel")) {
    reading_.use_all(*each);
    const std::string label(each->is_mapping() ? reading_.texts(*each, "prefLabel").text() : std::string_view());
    attempt.levels.push_back({"NQF", label.empty() ? last_step(reading_.id(*each)) : label, reading_.id(*each)});
  }
  for (const Node* each : reading_.all(specification, "thematicArea")) {
    reading_.use_all(*each);
    attempt.fields.push_back(last_step(reading_.id(*each)));
  }
  for (const Node* each : resources(specification, "creditPoint")) read_credit(*each, attempt);
  read_duration(specification, "volumeOfLearning", attempt);
  add_attribute(attempt, "maximum-duration", reading_.text(specification, "maximumDuration"));
  add_attribute(attempt, attribute::participation, concept_label(specification, "mode"));
  add_attribute(attempt, "learning-setting", concept_label(specification, "learningSetting"));
  add_attribute(attempt, attribute::entry_requirements, note(specification, "entryRequirement"));
  if (attempt.language.empty()) attempt.language = concept_code(specification, "language");
  const std::string partial = reading_.text(specification, "isPartialQualification");
  if (!partial.empty())
    add_attribute(attempt, attribute::stackability, partial == "true" ? "partial qualification" : "stands alone");
  read_outcomes(specification, attempt);
  read_further(specification, attempt);
}

void CredentialReader::read_credit(const Node& point, Attempt& attempt) {
  reading_.is(point, "CreditPoint");
  const std::string written = reading_.text(point, "point");
  const auto amount = usable_credit(written);
  if (!amount) return warn(point, "credit", "credit value '" + written + "' is no usable amount (0 to 99999)");
  std::string system;
  if (const Node* framework = reading_.child(point, "framework")) {
    const bool ects = reading_.id(*framework) == ects_concept;
    const std::string label = concept_label(point, "framework");
    system = ects ? "ECTS" : label;
  } else {
    warn(point, "credit-without-unit", "credit " + written + " names no credit framework and stays without a unit",
         Severity::note);
  }
  if (!attempt.credit(system)) attempt.credits.push_back({system, system, {}, *amount});
}

// An outcome's words go into a text; what identifies it is the skills it is related to.
void CredentialReader::read_outcomes(const Node& specification, Attempt& attempt) {
  for (const Node* outcome : resources(specification, "learningOutcome")) {
    reading_.is(*outcome, "LearningOutcome");
    add_attribute(attempt, attribute::outcomes_text, std::string(reading_.texts(*outcome, "title").text()));
    for (const char* key : {"relatedESCOSkill", "relatedSkill"})
      for (const Node* skill : reading_.all(*outcome, key)) {
        reading_.use_all(*skill);
        attempt.outcomes.push_back(reading_.id(*skill));
      }
  }
  add_attribute(attempt, attribute::outcomes_text, note(specification, "learningOutcomeSummary"));
}

void CredentialReader::add_offering(const Node& specification, const Attempt& attempt) {
  Offering offering;
  offering.id = OfferingId{reading_.id(specification)};
  if (offering.id.empty() || !offered_.insert(offering.id.text).second) return;
  const bool small =
      attempt.type_as_written == "Short learning programme" || attempt.kind != AttemptKind::qualification;
  offering.kind = small ? OfferingKind::micro_credential : OfferingKind::qualification;
  offering.provider = attempt.institution;
  offering.ids = attempt.ids;
  offering.title = reading_.texts(specification, "title");
  if (offering.title.empty()) offering.title = attempt.title;
  offering.credits = attempt.credits;
  offering.workload = attempt.workload;
  offering.levels = attempt.levels;
  offering.subjects = attempt.fields;
  offering.outcomes = attempt.outcomes;
  for (const std::string_view name :
       {attribute::outcomes_text, attribute::participation, attribute::assessment_type, attribute::quality_assurance,
        attribute::stackability, attribute::identity_verification, attribute::further_information})
    if (const auto found = attempt.attributes.find(std::string(name)); found != attempt.attributes.end())
      offering.attributes.emplace(found->first, found->second);
  const auto entry = attempt.attributes.find(std::string(attribute::entry_requirements));
  if (entry != attempt.attributes.end()) offering.prerequisite_text.push_back(entry->second);
  if (!attempt.type_as_written.empty()) offering.attributes["type"] = attempt.type_as_written;
  offering.where = reading_.at(specification);
  catalogue_.offerings.push_back(std::move(offering));
}

ReadResult<Document> CredentialReader::read(const Node& root, const Node& credential, const std::string& envelope) {
  index(credential);
  if (&root != &credential) reading_.use(credential);
  if (!envelope.empty()) record_.attributes["envelope"] = envelope;
  read_credential(credential);
  if (const Node* subject = reading_.child(credential, "credentialSubject")) {
    read_learner(*subject);
    read_claims(resources(*subject, "hasClaim"), std::nullopt);
    if (record_.attempts.empty()) warn(*subject, "no-claim", "the credential claims nothing of its subject");
  } else {
    warn(credential, "no-subject", "the credential has no credentialSubject");
  }
  ReadResult<Document> out;
  const JsonReading::Balance balance = reading_.report(root, out.loss);
  record_.attributes["values"] = std::to_string(balance.values);
  record_.attributes["values-read"] = std::to_string(balance.read);
  catalogue_.format = "elm";
  catalogue_.institutions = record_.institutions;
  out.value.dialect = record_.dialect;
  out.value.parts.emplace_back(std::move(record_));
  if (!catalogue_.offerings.empty()) out.value.parts.emplace_back(std::move(catalogue_));
  out.diagnostics = findings_.take(file_);
  return out;
}

}  // namespace crosswalk::formats::elm
