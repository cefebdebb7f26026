// SPDX-License-Identifier: Apache-2.0
#include "cli/transfer_inputs.hpp"

#include <filesystem>

#include "frameworks/facts/registry.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::cli {
namespace {

template <class Value>
void append(std::vector<Value>& to, const std::vector<Value>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

template <class Value>
const Value& needed(const formats::Document& document, const std::string& path, std::string_view what) {
  const Value* found = document.get<Value>();
  if (found == nullptr)
    throw UsageError(path + " holds no " + std::string(what) + " but " + std::string(formats::kind(document)));
  return *found;
}

}  // namespace

LearnerRecord read_record(const std::string& path, const std::string& as, const Context& context) {
  formats::Input input = formats::Input::open(path, {}, context.in);
  ReadResult<formats::Document> read = formats::read(input, as);
  context.report(input.diagnostics());
  context.report(read.diagnostics);
  return needed<LearnerRecord>(read.value, path, "transcript");
}

void merge_rule_sets(RuleSet& into, const RuleSet& from, const std::string& path) {
  if (from.system != into.system)
    throw UsageError(path + " awards in " + from.system + ", the first rule file in " + into.system);
  if (!from.institution.empty() && !into.institution.empty() && from.institution != into.institution)
    throw UsageError(path + " is for " + from.institution.text + ", the first rule file for " + into.institution.text);
  append(into.rules, from.rules);
  append(into.institutions, from.institutions);
  append(into.caps, from.caps);
  append(into.equivalences, from.equivalences);
  append(into.ladders, from.ladders);
  append(into.overlaps, from.overlaps);
  append(into.pass_policies, from.pass_policies);
  append(into.accreditations, from.accreditations);
  append(into.conversions, from.conversions);
  append(into.conflicts, from.conflicts);
  into.sets.insert(from.sets.begin(), from.sets.end());
  into.groups.insert(from.groups.begin(), from.groups.end());
}

RuleSet read_rule_sets(const std::vector<std::string>& paths, const Context& context) {
  RuleSet out;
  bool first = true;
  for (const std::string& path : paths) {
    formats::Input input = formats::Input::open(path, {}, context.in);
    ReadResult<formats::Document> read = formats::read(input);
    context.report(read.diagnostics);
    const RuleSet& set = needed<RuleSet>(read.value, path, "rules");
    if (first)
      out = set;
    else
      merge_rule_sets(out, set, path);
    first = false;
  }
  return out;
}

transfer::Knowledge transfer_knowledge(const std::string& facts_path) {
  transfer::Knowledge out;
  std::error_code error;
  if (facts_path.empty() || !std::filesystem::exists(facts_path, error)) return out;
  const facts::Registry registry = facts::Registry::open(facts_path);
  out.conversions = registry.facts().conversions;
  for (const GradingScale& scale : registry.facts().grading_scales) out.scales.emplace(scale.id(), grade_scale(scale));
  return out;
}

}  // namespace crosswalk::cli
