// SPDX-License-Identifier: Apache-2.0
#include "cli/alignment_mappings.hpp"

#include <algorithm>

#include "cli/verb.hpp"

namespace crosswalk::cli {
namespace {

constexpr std::string_view composite = "https://w3id.org/semapv/vocab/CompositeMatching";
constexpr std::string_view lexical = "https://w3id.org/semapv/vocab/LexicalMatching";

bool is_iri(std::string_view id) {
  return id.starts_with("http://") || id.starts_with("https://") || id.starts_with("urn:");
}

// "http://mouse.owl" -> "mouse.owl", "esco-skills" stays: what may stand before a colon.
std::string prefix_name(const CompetencyFramework& framework) {
  std::string_view id = framework.id;
  while (!id.empty() && (id.back() == '/' || id.back() == '#')) id.remove_suffix(1);
  if (const auto slash = id.find_last_of("/#"); slash != std::string_view::npos) id.remove_prefix(slash + 1);
  std::string name;
  for (const char c : id)
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.') name += c;
  return name.empty() ? "competencies" : name;
}

// How the entries of one side are written.
class Naming {
 public:
  Naming(const CompetencyFramework& framework, std::string prefix) : prefix_(std::move(prefix)) {
    if (!framework.entries.empty() && is_iri(framework.entries.front().id)) {
      const std::string& first = framework.entries.front().id;
      start_ = first.substr(0, first.find_last_of("/#") + 1);
    } else {
      start_ = "urn:crosswalk:" + prefix_ + ':';
    }
  }
  [[nodiscard]] std::string iri(const Competency& entry) const {
    return is_iri(entry.id) ? entry.id : start_ + entry.id;
  }
  [[nodiscard]] std::pair<std::string, std::string> curie() const { return {prefix_, start_}; }

 private:
  std::string prefix_, start_;
};

std::string signals_text(const competencies::Suggestion& suggestion, const competencies::Model& model) {
  std::string out;
  for (const reports::Contribution& each : reports::contributions(suggestion, model))
    out += (out.empty() ? "" : " ") + std::string(competencies::name(each.signal)) + '=' +
           reports::four_decimals(each.points);
  return out;
}

}  // namespace

MappingSet suggested_mappings(const reports::AlignmentReport& report, Relation relation) {
  std::string from_prefix = prefix_name(*report.from), to_prefix = prefix_name(*report.to);
  if (from_prefix == to_prefix) {
    from_prefix += ".from";
    to_prefix += ".to";
  }
  const Naming from(*report.from, from_prefix), to(*report.to, to_prefix);
  MappingSet set;
  set.id = "urn:crosswalk:align:" + from_prefix + ':' + to_prefix;
  set.curies = {from.curie(), to.curie()};
  std::ranges::sort(set.curies);
  set.subject_source = is_iri(report.from->id) ? report.from->id : "urn:crosswalk:" + report.from->id;
  set.object_source = is_iri(report.to->id) ? report.to->id : "urn:crosswalk:" + report.to->id;
  set.subject_source_version = report.from->version;
  set.object_source_version = report.to->version;
  set.slots = {{"mapping_tool", "crosswalk align"},
               {"mapping_tool_version", std::string(program_version())},
               {"curation_rule_text", "suggested, not decided"}};
  for (std::size_t s = 0; s < report.alignment->subjects.size(); ++s)
    for (const auto& suggestion : report.alignment->subjects[s].suggestions) {
      if (!suggestion.selected) continue;
      const Competency& subject = report.from->entries[s];
      const Competency& object = report.to->entries[suggestion.object];
      Mapping mapping;
      mapping.subject_id = from.iri(subject);
      mapping.subject_label = subject.label();
      mapping.predicate_id = predicate_of(relation);
      mapping.object_id = to.iri(object);
      mapping.object_label = object.label();
      const bool same = at(suggestion.signals, competencies::Signal::same_label) > 0;
      mapping.justification = same ? lexical : composite;
      mapping.confidence = suggestion.confidence;
      mapping.slots = {{"signals", signals_text(suggestion, *report.model)}};
      set.mappings.push_back(std::move(mapping));
    }
  return set;
}

}  // namespace crosswalk::cli
