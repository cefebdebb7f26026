// SPDX-License-Identifier: Apache-2.0
#include "cli/case_check.hpp"

#include <algorithm>
#include <filesystem>

#include "cli/transfer_inputs.hpp"
#include "lib/diagnostics/error.hpp"
#include "mappers/transfer/transfer.hpp"
#include "reports/evaluation.hpp"

namespace crosswalk::cli {
namespace {

using formats::EvaluationCase;
using formats::ExpectedLine;

std::string beside(const std::string& file, const std::string& other) {
  return (std::filesystem::path(file).parent_path() / other).string();
}

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += (out.empty() ? "" : " + ") + part;
  return out;
}

// An attempt may be named by code, title or id.
bool is_called(const Attempt& attempt, const std::string& name) {
  return attempt.id.text == name || attempt.title.text() == name ||
         (!attempt.code.empty() && attempt.code == CourseCode::parse(name));
}

bool takes(const Line& line, const LearnerRecord& record, const std::vector<std::string>& source) {
  if (line.attempts.size() != source.size()) return false;
  return std::ranges::all_of(source, [&](const std::string& name) {
    return std::ranges::any_of(line.attempts, [&](std::size_t at) { return is_called(record.attempts[at], name); });
  });
}

// "MATH 151 = 3": what a target is called in a case, and its credit.
struct NamedTarget {
  std::string name;
  std::optional<Rational> amount;
};

NamedTarget named(const std::string& text, const Location& where) {
  const auto equals = text.rfind(" = ");
  if (equals == std::string::npos) return {text, {}};
  const auto amount = Rational::parse(text.substr(equals + 3));
  if (!amount) throw InputError("case.target", where, "a target is like 'MATH 151 = 3', found '" + text + "'");
  return {text.substr(0, equals), amount};
}

bool is_target(const Target& target, const NamedTarget& wanted) {
  const bool by_code = !target.course.empty() && target.course == CourseCode::parse(wanted.name);
  const bool by_kind = target.course.empty() && name(target.kind) == wanted.name;
  return (by_code || by_kind || target.title == wanted.name) && (!wanted.amount || *wanted.amount == target.credits);
}

std::string targets_text(const Line& line) {
  std::vector<std::string> out;
  for (const Target& target : line.targets)
    out.push_back((target.course.empty() ? std::string(name(target.kind)) : to_string(target.course)) + " = " +
                  to_string(target.credits));
  return out.empty() ? "no targets" : joined(out);
}

class Comparison {
 public:
  Comparison(const EvaluationCase& it, const LearnerRecord& record, const Evaluation& got, CaseResult& into)
      : it_(it), record_(record), got_(got), into_(into) {}

  void run() {
    if (!got_.balanced()) differ(it_.where, "a balanced ledger", "fates that do not add up to the source");
    if (it_.line_count && static_cast<std::size_t>(*it_.line_count) != got_.lines.size())
      differ(it_.where, std::to_string(*it_.line_count) + " lines", std::to_string(got_.lines.size()) + " lines");
    for (const ExpectedLine& line : it_.lines) compare(line);
    for (const auto& [key, amount] : it_.totals) compare_total(key, amount);
    for (const std::string& rule : it_.ambiguous) compare_ambiguity(rule);
    if (it_.caps) compare_limits("caps", *it_.caps, cap_ids());
    if (it_.unchecked) compare_limits("unchecked", *it_.unchecked, unchecked_ids());
  }

 private:
  void differ(const Location& where, std::string expected, std::string got) {
    into_.differences.push_back({where, std::move(expected), std::move(got)});
  }

  void compare(const ExpectedLine& wanted) {
    const auto line =
        std::ranges::find_if(got_.lines, [&](const Line& each) { return takes(each, record_, wanted.source); });
    const std::string of = joined(wanted.source) + ": ";
    if (line == got_.lines.end()) return differ(wanted.where, of + "a line", "no line takes exactly these");
    if (!wanted.outcome.empty() && wanted.outcome != name(line->outcome))
      differ(wanted.where, of + wanted.outcome, std::string(name(line->outcome)) + " (" + line->reason + ")");
    if (wanted.rule && *wanted.rule != line->rule.text)
      differ(wanted.where, of + "rule " + *wanted.rule, line->rule.empty() ? "no rule" : "rule " + line->rule.text);
    if (!wanted.code.empty() && wanted.code != line->code) differ(wanted.where, of + wanted.code, line->code);
    if (wanted.targets) compare_targets(*wanted.targets, *line, wanted.where, of);
    compare_accounting(wanted, *line, of);
  }

