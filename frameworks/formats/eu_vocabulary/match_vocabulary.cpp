// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <set>

#include "frameworks/formats/eu_vocabulary/vocabulary.hpp"

namespace crosswalk::formats {
namespace {

// "NNMQF Level 5 A": the acronym before, the level behind the word Level, Levels or Entry; empty parts where it has no
// such word (a framework, a field).
struct LabelParts {
  std::string acronym, level;
};

LabelParts parts(const std::string& label) {
  for (const std::string_view word : {" Level ", " Levels ", " Entry "}) {
    const std::size_t at = label.find(word);
    if (at != std::string::npos) return {label.substr(0, at), label.substr(at + word.size())};
  }
  return {};
}

std::string without_spaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

class Matcher {
 public:
  explicit Matcher(const facts::Registry& registry) : registry_(registry) {
    for (const Framework& framework : registry.facts().frameworks) {
      if (!framework.uri.empty()) by_uri_[framework.uri].push_back(framework.id.text);
      for (const Level& level : framework.levels)
        if (!level.uri.empty()) {
          by_uri_[level.uri].push_back(to_string(level.ref));
          levels_[to_string(level.ref)] = &level;
        }
    }
    for (const IscedField& field : registry.facts().isced_fields) by_uri_[field.uri].push_back(field.fact.id);
    if (const Framework* eqf = registry.framework("EQF"))
      for (const Level& level : eqf->levels)
        by_uri_["http://data.europa.eu/snb/eqf/" + level.ref.level].push_back(to_string(level.ref));
  }

  MatchedConcept match(const VocabularyConcept& term) const {
    MatchedConcept out{term, ConceptMatch::none, {}};
    if (const auto found = by_uri_.find(term.uri); found != by_uri_.end()) {
      out.how = ConceptMatch::by_uri;
      out.ours = found->second;
      return out;
    }
    const LabelParts label = parts(term.label);
    if (label.level.empty()) return out;
    for (const Framework* framework : registry_.named(label.acronym))
      if (framework->level(without_spaces(label.level)) != nullptr)
        out.ours.push_back(framework->id.text + "/" + without_spaces(label.level));
    if (!out.ours.empty()) out.how = ConceptMatch::by_label;
    return out;
  }

  const Level* level(const std::string& ref) const {
    const auto found = levels_.find(ref);
    return found == levels_.end() ? nullptr : found->second;
  }

 private:
  const facts::Registry& registry_;
  std::map<std::string, std::vector<std::string>> by_uri_;
  std::map<std::string, const Level*> levels_;
};

std::string list(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& each : items) out += (out.empty() ? "" : ", ") + each;
  return out;
}

void inspect_level(const MatchedConcept& found, const Matcher& matcher, std::vector<VocabularyFinding>& out) {
  const VocabularyConcept& term = found.term;
  const auto add = [&](const char* code, std::string text) { out.push_back({code, term.where, std::move(text)}); };
  if (found.ours.size() > 1)
    return add("vocabulary.shared-concept",
               "'" + term.label + "' is one concept for several levels: " + list(found.ours));
  const Level* level = matcher.level(found.ours.front());
  if (level == nullptr) return;
  const LabelParts label = parts(term.label);
  if (!level->rank)
    return add(level->ref.level.size() == 1 && level->fact.note.find("parent") != std::string::npos
                   ? "vocabulary.parent-beside-children"
                   : "vocabulary.no-such-level",
               "'" + term.label + "' (" + to_string(level->ref) + ") " + level->fact.note);
  const bool entry =
      label.acronym.ends_with(" Entry") || term.label.find(" Entry") != std::string::npos;  // "RQF Entry Level 3" is E3
  if (label.level == level->ref.level || entry) return;
  if (without_spaces(label.level) == level->ref.level)
    add("vocabulary.label-spacing", "'" + term.label + "' is level " + level->ref.level + " with a space");
  else if (label.level.empty() || label.level.find(level->ref.level) == std::string::npos)
    add("vocabulary.label-differs", "'" + term.label + "' is " + to_string(level->ref));
}

void inspect_countries(const std::vector<VocabularyConcept>& concepts, const facts::Registry& registry,
                       std::vector<VocabularyFinding>& out) {
  std::set<std::string> said;
  for (const VocabularyConcept& term : concepts)
    for (const facts::CountryAlias& alias : registry.facts().country_aliases)
      if (term.country == alias.code && said.insert(alias.code).second)
        out.push_back(
            {"vocabulary.country-alias", term.where, "country " + alias.code + " is " + alias.means + " in ISO 3166"});
}

void inspect_acronyms(const std::vector<MatchedConcept>& concepts, std::vector<VocabularyFinding>& out) {
  std::map<std::string, std::set<std::string>> frameworks;
  std::map<std::string, Location> first;
  for (const MatchedConcept& each : concepts) {
    const std::string acronym = parts(each.term.label).acronym;
    if (acronym.empty() || each.ours.empty()) continue;
    frameworks[acronym].insert(each.ours.front().substr(0, each.ours.front().find('/')));
    first.try_emplace(acronym, each.term.where);
  }
  for (const auto& [acronym, ids] : frameworks)
    if (ids.size() > 1)
      out.push_back({"vocabulary.acronym-shared", first.at(acronym),
                     "'" + acronym + "' names levels of " + list({ids.begin(), ids.end()})});
}

}  // namespace

VocabularyReport match_vocabulary(const std::vector<VocabularyConcept>& concepts, const facts::Registry& registry) {
  VocabularyReport out;
  const Matcher matcher(registry);
  for (const VocabularyConcept& term : concepts) {
    out.concepts.push_back(matcher.match(term));
    const MatchedConcept& found = out.concepts.back();
    if (found.how == ConceptMatch::none)
      out.findings.push_back(
          {"vocabulary.unknown-concept", term.where, "'" + term.label + "' (" + term.uri + ") is not among the facts"});
    else if (found.how == ConceptMatch::by_uri && !parts(term.label).level.empty())
      inspect_level(found, matcher, out.findings);
  }
  inspect_countries(concepts, registry, out.findings);
  inspect_acronyms(out.concepts, out.findings);
  std::ranges::stable_sort(out.findings, {}, &VocabularyFinding::code);
  return out;
}

}  // namespace crosswalk::formats
