// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elmo/elmo_writer.hpp"

#include <algorithm>
#include <ostream>

#include "frameworks/formats/elmo/elmo_specification.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

using syntax::XmlTree;

// ELMO wants dates with a time; the record has none, so midnight stands for "that day". Nothing is read from the clock.
std::string moment(const std::optional<Date>& date) {
  const Date day = date.value_or(Date{1970, 1, 1});
  return to_string(day.earliest()) + "T00:00:00Z";
}

class ElmoWriter {
 public:
  ElmoWriter(const LearnerRecord& record, bool second)
      : record_(record),
        second_(second),
        space_(std::string("https://github.com/emrex-eu/elmo-schemas/tree/v") + (second ? "2" : "1")),
        attempts_(record, space_, second, loss) {}

  XmlTree document(const LearnerRecord* basis) {
    XmlTree root = elmo_element(space_, "elmo");
    const auto generated = record_.attributes.find("generated");
    add_text(root, "generatedDate",
             generated != record_.attributes.end() ? generated->second : moment(day_of(record_)));
    root.children.push_back(learner());
    std::vector<Institution> issuers = record_.institutions;
    const bool homeless = std::ranges::any_of(
        record_.attempts, [&](const Attempt& a) { return record_.institution(a.institution) == nullptr; });
    if (homeless || issuers.empty()) issuers.push_back({});
    bool first = true;
    for (const Institution& issuer : issuers) {
      const auto roots = attempts_.roots(issuer.id);
      if (!first && roots.empty()) continue;
      root.children.push_back(report(issuer, roots, first, basis));
      first = false;
    }
    note_losses();
    return root;
  }

  LossReport loss;

 private:
  static std::optional<Date> day_of(const LearnerRecord& record) {
    return record.issued ? record.issued : record.latest_date();
  }

  XmlTree learner() const {
    const Learner& person = record_.learner;
    XmlTree node = elmo_element(space_, "learner");
    add_text(node, "citizenship", person.citizenship);
    if (second_ && !person.citizenship.empty()) node.children.back().attributes.emplace_back("type", "ISO");
    add_identifiers(node, person.ids);
    node.children.push_back(elmo_element(space_, "givenNames", person.given));
    node.children.push_back(elmo_element(space_, "familyName", person.family));
    // required by 2.1, which has no learner without it
    if (second_) node.children.push_back(elmo_element(space_, "alternativeName", person.given + " " + person.family));
    if (person.birth && person.birth->day != 0)
      add_text(node, second_ ? "dateOfBirth" : "bday", to_string(*person.birth));
    return node;
  }

  XmlTree issuer(const Institution& institution) {
    XmlTree node = elmo_element(space_, "issuer");
    add_text(node, "country", institution.country);
    if (second_ && !institution.country.empty()) node.children.back().attributes.emplace_back("type", "ISO");
    if (institution.ids.empty())
      add_identifiers(node, {{"local", institution.id.empty() ? "unknown" : institution.id.text}});
    else
      add_identifiers(node, institution.ids);
    if (institution.title.empty())
      add_text(node, "title", institution.id.empty() ? "unknown" : institution.id.text);
    else
      add_titles(node, institution.title);
    if (second_) {  // required by 2, and the record does not know it
      node.children.push_back(elmo_element(space_, "url"));
      loss.add("issuer.url", "ELMO 2 wants the institution's web address, which the record does not hold: left empty");
    }
    return node;
  }

  XmlTree report(const Institution& institution, const std::vector<std::size_t>& roots, bool first,
                 const LearnerRecord* basis) {
    XmlTree node = elmo_element(space_, "report");
    node.children.push_back(issuer(institution));
    std::vector<std::size_t> recognised;
    for (const std::size_t root : roots) {
      const Attempt& attempt = record_.attempts[root];
      if (!ElmoSpecifications::writable(attempt))
        loss.add("attempt", "ELMO has no word for the status " + std::string(name(attempt.status)));
      else if (second_ && !attempt.derived_from.empty())
        recognised.push_back(root);
      else
        node.children.push_back(attempts_.element(root));
    }
    if (!recognised.empty()) node.children.push_back(recognition(recognised, basis));
    add_text(node, "issueDate", moment(day_of(record_)));
    if (!first) return node;
    for (const auto& [id, scale] : record_.scales) {
      XmlTree& scheme = node.children.emplace_back(elmo_element(space_, "gradingScheme"));
      scheme.attributes.emplace_back("localId", id);
    }
    for (const Attachment& each : record_.attachments) node.children.push_back(attachment(each));
    for (const Attempt& attempt : record_.attempts)
      for (const Attachment& each : attempt.attachments) node.children.push_back(attachment(each));
    return node;
  }

