// SPDX-License-Identifier: Apache-2.0
#include "frameworks/facts/read.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <tuple>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::facts {
namespace {

using Reader = void (*)(const syntax::Node&, std::string_view, Facts&, Diagnostics&);
constexpr std::array<std::pair<std::string_view, Reader>, 12> readers{{
    {"framework/1", read_framework},
    {"credit-systems/1", read_credit_systems},
    {"credit-conversions/1", read_credit_conversions},
    {"grading-scales/1", read_grading_scales},
    {"grade-methods/1", read_grade_methods},
    {"microcredential-elements/1", read_microcredential_elements},
    {"microcredential-policies/1", read_microcredential_policies},
    {"isced-f/1", read_isced_fields},
    {"country-aliases/1", read_country_aliases},
    {"tile-map/1", read_tiles},
    {"comparison-topics/1", read_comparison_topics},
    {"facts/1", read_release},
}};

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  if (!in) throw InputError("input.unreadable", Location{path.string(), {}, {}, {}, {}}, "cannot be read");
  return out.str();
}

// Levels lowest first; parallel ones by label; rankless last.
auto level_key(const Level& level) {
  return std::tuple(!level.rank.has_value(), level.rank.value_or(0), level.ref.level);
}

template <class List>
void sort_list(List& list) {
  std::ranges::stable_sort(list, {}, [](const auto& each) -> const std::string& { return each.fact.id; });
}

}  // namespace

void read_document(const syntax::Node& document, std::string_view file, Facts& into, Diagnostics& diagnostics) {
  const syntax::Node* kind = document.find("crosswalk");
  const auto known =
      std::ranges::find_if(readers, [&](const auto& each) { return kind != nullptr && each.first == kind->text(); });
  if (known != readers.end()) return known->second(document, file, into, diagnostics);
  diagnostics.push_back({Severity::error, "facts.kind", syntax::at(kind == nullptr ? document : *kind, file),
                         kind == nullptr ? "the first field must be 'crosswalk: KIND/1'"
                                         : "kind '" + kind->text() + "' is not a kind of facts"});
}

void sort_by_id(Facts& facts) {
  for (Framework& framework : facts.frameworks) std::ranges::stable_sort(framework.levels, {}, level_key);
  sort_list(facts.frameworks);
  sort_list(facts.level_details);
  sort_list(facts.referencing);
  sort_list(facts.qualification_types);
  sort_list(facts.credit_systems);
  sort_list(facts.conversions);
  sort_list(facts.grading_scales);
  sort_list(facts.grade_methods);
  sort_list(facts.isced_fields);
  sort_list(facts.microcredential_elements);
  sort_list(facts.microcredential_policies);
  sort_list(facts.country_aliases);
  sort_list(facts.tiles);
  sort_list(facts.comparison_topics);
}

ReadResult<Facts> read_folder(const std::string& folder, const std::string& shown_as) {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const std::string path = std::filesystem::relative(entry.path(), folder).generic_string();
    if (entry.path().extension() == ".yaml" && !path.starts_with("samples/")) paths.push_back(path);
  }
  std::ranges::sort(paths);
  ReadResult<Facts> out;
  for (const std::string& path : paths) {
    const std::string shown = shown_as + "/" + path;
    try {
      read_document(syntax::parse_yaml(read_file(std::filesystem::path(folder) / path), shown), shown, out.value,
                    out.diagnostics);
    } catch (const InputError& error) {
      out.diagnostics.push_back(error.diagnostic());
    }
  }
  sort_by_id(out.value);
  return out;
}

}  // namespace crosswalk::facts
