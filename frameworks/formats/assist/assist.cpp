// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/assist/assist.hpp"

#include "frameworks/formats/articulation/articulation.hpp"
#include "frameworks/formats/assist/agreement.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

Identity identify_assist(const Probe& probe) {
  if (probe.has_key("result") && probe.text.find("\"articulations\"") != std::string::npos) return Identity::yes;
  const bool named = probe.text.find("sendingInstitution") != std::string::npos &&
                     probe.text.find("receivingInstitution") != std::string::npos;
  return named && (probe.has_key("result") || probe.has_key("articulations")) ? Identity::yes : Identity::no;
}

assist::Agreement unfold(const Node& root, const std::string& file) {
  const Node* wrapped = root.find("result");
  const Node& result = wrapped != nullptr && wrapped->is_mapping() ? *wrapped : root;
  assist::Agreement out;
  out.name = assist::text_of(result, "name");
  out.type = assist::text_of(result, "type");
  out.sending = assist::unfolded(result, "sendingInstitution", file);
  out.receiving = assist::unfolded(result, "receivingInstitution", file);
  out.academic_year = assist::unfolded(result, "academicYear", file);
  out.articulations = assist::unfolded(result, "articulations", file);
  out.template_assets = assist::unfolded(result, "templateAssets", file);
  out.year = assist::text_of(out.academic_year, "code");
  if (!out.sending.is_mapping() || !out.receiving.is_mapping() || !out.articulations.is_sequence())
    throw InputError("assist.incomplete", syntax::at(result, file),
                     "an agreement has sendingInstitution, receivingInstitution and articulations");
  return out;
}

RuleSet rule_set(const assist::Agreement& agreement) {
  RuleSet set;
  const std::string sending = assist::institution_name(agreement.sending),
                    receiving = assist::institution_name(agreement.receiving);
  set.id = "assist/" + assist::trimmed_text(agreement.sending, "code") + "/" +
           assist::trimmed_text(agreement.receiving, "code") + "/" + agreement.year + "/" + agreement.name;
  set.title = agreement.name + ": " + sending + " to " + receiving + ", " + agreement.year;
  set.institution = {receiving};
  set.system = assist::credit_system(agreement.receiving);
  set.source.document =
      "ASSIST agreement " + agreement.year + ", " + sending + " to " + receiving + ", " + agreement.name;
  return set;
}

// Articulations come in a flat list (each wrapping one) or grouped by prefix or department.
std::uint64_t add_articulations(const assist::Agreement& agreement, assist::RuleMaker& maker) {
  std::uint64_t seen = 0;
  for (const Node& one : agreement.articulations.items()) {
    if (const Node* inner = one.find("articulation"); inner != nullptr && inner->is_mapping()) {
      maker.add(*inner, "cell " + assist::text_of(one, "templateCellId"));
      ++seen;
    } else if (const Node* several = one.find("articulations"); several != nullptr && several->is_sequence()) {
      for (const Node& each : several->items()) maker.add(each, assist::text_of(one, "name"));
      seen += several->items().size();
    }
  }
  return seen;
}

ReadResult<Document> read_assist(Input& input) {
  ReadResult<Document> out;
  out.value.format = "assist";
  const assist::Agreement agreement =
      unfold(syntax::parse_json(input.text(), input.name(), input.limits()), input.name());
  out.value.dialect = agreement.type;
  RuleSet set = rule_set(agreement);
  assist::RuleMaker maker(agreement, set, out.loss);
  const std::uint64_t seen = add_articulations(agreement, maker);
  out.diagnostics.push_back(
      {Severity::note,
       "assist.balance",
       {input.name(), {}, {}, {}, "/articulations"},
       std::to_string(seen) + " articulations became " + std::to_string(set.rules.size()) + " rules"});
  const bool templated = agreement.template_assets.is_sequence();
  Programme programme;
  if (templated) programme = assist::programme(agreement, set, out.loss);
  out.value.parts.emplace_back(std::move(set));
  if (templated) out.value.parts.emplace_back(std::move(programme));
  return out;
}

}  // namespace

Format assist_format() {
  Format format;
  format.id = "assist";
  format.title = "ASSIST articulation agreements";
  format.media_types = {"application/json"};
  format.extensions = {"json"};
  format.identify = identify_assist;
  format.read = read_assist;
  return format;
}

}  // namespace crosswalk::formats
