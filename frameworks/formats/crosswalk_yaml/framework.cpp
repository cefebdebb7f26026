// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/crosswalk_yaml/framework.hpp"

#include "frameworks/facts/read.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {

ReadResult<Document> read_framework_yaml(const syntax::Node& node, std::string_view file) {
  facts::Facts read;
  ReadResult<Document> out;
  facts::read_framework(node, file, read, out.diagnostics);
  facts::sort_by_id(read);
  if (read.frameworks.empty())
    throw InputError("facts.missing-field", syntax::at(node, file),
                     "the document extends a framework and holds none; compare --with takes it");
  out.value = {"crosswalk-yaml", "framework/1", {}};
  for (Framework& framework : read.frameworks) out.value.parts.emplace_back(std::move(framework));
  if (!read.referencing.empty())
    out.loss.add("referencing/rows", "compare --with takes referencing", read.referencing.size());
  if (!read.qualification_types.empty())
    out.loss.add("qualification_types", "compare --with takes types", read.qualification_types.size());
  return out;
}

}  // namespace crosswalk::formats
