// SPDX-License-Identifier: Apache-2.0
#include "cli/export_rules.hpp"

#include <filesystem>
#include <ostream>

#include "cli/rule_sources.hpp"
#include "frameworks/formats/crosswalk_ndjson/crosswalk_ndjson.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/rule_lookup.hpp"

namespace crosswalk::cli {
namespace {

LossReport write(RuleSet set, const ExportRequest& request, const Context& context, LossReport loss) {
  formats::Document document{request.format, {}, {}};
  document.parts.emplace_back(std::move(set));
  const LossReport more = formats::format(request.format).write(document, *context.out, {});
  for (const Loss& each : more.losses()) loss.add(each.path, each.why, each.count);
  return loss;
}

LossReport from_file(const std::string& path, const ExportRequest& request, const Context& context) {
  formats::Input input = formats::Input::open(path, {}, context.in);
  ReadResult<formats::Document> read = formats::read(input);
  context.report(read.diagnostics);
  const RuleSet* set = read.value.get<RuleSet>();
  if (set == nullptr) throw UsageError(path + " holds no rules but " + std::string(formats::kind(read.value)));
  return write(*set, request, context, std::move(read.loss));
}

LossReport from_workspace(const std::string& id, const ExportRequest& request, const Context& context) {
  const store::Workspace workspace = store::Workspace::read(context.workspace);
  const store::Entry entry = stored_rule_set(workspace, id);
  RuleSet head = store::rule_set_head(workspace, entry.id);
  if (request.format == "crosswalk-ndjson") {
    formats::write_ndjson_head(*context.out, head);
    store::each_rule(workspace, entry.id, [&](Rule&& rule) {
      formats::write_ndjson_rule(*context.out, rule);
      return true;
    });
    return {};
  }
  store::each_rule(workspace, entry.id, [&](Rule&& rule) {
    head.rules.push_back(std::move(rule));
    return true;
  });
  return write(std::move(head), request, context, {});
}

}  // namespace

const std::vector<std::string>& rule_export_formats() {
  static const std::vector<std::string> names{"crosswalk-ndjson", "crosswalk-yaml"};
  return names;
}

LossReport export_rules(const Context& context, const ExportRequest& request) {
  if (request.names.size() != 1)
    throw UsageError("export rules wants one rule file or one rule set of the workspace (rules list shows them)");
  const std::string& name = request.names.front();
  return std::filesystem::exists(name) || name == "-" ? from_file(name, request, context)
                                                      : from_workspace(name, request, context);
}

}  // namespace crosswalk::cli
