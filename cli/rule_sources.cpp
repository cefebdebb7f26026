// SPDX-License-Identifier: Apache-2.0
#include "cli/rule_sources.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

#include "cli/transfer_inputs.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/store/rule_lookup.hpp"

namespace crosswalk::cli {
namespace {

std::vector<CourseCode> courses_of(const LearnerRecord& record) {
  std::vector<CourseCode> out;
  for (const Attempt& attempt : record.attempts)
    if (!attempt.code.empty()) out.push_back(attempt.code);
  return out;
}

// By its id or one of its names.
bool is_for(const RuleSet& head, const std::string& institution) {
  if (head.institution.text == institution) return true;
  const auto at = std::ranges::find(head.institutions, head.institution, &Institution::id);
  if (at == head.institutions.end()) return false;
  return std::ranges::any_of(at->ids, [&](const ForeignId& id) { return id.value == institution; }) ||
         std::ranges::any_of(at->title.by_language, [&](const auto& title) { return title.second == institution; });
}

std::string listed(const std::set<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

class StoredRules {
 public:
  StoredRules(const LearnerRecord& record, const Context& context)
      : courses_(courses_of(record)), workspace_(store::Workspace::read(context.workspace)) {}

  [[nodiscard]] RuleSet named(const std::string& id) const {
    const store::Entry entry = stored_rule_set(workspace_, id);
    return filled(store::rule_set_head(workspace_, entry.id), entry);
  }

  [[nodiscard]] std::vector<RuleSet> for_institution(const std::string& to) const {
    std::vector<std::pair<store::Entry, RuleSet>> heads;
    std::set<std::string> meant{to}, others;  // an institution's foreign id in one set is enough to know it in all
    for (store::Entry& entry : workspace_.list<RuleSet>()) {
      RuleSet head = store::rule_set_head(workspace_, entry.id);
      if (is_for(head, to))
        meant.insert(head.institution.text);
      else if (!head.institution.empty())
        others.insert(head.institution.text);
      heads.emplace_back(std::move(entry), std::move(head));
    }
    std::vector<RuleSet> out;
    for (auto& [entry, head] : heads)
      if (meant.contains(head.institution.text)) out.push_back(filled(std::move(head), entry));
    if (out.empty())
      throw UsageError(
          "the workspace has no rules for '" + to + "'" +
          (others.empty() ? "; import them, or name rule files with --rules" : ", but for " + listed(others)));
    return out;
  }

 private:
  [[nodiscard]] RuleSet filled(RuleSet head, const store::Entry& entry) const {
    head.rules = store::rules_about(workspace_, entry.id, courses_, head.equivalences);
    return head;
  }

  std::vector<CourseCode> courses_;
  store::Workspace workspace_;
};

// Rule ids are unique within a set; where sets meet, the set's id goes before the rule's.
void tell_apart(RuleSet& set, std::set<std::string>& used) {
  std::set<std::string> taken;
  for (const Rule& rule : set.rules)
    if (used.contains(rule.id.text)) taken.insert(rule.id.text);
  const auto rename = [&](RuleId& id) {
    if (taken.contains(id.text)) id.text = set.id + "/" + id.text;
  };
  for (Rule& rule : set.rules) {
    rename(rule.id);
    std::ranges::for_each(rule.overrides, rename);
    used.insert(rule.id.text);
  }
}

}  // namespace

store::Entry stored_rule_set(const store::Workspace& workspace, const std::string& id) {
  std::vector<store::Entry> found;
  std::vector<std::string> names;
  for (store::Entry& entry : workspace.list<RuleSet>()) {
    names.push_back(entry.name);
    if (entry.name == id || entry.document == id) found.push_back(std::move(entry));
  }
  if (found.size() == 1) return found.front();
  if (found.size() > 1)
    throw UsageError("several documents of the workspace hold rule set '" + id + "': name one of them, " +
                     found[0].document + " or " + found[1].document);
  const std::string close = nearest(id, names);
  throw UsageError("neither a file nor a rule set of the workspace: '" + id + "'" +
                   (close.empty() ? "" : " (did you mean '" + close + "'?)"));
}

RuleSet rules_for(const LearnerRecord& record, const std::vector<std::string>& named, const std::string& to,
                  const Context& context) {
  std::vector<RuleSet> sets;
  std::vector<std::string> names = named;
  if (named.empty()) {
    if (to.empty())
      throw UsageError(
          "by which rules? name files with --rules, or the institution with --to for what the workspace has");
    sets = StoredRules(record, context).for_institution(to);
    names.clear();
    for (const RuleSet& set : sets) names.push_back(set.id);
  }
  for (const std::string& name : named) {
    std::error_code error;
    const bool file =
        name == "-" || std::filesystem::exists(name, error) || !std::filesystem::exists(context.workspace, error);
    sets.push_back(file ? read_rule_sets({name}, context) : StoredRules(record, context).named(name));
  }
  std::set<std::string> used;
  RuleSet out;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    if (named.empty()) tell_apart(sets[i], used);
    if (i == 0)
      out = std::move(sets[i]);
    else
      merge_rule_sets(out, sets[i], names[i]);
  }
  if (named.empty() && sets.size() > 1) {
    out.id = "workspace";
    out.title = std::to_string(sets.size()) + " rule sets of the workspace";
    out.source = {};
  }
  return out;
}

}  // namespace crosswalk::cli
