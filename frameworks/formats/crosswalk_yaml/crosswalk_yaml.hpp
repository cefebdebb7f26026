// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"
#include "lib/syntax/node.hpp"

namespace crosswalk::formats {

// crosswalk's own YAML, which begins `crosswalk: KIND/1`. THE list of kinds is in crosswalk_yaml.cpp; a further kind is
// one line there.
[[nodiscard]] Format crosswalk_yaml_format();

// Reads one document by its kind; InputError yaml.kind for a kind this version does not know.
[[nodiscard]] ReadResult<Document> read_crosswalk(const syntax::Node& node, std::string_view file);

}  // namespace crosswalk::formats
