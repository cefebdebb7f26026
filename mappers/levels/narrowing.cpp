// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/narrowing.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace crosswalk::levels {
namespace {

bool says_nothing(const std::string& word) {
  static constexpr std::array<std::string_view, 10> fillers{"degree", "of", "with",  "the", "a",
                                                            "an",     "in", "award", "s",   ""};
  return std::ranges::find(fillers, word) != fillers.end();
}

// Content words, ASCII case folded, a plural or possessive s dropped from longer words ("honours" keeps meaning
// "honour").
std::set<std::string> content_words(std::string_view text) {
  std::set<std::string> out;
  std::string word;
  const auto close = [&] {
    if (word.size() > 3 && word.back() == 's') word.pop_back();
    if (word == "hon") word = "honour";
    if (!says_nothing(word)) out.insert(word);
    word.clear();
  };
  for (const char c : text) {
    if (c >= 'A' && c <= 'Z')
      word += static_cast<char>(c - 'A' + 'a');
    else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
      word += c;
    else
      close();
  }
  close();
  return out;
}

// Positions in the target framework from the type's lowest to its highest level.
bool stands_at(const QualificationType& type, const Framework& target, const std::string& label) {
  const Level* low = target.level(type.level_low);
  const Level* high = target.level(type.level_high);
  const Level* level = target.level(label);
  if (low == nullptr || high == nullptr || level == nullptr || !low->rank || !high->rank || !level->rank) return false;
  return *low->rank <= *level->rank && *level->rank <= *high->rank;
}

std::string joined(const std::vector<std::string>& labels, const Framework& target) {
  std::string out;
  for (const std::string& each : labels) out += (out.empty() ? "" : ", ") + to_string(LevelRef{target.id, each});
  return out;
}

std::vector<std::string> levels_of(const QualificationType& type, const Answer& answer, const Framework& target) {
  std::vector<std::string> out;
  for (const std::string& label : answer.to)
    if (stands_at(type, target, label)) out.push_back(label);
  return out;
}

}  // namespace

std::vector<const QualificationType*> types_named(std::span<const QualificationType> types, std::string_view framework,
                                                  std::string_view words) {
  const std::set<std::string> wanted = content_words(words);
  std::vector<const QualificationType*> out;
  for (const QualificationType& each : types) {
    if (each.framework.text != framework || wanted.empty()) continue;
    const std::set<std::string> title = content_words(each.title);
    if (std::ranges::includes(title, wanted)) out.push_back(&each);
  }
  return out;
}

void narrow(Answer& answer, const Framework& target, std::span<const QualificationType> types, std::string_view words) {
  if (answer.known != Known::levels || answer.to.size() < 2) return;
  const auto named = types_named(types, target.id.text, words);
  if (named.empty()) {
    answer.reason = "no type of " + target.id.text + " is called '" + std::string(words) + "': nothing narrowed";
    return;
  }
  std::vector<std::string> kept;
  std::string titles;
  for (const std::string& label : answer.to)
    if (std::ranges::any_of(named, [&](const auto* each) { return stands_at(*each, target, label); }))
      kept.push_back(label);
  for (const QualificationType* each : named) {
    titles += (titles.empty() ? "" : ", ") + each->title;
    answer.evidence = std::max(answer.evidence, each->fact.evidence);
  }
  if (kept.empty()) {
    answer.reason = "the type (" + titles + ") contradicts the levels: nothing narrowed";
    return;
  }
  if (kept.size() < answer.to.size())
    answer.reason = "narrowed from " + joined(answer.to, target) + " by the qualification type " + titles;
  answer.to = std::move(kept);
  answer.lowest = answer.to.front();
  answer.highest = answer.to.back();
}

std::vector<std::string> narrowing_types(const Answer& answer, const Framework& target,
                                         std::span<const QualificationType> types) {
  std::vector<std::string> out;
  if (answer.known != Known::levels || answer.to.size() < 2) return out;
  for (const QualificationType& each : types) {
    if (each.framework != target.id || each.fact.evidence == Evidence::shaky) continue;
    const auto at = levels_of(each, answer, target);
    if (!at.empty() && at.size() < answer.to.size()) out.push_back(each.title + ": " + joined(at, target));
  }
  return out;
}

}  // namespace crosswalk::levels
