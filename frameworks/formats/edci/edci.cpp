// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/edci/edci.hpp"

#include <map>
#include <set>

#include "frameworks/formats/edci/iso_duration.hpp"
#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/institution_id.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "frameworks/formats/xml_reading.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"

namespace crosswalk::formats {
namespace {

using syntax::XmlTree;

constexpr std::string_view root_name = "europassCredential";

Identity identify_edci(const Probe& probe) {
  return probe.xml_root && probe.xml_root->name == root_name ? Identity::yes : Identity::no;
}

// The last step of a vocabulary address: ".../country/HRV" is HRV.
std::string last_step(std::string_view uri) { return std::string(uri.substr(uri.rfind('/') + 1)); }

class EdciReader {
 public:
  EdciReader(const XmlTree& root, std::string_view file) : root_(root), file_(file), reading_(file) {}

  ReadResult<Document> read() {
    record_.format = "edci";
    record_.dialect = root_.attribute("xsdVersion");
    index(root_);
    read_issuer();
    read_credential();
    const XmlTree* subject = reading_.child(root_, "credentialSubject");
    if (subject == nullptr)
      throw InputError("edci.no-subject", reading_.at(root_), "the credential has no credentialSubject");
    read_learner(*subject);
    for (const XmlTree* list : reading_.all(*subject, "achievements"))
      for (const XmlTree* each : reading_.all(*list, "learningAchievement")) read_achievement(*each, std::nullopt);
    mark_references();
    ReadResult<Document> result;
    result.value.dialect = record_.dialect;
    result.value.parts.emplace_back(std::move(record_));
    reading_.report(root_, result.loss);
    result.diagnostics = findings_.take(file_);
    return result;
  }

 private:
  void warn(const XmlTree& where, std::string_view code, std::string what) {
    findings_.warn("edci." + std::string(code), reading_.at(where), std::move(what));
  }

  void index(const XmlTree& node) {
    const std::string_view id = node.attribute("id");
    if (!id.empty()) by_id_.emplace(id, &node);
    for (const XmlTree& each : node.children) index(each);
  }

  // What a child element stands for: itself, or the element its idref names. Null where it is absent or dangles.
  const XmlTree* resolved(const XmlTree& parent, std::string_view name) {
    const XmlTree* found = reading_.child(parent, name);
    return found == nullptr ? nullptr : target(*found);
  }

  const XmlTree* target(const XmlTree& node) {
    const std::string_view idref = node.attribute("idref");
    if (idref.empty()) return &node;
    const auto entry = by_id_.find(idref);
    if (entry != by_id_.end()) {
      reading_.use(*entry->second);
      return entry->second;
    }
    warn(node, "dangling-reference", "'" + node.name + "' refers to '" + std::string(idref) + "', which is nowhere");
    return nullptr;
  }

  LanguageText texts(const XmlTree& parent, std::string_view name) {
    LanguageText all;
    for (const XmlTree* holder : reading_.all(parent, name)) {
      for (const XmlTree* text : reading_.all(*holder, "text"))
        if (const std::string line = one_line(text->text); !line.empty())
          all.by_language.emplace(text->attribute("lang"), line);
      if (const std::string own = one_line(holder->text); !own.empty()) all.by_language.emplace("", own);
    }
    return all;
  }

  std::string any_text(const XmlTree& parent, std::string_view name) { return std::string(texts(parent, name).text()); }

  // A value out of a vocabulary: its notation, else the end of its address, else its name.
  std::string coded(const XmlTree& parent, std::string_view name) {
    const XmlTree* node = reading_.child(parent, name);
    if (node == nullptr) return {};
    reading_.use_all(*node);
    const std::string_view notation = node->attribute("targetNotation"), uri = node->attribute("uri");
    if (!notation.empty()) return std::string(notation);
    return uri.empty() ? any_text(*node, "targetName") : last_step(uri);
  }

  void add_identifiers(const XmlTree& node, std::vector<ForeignId>& ids) {
    for (const XmlTree* id : reading_.all(node, "identifier"))
      ids.push_back({std::string(id->attribute("schemeID")), one_line(id->text)});
  }

  InstitutionId organization(const XmlTree* node) {
    if (node == nullptr) return {};
    Institution found;
    for (const char* name : {"registration", "vatIdentifier", "taxIdentifier"})
      if (const std::string value = reading_.text(*node, name); !value.empty()) found.ids.push_back({name, value});
    add_identifiers(*node, found.ids);
    found.title = texts(*node, "prefLabel");
    if (const XmlTree* address = reading_.path(*node, {"hasLocation", "hasAddress"}))
      found.country = coded(*address, "country");
    found.id = institution_id(found);
    if (record_.institution(found.id) == nullptr) record_.institutions.push_back(found);
    return found.id;
  }

  void read_issuer() {
    const InstitutionId issuer = organization(resolved(root_, "issuer"));
    if (issuer.empty()) warn(root_, "no-issuer", "the credential names no issuer");
  }

