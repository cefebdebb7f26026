// SPDX-License-Identifier: Apache-2.0
#include "cli/alignment_inputs.hpp"

#include <charconv>
#include <unordered_map>

#include "cli/alignment_files.hpp"
#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/text/analyser.hpp"

namespace crosswalk::cli {
namespace {

constexpr std::string_view no_term = "https://w3id.org/sssom/NoTermFound";

std::vector<std::string> split_files(const std::string& files) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= files.size();) {
    const std::size_t end = std::min(files.find(',', begin), files.size());
    if (end > begin) out.push_back(files.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

formats::Document read_document(const std::string& path, const std::string& as, const Context& context) {
  formats::Input input = formats::Input::open(path, {}, context.in);
  ReadResult<formats::Document> read = formats::read(input, as);
  context.report(input.diagnostics());
  context.report(read.diagnostics);
  return std::move(read.value);
}

// Entry i's vector stands at i * dimensions.
void place_vectors(std::vector<float>& into, const CompetencyFramework& framework,
                   const std::unordered_map<std::string, std::vector<float>>& by_id, std::size_t dimensions) {
  into.assign(framework.entries.size() * dimensions, 0);
  for (std::size_t i = 0; i < framework.entries.size(); ++i)
    if (const auto found = by_id.find(framework.entries[i].id); found != by_id.end())
      std::copy(found->second.begin(), found->second.end(), into.begin() + static_cast<std::ptrdiff_t>(i * dimensions));
}

}  // namespace

CompetencyFramework read_competencies(const std::string& files, const std::string& as, const Context& context) {
  CompetencyFramework out;
  for (const std::string& path : split_files(files)) {
    const formats::Document document = read_document(path, as, context);
    const auto frameworks = document.all<CompetencyFramework>();
    if (frameworks.empty())
      throw UsageError(path + " holds " + std::string(formats::kind(document)) + ", a competency framework is needed");
    for (const auto* framework : frameworks) competencies::merge(out, *framework);
  }
  if (out.entries.empty()) throw UsageError(files + " holds no competencies");
  return out;
}

ReadMappings read_mappings(const std::vector<std::string>& files, const Context& context) {
  ReadMappings out;
  for (const std::string& path : files) {
    const formats::Document document = read_document(path, {}, context);
    const auto sets = document.all<MappingSet>();
    if (sets.empty())
      throw UsageError(path + " holds " + std::string(formats::kind(document)) + ", mappings are needed");
    for (const auto* set : sets) out.sets.push_back(*set);
    for (const auto* framework : document.all<CompetencyFramework>()) competencies::merge(out.subjects, *framework);
  }
  return out;
}

DecidedSubjects decided_subjects(const ReadMappings& mappings, const CompetencyFramework& from,
                                 const CompetencyFramework& to) {
  DecidedSubjects out;
  out.subjects.language = from.language;
  const competencies::EntryNames in_from(from), beside(mappings.subjects), in_to(to);
  std::unordered_map<std::string, std::uint32_t> place;
  const auto subject_of = [&](const Mapping& mapping) {
    Competency subject;
    if (const auto found = in_from.find(mapping.subject_id)) {
      subject = from.entries[*found];
    } else if (const auto known = beside.find(mapping.subject_id)) {
      subject = mappings.subjects.entries[*known];
    } else {
      subject.id = mapping.subject_id;
      subject.labels = {{"", mapping.subject_label}};
    }
    const auto [at, fresh] = place.emplace(subject.id, static_cast<std::uint32_t>(out.subjects.entries.size()));
    if (fresh) out.subjects.entries.push_back(std::move(subject));
    return at->second;
  };
  for (const MappingSet& set : mappings.sets)
    for (const Mapping& mapping : set.mappings) {
      if (mapping.negated) continue;
      if (mapping.object_id == no_term || mapping.object_id == "sssom:NoTermFound")
        out.nothing.push_back(subject_of(mapping));
      else if (const auto object = in_to.find(mapping.object_id))
        out.decisions.push_back({subject_of(mapping), *object});
      else
        ++out.unknown_objects;
    }
  return out;
}

competencies::Vectors read_vectors(const std::string& file, const CompetencyFramework& from,
                                   const CompetencyFramework& to, const CompetencyFramework& decided) {
  formats::Input input = formats::Input::open(file);
  std::unordered_map<std::string, std::vector<float>> by_id;
  std::size_t dimensions = 0;
  syntax::stream_csv(input.stream(), file, {}, [&](const syntax::CsvRecord& record) {
    std::vector<float> vector;
    for (std::size_t i = 1; i < record.cells.size(); ++i) {
      const std::string& cell = record.cells[i];
      float value = 0;
      const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      if (error != std::errc() || end != cell.data() + cell.size())
        throw InputError("align.vector", {file, record.line, {}, {}, {}}, "'" + cell + "' is no number");
      vector.push_back(value);
    }
    if (dimensions == 0) dimensions = vector.size();
    if (vector.size() != dimensions || dimensions == 0)
      throw InputError(
          "align.vector", {file, record.line, {}, {}, {}},
          "the row has " + std::to_string(vector.size()) + " numbers, the first row " + std::to_string(dimensions));
    by_id.insert_or_assign(record.cells.front(), std::move(vector));
  });
  competencies::Vectors out;
  out.dimensions = dimensions;
  place_vectors(out.from, from, by_id, dimensions);
  place_vectors(out.to, to, by_id, dimensions);
  place_vectors(out.decided, decided, by_id, dimensions);
  return out;
}

std::vector<std::string> alignment_stop_words(const std::string& language) {
  const std::string name = "stop-words." + (language.empty() ? "en" : language.substr(0, language.find('-'))) + ".txt";
  return text::read_stop_words(alignment_data(name));
}

}  // namespace crosswalk::cli