  XmlTree attachment(const Attachment& each) {
    loss.add("attachment.content", "the record keeps size and digest of an attachment, not its content");
    XmlTree node = elmo_element(space_, "attachment");
    add_text(node, "title", each.title);
    add_text(node, "type", each.type);
    return node;
  }

  // One decision: what was recognised, on what basis, and which came of which.
  XmlTree recognition(const std::vector<std::size_t>& recognised, const LearnerRecord* basis) {
    XmlTree node = elmo_element(space_, "resultOfRecognition");
    const bool whole = std::ranges::all_of(recognised, [this](std::size_t i) {
      return record_.attempts[i].achieved() && record_.attempts[i].subject_credit && record_.attempts[i].unit_credit;
    });
    add_text(node, "status", whole ? "Positive" : "Partially Positive");
    if (const auto day = day_of(record_); day && day->day != 0) add_text(node, "decisionDate", to_string(*day));
    if (basis != nullptr) {
      XmlTree& report_node = node.children.emplace_back(elmo_element(space_, "recognitionBasis"))
                                 .children.emplace_back(elmo_element(space_, "recognitionReport"));
      add_basis(*basis, report_node);
    }
    for (const std::size_t index : recognised)
      node.children.emplace_back(elmo_element(space_, "recognitionResult"))
          .children.push_back(attempts_.element(index));
    for (const std::size_t index : recognised) {
      XmlTree& mapping = node.children.emplace_back(elmo_element(space_, "recognitionMapping"))
                             .children.emplace_back(elmo_element(space_, "mapping"));
      XmlTree& from = mapping.children.emplace_back(elmo_element(space_, "fromMapping"));
      for (const AttemptId& source : record_.attempts[index].derived_from) add_text(from, "ref", source.text);
      XmlTree& to = mapping.children.emplace_back(elmo_element(space_, "toMapping"));
      add_text(to, "ref", record_.attempts[index].id.text);
    }
    return node;
  }

  void add_basis(const LearnerRecord& basis, XmlTree& node) {
    node.children.push_back(issuer(basis.institutions.empty() ? Institution{} : basis.institutions.front()));
    const ElmoSpecifications sources(basis, space_, second_, loss);
    for (std::size_t i = 0; i < basis.attempts.size(); ++i)
      if (!basis.attempts[i].parent && ElmoSpecifications::writable(basis.attempts[i]))
        node.children.push_back(sources.element(i));
    add_text(node, "issueDate", moment(day_of(basis)));
  }

  void note_losses() {
    if (record_.attributes.contains("signatures")) loss.add("signature", "a signature does not outlive a rewriting");
    if (!record_.grade_tables.empty())
      loss.add("grade_tables", "ELMO holds no grade conversion table", record_.grade_tables.size());
    std::uint64_t tags = 0;
    for (const Attempt& attempt : record_.attempts) tags += attempt.tags.size() + attempt.outcomes.size();
    if (tags > 0) loss.add("attempt.outcomes", "ELMO holds no learning outcomes or tags", tags);
  }

  const LearnerRecord& record_;
  bool second_;
  std::string space_;
  ElmoSpecifications attempts_;
};

}  // namespace

LossReport write_elmo(const Document& document, std::ostream& out, const WriteOptions& options) {
  const auto records = document.all<LearnerRecord>();
  if (records.empty()) throw UsageError("elmo holds transcripts, not " + std::string(kind(document)));
  const bool second = options.edition.starts_with("2");
  if (!second && !options.edition.empty() && !options.edition.starts_with("1"))
    throw UsageError("elmo is written in edition 1 or 2, not '" + options.edition + "'");
  ElmoWriter writer(*records.front(), second);
  out << syntax::write_xml(writer.document(records.size() > 1 ? records[1] : nullptr));
  return writer.loss;
}

}  // namespace crosswalk::formats
