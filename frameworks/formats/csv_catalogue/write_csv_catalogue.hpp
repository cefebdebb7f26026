// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// One row an offering; what no column holds is loss. Throws UsageError where the document has no catalogue.
LossReport write_csv_catalogue(const Document& document, std::ostream& out, const WriteOptions& options);

}  // namespace crosswalk::formats
