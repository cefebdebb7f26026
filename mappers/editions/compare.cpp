// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "mappers/editions/editions.hpp"

namespace crosswalk::editions {
namespace {

constexpr std::uint32_t several = ~std::uint32_t{0};

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::set<std::string> words_of(std::string_view label) {
  std::set<std::string> out;
  std::string word;
  for (const char c : folded(label) + " ") {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
      word += c;
    } else if (!word.empty()) {
      if (word.size() > 2) out.insert(word);  // "of", "a", "or" tell nothing
      word.clear();
    }
  }
  return out;
}

// Twice the shared over all.
template <class Set>
double dice(const Set& a, const Set& b) {
  if (a.empty() || b.empty()) return 0;
  const auto shared = std::ranges::count_if(a, [&](const auto& each) { return b.contains(each); });
  return 2.0 * static_cast<double>(shared) / static_cast<double>(a.size() + b.size());
}

std::string joined(const std::vector<Label>& labels) {
  std::string out;
  for (const Label& label : labels) out += (out.empty() ? "" : " | ") + label.text;
  return out;
}
std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : " | ") + text;
  return out;
}
std::string joined(const std::vector<ClassCode>& codes) {
  std::string out;
  for (const ClassCode& code : codes) out += (out.empty() ? "" : " | ") + code.scheme + " " + code.value;
  return out;
}
std::string written(const std::optional<LevelBand>& band) {
  return band ? band->scale + " " + std::to_string(band->lowest) + " to " + std::to_string(band->highest) : "";
}

class Comparison {
 public:
  Comparison(const CompetencyFramework& before, const CompetencyFramework& after, const Options& options)
      : before_(before), after_(after), options_(options) {}

  Difference run() {
    for (std::uint32_t i = 0; i < after_.entries.size(); ++i) new_by_id_.emplace(after_.entries[i].id, i);
    std::vector<std::uint32_t> gone;
    std::vector<bool> taken(after_.entries.size(), false);
    pairs_.assign(before_.entries.size(), {});
    for (std::uint32_t i = 0; i < before_.entries.size(); ++i) {
      const auto found = new_by_id_.find(before_.entries[i].id);
      if (found == new_by_id_.end()) {
        gone.push_back(i);
        continue;
      }
      pairs_[i] = {found->second, {}};
      taken[found->second] = true;
    }
    match(gone, taken, true);
    match(gone, taken, false);
    collect(gone, taken);
    return std::move(out_);
  }

 private:
  struct Pair {
    std::optional<std::uint32_t> after;
    std::string by;  // moved
  };

  static std::string key_of(const Competency& entry, bool with_code) {
    const std::string label = folded(entry.label());
    if (label.empty() || (with_code && entry.notation.empty())) return {};
    return entry.type + '\n' + label + (with_code ? '\n' + folded(entry.notation) : std::string());
  }

  // Pairs what is gone with what is new where the key names one entry on either side.
  void match(std::vector<std::uint32_t>& gone, std::vector<bool>& taken, bool with_code) {
    std::unordered_map<std::string, std::uint32_t> old_keys, new_keys;
    const auto note = [](auto& keys, const std::string& key, std::uint32_t place) {
      if (key.empty()) return;
      const auto [at, fresh] = keys.emplace(key, place);
      if (!fresh) at->second = several;
    };
    for (const std::uint32_t i : gone) note(old_keys, key_of(before_.entries[i], with_code), i);
    for (std::uint32_t i = 0; i < after_.entries.size(); ++i)
      if (!taken[i]) note(new_keys, key_of(after_.entries[i], with_code), i);
    std::erase_if(gone, [&](std::uint32_t i) {
      const std::string key = key_of(before_.entries[i], with_code);
      if (key.empty() || old_keys.at(key) == several) return false;
      const auto found = new_keys.find(key);
      if (found == new_keys.end() || found->second == several) return false;
      pairs_[i] = {found->second, with_code ? "code and label" : "label"};
      taken[found->second] = true;
      return true;
    });
  }

  void collect(const std::vector<std::uint32_t>& gone, const std::vector<bool>& taken) {
    for (std::uint32_t i = 0; i < before_.entries.size(); ++i)
      if (pairs_[i].after && !pairs_[i].by.empty())
        translated_.emplace(before_.entries[i].id, after_.entries[*pairs_[i].after].id);
    for (std::uint32_t i = 0; i < before_.entries.size(); ++i) {
      if (!pairs_[i].after) continue;
      ChangedEntry entry{i, *pairs_[i].after, !pairs_[i].by.empty(), pairs_[i].by, changes(i, *pairs_[i].after)};
      if (!entry.moved && entry.changes.empty()) {
        ++out_.same;
        continue;
      }
      out_.moved += entry.moved ? 1 : 0;
      out_.changed.push_back(std::move(entry));
    }
    for (std::uint32_t i = 0; i < after_.entries.size(); ++i)
      if (!taken[i]) out_.added.push_back(i);
    if (!gone.empty()) gather_members();
    for (const std::uint32_t i : gone) out_.removed.push_back(removed(i));
    for (const RemovedEntry& entry : out_.removed) ++(entry.candidates.empty() ? out_.retired : out_.ambiguous);
  }

