// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/nice/nice.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "frameworks/formats/competency_table/competency_table.hpp"
#include "frameworks/formats/folded.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/yaml.hpp"

namespace crosswalk::formats {
namespace {

using syntax::Node;

// How each of NICE's lists names its identifier, label and description; a list without identifiers is named by its
// label.
struct ListShape {
  std::string_view type, id, label, description;
};
constexpr std::array<ListShape, 7> shapes{{{"ability", "aId", "", "abilityDescription"},
                                           {"knowledge", "kId", "", "knowledgeDescription"},
                                           {"skill", "sId", "", "skillDescription"},
                                           {"task", "tId", "", "taskDescription"},
                                           {"work role", "workRoleID", "workRole", "description"},
                                           {"specialty area", "", "Area", "Description"},
                                           {"domain", "", "Domain", "Description"}}};

std::string text_of(const Node& node, std::string_view key) {
  const Node* found = key.empty() ? nullptr : node.find(key);
  return found == nullptr || !found->is_scalar() || found->is_null() ? std::string() : trimmed(found->text());
}

const ListShape* shape_of(const Node& item) {
  const auto fits = [&](const ListShape& shape) {
    return item.find(shape.description) != nullptr &&
           (shape.id.empty() ? item.find(shape.label) != nullptr : item.find(shape.id) != nullptr);
  };
  const auto at = std::ranges::find_if(shapes, fits);
  return at == shapes.end() ? nullptr : &*at;
}

// The table of knowledge, skills and abilities by work role and competency that NIST publishes: one statement stands in
// as many rows as roles need it.
const std::vector<TableLayout>& tables() {
  static const std::vector<TableLayout> list = [] {
    TableLayout statements{.framework = "nice-statements",
                           .title = "NICE statements by competency",
                           .marks = {"KSA ID", "KSA", "Competency ID"},
                           .id = "KSA ID",
                           .notation = "KSA ID",
                           .label = "KSA",
                           .type_column = "K S or A"};
    statements.parents = {"Competency ID"};
    statements.codes = {{"Competency Group ID", "nice-competency-group"}};
    statements.told = {"Competency", "Competency Group"};
    statements.rows_repeat = true;
    return std::vector{statements};
  }();
  return list;
}

Identity identify_nice(const Probe& probe) {
  if (layout_of(probe, tables()) != nullptr) return Identity::yes;
  for (const ListShape& shape : shapes) {
    const std::string key = std::string(shape.id.empty() ? shape.label : shape.id) + ": ";
    const auto at = probe.text.find(key);
    const bool listed = probe.text.find("\n-") != std::string::npos || probe.text.starts_with("-");
    if (listed && at != std::string::npos && probe.text.find("NICE") != std::string::npos) return Identity::yes;
    if (listed && at != std::string::npos && !shape.id.empty()) return Identity::yes;
  }
  return Identity::no;
}

class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {
    framework_.id = "nice";
    framework_.title = "NICE workforce framework";
    framework_.publisher = "NIST";
    framework_.language = "en";
    framework_.source = file;
  }

  ReadResult<Document> read(const Node& root) {
    for (const Node& item : root.items()) add(item);
    out_.value.format = "nice";
    out_.value.parts.emplace_back(std::move(framework_));
    return std::move(out_);
  }

 private:
  void add(const Node& item) {
    const ListShape* shape = shape_of(item);
    if (shape == nullptr) return add_role_list(item);
    Competency entry;
    entry.type = shape->type;
    const std::string label = text_of(item, shape->label), description = text_of(item, shape->description);
    entry.id = shape->id.empty() ? label : text_of(item, shape->id);
    entry.notation = shape->id.empty() ? text_of(item, "acronym") + text_of(item, "acryonym") : entry.id;
    entry.labels.push_back({"en", label.empty() ? description : label});
    if (!label.empty() && !description.empty()) entry.definitions.push_back({"en", description});
    if (const std::string area = text_of(item, "specialityArea"); !area.empty()) entry.parents.push_back(area);
    if (const std::string opm = text_of(item, "opmCode"); !opm.empty()) entry.codes.push_back({"opm", opm});
    if (!text_of(item, "domain").empty()) out_.loss.add("domain", "the area's parent, told by the list of areas");
    keep(item, std::move(entry));
  }

  // A work role's own file lists identifiers only: entries without words, to be joined with the lists.
  void add_role_list(const Node& item) {
    bool any = false;
    for (const ListShape& shape : shapes) {
      std::string ids = text_of(item, shape.id);
      for (std::size_t from = 0; from < ids.size();) {
        const std::size_t at = std::min(ids.find(';', from), ids.size());
        Competency entry;
        entry.id = entry.notation = trimmed(ids.substr(from, at - from));
        entry.type = shape.type;
        if (!entry.id.empty()) keep(item, std::move(entry));
        any = true;
        from = at + 1;
      }
    }
    if (any) return;
    out_.diagnostics.push_back(
        {Severity::warning, "nice.entry", syntax::at(item, file_), "an entry of no known list of NICE is left out"});
    out_.loss.add("entry", "of no known list");
  }

  void keep(const Node& item, Competency entry) {
    if (!seen_.insert(entry.id).second) {
      out_.diagnostics.push_back({Severity::warning, "nice.duplicate-id", syntax::at(item, file_),
                                  "the identifier " + entry.id + " is used before; the first is kept"});
      return out_.loss.add("entry", "an identifier used before");
    }
    framework_.entries.push_back(std::move(entry));
  }

  std::string file_;
  ReadResult<Document> out_;
  CompetencyFramework framework_;
  std::set<std::string> seen_;
};

}  // namespace

Format nice_format() {
  Format format;
  format.id = "nice";
  format.title = "NICE workforce framework (YAML, CSV)";
  format.media_types = {"application/yaml", "text/csv"};
  format.extensions = {"yml", "yaml", "csv"};
  format.identify = identify_nice;
  format.read = [](Input& input) {
    if (layout_of(probe(input), tables()) != nullptr) return read_competency_table(input, tables(), "nice");
    return Reader(input.name()).read(syntax::parse_yaml(input.text(), input.name(), input.limits()));
  };
  return format;
}

}  // namespace crosswalk::formats
