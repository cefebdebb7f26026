// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/nus/nus.hpp"

#include "frameworks/formats/nus/rule.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

std::string text(const Node& node, std::string_view key) {
  const Node* found = node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : found->text();
}

Identity identify_nus(const Probe& probe) {
  if (probe.xml_root) return Identity::no;
  const bool words = probe.text.find("PROGRAM_TYPES IF_IN") != std::string::npos ||
                     probe.text.find("PROGRAMME_TYPES IF_IN") != std::string::npos ||
                     probe.text.find("COHORT_YEARS MUST_BE_IN") != std::string::npos;
  return words && !probe.json_keys.empty() ? Identity::yes : Identity::no;
}

// A list of {name, input}, or one object of code: rule; each rule becomes a requirement.
ReadResult<Document> read_nus(Input& input) {
  const Node root = syntax::parse_json(input.text(), input.name(), input.limits());
  Programme programme;
  programme.id.text = "nus-requisites";
  programme.title = "NUS requisite rules";
  programme.institution.text = "nus.edu.sg";
  programme.system = "NUS units";
  programme.share_by_default = true;
  programme.root.id.text = "requisites";
  programme.root.title = programme.title;
  programme.root.at_least = 0;
  ReadResult<Document> out;
  const auto add = [&](const std::string& name, const std::string& words, const Node& place) {
    Requirement part;
    part.id.text = std::to_string(programme.root.parts.size() + 1);
    part.title = name;
    bool parsed = true;
    part.need = nus::rule(words, parsed);
    part.source.document = words;
    if (!parsed) {
      out.diagnostics.push_back(
          {Severity::warning, "nus.not-parsed", at(place, input.name()),
           "the rule of '" + name + "' does not parse; it is kept in its words, to be decided by a person"});
      out.loss.add("input", "a rule that does not parse, kept in its words");
    }
    programme.root.parts.push_back(std::move(part));
  };
  if (root.is_sequence())
    for (const Node& one : root.items()) add(text(one, "name"), text(one, "input"), one);
  else
    for (const auto& [code, rule] : root.members())
      add(code, rule.is_scalar() ? rule.text() : text(rule, "input"), rule);
  out.value.format = "nus";
  out.value.parts.emplace_back(std::move(programme));
  return out;
}

}  // namespace

Format nus_format() {
  Format format;
  format.id = "nus";
  format.title = "NUS requisite rules";
  format.media_types = {"application/json"};
  format.extensions = {"json"};
  format.identify = identify_nus;
  format.read = read_nus;
  return format;
}

}  // namespace crosswalk::formats