  [[nodiscard]] std::vector<std::string> translated(std::vector<std::string> parents) const {
    for (std::string& parent : parents)
      if (const auto found = translated_.find(parent); found != translated_.end()) parent = found->second;
    std::ranges::sort(parents);
    return parents;
  }

  template <class List>
  static List sorted(List list) {
    std::ranges::sort(list);
    return list;
  }

  [[nodiscard]] std::vector<FieldChange> changes(std::uint32_t from, std::uint32_t to) const {
    const Competency &a = before_.entries[from], &b = after_.entries[to];
    std::vector<FieldChange> out;
    const auto text = [&](const char* field, const std::string& x, const std::string& y) {
      if (x != y) out.push_back({field, x, y});
    };
    text("notation", a.notation, b.notation);
    text("type", a.type, b.type);
    text("labels", joined(a.labels), joined(b.labels));
    // The order of alternatives, parents and codes says nothing.
    text("alternatives", joined(sorted(a.alternatives)), joined(sorted(b.alternatives)));
    text("definitions", joined(a.definitions), joined(b.definitions));
    text("parents", joined(translated(a.parents)), joined(sorted(b.parents)));
    text("codes", joined(sorted(a.codes)), joined(sorted(b.codes)));
    text("band", written(a.band), written(b.band));
    text("level", a.level, b.level);
    text("status", a.status, b.status);
    return out;
  }

  // Narrower entries by parent, old ones under their translated identifiers.
  void gather_members() {
    for (const Competency& entry : before_.entries) {
      const auto found = translated_.find(entry.id);
      for (const std::string& parent : entry.parents)
        old_members_[parent].insert(found == translated_.end() ? entry.id : found->second);
    }
    for (const Competency& entry : after_.entries)
      for (const std::string& parent : entry.parents) new_members_[parent].insert(entry.id);
  }

  RemovedEntry removed(std::uint32_t i) const {
    const Competency& old = before_.entries[i];
    RemovedEntry out{i, {}, {}};
    const std::set<std::string> words = words_of(old.label());
    const auto members = old_members_.find(old.id);
    for (const std::uint32_t place : out_.added) {
      const Competency& fresh = after_.entries[place];
      if (fresh.type != old.type) continue;
      Candidate candidate{place, dice(words, words_of(fresh.label())), 0,
                          !old.notation.empty() && folded(old.notation) == folded(fresh.notation)};
      const auto others = new_members_.find(fresh.id);
      if (members != old_members_.end() && others != new_members_.end())
        candidate.members = dice(members->second, others->second);
      if (candidate.words >= options_.least_words || candidate.members >= options_.least_members)
        out.candidates.push_back(candidate);
    }
    std::ranges::sort(out.candidates, [](const Candidate& a, const Candidate& b) {
      const double x = a.words + a.members, y = b.words + b.members;
      return x != y ? x > y : a.after < b.after;
    });
    if (out.candidates.empty()) out.broader = surviving(old);
    return out;
  }

  // The nearest broader entry that goes on, by the old edition's parents.
  [[nodiscard]] std::optional<std::uint32_t> surviving(const Competency& entry) const {
    std::vector<std::string> queue = entry.parents;
    std::unordered_set<std::string> met(queue.begin(), queue.end());
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const auto moved = translated_.find(queue[i]);
      const auto found = new_by_id_.find(moved == translated_.end() ? queue[i] : moved->second);
      if (found != new_by_id_.end()) return found->second;
      const Competency* parent = before_.find(queue[i]);
      if (parent == nullptr) continue;
      for (const std::string& above : parent->parents)
        if (met.insert(above).second) queue.push_back(above);
    }
    return {};
  }

  const CompetencyFramework& before_;
  const CompetencyFramework& after_;
  const Options& options_;
  std::unordered_map<std::string, std::uint32_t> new_by_id_;
  std::vector<Pair> pairs_;
  std::unordered_map<std::string, std::string> translated_;
  std::unordered_map<std::string, std::unordered_set<std::string>> old_members_, new_members_;
  Difference out_;
};

}  // namespace

Difference compare(const CompetencyFramework& before, const CompetencyFramework& after, const Options& options) {
  return Comparison(before, after, options).run();
}

}  // namespace crosswalk::editions
