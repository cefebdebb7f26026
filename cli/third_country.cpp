// SPDX-License-Identifier: Apache-2.0
#include "cli/third_country.hpp"

#include <set>

namespace crosswalk::cli {
namespace {

std::string joined(const std::set<std::string>& parts, std::string_view before) {
  std::string out;
  for (const std::string& each : parts) out += (out.empty() ? std::string(before) : "; ") + each;
  return out;
}

std::string levels(const Framework& framework) {
  std::string out = std::to_string(framework.levels.size()) + " levels: ";
  std::size_t described = 0;
  for (const Level& each : framework.levels) {
    out += (&each == &framework.levels.front() ? "" : ", ") + each.ref.level;
    described += each.descriptors.empty() ? 0U : 1U;
  }
  return out +
         (described == 0 ? "; descriptors are not among the facts" : "; descriptors for " + std::to_string(described));
}

std::string documents(const facts::Registry& registry, const Framework& framework) {
  std::set<std::string> out;
  for (const Referencing& row : registry.facts().referencing)
    if ((row.from.framework == framework.id || row.to.framework == framework.id) && !row.document.empty() &&
        row.standing <= Standing::historic && row.from.framework == framework.id)
      out.insert(row.document + (row.year ? " (" + std::to_string(*row.year) + ")" : ""));
  return joined(out, "documents: ");
}

std::string placement(const facts::Registry& registry, const Framework& framework) {
  std::set<std::string> out;
  for (const QualificationType* type : registry.qualification_types(framework.id.text))
    out.insert(type->title + " at " +
               (type->level_low == type->level_high ? type->level_low : type->level_low + " to " + type->level_high));
  return joined(out, "types: ");
}

std::string credit(const facts::Registry& registry, const Framework& framework) {
  std::set<std::string> out;
  for (const CreditSystem& each : registry.facts().credit_systems)
    if (!framework.country.empty() && each.country == framework.country && each.fact.evidence != Evidence::shaky)
      out.insert(each.title + (each.per_year ? ", " + to_string(*each.per_year) + " a year" : ""));
  return joined(out, "");
}

std::string validation(const facts::Registry& registry, const Framework& framework) {
  std::set<std::string> out;
  for (const MicrocredentialPolicy& each : registry.facts().microcredential_policies)
    if (!framework.country.empty() && each.country == framework.country && each.fact.evidence != Evidence::shaky)
      out.insert(each.title + ": " + each.stack_rule);
  return joined(out, "micro-credentials: ");
}

std::string known(const facts::Registry& registry, const Framework& framework, const std::string& asks) {
  if (asks == "objectives") return framework.legal_basis.empty() ? "" : "legal basis: " + framework.legal_basis;
  if (asks == "scope")
    return "type " + framework.type + ", " + framework.region +
           (framework.fact.note.empty() ? "" : "; " + framework.fact.note);
  if (asks == "levels") return levels(framework);
  if (asks == "governance") return framework.authority.empty() ? "" : "authority: " + framework.authority;
  if (asks == "recognition") return documents(registry, framework);
  if (asks == "placement") return placement(registry, framework);
  if (asks == "credit") return credit(registry, framework);
  if (asks == "validation") return validation(registry, framework);
  if (asks == "visibility") return framework.uri.empty() ? "" : "in the EU vocabulary: " + framework.uri;
  return {};
}

}  // namespace

std::vector<reports::ComparisonTopic> third_country_topics(const facts::Registry& registry, const Framework& from,
                                                           const Framework& to) {
  std::vector<reports::ComparisonTopic> out;
  for (const facts::TopicRecord& topic : registry.facts().comparison_topics)
    out.push_back({topic.fact.id.starts_with('0') ? topic.fact.id.substr(1) : topic.fact.id, topic.title,
                   topic.fact.evidence == Evidence::unverified, known(registry, from, topic.asks),
                   known(registry, to, topic.asks)});
  return out;
}

}  // namespace crosswalk::cli
