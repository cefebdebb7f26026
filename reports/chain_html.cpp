// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "reports/alignment.hpp"
#include "reports/chain.hpp"
#include "reports/page.hpp"

namespace crosswalk::reports {
namespace {

constexpr std::size_t most_rows = 1000;  // shown; the rest are in the other answers

std::string relation_words(chains::Link link) {
  return (link.negated ? "not " : "") + std::string(name(link.relation));
}

// Entities with the labels their mappings give them.
class Names {
 public:
  explicit Names(const chains::Closure& closure) {
    for (const Mapping& mapping : closure.asserted) {
      if (!mapping.subject_label.empty()) labels_.emplace(mapping.subject_id, mapping.subject_label);
      if (!mapping.object_label.empty()) labels_.emplace(mapping.object_id, mapping.object_label);
    }
  }
  [[nodiscard]] std::string of(const std::string& entity) const {
    const auto found = labels_.find(entity);
    return found == labels_.end() ? entity : std::string(found->second) + " (" + entity + ')';
  }

 private:
  std::unordered_map<std::string_view, std::string_view> labels_;
};

Table derived_table(const chains::Closure& closure) {
  const Names names(closure);
  Table table;
  table.caption = "Derived mappings with the chain each follows from";
  table.columns = {{"Subject"}, {"Relation"}, {"Object"}, {"Confidence", true}, {"Paths", true}, {"Chain"}};
  for (std::size_t i = 0; i < std::min(most_rows, closure.derived.size()); ++i) {
    const chains::Derived& d = closure.derived[i];
    std::string at = closure.entities[d.subject], chain = at;
    for (const std::uint32_t m : d.path) {
      const Mapping& mapping = closure.asserted[m];
      const bool forward = mapping.subject_id == at;
      const Relation relation = relation_of(mapping.predicate_id);
      at = forward ? mapping.object_id : mapping.subject_id;
      chain += (mapping.negated ? " not " : " ") + std::string(name(forward ? relation : inverse(relation))) + ' ' + at;
    }
    table.rows.push_back({names.of(closure.entities[d.subject]), relation_words(d.link),
                          names.of(closure.entities[d.object]), four_decimals(d.confidence), std::to_string(d.paths),
                          chain});
  }
  return table;
}

}  // namespace

std::string chain_html(const chains::Closure& closure) {
  Page page("Mapping chains");
  page.kicker("Composition of mapping sets")
      .lead(std::to_string(closure.derived.size()) + " mappings follow from " +
            std::to_string(closure.asserted.size()) + ", with " + std::to_string(closure.conflicts.size()) +
            " conflicts.");
  page.fact("asserted", std::to_string(closure.asserted.size()));
  page.fact("derived", std::to_string(closure.derived.size()), Tone::good);
  page.fact("stopped by a negative mapping", std::to_string(closure.blocked), Tone::warning);
  page.fact("conflicts", std::to_string(closure.conflicts.size()), closure.conflicts.empty() ? Tone::good : Tone::bad);
  if (!closure.complete) page.notice(Tone::warning, "Stopped at the limit of derived mappings: this is not all.");
  page.section("Conflicts");
  if (closure.conflicts.empty()) page.paragraph("None.");
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < std::min(most_rows, closure.conflicts.size()); ++i)
    lines.push_back(conflict_text(closure, closure.conflicts[i]));
  page.list(lines);
  page.section("Derived mappings");
  if (closure.derived.size() > most_rows)
    page.notice(Tone::neutral, "The first " + std::to_string(most_rows) + "; the other answers hold all.");
  page.table(derived_table(closure));
  return page.html();
}

}  // namespace crosswalk::reports
