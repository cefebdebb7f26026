// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <set>

#include "cli/audit_inputs.hpp"
#include "cli/diff_inputs.hpp"
#include "cli/listed_changes.hpp"
#include "cli/transfer_inputs.hpp"
#include "lib/diagnostics/error.hpp"
#include "mappers/audit/audit.hpp"
#include "mappers/transfer/transfer.hpp"

namespace crosswalk::cli {
namespace {

// Members by identifier, in order of first mention. Of two with one identifier the later is told apart by its number.
template <class Value>
class Members {
 public:
  void add(std::string id, const Value& value) {
    if (by_id_.contains(id)) id += "#" + std::to_string(order_.size() + 1);
    by_id_.emplace(id, &value);
    order_.push_back(std::move(id));
  }
  [[nodiscard]] const Value* find(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : found->second;
  }
  [[nodiscard]] const std::vector<std::string>& order() const { return order_; }

 private:
  std::map<std::string, const Value*> by_id_;
  std::vector<std::string> order_;
};

template <class Value, class Label>
void compare_members(reports::DiffReport& report, const Members<Value>& before, const Members<Value>& after,
                     std::string_view type, Label label, const std::vector<std::string_view>& skipped = {}) {
  const auto row = [&](const std::string& id, const Value& value) {
    return reports::EditionRow{id, label(value), {}, std::string(type)};
  };
  for (const std::string& id : before.order()) {
    const Value& old = *before.find(id);
    const Value* fresh = after.find(id);
    if (fresh == nullptr) {
      report.removed.push_back({row(id, old), {}, {}, {}});
      continue;
    }
    auto changes = listed_changes(old, *fresh, skipped);
    if (changes.empty())
      ++report.same;
    else
      report.changed.push_back({row(id, old), {}, {}, std::move(changes)});
  }
  for (const std::string& id : after.order())
    if (before.find(id) == nullptr) report.added.push_back(row(id, *after.find(id)));
  report.before.members += before.order().size();
  report.after.members += after.order().size();
}

template <class Value>
std::vector<const Value*> all(const Editions& documents) {
  std::vector<const Value*> out;
  for (const NamedDocument& each : documents)
    for (const Value* value : each.document.all<Value>()) out.push_back(value);
  return out;
}

// The heading of two values that are one thing each: what differs of it beside its members.
template <class Value>
void compare_head(reports::DiffReport& report, const std::vector<const Value*>& before,
                  const std::vector<const Value*>& after, const std::string& id, std::string_view type,
                  const std::vector<std::string_view>& skipped) {
  if (before.size() != 1 || after.size() != 1) return;
  auto changes = listed_changes(*before.front(), *after.front(), skipped);
  if (!changes.empty()) report.changed.push_back({{id, {}, {}, std::string(type)}, {}, {}, std::move(changes)});
}

void gather(Members<Requirement>& into, const Requirement& requirement, const std::string& path) {
  const std::string id = requirement.id.empty() ? path : requirement.id.text;
  into.add(id, requirement);
  for (std::size_t i = 0; i < requirement.parts.size(); ++i)
    gather(into, requirement.parts[i], id + "/" + std::to_string(i + 1));
}

std::string learner_of(const LearnerRecord& record) {
  const std::string name = record.learner.given + (record.learner.family.empty() ? "" : " " + record.learner.family);
  return name.empty() && !record.learner.ids.empty() ? record.learner.ids.front().value : name;
}

std::string audit_words(const audit::Brief& brief) {
  return std::string(name(brief.satisfied.value())) + ", " + std::to_string(brief.satisfied_top_level) + " of " +
         std::to_string(brief.top_level) + " requirements";
}

std::string evaluation_words(const Evaluation& evaluation) {
  std::set<RuleId> rules;
  for (const Line& line : evaluation.lines)
    if (!line.rule.empty()) rules.insert(line.rule);
  return to_string(evaluation.receiving.recorded) + " " + evaluation.system + " firm, " +
         to_string(evaluation.receiving.conditional) + " conditional, by " + std::to_string(rules.size()) + " rules";
}

template <class Each>
void each_record(const DiffRequest& request, const Context& context, Each each) {
  for (const std::string& name : request.impact)
    for (const NamedDocument& document : named_documents(name, {}, context)) {
      const auto records = document.document.all<LearnerRecord>();
      if (records.empty())
        throw UsageError(document.name + " holds " + std::string(formats::kind(document.document)) +
                         ", a learner's record is needed");
      for (const LearnerRecord* record : records) each(document.name, *record);
    }
}

void note_impact(reports::DiffReport& report, const std::string& document, const LearnerRecord& record,
                 const std::string& what, const std::string& before, const std::string& after) {
  if (before == after) return;
  report.impact.push_back({document, learner_of(record), what, {}, "changed", {}, before, after});
}

}  // namespace

void refuse_migration(const DiffRequest& request, std::string_view kind) {
  if (!request.migrate.empty() || !request.migrated.empty())
    throw UsageError("--migrate brings mappings to another edition of competencies, found " + std::string(kind));
}

void diff_rules(reports::DiffReport& report, const Editions& before, const Editions& after, const DiffRequest& request,
                const Context& context) {
  refuse_migration(request, report.kind);
  const auto old = all<RuleSet>(before), fresh = all<RuleSet>(after);
  report.before = {old.front()->id, old.front()->title, {}, 0};
  report.after = {fresh.front()->id, fresh.front()->title, {}, 0};
  Members<Rule> old_rules, new_rules;
  for (const RuleSet* set : old)
    for (const Rule& rule : set->rules) old_rules.add(rule.id.text, rule);
  for (const RuleSet* set : fresh)
    for (const Rule& rule : set->rules) new_rules.add(rule.id.text, rule);
  compare_members(report, old_rules, new_rules, "rule", [](const Rule& rule) { return rule.title; });
  compare_head(report, old, fresh, old.front()->id, "rule set", {"rules"});
  if (request.impact.empty()) return;
  const transfer::Knowledge knowledge = transfer_knowledge(context.facts);
  const transfer::RuleIndex old_index(*old.front(), knowledge), new_index(*fresh.front(), knowledge);
  each_record(request, context, [&](const std::string& document, const LearnerRecord& record) {
    transfer::Options options;
    options.explain = false;
    if (!context.as_of.empty()) options.decision = Date::parse(context.as_of);
    note_impact(report, document, record, old.front()->id,
                evaluation_words(transfer::evaluate(record, old_index, options)),
                evaluation_words(transfer::evaluate(record, new_index, options)));
  });
}

void diff_programmes(reports::DiffReport& report, const Editions& before, const Editions& after,
                     const DiffRequest& request, const Context& context) {
  refuse_migration(request, report.kind);
  const auto old = all<Programme>(before), fresh = all<Programme>(after);
  report.before = {old.front()->id.text, old.front()->title, {}, 0};
  report.after = {fresh.front()->id.text, fresh.front()->title, {}, 0};
  Members<Requirement> old_parts, new_parts;
  for (const Programme* programme : old) gather(old_parts, programme->root, programme->id.text + "/root");
  for (const Programme* programme : fresh) gather(new_parts, programme->root, programme->id.text + "/root");
  // A requirement's parts are members of their own.
  compare_members(report, old_parts, new_parts, "requirement", [](const Requirement& each) { return each.title; },
                  {"parts"});
  compare_head(report, old, fresh, old.front()->id.text, "programme", {"root"});
  if (request.impact.empty()) return;
  const auto scales = audit_scales(context.facts);
  audit::Options options;
  options.scales = &scales;
  options.alternatives = options.explain_failure = false;
  if (!context.as_of.empty()) options.as_of = Date::parse(context.as_of);
  each_record(request, context, [&](const std::string& document, const LearnerRecord& record) {
    note_impact(report, document, record, old.front()->id.text,
                audit_words(audit::brief(record, *old.front(), options)),
                audit_words(audit::brief(record, *fresh.front(), options)));
  });
}

void diff_catalogues(reports::DiffReport& report, const Editions& before, const Editions& after,
                     const DiffRequest& request, const Context& context) {
  refuse_migration(request, report.kind);
  const auto old = all<Catalogue>(before), fresh = all<Catalogue>(after);
  report.before = {old.front()->title, old.front()->title, {}, 0};
  report.after = {fresh.front()->title, fresh.front()->title, {}, 0};
  Members<Offering> old_offers, new_offers;
  for (const Catalogue* catalogue : old)
    for (const Offering& offering : catalogue->offerings) old_offers.add(offering.id.text, offering);
  for (const Catalogue* catalogue : fresh)
    for (const Offering& offering : catalogue->offerings) new_offers.add(offering.id.text, offering);
  compare_members(report, old_offers, new_offers, "offering",
                  [](const Offering& each) { return std::string(each.title.text()); });
  // Who took or plans a course that is gone or has changed.
  std::map<std::string, std::string> fate;
  for (const reports::RemovedRow& row : report.removed) {
    const Offering& offering = *old_offers.find(row.entry.id);
    fate[offering.code.empty() ? offering.id.text : to_string(offering.code)] = "removed";
  }
  for (const reports::ChangedRow& row : report.changed) {
    const Offering& offering = *old_offers.find(row.entry.id);
    fate[offering.code.empty() ? offering.id.text : to_string(offering.code)] = "changed";
  }
  each_record(request, context, [&](const std::string& document, const LearnerRecord& record) {
    for (const Attempt& attempt : record.attempts)
      if (const auto found = fate.find(attempt.code.empty() ? attempt.id.text : to_string(attempt.code));
          found != fate.end())
        report.impact.push_back(
            {document, learner_of(record), found->first, std::string(attempt.title.text()), found->second, {}, {}, {}});
  });
}

}  // namespace crosswalk::cli
