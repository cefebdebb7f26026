// SPDX-License-Identifier: Apache-2.0
#include "mappers/competencies/entry_names.hpp"

#include <algorithm>

namespace crosswalk::competencies {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

constexpr std::uint32_t several = ~std::uint32_t{0};

// Of two entries with one label the one that is no group (ESCO has skills and groups of one name); else neither.
std::uint32_t of_two(const CompetencyFramework& framework, std::uint32_t one, std::uint32_t other) {
  if (one == several) return several;
  const bool first = framework.entries[one].type == "group", second = framework.entries[other].type == "group";
  if (first == second) return several;
  return first ? other : one;
}

template <class Value>
void join(std::vector<Value>& into, const std::vector<Value>& from) {
  if (into.empty()) {
    into = from;
    return;
  }
  for (const Value& value : from)
    if (std::ranges::find(into, value) == into.end()) into.push_back(value);
}

template <class Value>
void fill(Value& into, const Value& from) {
  if (into == Value()) into = from;
}

void join_entry(Competency& into, const Competency& from) {
  fill(into.notation, from.notation);
  fill(into.type, from.type);
  fill(into.band, from.band);
  fill(into.level, from.level);
  fill(into.status, from.status);
  if (into.labels.empty()) into.labels = from.labels;
  join(into.alternatives, from.alternatives);
  join(into.definitions, from.definitions);
  join(into.parents, from.parents);
  join(into.codes, from.codes);
}

}  // namespace

EntryNames::EntryNames(const CompetencyFramework& framework) {
  for (std::uint32_t i = 0; i < framework.entries.size(); ++i) {
    const Competency& entry = framework.entries[i];
    by_id_.emplace(entry.id, i);
    if (!entry.notation.empty()) by_code_.emplace(lower(entry.notation), i);
    for (const Label& label : entry.labels)
      if (const auto [at, fresh] = by_label_.emplace(lower(label.text), i); !fresh && at->second != i)
        at->second = of_two(framework, at->second, i);
  }
}

std::optional<std::uint32_t> EntryNames::find_or_labelled(std::string_view written) const {
  const auto named = find(written);
  if (named) return named;
  const auto found = by_label_.find(lower(written));
  return found == by_label_.end() || found->second == several ? std::nullopt : std::optional(found->second);
}

std::optional<std::uint32_t> EntryNames::exact(std::string_view written) const {
  if (const auto found = by_id_.find(std::string(written)); found != by_id_.end()) return found->second;
  if (const auto found = by_code_.find(lower(written)); found != by_code_.end()) return found->second;
  return {};
}

std::optional<std::uint32_t> EntryNames::find(std::string_view written) const {
  if (const auto found = exact(written)) return found;
  std::string_view tail = written;
  if (const std::size_t at = tail.find_last_of("/#:"); at != std::string_view::npos) {
    tail.remove_prefix(at + 1);
    if (const auto found = exact(tail)) return found;
  }
  for (std::size_t dot = tail.find('.'); dot != std::string_view::npos; dot = tail.find('.')) {
    tail.remove_prefix(dot + 1);
    if (const auto found = by_code_.find(lower(tail)); found != by_code_.end()) return found->second;
  }
  return {};
}

void merge(CompetencyFramework& into, const CompetencyFramework& from) {
  fill(into.id, from.id);
  fill(into.title, from.title);
  fill(into.version, from.version);
  fill(into.language, from.language);
  fill(into.publisher, from.publisher);
  fill(into.licence, from.licence);
  fill(into.source, from.source);
  std::unordered_map<std::string, std::size_t> place;
  for (std::size_t i = 0; i < into.entries.size(); ++i) place.emplace(into.entries[i].id, i);
  for (const Competency& entry : from.entries) {
    const auto [at, fresh] = place.emplace(entry.id, into.entries.size());
    if (fresh)
      into.entries.push_back(entry);
    else
      join_entry(into.entries[at->second], entry);
  }
}

}  // namespace crosswalk::competencies
