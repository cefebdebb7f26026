// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/open_badges/achievement_reader.hpp"

#include <algorithm>
#include <array>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/institution_id.hpp"
#include "frameworks/formats/open_badges/vocabulary.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "lib/model/credential_attributes.hpp"

namespace crosswalk::formats {

using syntax::Node;

void AchievementReader::warn(const Node& where, std::string_view code, std::string text, Severity severity) {
  findings_.add(severity, std::string(format_) + "." + std::string(code), reading.at(where), std::move(text));
}

void AchievementReader::expect(const Node& node, std::string_view type) {
  if (!node.is_mapping() || reading.is(node, type)) return;
  warn(node, "type", "is not called a " + std::string(type) + ", which is what stands here");
}

void AchievementReader::read_contexts(const Node& credential) {
  std::vector<std::string> addresses;
  for (const Node* each : reading.all(credential, "@context")) {
    if (each->is_scalar()) {
      addresses.push_back(each->text());
      if (!open_badges::is_known_context(each->text()))
        warn(*each, "unknown-context", "the context " + each->text() + " is not known; its terms are not expanded",
             Severity::note);
      continue;
    }
    reading.use_all(*each);
    for (const auto& [term, meaning] : each->members())
      if (open_badges::is_own_term(term))
        warn(meaning, "redefined-term",
             "the term " + term + " is given another meaning; it is read as the specification's");
  }
  const std::string model = addresses.empty() ? std::string() : open_badges::data_model(addresses.front());
  if (model.empty())
    warn(credential, "context", "the first context is not one of the W3C's for credentials, as the specification asks");
  record.dialect = model.empty() ? record.dialect : "data model " + model;
}

void AchievementReader::read_envelope(const Node& credential) {
  record.format = format_;
  read_contexts(credential);
  record.issued = date(credential, "validFrom");
  if (!record.issued) record.issued = date(credential, "issuanceDate");
  if (!record.issued) warn(credential, "no-date", "the credential has no date of issue");
  record.attributes["credential"] = reading.id(credential);
  record.attributes["title"] = reading.text(credential, "name");
  for (const char* key : {"validUntil", "expirationDate"})
    if (const auto until = date(credential, key)) record.attributes["valid-until"] = to_string(*until);
  if (const auto proofs = reading.all(credential, "proof"); !proofs.empty()) {
    record.attributes["signatures"] = std::to_string(proofs.size());
    for (const Node* proof : proofs) reading.use_all(*proof);
  }
  if (const Node* status = reading.child(credential, "credentialStatus")) {
    record.attributes["status-list"] = reading.id(*status);
    reading.is(*status, "");
  }
  const Node* issuer = reading.child(credential, "issuer");
  if (issuer == nullptr) return warn(credential, "no-issuer", "the credential names no issuer");
  record.attributes["issuer"] = profile(*issuer).text;
}

std::optional<Date> AchievementReader::date(const Node& parent, std::string_view key) {
  const std::string written = reading.text(parent, key);
  if (written.empty()) return std::nullopt;
  auto parsed = Date::parse(written);
  if (!parsed)
    warn(*parent.find(key), "date", std::string(key) + " '" + written + "' is no date that exists; not used");
  return parsed;
}

void AchievementReader::read_learner(const Node& subject) {
  Learner& learner = record.learner;
  const auto add_id = [&](ForeignId id) {
    if (!id.value.empty() && std::ranges::find(learner.ids, id) == learner.ids.end())
      learner.ids.push_back(std::move(id));
  };
  add_id({"id", reading.id(subject)});
  for (const Node* identity : reading.all(subject, "identifier")) {
    if (!identity->is_mapping()) continue;
    expect(*identity, "IdentityObject");
    const std::string kind = reading.text(*identity, "identityType"), value = reading.text(*identity, "identityHash");
    const bool hashed = reading.text(*identity, "hashed") == "true";
    if (kind == "name" && !hashed && learner.given.empty())
      learner.given = value;
    else
      add_id({hashed ? kind + " (hashed)" : kind, value});
  }
  const std::string name = reading.text(subject, "name");
  if (learner.given.empty()) learner.given = reading.text(subject, "givenName");
  if (learner.family.empty()) learner.family = reading.text(subject, "familyName");
  if (learner.given.empty() && learner.family.empty()) learner.given = name;
  if (learner.given.empty() && learner.family.empty() && learner.ids.empty())
    warn(subject, "no-learner", "nothing says who earned it: neither an id nor an identifier");
}

std::string AchievementReader::country(const Node& profile) {
  const Node* address = reading.child(profile, "address");
  if (address == nullptr) return {};
  reading.use_all(*address);
  const std::string code = reading.text(*address, "addressCountryCode");
  return code.empty() ? reading.text(*address, "addressCountry") : code;
}

InstitutionId AchievementReader::profile(const Node& node) {
  Institution found;
  if (const std::string id = reading.id(node); !id.empty()) found.ids.push_back({"id", id});
  if (node.is_mapping()) {
    expect(node, "Profile");
    found.title = reading.texts(node, "name");
    found.country = country(node);
    for (const Node* other : reading.all(node, "otherIdentifier")) {
      expect(*other, "IdentifierEntry");
      found.ids.push_back({reading.text(*other, "identifierType"), reading.text(*other, "identifier")});
    }
    if (const Node* parent = reading.child(node, "parentOrg")) profile(*parent);
  } else {
    warn(node, "bare-issuer", "the organisation is a bare identifier: its name and country are not known",
         Severity::note);
  }
  found.id = institution_id(found);
  if (!found.id.empty() && record.institution(found.id) == nullptr) record.institutions.push_back(found);
  return found.id;
}

std::optional<std::size_t> AchievementReader::add(const Node& credential) {
  const Node* subject = reading.child(credential, "credentialSubject");
  const Node* achievement = subject == nullptr ? nullptr : reading.child(*subject, "achievement");
  if (subject == nullptr) {
    warn(credential, "no-subject", "the credential has no credentialSubject");
    return std::nullopt;
  }
  expect(*subject, "AchievementSubject");
  read_learner(*subject);
  if (achievement == nullptr) {
    warn(*subject, "no-achievement", "the credential asserts no achievement");
    return std::nullopt;
  }
  Attempt now;
  now.where = reading.at(credential);
  now.status_stated = false;
  if (const Node* issuer = reading.child(credential, "issuer")) now.institution = profile(*issuer);
  if (const Node* source = reading.child(*subject, "source")) now.institution = profile(*source);
  now.started = date(*subject, "activityStartDate");
  now.completed = date(*subject, "activityEndDate");
  for (const auto& [node, key] :
       {std::pair{&credential, "awardedDate"}, {&credential, "validFrom"}, {&credential, "issuanceDate"}})
    if (const auto awarded = date(*node, key); !now.completed) now.completed = awarded;
  if (auto earned = credit(*subject, "creditsEarned")) now.credits.push_back(std::move(*earned));
  for (const char* key : {"licenseNumber", "role", "term", "narrative"}) keep_attribute(*subject, key, key, now);
  read_achievement(*achievement, now);
  read_results(*subject, achievement, now);
  read_endorsements(credential, now);
  read_evidence(credential, now);
  now.attributes["credential"] = reading.id(credential);
  now.title = now.title.empty() ? reading.texts(credential, "name") : now.title;
  if (now.title.empty()) warn(credential, "no-name", "the achievement has no name");
  const std::string id = achievement->is_mapping() ? reading.id(*achievement) : achievement->text();
  now.id = unique_id(id.empty() ? reading.id(credential) : id, now, credential);
  add_offering(now, id);
  record.attempts.push_back(std::move(now));
  return record.attempts.size() - 1;
}

AttemptId AchievementReader::unique_id(std::string wanted, const Attempt& attempt, const Node& where) {
  if (wanted.empty()) wanted = "achievement-" + std::to_string(record.attempts.size() + 1);
  const int times = ++times_[wanted];
  if (times == 1) {
    first_title_.emplace(wanted, attempt.title);
    return AttemptId{wanted};
  }
  const LanguageText& first = first_title_.at(wanted);
  if (first != attempt.title)
    warn(where, "two-things",
         wanted + " is the achievement '" + std::string(first.text()) + "' and also '" +
             std::string(attempt.title.text()) + "'");
  else if (times == 2)
    warn(where, "duplicate-id", "the achievement " + wanted + " is asserted more than once", Severity::note);
  return AttemptId{wanted + "#" + std::to_string(times)};
}

void AchievementReader::define(const Node& achievement) {
  if (!achievement.is_mapping()) return;
  Attempt described;
  described.where = reading.at(achievement);
  read_achievement(achievement, described);
  add_offering(described, reading.id(achievement));
}

void AchievementReader::note_part(const std::string& whole, const std::string& part) {
  const auto at = offered_.find(whole);
  if (at == offered_.end() || !offered_.contains(part)) return;
  std::vector<OfferingId>& parts = catalogue_.offerings[at->second].parts;
  if (std::ranges::find(parts, OfferingId{part}) == parts.end()) parts.push_back(OfferingId{part});
}

std::optional<StatedCredit> AchievementReader::credit(const Node& parent, std::string_view key) {
  const std::string written = reading.text(parent, key);
  if (written.empty()) return std::nullopt;
  const auto amount = usable_credit(written);
  if (!amount) {
    warn(*parent.find(key), "credit", std::string(key) + " '" + written + "' is no usable amount (0 to 99999)");
    return std::nullopt;
  }
  warn(*parent.find(key), "credit-without-unit", std::string(key) + " " + written + " has no unit: the format has none",
       Severity::note);
  return StatedCredit{{}, {}, {}, *amount};
}

void AchievementReader::keep_attribute(const Node& parent, std::string_view key, std::string_view as,
                                       Attempt& attempt) {
  if (std::string value = reading.text(parent, key); !value.empty())
    attempt.attributes[std::string(as)] = std::move(value);
}

void AchievementReader::read_achievement(const Node& achievement, Attempt& attempt) {
  if (!achievement.is_mapping())
    return warn(achievement, "bare-achievement", "the achievement is a bare identifier: nothing else is known of it",
                Severity::note);
  expect(achievement, "Achievement");
  attempt.title = reading.texts(achievement, "name");
  attempt.type_as_written = reading.text(achievement, "achievementType");
  attempt.kind = open_badges::attempt_kind_of(attempt.type_as_written);
  if (const std::string code = reading.text(achievement, "humanCode"); !code.empty())
    attempt.code = CourseCode::parse(code);
  for (const Node* other : reading.all(achievement, "otherIdentifier")) {
    expect(*other, "IdentifierEntry");
    attempt.ids.push_back({reading.text(*other, "identifierType"), reading.text(*other, "identifier")});
  }
  if (const Node* creator = reading.child(achievement, "creator")) {
    const InstitutionId made = profile(*creator);
    if (attempt.institution.empty()) attempt.institution = made;
    attempt.attributes["creator"] = made.text;
  }
  if (auto available = credit(achievement, "creditsAvailable"))
    attempt.attributes[std::string(credential_attribute::credit_available)] = to_string(available->amount);
  if (const Node* criteria = reading.child(achievement, "criteria")) {
    if (criteria->is_mapping()) {
      reading.is(*criteria, "Criteria");
      keep_attribute(*criteria, "narrative", credential_attribute::outcomes_text, attempt);
      if (const std::string page = reading.id(*criteria); !page.empty()) attempt.attributes["criteria"] = page;
    } else {
      attempt.attributes["criteria"] = criteria->text();
    }
  }
  for (const char* key : {"description", "fieldOfStudy", "specialization", "version", "inLanguage"})
    keep_attribute(achievement, key, key, attempt);
  for (const Node* tag : reading.all(achievement, "tag"))
    if (tag->is_scalar()) attempt.tags.push_back(tag->text());
  std::string related;
  for (const Node* each : reading.all(achievement, "related"))
    related += (related.empty() ? "" : " ") + reading.id(*each);
  if (!related.empty()) attempt.attributes[std::string(credential_attribute::stackability)] = related;
  read_alignments(achievement, attempt);
  read_endorsements(achievement, attempt);
}

// Alignments say what the achievement is about: competencies, or a level of a qualifications framework.
void AchievementReader::read_alignments(const Node& parent, Attempt& attempt) {
  for (const Node* each : reading.all(parent, "alignment")) {
    if (!each->is_mapping()) continue;
    expect(*each, "Alignment");
    const std::string framework = reading.text(*each, "targetFramework"), type = reading.text(*each, "targetType");
    const std::string code = reading.text(*each, "targetCode"), name = reading.text(*each, "targetName");
    std::string url = reading.text(*each, "targetUrl");
    if (const auto level = open_badges::level_in(framework, code, name)) {
      attempt.levels.push_back(*level);
      continue;
    }
    if (url.empty()) url = code.empty() ? name : code;
    if (url.empty())
      warn(*each, "alignment", "an alignment names no target");
    else if (type == "CTDL" || type == "ceterms:Credential")
      attempt.attributes["ctdl"] = url;
    else
      attempt.outcomes.push_back(url);
  }
}

// A result is described by one of the achievement's result descriptions, which it names.
void AchievementReader::read_results(const Node& subject, const Node* achievement, Attempt& attempt) {
  std::map<std::string, const Node*> descriptions;
  for (const Node* each : reading.all(*achievement, "resultDescription")) {
    if (!each->is_mapping()) continue;
    expect(*each, "ResultDescription");
    descriptions[reading.id(*each)] = each;
  }
  for (const Node* result : reading.all(subject, "result")) {
    if (!result->is_mapping()) continue;
    expect(*result, "Result");
    const std::string named = reading.text(*result, "resultDescription");
    const auto found = descriptions.find(named);
    if (!named.empty() && found == descriptions.end())
      warn(*result, "dangling", "the result is described by " + named + ", which the achievement does not hold");
    std::string scale, kind;
    if (found != descriptions.end()) {
      scale = reading.text(*found->second, "name");
      kind = reading.text(*found->second, "resultType");
    }
    if (const std::string status = reading.text(*result, "status"); !status.empty()) {
      attempt.status_stated = true;
      attempt.status = open_badges::status_of(status);
      if (attempt.status == Status::unknown)
        warn(*result, "status", "the status '" + status + "' is not one of the format's");
    }
    const std::string value = reading.text(*result, "value");
    if (!value.empty() && !attempt.grade)
      attempt.grade = Grade{value, scale.empty() ? kind : scale};
    else if (!value.empty())
      attempt.attributes["result " + (scale.empty() ? std::to_string(attempt.attributes.size()) : scale)] = value;
    if (const std::string level = reading.text(*result, "achievedLevel"); !level.empty())
      attempt.attributes["achieved-level"] = level;
  }
}

void AchievementReader::read_endorsements(const Node& parent, Attempt& attempt) {
  std::string& endorsed = attempt.attributes[std::string(credential_attribute::quality_assurance)];
  for (const Node* each : reading.all(parent, "endorsement")) {
    if (!each->is_mapping()) continue;
    const Node* issuer = reading.child(*each, "issuer");
    if (issuer == nullptr) continue;
    const std::string name = issuer->is_mapping() ? reading.text(*issuer, "name") : issuer->text();
    if (endorsed.find(name) == std::string::npos) endorsed += (endorsed.empty() ? "endorsed by " : ", ") + name;
  }
  if (endorsed.empty()) attempt.attributes.erase(std::string(credential_attribute::quality_assurance));
}

void AchievementReader::read_evidence(const Node& credential, Attempt& attempt) {
  for (const Node* each : reading.all(credential, "evidence")) {
    if (!each->is_mapping()) continue;
    expect(*each, "Evidence");
    Attachment piece;
    piece.title = reading.text(*each, "name");
    piece.type = reading.text(*each, "genre");
    const std::string address = reading.id(*each);
    if (piece.title.empty()) piece.title = address;
    std::string& all = attempt.attributes["evidence"];
    if (!address.empty()) all += (all.empty() ? "" : " ") + address;
    if (all.empty()) attempt.attributes.erase("evidence");
    attempt.attachments.push_back(std::move(piece));
  }
}

void AchievementReader::add_offering(const Attempt& attempt, const std::string& id) {
  if (id.empty() || !offered_.emplace(id, catalogue_.offerings.size()).second) return;
  Offering offering;
  offering.id = OfferingId{id};
  offering.kind = open_badges::offering_kind_of(attempt.type_as_written);
  const auto creator = attempt.attributes.find("creator");
  offering.provider = creator == attempt.attributes.end() ? attempt.institution : InstitutionId{creator->second};
  offering.code = attempt.code;
  offering.ids = attempt.ids;
  offering.title = attempt.title;
  if (const auto text = attempt.attributes.find("description"); text != attempt.attributes.end())
    offering.description = LanguageText(text->second);
  const auto available = attempt.attributes.find(std::string(credential_attribute::credit_available));
  if (available != attempt.attributes.end())
    offering.credits.push_back({{}, {}, {}, *Rational::parse(available->second)});
  offering.levels = attempt.levels;
  offering.outcomes = attempt.outcomes;
  offering.tags = attempt.tags;
  for (const std::string_view name : {credential_attribute::outcomes_text, credential_attribute::quality_assurance,
                                      credential_attribute::stackability})
    if (const auto found = attempt.attributes.find(std::string(name)); found != attempt.attributes.end())
      offering.attributes.emplace(found->first, found->second);
  if (!attempt.type_as_written.empty()) offering.attributes["achievement-type"] = attempt.type_as_written;
  offering.where = attempt.where;
  catalogue_.offerings.push_back(std::move(offering));
}

ReadResult<Document> AchievementReader::take(const Node& root) {
  ReadResult<Document> out;
  JsonReading::Balance balance = reading.report(root, out.loss);
  for (const Node* each : further_) {
    const JsonReading::Balance more = reading.report(*each, out.loss);
    balance.values += more.values;
    balance.read += more.read;
  }
  record.attributes["values"] = std::to_string(balance.values);
  record.attributes["values-read"] = std::to_string(balance.read);
  catalogue_.format = format_;
  catalogue_.institutions = record.institutions;
  out.value.format = format_;
  out.value.dialect = record.dialect;
  out.value.parts.emplace_back(std::move(record));
  if (!catalogue_.offerings.empty()) out.value.parts.emplace_back(std::move(catalogue_));
  out.diagnostics = findings_.take(file_);
  return out;
}

}  // namespace crosswalk::formats
