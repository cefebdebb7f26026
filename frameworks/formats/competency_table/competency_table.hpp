// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// A competency framework published as a table: which column holds what. A table is of this layout when its header has
// all `marks`. Rows with the same identifier are one entry whose lists grow.
// Findings: competencies.no-identifier, blank-row (rows without any text), duplicate-id (rows of one identifier with
// two labels), duplicate-code, dangling (a parent that is not there), self-loop (an entry that is its own parent),
// excel-code (="01" was read as 01). Columns that are not carried are counted as loss, cell by cell.
struct TableLayout {
  struct CodeColumn {
    std::string_view column;
    std::string_view scheme;
    std::size_t length = 0;  // only so many first characters of the code; 0: all
  };

  std::string_view framework{};  // id of the framework, "onet-tasks"
  std::string_view title{};
  std::string_view type{};  // of every entry; empty: the value of type_column
  std::vector<std::string_view> marks{};
  std::string_view id{}, notation{}, label{}, type_column{}, status{};
  std::vector<std::string_view> alternatives{}, definitions{}, parents{};
  std::vector<CodeColumn> codes{};
  std::string_view grades{};             // "KG", "01,02", "11,12"
  std::string_view related{};            // identifiers or codes of other frameworks that the row is aligned to
  std::string_view taught_by{};          // courses that teach the entry, separated by commas or line ends
  bool grade_in_notation = false;        // where there is no grades column: the segment of the code that is a grade
  bool parents_in_notation = false;      // where there is no parent: the longest other code this one continues
  bool parents_by_prefix = false;        // the parent is the longest other code that this one begins with
  bool parents_here = false;             // parents are entries of the same table: others are dangling
  bool rows_repeat = false;              // several rows an entry is how the table is made: no finding
  std::vector<std::string_view> told{};  // columns that say again what others say: no loss
};

[[nodiscard]] const TableLayout* layout_of(const Probe& probe, const std::vector<TableLayout>& layouts);

// A CompetencyFramework, and a MappingSet where the layout has `related` or `taught_by` and rows fill
// it.
[[nodiscard]] ReadResult<Document> read_competency_table(Input& input, const std::vector<TableLayout>& layouts,
                                                         std::string_view format);

}  // namespace crosswalk::formats
