// SPDX-License-Identifier: Apache-2.0
#include "cli/export_competencies.hpp"

#include <ostream>

#include "cli/competency_inputs.hpp"
#include "frameworks/formats/competency_exchange/exchange.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::cli {
namespace {

std::string one_name(const ExportRequest& request) {
  if (request.names.size() != 1)
    throw UsageError("export needs one thing to write (files joined by commas, or a name of the workspace), found " +
                     std::to_string(request.names.size()));
  return request.names.front();
}

LossReport write_mapping_csv(const MappingSet& set, std::ostream& out) {
  LossReport loss;
  out << syntax::write_csv_record({"subject_id", "subject_label", "relation", "negated", "object_id", "object_label",
                                   "confidence", "justification"});
  for (const Mapping& mapping : set.mappings) {
    const Relation relation = relation_of(mapping.predicate_id);
    out << syntax::write_csv_record({mapping.subject_id, mapping.subject_label,
                                     relation == Relation::other ? mapping.predicate_id : std::string(name(relation)),
                                     mapping.negated ? "yes" : "no", mapping.object_id, mapping.object_label,
                                     mapping.confidence ? std::to_string(*mapping.confidence) : "",
                                     mapping.justification});
    if (!mapping.slots.empty()) loss.add("slots", "the table has no column for them", mapping.slots.size());
  }
  return loss;
}

}  // namespace

const std::vector<std::string>& competency_export_formats() {
  static const std::vector<std::string> all{"case", "csv", "skos", "graphml"};
  return all;
}

const std::vector<std::string>& mapping_export_formats() {
  static const std::vector<std::string> all{"sssom", "alignment-api", "csv"};
  return all;
}

LossReport export_competencies(const Context& context, const ExportRequest& request) {
  const CompetencyFramework framework = framework_named(one_name(request), {}, context);
  if (request.format == "case") return formats::write_case(framework, *context.out);
  if (request.format == "csv") return formats::write_competency_csv(framework, *context.out);
  if (request.format == "skos") return formats::write_competency_skos(framework, *context.out);
  return formats::write_competency_graphml(framework, *context.out);
}

LossReport export_mappings(const Context& context, const ExportRequest& request) {
  const std::vector<MappingSet> sets = mapping_sets({one_name(request)}, context);
  MappingSet all = sets.front();
  for (std::size_t i = 1; i < sets.size(); ++i)
    all.mappings.insert(all.mappings.end(), sets[i].mappings.begin(), sets[i].mappings.end());
  if (request.format == "csv") return write_mapping_csv(all, *context.out);
  formats::Document document{request.format, {}, {}};
  document.parts.emplace_back(std::move(all));
  return formats::format(request.format).write(document, *context.out, {});
}

}  // namespace crosswalk::cli
