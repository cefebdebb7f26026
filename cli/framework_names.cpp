// SPDX-License-Identifier: Apache-2.0
#include "cli/framework_names.hpp"

#include <algorithm>

#include "frameworks/facts/own.hpp"
#include "lib/diagnostics/error.hpp"
#include "mappers/levels/editions.hpp"

namespace crosswalk::cli {
namespace {

struct Candidates {
  std::vector<const Framework*> frameworks;
  std::string level;
};

Candidates candidates(const facts::Registry& registry, const std::string& word) {
  Candidates out{registry.named(word), {}};
  for (const char separator : {'/', ' '}) {
    const std::size_t at = word.rfind(separator);
    if (!out.frameworks.empty() || at == std::string::npos || at == 0) continue;
    out = {registry.named(word.substr(0, at)), word.substr(at + 1)};
  }
  return out;
}

std::string described(const Framework& framework, const std::string& level) {
  return framework.id.text + (level.empty() ? "" : "/" + level) + " (" + framework.title + ", " + framework.region +
         ")";
}

bool one_series(const std::vector<const Framework*>& all) {
  return std::ranges::all_of(
      all, [&](const Framework* each) { return !each->series.empty() && each->series == all.front()->series; });
}

[[noreturn]] void refuse_unknown(const facts::Registry& registry, const std::string& word) {
  std::vector<std::string> ids;
  for (const Framework& each : registry.facts().frameworks) ids.push_back(each.id.text);
  const std::string guess = nearest(word.substr(0, word.rfind('/')), ids);
  throw UsageError("no framework is called '" + word + "'" + (guess.empty() ? "" : " (did you mean " + guess + "?)") +
                   "; crosswalk frameworks lists them");
}

[[noreturn]] void refuse_ambiguous(const std::string& word, const Candidates& found) {
  std::string text = "'" + word + "' is ambiguous: ";
  for (const Framework* each : found.frameworks)
    text += (each == found.frameworks.front() ? "" : "; ") + described(*each, found.level);
  throw UsageError(text);
}

void pick_edition(NamedLevel& out, const facts::Registry& registry, std::optional<int> awarded, const Date& as_of,
                  bool asked_by_id) {
  if (out.framework->series.empty() || (!awarded && asked_by_id)) return;
  const int year = awarded.value_or(as_of.year);
  const auto choice = levels::edition_of(registry.facts().frameworks, *out.framework, year);
  if (choice.picked == nullptr)
    throw UsageError("no edition of " + out.framework->series + " had begun by " + std::to_string(year));
  if (choice.picked != out.framework || awarded)
    out.remarks.push_back(choice.picked->id.text + " is the edition of " + std::to_string(year));
  for (const Framework* each : choice.also)
    out.remarks.push_back("awards of " + std::to_string(year) + " may also belong to " + each->id.text);
  out.framework = choice.picked;
}

void check_level(const NamedLevel& named, const std::string& word) {
  if (named.level.empty() || named.framework->level(named.level) != nullptr) return;
  std::string all;
  for (const Level& each : named.framework->levels) all += (all.empty() ? "" : ", ") + each.ref.level;
  throw UsageError("'" + word + "': " + named.framework->id.text + " has no level '" + named.level +
                   "'; its levels are " + all);
}

}  // namespace

NamedLevel named_level(const facts::Registry& registry, const std::string& word, std::optional<int> awarded,
                       const Date& as_of) {
  const Candidates found = candidates(registry, word);
  if (found.frameworks.empty()) refuse_unknown(registry, word);
  if (found.frameworks.size() > 1 && !one_series(found.frameworks)) refuse_ambiguous(word, found);
  NamedLevel out{found.frameworks.front(), found.level, {}};
  pick_edition(out, registry, awarded, as_of, found.frameworks.size() == 1);
  check_level(out, word);
  return out;
}

facts::Registry registry_of(const Context& context, const std::vector<std::string>& with) {
  facts::Database database = facts::read_database(context.facts);
  if (with.empty()) return facts::Registry(std::move(database.facts));
  facts::OwnFacts own = facts::add_own(std::move(database), with);
  if (own.faults.empty()) return facts::Registry(std::move(own.database.facts));
  context.report({own.faults.begin(), own.faults.end() - 1});
  throw InputError(own.faults.back());
}

Date date_of(const Context& context, const facts::Registry& registry) {
  if (context.as_of.empty()) return registry.release().date;
  const auto date = Date::parse(context.as_of);
  if (!date) throw UsageError("--as-of needs a date such as 2024-09-01, found '" + context.as_of + "'");
  return date->latest();
}

}  // namespace crosswalk::cli
