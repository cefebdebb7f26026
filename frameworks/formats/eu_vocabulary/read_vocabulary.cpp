// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/eu_vocabulary/vocabulary.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {
namespace {

using syntax::CsvTable;
using syntax::XmlTree;

std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void collect(const XmlTree& tree, const std::string& path, std::vector<VocabularyConcept>& out) {
  if (tree.name == "enumeration") {
    VocabularyConcept term{std::string(tree.attribute("value")), {}, {}, {path, tree.line, tree.column, {}, {}}};
    if (const XmlTree* annotation = tree.child("annotation"))
      if (const XmlTree* documentation = annotation->child("documentation")) term.label = one_line(documentation->text);
    out.push_back(std::move(term));
  }
  for (const XmlTree& child : tree.children) collect(child, path, out);
}

std::size_t either(const CsvTable& table, std::string_view a, std::string_view b) {
  const std::size_t at = table.column(a);
  return at == CsvTable::npos ? table.column(b) : at;
}

}  // namespace

std::vector<VocabularyConcept> read_vocabulary(std::string_view text, const std::string& path) {
  std::vector<VocabularyConcept> out;
  const std::size_t first = text.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first != std::string_view::npos && text[first] == '<') {
    collect(syntax::parse_xml_tree(text, path), path, out);
    return out;
  }
  const CsvTable table = syntax::parse_csv(text, path);
  const std::size_t uri = either(table, "uri", "qdr_concept"), label = either(table, "label", "level_label");
  if (uri == CsvTable::npos || label == CsvTable::npos)
    throw InputError("vocabulary.columns", Location{path, 1U, {}, {}, {}},
                     "columns uri (or qdr_concept) and label (or level_label) are expected");
  const std::size_t country = table.column("country");
  for (const auto& row : table.rows) {
    std::string id(CsvTable::cell(row, uri));
    if (id.starts_with("c_")) id = "http://data.europa.eu/snb/qdr/" + id;
    out.push_back({std::move(id),
                   one_line(CsvTable::cell(row, label)),
                   std::string(CsvTable::cell(row, country)),
                   {path, row.line, {}, {}, {}}});
  }
  return out;
}

}  // namespace crosswalk::formats
