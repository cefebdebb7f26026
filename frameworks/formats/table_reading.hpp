// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/document.hpp"
#include "frameworks/formats/input.hpp"
#include "lib/syntax/csv.hpp"

namespace crosswalk::formats {

// A CSV document of one part. Reader is made of the table and the file's name; read() gives the part, diagnostics() and
// loss what was found on the way.
template <class Reader>
ReadResult<Document> read_table(Input& input) {
  syntax::CsvOptions options;
  options.limits = input.limits();
  const syntax::CsvTable table = syntax::parse_csv(input.text(), input.name(), options);
  Reader reader(table, input.name());
  ReadResult<Document> result;
  result.value.parts.emplace_back(reader.read());
  result.diagnostics = table.diagnostics;
  const Diagnostics found = reader.diagnostics();
  result.diagnostics.insert(result.diagnostics.end(), found.begin(), found.end());
  result.loss = reader.loss;
  return result;
}

}  // namespace crosswalk::formats
