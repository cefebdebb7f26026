// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// One row an attempt. A table cannot hold the learner, the tree of parts, attachments, distributions, further credits
// and levels of one attempt: those are loss.
LossReport write_csv_transcript(const Document& document, std::ostream& out, const WriteOptions& options);

}  // namespace crosswalk::formats
