// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/outcome_table/outcome_table.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::array items{"course", "offering", "credential", "occupation", "item"};
constexpr std::array competencies{"competency", "outcome", "skill"};
constexpr std::array known{"title", "relation", "confidence", "basis", "level", "importance"};

struct Predicate {
  std::string_view word, iri;
};
constexpr std::array predicates{
    Predicate{"", "https://purl.org/ctdl/terms/teaches"},
    Predicate{"teaches", "https://purl.org/ctdl/terms/teaches"},
    Predicate{"assesses", "https://purl.org/ctdl/terms/assesses"},
    Predicate{"exact", "http://www.w3.org/2004/02/skos/core#exactMatch"},
    Predicate{"broad", "http://www.w3.org/2004/02/skos/core#broadMatch"},
    Predicate{"narrow", "http://www.w3.org/2004/02/skos/core#narrowMatch"},
    Predicate{"close", "http://www.w3.org/2004/02/skos/core#closeMatch"},
    Predicate{"related", "http://www.w3.org/2004/02/skos/core#relatedMatch"},
    Predicate{"essential", "http://data.europa.eu/esco/model#relatedEssentialSkill"},
    Predicate{"optional", "http://data.europa.eu/esco/model#relatedOptionalSkill"},
};

template <class Names>
const char* column_of(const Probe& probe, const Names& names) {
  for (const char* name : names)
    if (probe.has_column(name)) return name;
  return nullptr;
}

class Reader {
 public:
  Reader(const syntax::CsvTable& table, const std::string& file) : table_(table), file_(file) {}

  ReadResult<Document> read(std::string_view item, std::string_view competency) {
    item_ = table_.column(item);
    competency_ = table_.column(competency);
    set_.source = file_;
    note_unread_columns();
    for (const syntax::CsvRecord& row : table_.rows) add(row);
    out_.value.format = "outcome-table";
    out_.value.parts.emplace_back(std::move(set_));
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string cell(const syntax::CsvRecord& row, std::string_view column) const {
    return trimmed(syntax::CsvTable::cell(row, table_.column(column)));
  }
  void warn(const syntax::CsvRecord& row, std::string_view code, std::string text) {
    out_.diagnostics.push_back({Severity::warning, std::string(code), {file_, row.line, {}, {}, {}}, std::move(text)});
  }

  void note_unread_columns() {
    for (std::size_t i = 0; i < table_.header.cells.size(); ++i) {
      const std::string name = folded(table_.header.cells[i]);
      if (i != item_ && i != competency_ && std::ranges::find(known, name) == known.end())
        out_.loss.add(name, "not part of a claim", table_.rows.size());
    }
  }

  void add(const syntax::CsvRecord& row) {
    Mapping mapping;
    mapping.subject_id = trimmed(syntax::CsvTable::cell(row, item_));
    mapping.object_id = trimmed(syntax::CsvTable::cell(row, competency_));
    if (mapping.subject_id.empty() || mapping.object_id.empty()) {
      warn(row, "outcome-table.incomplete", "the row names no item or no competency and was left out");
      return out_.loss.add("row", "no item or no competency");
    }
    mapping.subject_label = cell(row, "title");
    std::string relation = folded(cell(row, "relation"));
    if (relation == "not" || relation.starts_with("not ")) {
      mapping.negated = true;
      relation = relation.size() > 4 ? relation.substr(4) : std::string();
    }
    const auto predicate = std::ranges::find(predicates, relation, &Predicate::word);
    if (predicate == predicates.end()) {
      warn(row, "outcome-table.relation",
           "relation '" + relation +
               "' is unknown; known are teaches, assesses, exact, broad, narrow, close, related, each with not before "
               "it");
      return out_.loss.add("relation", "not a known relation");
    }
    mapping.predicate_id = predicate->iri;
    add_certainty(row, mapping);
    for (const char* slot : {"level", "importance"})
      if (const std::string value = cell(row, slot); !value.empty()) mapping.set(slot, value);
    set_.mappings.push_back(std::move(mapping));
  }

  // `basis` suggested: nobody decided it; anything else is a person's statement.
  void add_certainty(const syntax::CsvRecord& row, Mapping& mapping) {
    const bool suggested = folded(cell(row, "basis")) == "suggested";
    mapping.justification = suggested ? "https://w3id.org/semapv/vocab/UnspecifiedMatching"
                                      : "https://w3id.org/semapv/vocab/ManualMappingCuration";
    const std::string written = cell(row, "confidence");
    if (written.empty()) return;
    double value = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (error == std::errc() && end == written.data() + written.size() && value >= 0 && value <= 1)
      mapping.confidence = value;
    else
      warn(row, "outcome-table.confidence", "confidence '" + written + "' is no number from 0 to 1 and was left out");
  }

  const syntax::CsvTable& table_;
  std::string file_;
  std::size_t item_ = 0, competency_ = 0;
  MappingSet set_;
  ReadResult<Document> out_;
};

}  // namespace

Format outcome_table_format() {
  Format format;
  format.id = "outcome-table";
  format.title = "Courses or credentials and their competencies (CSV)";
  format.media_types = {"text/csv"};
  format.extensions = {"csv"};
  format.identify = [](const Probe& probe) {
    return column_of(probe, items) != nullptr && column_of(probe, competencies) != nullptr ? Identity::yes
                                                                                           : Identity::no;
  };
  format.read = [](Input& input) {
    const Probe found = probe(input);
    const char* item = column_of(found, items);
    const char* competency = column_of(found, competencies);
    if (item == nullptr || competency == nullptr)
      throw InputError(
          "outcome-table.columns", {input.name(), {}, {}, {}, {}},
          "a column course, offering, credential, occupation or item and a column competency, outcome or skill are "
          "needed");
    syntax::CsvOptions options;
    options.limits = input.limits();
    syntax::CsvTable table = syntax::parse_csv(input.text(), input.name(), options);
    ReadResult<Document> result = Reader(table, input.name()).read(item, competency);
    result.diagnostics.insert(result.diagnostics.begin(), table.diagnostics.begin(), table.diagnostics.end());
    return result;
  };
  return format;
}

}  // namespace crosswalk::formats