  void read_credential() {
    record_.issued = date(root_, "issued");
    record_.attributes["credential"] = root_.attribute("id");
    record_.attributes["title"] = any_text(root_, "title");
    for (const char* name : {"validFrom", "validUntil", "expirationDate"})
      if (const std::string value = reading_.text(root_, name); !value.empty()) record_.attributes[name] = value;
    if (const XmlTree* type = reading_.child(root_, "type")) reading_.use_all(*type);
    if (root_.child("proof") != nullptr) record_.attributes["signatures"] = "1";
  }

  void read_learner(const XmlTree& subject) {
    Learner& learner = record_.learner;
    learner.given = any_text(subject, "givenNames");
    learner.family = any_text(subject, "familyName");
    const std::string full = any_text(subject, "fullName");
    if (learner.given.empty() && learner.family.empty()) learner.given = full;
    if (learner.given.empty() && learner.family.empty()) warn(subject, "no-learner", "the learner has no name");
    learner.birth_as_written = reading_.text(subject, "dateOfBirth");
    learner.birth = Date::parse(learner.birth_as_written);
    if (!learner.birth && !learner.birth_as_written.empty())
      warn(subject, "date", "the date of birth is no date in the form YYYY-MM-DD");
    learner.citizenship = coded(subject, "citizenshipCountry");
    add_identifiers(subject, learner.ids);
    if (const std::string id = reading_.text(subject, "nationalId"); !id.empty())
      learner.ids.push_back({"nationalId", id});
  }

  std::optional<Date> date(const XmlTree& parent, std::string_view name) {
    const XmlTree* node = reading_.child(parent, name);
    const std::string text = node == nullptr ? std::string() : trimmed(node->text);
    if (text.empty()) return std::nullopt;
    const auto parsed = Date::parse(text);
    if (!parsed) warn(*node, "date", std::string(name) + " '" + text + "' is no date that exists; it is not used");
    return parsed;
  }

  void read_achievement(const XmlTree& node, std::optional<std::size_t> parent) {
    const std::size_t position = record_.attempts.size();
    record_.attempts.emplace_back();
    Attempt now;
    now.where = reading_.at(node);
    now.parent = parent;
    add_identifiers(node, now.ids);
    now.title = texts(node, "title");
    if (now.title.empty()) warn(node, "no-title", "an achievement has no title");
    if (!now.ids.empty()) now.code = CourseCode::parse(now.ids.front().value);
    now.id = unique_id(now.ids.empty() ? std::string(node.attribute("id")) : now.ids.front().value);
    now.attributes["achievement"] = node.attribute("id");
    read_award(node, now);
    for (const XmlTree* activity : reading_.all(node, "wasInfluencedBy")) read_activity(*target(*activity), now);
    for (const XmlTree* each : reading_.all(node, "wasDerivedFrom"))
      if (const XmlTree* assessment = target(*each)) read_assessment(*assessment, now);
    for (const XmlTree* each : reading_.all(node, "specifiedBy"))
      if (const XmlTree* specification = target(*each)) read_specification(*specification, now);
    if (now.kind == AttemptKind::course && !parent) now.kind = AttemptKind::qualification;
    record_.attempts[position] = std::move(now);
    for (const XmlTree* part : reading_.all(node, "hasPart")) read_parts(*part, position);
    for (const XmlTree* part : reading_.all(node, "subAchievements")) read_parts(*part, position);
  }

  // hasPart holds achievements, or is one itself.
  void read_parts(const XmlTree& part, std::size_t parent) {
    const auto inner = reading_.all(part, "learningAchievement");
    for (const XmlTree* each : inner) read_achievement(*each, parent);
    if (!inner.empty()) return;
    if (const XmlTree* named = target(part)) read_achievement(*named, parent);
  }

  AttemptId unique_id(std::string wanted) {
    if (wanted.empty()) wanted = "achievement-" + std::to_string(record_.attempts.size());
    const int times = ++times_[wanted];
    return AttemptId{times == 1 ? wanted : wanted + "#" + std::to_string(times)};
  }

  void read_award(const XmlTree& node, Attempt& now) {
    const XmlTree* award = resolved(node, "wasAwardedBy");
    if (award == nullptr) return;
    now.institution = organization(resolved(*award, "awardingBody"));
    now.completed = date(*award, "date");
    if (!now.completed) now.completed = date(*award, "awardingDate");
  }

  void read_activity(const XmlTree& activity, Attempt& now) {
    if (const auto began = date(activity, "startedAtTime"); began && !now.started) now.started = began;
    if (const auto ended = date(activity, "endedAtTime"); ended && !now.completed) now.completed = ended;
    read_hours(activity, "workload", now);
    const XmlTree* specification = resolved(activity, "specifiedBy");
    if (specification != nullptr && now.language.empty()) now.language = coded(*specification, "language");
    reading_.use(activity);
    static_cast<void>(texts(activity, "title"));
    std::vector<ForeignId> same;
    add_identifiers(activity, same);
    static_cast<void>(reading_.child(activity, "directedBy"));
  }

