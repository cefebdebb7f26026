// SPDX-License-Identifier: Apache-2.0
#include "lib/model/text.hpp"

namespace crosswalk {
namespace {

bool is_or_refines(std::string_view tag, std::string_view wanted) {
  return tag == wanted || (tag.starts_with(wanted) && tag.size() > wanted.size() && tag[wanted.size()] == '-');
}

}  // namespace

std::string_view LanguageText::text(std::string_view wanted) const {
  for (const std::string_view language : {wanted, std::string_view("en"), std::string_view()})
    for (const auto& [tag, words] : by_language)
      if (is_or_refines(tag, language)) return words;
  return by_language.empty() ? std::string_view() : std::string_view(by_language.begin()->second);
}

}  // namespace crosswalk
