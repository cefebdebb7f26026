// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/demand_table/demand_table.hpp"

#include <string>
#include <unordered_map>

#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::string_view curated = "https://w3id.org/semapv/vocab/ManualMappingCuration";
constexpr std::string_view esco_model = "http://data.europa.eu/esco/model#";
constexpr std::string_view onet_requires = "urn:crosswalk:relation:requires";

syntax::CsvTable table_of(Input& input) {
  syntax::CsvOptions options;
  options.lenient_quotes = true;
  options.limits = input.limits();
  return syntax::parse_csv(input.text(), input.name(), options);
}

ReadResult<Document> result_of(MappingSet set, std::string_view format, std::string_view dialect,
                               syntax::CsvTable& table) {
  ReadResult<Document> out;
  out.value.format = format;
  out.value.dialect = dialect;
  out.value.parts.emplace_back(std::move(set));
  out.diagnostics = std::move(table.diagnostics);
  return out;
}

Mapping between(std::string subject, std::string_view predicate, std::string object) {
  Mapping mapping;
  mapping.subject_id = std::move(subject);
  mapping.predicate_id = predicate;
  mapping.object_id = std::move(object);
  mapping.justification = curated;
  return mapping;
}

// The rows of one occupation and element, one a scale, as one mapping.
class Ratings {
 public:
  Ratings(const syntax::CsvTable& table, const std::string& file) : table_(table) {
    set_.source = file;
    set_.subject_source = "O*NET-SOC";
    set_.object_source = "O*NET content model";
    for (const char* title : {"O*NET-SOC Code", "Title", "Element ID", "Element Name", "Scale ID", "Data Value",
                              "Recommend Suppress", "Not Relevant"})
      columns_.emplace(title, table.column(title));
  }

  MappingSet read(LossReport& loss) {
    for (const syntax::CsvRecord& row : table_.rows) add(row, loss);
    for (const char* column : {"N", "Standard Error", "Lower CI Bound", "Upper CI Bound", "Date", "Domain Source"})
      if (table_.column(column) != syntax::CsvTable::npos)
        loss.add(column, "statistics of the survey are not part of a demand", table_.rows.size());
    return std::move(set_);
  }

 private:
  [[nodiscard]] std::string cell(const syntax::CsvRecord& row, const char* title) const {
    return trimmed(syntax::CsvTable::cell(row, columns_.at(title)));
  }

  void add(const syntax::CsvRecord& row, LossReport& loss) {
    std::string occupation = cell(row, "O*NET-SOC Code"), element = cell(row, "Element ID");
    if (occupation.empty() || element.empty()) return loss.add("row", "no occupation or no element");
    const auto [at, fresh] = place_.emplace(occupation + ' ' + element, set_.mappings.size());
    if (fresh) {
      set_.mappings.push_back(between(std::move(occupation), onet_requires, std::move(element)));
      set_.mappings.back().subject_label = cell(row, "Title");
      set_.mappings.back().object_label = cell(row, "Element Name");
    }
    Mapping& mapping = set_.mappings[at->second];
    const std::string scale = cell(row, "Scale ID");
    if (scale != "IM" && scale != "LV") return loss.add("Scale ID " + scale, "neither importance nor level");
    if (cell(row, "Recommend Suppress") == "Y") mapping.set("doubt", "O*NET recommends to suppress the value");
    if (scale == "LV" && cell(row, "Not Relevant") == "Y") return;
    mapping.set(scale == "IM" ? "importance" : "level", cell(row, "Data Value"));
  }

  const syntax::CsvTable& table_;
  std::unordered_map<std::string_view, std::size_t> columns_;
  std::unordered_map<std::string, std::size_t> place_;
  MappingSet set_;
};

}  // namespace

bool is_esco_relation(const Probe& probe) {
  return probe.has_column("relationtype") &&
         ((probe.has_column("occupationuri") && probe.has_column("skilluri")) ||
          (probe.has_column("originalskilluri") && probe.has_column("relatedskilluri")));
}

bool is_onet_rating(const Probe& probe) {
  return probe.has_column("o*net-soc code") && probe.has_column("element id") && probe.has_column("scale id") &&
         probe.has_column("data value");
}

ReadResult<Document> read_esco_relation(Input& input) {
  syntax::CsvTable table = table_of(input);
  const bool occupations = table.column("occupationUri") != syntax::CsvTable::npos;
  const std::size_t subject = table.column(occupations ? "occupationUri" : "originalSkillUri");
  const std::size_t object = table.column(occupations ? "skillUri" : "relatedSkillUri");
  const std::size_t type = table.column("relationType");
  MappingSet set;
  set.source = input.name();
  set.subject_source = occupations ? "esco-occupations" : "esco-skills";
  set.object_source = "esco-skills";
  set.mappings.reserve(table.rows.size());
  LossReport loss;
  FindingList findings;
  for (const syntax::CsvRecord& row : table.rows) {
    const std::string kind = folded(syntax::CsvTable::cell(row, type));
    std::string from = trimmed(syntax::CsvTable::cell(row, subject)), to = trimmed(syntax::CsvTable::cell(row, object));
    if (from.empty() || to.empty() || (kind != "essential" && kind != "optional")) {
      loss.add("row", "no pair, or a relation that is neither essential nor optional");
      continue;
    }
    if (from == to)
      findings.warn("esco.self-loop", {input.name(), row.line, {}, {}, {}}, "a skill is related to itself: " + from);
    set.mappings.push_back(
        between(std::move(from),
                std::string(esco_model) + (kind == "essential" ? "relatedEssentialSkill" : "relatedOptionalSkill"),
                std::move(to)));
  }
  ReadResult<Document> out =
      result_of(std::move(set), "esco", occupations ? "occupation-skills" : "skill-skills", table);
  for (Diagnostic& each : findings.take(input.name())) out.diagnostics.push_back(std::move(each));
  out.loss = std::move(loss);
  return out;
}

ReadResult<Document> read_onet_rating(Input& input) {
  syntax::CsvTable table = table_of(input);
  LossReport loss;
  MappingSet set = Ratings(table, input.name()).read(loss);
  ReadResult<Document> out = result_of(std::move(set), "onet", "ratings", table);
  out.loss = std::move(loss);
  return out;
}

}  // namespace crosswalk::formats