  void compare_accounting(const ExpectedLine& wanted, const Line& line, const std::string& of) {
    if (wanted.grades && *wanted.grades != line.grades)
      differ(wanted.where, of + "grades " + std::string(name(*wanted.grades)), std::string(name(line.grades)));
    if (wanted.as_resident && *wanted.as_resident != line.as_resident)
      differ(wanted.where, of + (*wanted.as_resident ? "resident" : "not resident"),
             line.as_resident ? "resident" : "not resident");
    if (wanted.excess && *wanted.excess != line.excess)
      differ(wanted.where, of + "excess " + to_string(*wanted.excess), to_string(line.excess));
    if (!wanted.derived_from.empty() && wanted.derived_from != line.derived_from)
      differ(wanted.where, of + "derived from " + joined(wanted.derived_from), joined(line.derived_from));
    if (!wanted.needs.empty() && !is_needed(wanted.needs, line))
      differ(wanted.where, of + "needs " + wanted.needs, joined(line.conditions));
  }

  static bool is_needed(const std::string& words, const Line& line) {
    const auto has = [&](const std::string& text) { return text.find(words) != std::string::npos; };
    return std::ranges::any_of(line.conditions, has) || std::ranges::any_of(line.doubts, has, &Doubt::text);
  }

  void compare_targets(const std::vector<std::string>& wanted, const Line& line, const Location& where,
                       const std::string& of) {
    const bool all =
        wanted.size() == line.targets.size() && std::ranges::all_of(wanted, [&](const std::string& text) {
          const NamedTarget target = named(text, where);
          return std::ranges::any_of(line.targets, [&](const Target& each) { return is_target(each, target); });
        });
    if (!all) differ(where, of + (wanted.empty() ? "no targets" : joined(wanted)), targets_text(line));
  }

  void compare_total(const std::string& key, const std::string& amount) {
    const auto wanted = Rational::parse(amount.substr(0, amount.find(' ')));
    const auto found = total(key);
    if (!found || !wanted)
      throw InputError("case.total", it_.where,
                       "totals are awarded, conditional, exact, granted, shortfall, average with an amount, found '" +
                           key + ": " + amount + "'");
    if (*found != *wanted) differ(it_.where, key + " " + amount, key + " " + to_string(Credit{*found, got_.system}));
  }

  [[nodiscard]] std::optional<Rational> total(const std::string& key) const {
    const Receiving& from = got_.receiving;
    if (key == "average") return from.gpa_credits.is_zero() ? Rational() : from.gpa_points / from.gpa_credits;
    const Rational* found = key == "awarded"       ? &from.recorded
                            : key == "conditional" ? &from.conditional
                            : key == "exact"       ? &from.exact
                            : key == "granted"     ? &from.granted
                            : key == "shortfall"   ? &from.shortfall
                                                   : nullptr;
    return found == nullptr ? std::nullopt : std::optional(*found);
  }

  [[nodiscard]] std::vector<std::string> cap_ids() const {
    std::vector<std::string> out;
    for (const CapEvent& event : got_.caps) out.push_back(event.id);
    return out;
  }

  // "residency: decided on the whole plan, ..." begins with the limit's id.
  [[nodiscard]] std::vector<std::string> unchecked_ids() const {
    std::vector<std::string> out;
    for (const std::string& each : got_.unchecked) out.push_back(each.substr(0, each.find(':')));
    return out;
  }

  void compare_limits(const std::string& what, std::vector<std::string> wanted, std::vector<std::string> got) {
    std::ranges::sort(wanted);
    std::ranges::sort(got);
    if (wanted != got)
      differ(it_.where, what + " " + (wanted.empty() ? "none" : joined(wanted)), got.empty() ? "none" : joined(got));
  }

  void compare_ambiguity(const std::string& rule) {
    const auto names = [&](const Ambiguity& each) {
      return std::ranges::find(each.rules, RuleId{rule}) != each.rules.end();
    };
    if (std::ranges::none_of(got_.ambiguities, names))
      differ(it_.where, "rule " + rule + " in an ambiguity", std::to_string(got_.ambiguities.size()) + " ambiguities");
  }

  const EvaluationCase& it_;
  const LearnerRecord& record_;
  const Evaluation& got_;
  CaseResult& into_;
};

RuleSet rules_of(const EvaluationCase& it, const std::string& file, const Context& context) {
  if (it.rules) return *it.rules;
  std::vector<std::string> paths;
  for (const std::string& path : it.rule_files) paths.push_back(beside(file, path));
  return read_rule_sets(paths, context);
}

}  // namespace

CaseResult check_case(const EvaluationCase& it, const std::string& file, const Context& context,
                      const transfer::Knowledge& knowledge) {
  CaseResult out{file, it.name, it.where, {}};
  const LearnerRecord record =
      it.transcript_file.empty() ? it.record : read_record(beside(file, it.transcript_file), {}, context);
  const transfer::RuleIndex index(rules_of(it, file, context), knowledge);
  transfer::Options options;
  options.decision = it.as_of;
  options.catalogue = it.catalogue;
  options.programme = it.programme;
  options.programme_total = it.programme_total;
  options.courses_left = it.courses_left;
  const Evaluation got = transfer::evaluate(record, index, options);
  Comparison(it, record, got, out).run();
  return out;
}

}  // namespace crosswalk::cli
