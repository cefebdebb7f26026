// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/framework_exchange/exchange.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view skos = "http://www.w3.org/2004/02/skos/core#";

std::string encoded(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
    if (plain)
      out += c;
    else
      (((out += '%') += digits[byte >> 4U]) += digits[byte & 0xFU]);
  }
  return out;
}

// What SKOS can say of a relation between levels; the exact word stands in the comment.
std::string predicate(LevelRelation relation) {
  const char* name = "relatedMatch";
  switch (relation) {
    case LevelRelation::exact:
    case LevelRelation::none:
      name = "exactMatch";
      break;
    case LevelRelation::best_fit:
      name = "closeMatch";
      break;
    case LevelRelation::partial:
      name = "relatedMatch";
      break;
    case LevelRelation::spans:
      name = "narrowMatch";
      break;
  }
  return std::string(skos) + name;
}

std::string comment(const Referencing& row) {
  std::string out = "relation " + std::string(name(row.relation)) + "; standing " + std::string(name(row.standing)) +
                    "; confidence " + std::string(confidence(row.fact.evidence));
  if (!row.document.empty()) out += "; document " + row.document;
  if (row.year) out += "; year " + std::to_string(*row.year);
  if (!row.status.empty()) out += "; status " + row.status;
  out += "; source " + row.fact.source.document;
  if (!row.fact.note.empty()) out += "; " + row.fact.note;
  return out;
}

Mapping mapping(const Referencing& row) {
  Mapping out;
  out.subject_id = level_urn(row.from);
  out.subject_label = to_string(row.from);
  out.predicate_id = predicate(row.relation);
  out.object_id = row.to.level.empty() ? "https://w3id.org/sssom/NoTermFound" : level_urn(row.to);
  out.object_label = row.to.level.empty() ? "" : to_string(row.to);
  out.justification = "https://w3id.org/semapv/vocab/ManualMappingCuration";
  out.set("subject_source", framework_urn(row.from.framework));
  out.set("object_source", framework_urn(row.to.framework));
  out.set("comment", comment(row));
  return out;
}

}  // namespace

std::string level_urn(const LevelRef& ref) {
  return "urn:crosswalk:level:" + encoded(ref.framework.text) + "/" + encoded(ref.level);
}

std::string framework_urn(const FrameworkId& id) { return "urn:crosswalk:framework:" + encoded(id.text); }

MappingSet referencing_mappings(const FrameworkExchange& exchange, LossReport& loss) {
  MappingSet out;
  out.id = "urn:crosswalk:referencing:" + exchange.release.version;
  out.title = "Referencing of qualifications frameworks";
  out.version = exchange.release.version;
  out.license = "https://www.apache.org/licenses/LICENSE-2.0";
  out.curies = {{"framework", "urn:crosswalk:framework:"},
                {"level", "urn:crosswalk:level:"},
                {"semapv", "https://w3id.org/semapv/vocab/"},
                {"skos", std::string(skos)},
                {"sssom", "https://w3id.org/sssom/"}};
  for (const Referencing* row : exchange.rows) {
    if (row->from.level.empty()) {
      loss.add("referencing/framework", "a framework that is not referenced as a whole has no mapping");
      continue;
    }
    if (row->standing == Standing::not_usable) {
      loss.add("referencing/not-usable", "a rejected relation is no mapping");
      continue;
    }
    out.mappings.push_back(mapping(*row));
  }
  loss.add("level/rank", "SSSOM has no order of terms", exchange.frameworks.size());
  return out;
}

}  // namespace crosswalk::formats
