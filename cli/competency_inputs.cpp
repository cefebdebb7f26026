// SPDX-License-Identifier: Apache-2.0
#include "cli/competency_inputs.hpp"

#include <cstdlib>
#include <filesystem>

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/workspace.hpp"
#include "mappers/competencies/entry_names.hpp"

namespace crosswalk::cli {
namespace {

bool exists(const std::string& path) {
  std::error_code ignored;
  return path == "-" || std::filesystem::exists(path, ignored);
}

std::vector<std::string> split(const std::string& names) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(',', begin), names.size());
    if (end > begin) out.push_back(names.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

NamedDocument read_document(const std::string& path, const std::string& as, const Context& context) {
  formats::Input input = formats::Input::open(path, {}, context.in);
  ReadResult<formats::Document> read = formats::read(input, as);
  context.report(input.diagnostics());
  context.report(read.diagnostics);
  return {path, std::move(read.value)};
}

template <class Value>
bool take_stored(NamedDocument& into, const store::Workspace& workspace) {
  std::optional<Value> found = workspace.find<Value>(into.name);
  if (found) into.document.parts.emplace_back(std::move(*found));
  return found.has_value();
}

NamedDocument stored(const std::string& name, const Context& context) {
  NamedDocument out{name, {}};
  if (exists(context.workspace)) {
    const store::Workspace workspace = store::Workspace::read(context.workspace);
    if (take_stored<CompetencyFramework>(out, workspace) || take_stored<Catalogue>(out, workspace) ||
        take_stored<MappingSet>(out, workspace) || take_stored<LearnerRecord>(out, workspace))
      return out;
  }
  throw UsageError("'" + name + "' is no file, and nothing of that name is in the workspace " + context.workspace);
}

}  // namespace

std::vector<NamedDocument> named_documents(const std::string& names, const std::string& as, const Context& context) {
  std::vector<NamedDocument> out;
  if (exists(names)) {
    out.push_back(read_document(names, as, context));
    return out;
  }
  for (const std::string& name : split(names))
    out.push_back(exists(name) ? read_document(name, as, context) : stored(name, context));
  if (out.empty()) throw UsageError("a file or a name of the workspace is needed, found nothing");
  return out;
}

CompetencyFramework framework_named(const std::string& names, const std::string& as, const Context& context) {
  CompetencyFramework out;
  for (const NamedDocument& each : named_documents(names, as, context)) {
    const auto frameworks = each.document.all<CompetencyFramework>();
    if (frameworks.empty())
      throw UsageError(each.name + " holds " + std::string(formats::kind(each.document)) +
                       ", a competency framework is needed");
    for (const CompetencyFramework* framework : frameworks) competencies::merge(out, *framework);
  }
  if (out.entries.empty()) throw UsageError(names + " holds no competencies");
  return out;
}

void add_claims_of(coverage::ClaimSet& into, const std::vector<NamedDocument>& documents,
                   const coverage::ClaimOptions& options) {
  for (const NamedDocument& each : documents) {
    bool any = false;
    for (const formats::Part& part : each.document.parts) {
      if (const auto* catalogue = std::get_if<Catalogue>(&part)) {
        coverage::add_claims(into, *catalogue, each.name);
        any = true;
      } else if (const auto* record = std::get_if<LearnerRecord>(&part)) {
        coverage::add_claims(into, *record, each.name);
        any = true;
      } else if (const auto* set = std::get_if<MappingSet>(&part)) {
        coverage::add_claims(into, *set, each.name, options);
        any = true;
      }
    }
    if (!any)
      throw UsageError(each.name + " holds " + std::string(formats::kind(each.document)) +
                       ", a catalogue, a record or mappings from courses to competencies are needed");
  }
}

std::vector<MappingSet> mapping_sets(const std::vector<std::string>& files, const Context& context) {
  std::vector<MappingSet> out;
  for (const std::string& file : files)
    for (const NamedDocument& each : named_documents(file, {}, context)) {
      const auto sets = each.document.all<MappingSet>();
      if (sets.empty())
        throw UsageError(each.name + " holds " + std::string(formats::kind(each.document)) + ", mappings are needed");
      for (const MappingSet* set : sets) out.push_back(*set);
    }
  return out;
}

std::optional<double> confidence_option(const std::string& text, std::string_view option) {
  if (text.empty()) return {};
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  if (*end != '\0' || !(value >= 0 && value <= 1))
    throw UsageError(std::string(option) + " wants a number from 0 to 1, not '" + text + "'");
  return value;
}

}  // namespace crosswalk::cli
