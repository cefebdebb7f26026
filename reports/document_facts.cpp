// SPDX-License-Identifier: Apache-2.0
// Facts of documents other than transcripts: what they are called and how much they hold.
#include <map>
#include <set>

#include "reports/inspection.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {
namespace {

using syntax::Node;

Node size_of(std::size_t count) { return number(static_cast<std::int64_t>(count)); }

Node counts(const std::map<std::string, std::int64_t>& all) {
  Node out = Node::mapping();
  for (const auto& [label, count] : all) out.set(label, number(count));
  return out;
}

struct CreditsOffered {
  std::int64_t entries = 0;
  Rational total;
};

// Sums over a whole catalogue: for checking that everything was read, not an amount anyone can earn.
Node credits_offered(const std::map<std::string, CreditsOffered>& systems) {
  Node out = Node::mapping();
  for (const auto& [system, offered] : systems) {
    Node each = Node::mapping();
    each.set("entries", number(offered.entries));
    each.set("total", text(to_string(offered.total)));
    out.set(system.empty() ? "unstated" : system, std::move(each));
  }
  return out;
}

std::size_t leaves(const Requirement& requirement) {
  if (requirement.parts.empty()) return 1;
  std::size_t all = 0;
  for (const Requirement& part : requirement.parts) all += leaves(part);
  return all;
}

}  // namespace

Node facts(const Catalogue& catalogue) {
  std::map<std::string, CreditsOffered> systems;
  std::map<std::string, std::int64_t> kinds, levels;
  std::size_t prerequisites = 0, outcomes = 0, untitled = 0;
  for (const Offering& offering : catalogue.offerings) {
    ++kinds[std::string(name(offering.kind))];
    for (const StatedCredit& credit : offering.credits) {
      ++systems[credit.system].entries;
      systems[credit.system].total += credit.amount;
    }
    for (const StatedLevel& level : offering.levels) ++levels[level.scheme + " " + level.value];
    prerequisites += offering.prerequisites || !offering.prerequisite_text.empty() ? 1U : 0U;
    outcomes += offering.outcomes.empty() ? 0U : 1U;
    untitled += offering.title.empty() ? 1U : 0U;
  }
  Node out = Node::mapping();
  put(out, "title", catalogue.title);
  Node providers = Node::sequence();
  for (const Institution& each : catalogue.institutions) providers.push(text(each.title.text()));
  out.set("providers", std::move(providers));
  out.set("offerings", size_of(catalogue.offerings.size()));
  out.set("kinds", counts(kinds));
  out.set("credits", credits_offered(systems));
  out.set("levels", counts(levels));
  out.set("with_prerequisites", size_of(prerequisites));
  out.set("with_outcomes", size_of(outcomes));
  out.set("without_title", size_of(untitled));
  if (!catalogue.offerings.empty()) {
    out.set("first", text(catalogue.offerings.front().title.text()));
    out.set("last", text(catalogue.offerings.back().title.text()));
  }
  return out;
}

Node facts(const RuleSet& rules) { return facts(rules, rules.rules.size()); }

Node facts(const RuleSet& rules, std::size_t count) {
  Node out = Node::mapping();
  put(out, "id", rules.id);
  put(out, "title", rules.title);
  put(out, "institution", rules.institution.text);
  put(out, "system", rules.system);
  out.set("rules", size_of(count));
  out.set("caps", size_of(rules.caps.size()));
  out.set("institutions", size_of(rules.institutions.size()));
  out.set("equivalences", size_of(rules.equivalences.size()));
  return out;
}

Node facts(const Programme& programme) {
  Node out = Node::mapping();
  put(out, "id", programme.id.text);
  put(out, "title", programme.title);
  put(out, "institution", programme.institution.text);
  put(out, "award", programme.award);
  if (programme.total) out.set("total", credit(Credit{*programme.total, programme.system}));
  out.set("top_level", size_of(programme.root.parts.size()));
  out.set("leaves", size_of(leaves(programme.root)));
  return out;
}

Node facts(const Framework& framework) {
  Node out = Node::mapping();
  put(out, "id", framework.id.text);
  put(out, "title", framework.title);
  put(out, "country", framework.country);
  out.set("levels", size_of(framework.levels.size()));
  return out;
}

Node facts(const CompetencyFramework& framework) {
  std::map<std::string, std::int64_t> types;
  std::set<std::string> languages;
  for (const Competency& entry : framework.entries) {
    ++types[entry.type.empty() ? "(none)" : entry.type];
    for (const Label& label : entry.labels) languages.insert(label.language);
  }
  Node out = Node::mapping();
  put(out, "id", framework.id);
  put(out, "title", framework.title);
  put(out, "version", framework.version);
  put(out, "publisher", framework.publisher);
  put(out, "licence", framework.licence);
  out.set("entries", size_of(framework.entries.size()));
  out.set("types", counts(types));
  out.set("languages", texts({languages.begin(), languages.end()}));
  return out;
}

Node facts(const MappingSet& mappings) {
  std::map<std::string, std::int64_t> predicates;
  for (const Mapping& mapping : mappings.mappings) ++predicates[(mapping.negated ? "not " : "") + mapping.predicate_id];
  Node out = Node::mapping();
  put(out, "id", mappings.id);
  put(out, "title", mappings.title);
  put(out, "subject_source", mappings.subject_source);
  put(out, "object_source", mappings.object_source);
  out.set("mappings", size_of(mappings.mappings.size()));
  out.set("predicates", counts(predicates));
  return out;
}

Node facts(const Curriculum& curriculum) {
  std::size_t requisites = 0, additional = 0;
  for (const CurriculumCourse& course : curriculum.courses) {
    requisites += course.prerequisites.size() + course.corequisites.size() + course.strict_corequisites.size();
    additional += course.additional ? 1U : 0U;
  }
  Node out = Node::mapping();
  put(out, "title", curriculum.title);
  put(out, "plan", curriculum.plan);
  put(out, "institution", curriculum.institution);
  put(out, "degree", curriculum.degree);
  put(out, "cip", curriculum.cip);
  out.set("system", text(name(curriculum.system)));
  out.set("courses", size_of(curriculum.courses.size()));
  out.set("additional_courses", size_of(additional));
  out.set("requisites", size_of(requisites));
  out.set("credits", exact(curriculum.credits()));
  return out;
}

}  // namespace crosswalk::reports