  void read_hours(const XmlTree& node, std::string_view name, Attempt& now) {
    const std::string written = reading_.text(node, name);
    if (written.empty() || now.workload) return;
    if (const auto hours = hours_of_duration(written)) {
      now.workload = Workload{*hours, *hours};
      return;
    }
    warn(node, "duration", std::string(name) + " '" + written + "' is no duration in hours or days; it is not used");
  }

  void read_assessment(const XmlTree& assessment, Attempt& now) {
    static_cast<void>(texts(assessment, "title"));
    static_cast<void>(reading_.child(assessment, "assessedBy"));
    const std::string grade = reading_.text(assessment, "grade");
    std::string scale;
    if (const XmlTree* specification = resolved(assessment, "specifiedBy"))
      if (const XmlTree* scheme = resolved(*specification, "gradingScheme")) {
        scale = any_text(*scheme, "title");
        if (!scale.empty()) record_.scales[scale].id = scale;
      }
    if (!grade.empty() && !now.grade) now.grade = Grade{grade, scale};
    // the parts of an assessment belong to the parts of the achievement, which state them again
    for (const XmlTree* part : reading_.all(assessment, "hasPart")) reading_.use_all(*part);
  }

  void read_specification(const XmlTree& spec, Attempt& now) {
    read_credit(spec, now);
    read_level(spec, "eqfLevel", "EQF", now);
    read_level(spec, "nqfLevel", "NQF", now);
    read_hours(spec, "volumeOfLearning", now);
    for (const XmlTree* field : reading_.all(spec, "iscedFCode")) {
      const std::string_view notation = field->attribute("targetNotation");
      now.fields.push_back(notation.empty() ? last_step(field->attribute("uri")) : std::string(notation));
      reading_.use_all(*field);
    }
    const std::string partial = folded(reading_.text(spec, "isPartialQualification"));
    if (partial == "false") now.kind = AttemptKind::qualification;
    for (const XmlTree* list : reading_.all(spec, "learningOutcomes"))
      for (const XmlTree* each : reading_.all(*list, "learningOutcome"))
        if (const XmlTree* outcome = target(*each)) {
          now.outcomes.push_back(any_text(*outcome, "prefLabel"));
        }
    now.type_as_written = spec.name;
    static_cast<void>(texts(spec, "title"));
  }

  void read_credit(const XmlTree& spec, Attempt& now) {
    const XmlTree* node = reading_.child(spec, "hasECTSCreditPoints");
    std::string system = "ECTS";
    if (node == nullptr) {
      node = reading_.child(spec, "hasCreditPoints");
      if (node != nullptr && !node->attribute("schemeID").empty())
        system = node->attribute("schemeID");
      else if (node != nullptr)
        system.clear();
    }
    if (node == nullptr) return;
    const std::string written = one_line(node->text);
    const auto amount = usable_credit(written);
    if (!amount) return warn(*node, "credit-value", "credit value '" + written + "' is no usable amount (0 to 99999)");
    if (!now.credit(folded_system(system))) now.credits.push_back({folded_system(system), system, {}, *amount});
  }

  void read_level(const XmlTree& spec, std::string_view name, const char* scheme, Attempt& now) {
    const XmlTree* node = reading_.child(spec, name);
    if (node == nullptr) return;
    const std::string title = any_text(*node, "targetName");
    std::string value(node->attribute("targetNotation"));
    if (value.empty()) value = std::string_view(name) == "eqfLevel" ? last_step(node->attribute("uri")) : title;
    now.levels.push_back({scheme, value, title});
    reading_.use_all(*node);
  }

  // The lists that only hold what idrefs name: what was named was used, the rest is loss.
  void mark_references() {
    for (const XmlTree& each : root_.children)
      if (each.name.ends_with("References")) reading_.use(each);
  }

  const XmlTree& root_;
  std::string_view file_;
  XmlReading reading_;
  FindingList findings_;
  LearnerRecord record_;
  std::map<std::string, const XmlTree*, std::less<>> by_id_;
  std::map<std::string, int> times_;
};

ReadResult<Document> read_edci(Input& input) {
  const XmlTree root = syntax::parse_xml_tree(input.text(), input.name(), input.limits());
  if (root.name != root_name)
    throw InputError("edci.root", Location{input.name(), root.line, root.column, {}, {}},
                     "the root element is '" + root.name + "', not '" + std::string(root_name) + "'");
  return EdciReader(root, input.name()).read();
}

}  // namespace

Format edci_format() {
  Format format;
  format.id = "edci";
  format.title = "Europass Digital Credential";
  format.media_types = {"text/xml"};
  format.extensions = {"xml"};
  format.identify = identify_edci;
  format.read = read_edci;
  return format;
}

}  // namespace crosswalk::formats
