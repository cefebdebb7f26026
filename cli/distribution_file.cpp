// SPDX-License-Identifier: Apache-2.0
#include "cli/distribution_file.hpp"

#include <fstream>
#include <sstream>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/csv.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::cli {
namespace {

using syntax::CsvTable;
using syntax::XmlTree;

Location place(const std::string& path, std::uint32_t line) { return {path, line, {}, {}, {}}; }

Rational count(const std::string& text, const std::string& path, std::uint32_t line) {
  if (text.empty()) return 0;
  const auto value = Rational::parse(text);
  if (value && value->sign() >= 0) return *value;
  throw InputError("distribution.count", place(path, line),
                   "a count or share that is not negative is expected, found '" + text + "'");
}

grades::Distribution from_csv(const std::string& text, const std::string& path) {
  const CsvTable table = syntax::parse_csv(text, path);
  const std::size_t grade = table.column("grade");
  std::size_t share = table.column("count");
  if (share == CsvTable::npos) share = table.column("percent");
  if (grade == CsvTable::npos || share == CsvTable::npos)
    throw InputError("distribution.columns", place(path, 1), "columns 'grade' and 'count' (or 'percent') are expected");
  grades::Distribution out{path, {}};
  for (const auto& row : table.rows)
    out.shares.emplace_back(std::string(CsvTable::cell(row, grade)),
                            count(std::string(CsvTable::cell(row, share)), path, row.line));
  return out;
}

const XmlTree* find(const XmlTree& tree, std::string_view name) {
  if (tree.name == name) return &tree;
  for (const XmlTree& child : tree.children)
    if (const XmlTree* found = find(child, name)) return found;
  return nullptr;
}

grades::Distribution from_xml(const std::string& text, const std::string& path) {
  const XmlTree tree = syntax::parse_xml_tree(text, path);
  const XmlTree* distribution = find(tree, "resultDistribution");
  if (distribution == nullptr)
    throw InputError("distribution.missing", place(path, 1), "no resultDistribution is in this document");
  grades::Distribution out{path, {}};
  for (const XmlTree* category : distribution->all("category"))
    out.shares.emplace_back(std::string(category->attribute("label")),
                            count(std::string(category->attribute("count")), path, category->line));
  return out;
}

}  // namespace

grades::Distribution read_distribution(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw InputError("input.unreadable", Location{path, {}, {}, {}, {}}, "cannot be read");
  const std::string all = text.str();
  const std::size_t first = all.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  return first != std::string::npos && all[first] == '<' ? from_xml(all, path) : from_csv(all, path);
}

}  // namespace crosswalk::cli
