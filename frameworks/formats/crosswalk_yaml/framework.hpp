// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/document.hpp"
#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// `crosswalk: framework/1` (docs/formats/facts.md) through the reader of the facts. A document holds the framework; its
// referencing and qualification types are loss here: compare --with takes the file whole.
[[nodiscard]] ReadResult<Document> read_framework_yaml(const syntax::Node& node, std::string_view file);

}  // namespace crosswalk::formats
