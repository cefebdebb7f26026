// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/csv_transcript/status_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::array<std::pair<std::string_view, StatusWord>, 15> words{{
    {"passed", {Status::completed, false}},
    {"completed", {Status::completed, false}},
    {"transferred", {Status::completed, true}},
    {"transfer", {Status::completed, true}},
    {"in progress", {Status::in_progress, false}},
    {"registered", {Status::in_progress, false}},
    {"enrolled", {Status::in_progress, false}},
    {"planned", {Status::planned, false}},
    {"failed", {Status::failed, false}},
    {"withdrawn", {Status::withdrawn, false}},
    {"exempt", {Status::exempt, false}},
    {"waived", {Status::exempt, false}},
    {"superseded", {Status::superseded, false}},
    {"repeated", {Status::superseded, false}},
    {"unknown", {Status::unknown, false}},
}};

}  // namespace

std::optional<StatusWord> status_word(std::string_view text) {
  std::string word = folded(text);
  std::ranges::replace(word, '-', ' ');
  std::ranges::replace(word, '_', ' ');
  const auto found = std::ranges::find(words, word, [](const auto& entry) { return entry.first; });
  if (found == words.end()) return std::nullopt;
  return found->second;
}

std::string known_status_words() {
  std::string all;
  for (const auto& [word, meaning] : words) all += (all.empty() ? "" : ", ") + std::string(word);
  return all;
}

}  // namespace crosswalk::formats
