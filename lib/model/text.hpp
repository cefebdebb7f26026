// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace crosswalk {

// A text in several languages, by BCP 47 tag as the source writes it ("" where it states none).
struct LanguageText {
  std::map<std::string, std::string> by_language;

  LanguageText() = default;
  explicit LanguageText(std::string text, std::string language = {}) {
    by_language.emplace(std::move(language), std::move(text));
  }
  [[nodiscard]] bool empty() const { return by_language.empty(); }
  // The text to show: the wanted language (prefix match), else English, else no language, else the first by tag.
  [[nodiscard]] std::string_view text(std::string_view wanted = "en") const;
  bool operator==(const LanguageText&) const = default;
};

}  // namespace crosswalk
