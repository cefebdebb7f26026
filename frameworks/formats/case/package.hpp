// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats::case_package {

// A CASE 1.0 or 1.1 package in JSON: CFDocument, CFItems, CFAssociations, CFDefinitions.
[[nodiscard]] bool is_package(const Probe& probe);
[[nodiscard]] ReadResult<Document> read(Input& input);

}  // namespace crosswalk::formats::case_package
