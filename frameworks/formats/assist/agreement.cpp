// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/assist/agreement.hpp"

#include "frameworks/formats/articulation/articulation.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats::assist {

using syntax::Node;

Node unfolded(const Node& parent, std::string_view key, std::string_view file) {
  const Node* found = parent.find(key);
  if (found == nullptr || found->is_null()) return {};
  if (found->kind() == Node::Kind::string)
    return syntax::parse_json(found->text(), std::string(file) + "#" + std::string(key));
  return *found;
}

std::string text_of(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || found->is_null() || !found->is_scalar() ? std::string() : found->text();
}

std::string trimmed_text(const Node& node, std::string_view key) {
  std::string text = text_of(node, key);
  while (!text.empty() && text.back() == ' ') text.pop_back();
  const auto first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string() : text.substr(first);
}

std::string institution_name(const Node& institution) {
  const Node* names = institution.find("names");
  if (names != nullptr && !names->items().empty()) return trimmed_text(names->items().back(), "name");
  return trimmed_text(institution, "code");
}

CourseCode course_code(const Node& course) {
  return {trimmed_text(course, "prefix"), trimmed_text(course, "courseNumber")};
}

std::string credit_system(const Node& institution) {
  const std::string term = text_of(institution, "termType");
  return term == "Quarter" ? "US-QH" : term == "Semester" ? "US-SH" : std::string();
}

std::vector<std::string> contents(const Node& node, std::string_view key) {
  std::vector<std::string> out;
  if (const Node* list = node.find(key); list != nullptr && list->is_sequence())
    for (const Node& one : list->items())
      if (std::string words = plain_words(text_of(one, "content")); !words.empty()) out.push_back(std::move(words));
  return out;
}

}  // namespace crosswalk::formats::assist
