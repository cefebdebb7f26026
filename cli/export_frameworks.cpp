// SPDX-License-Identifier: Apache-2.0
#include "cli/export_frameworks.hpp"

#include <ostream>
#include <set>

#include "cli/framework_names.hpp"
#include "frameworks/formats/framework_exchange/exchange.hpp"
#include "frameworks/formats/sssom/sssom.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::cli {
namespace {

formats::FrameworkExchange selected(const Context& context, const facts::Registry& registry,
                                    const ExportRequest& request) {
  formats::FrameworkExchange out;
  out.release = registry.release();
  std::set<std::string> wanted, needed;
  for (const std::string& name : request.names)
    wanted.insert(named_level(registry, name, std::nullopt, date_of(context, registry)).framework->id.text);
  for (const Referencing& row : registry.facts().referencing) {
    if (row.fact.evidence == Evidence::shaky && !request.include_unverified) continue;
    const std::string& from = row.from.framework.text;
    const std::string& to = row.to.framework.text;
    if (!wanted.empty() && !wanted.contains(from) && !wanted.contains(to)) continue;
    out.rows.push_back(&row);
    needed.insert(from);
    needed.insert(to);
  }
  for (const Framework& each : registry.facts().frameworks) {
    const bool shaky = each.fact.evidence == Evidence::shaky && !request.include_unverified;
    if (needed.contains(each.id.text) || wanted.contains(each.id.text) || (wanted.empty() && !shaky))
      out.frameworks.push_back(&each);
  }
  return out;
}

}  // namespace

const std::vector<std::string>& framework_export_formats() {
  static const std::vector<std::string> all{"sssom", "skos", "csv", "graphml", "json"};
  return all;
}

LossReport export_frameworks(const Context& context, const ExportRequest& request) {
  const facts::Registry registry = registry_of(context, request.with);
  const formats::FrameworkExchange exchange = selected(context, registry, request);
  LossReport loss;
  if (request.format == "sssom")
    formats::write_sssom(formats::referencing_mappings(exchange, loss), *context.out);
  else if (request.format == "skos")
    formats::write_skos(exchange, *context.out);
  else if (request.format == "csv")
    formats::write_referencing_csv(exchange, *context.out);
  else if (request.format == "graphml")
    formats::write_graphml(exchange, *context.out);
  else if (request.format == "json")
    formats::write_referencing_json(exchange, *context.out);
  else
    throw UsageError("export frameworks writes sssom, skos, csv, graphml and json, found '" + request.format + "'");
  return loss;
}

}  // namespace crosswalk::cli
