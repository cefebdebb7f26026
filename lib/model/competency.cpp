// SPDX-License-Identifier: Apache-2.0
#include "lib/model/competency.hpp"

#include <algorithm>

namespace crosswalk {
namespace {

const Label* in_language(const std::vector<Label>& labels, std::string_view wanted) {
  const auto found = std::ranges::find_if(labels, [&](const Label& label) {
    const std::string_view language = label.language;
    return language.substr(0, wanted.size()) == wanted &&
           (language.size() == wanted.size() || language[wanted.size()] == '-');
  });
  return found == labels.end() ? nullptr : &*found;
}

}  // namespace

std::string_view Competency::label(std::string_view wanted) const {
  for (const std::string_view language : {wanted, std::string_view("en"), std::string_view()})
    if (const Label* found = in_language(labels, language)) return found->text;
  if (!labels.empty()) return labels.front().text;
  return notation.empty() ? std::string_view(id) : std::string_view(notation);
}

const Competency* CompetencyFramework::find(std::string_view wanted) const {
  const auto found = std::ranges::find(entries, wanted, &Competency::id);
  return found == entries.end() ? nullptr : &*found;
}

}  // namespace crosswalk
