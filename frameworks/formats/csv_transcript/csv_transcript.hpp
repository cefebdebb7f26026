// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// The plainest transcript: a table of which only the column `course` is required (docs/formats/csv-transcript.md).
[[nodiscard]] Format csv_transcript_format();

}  // namespace crosswalk::formats
