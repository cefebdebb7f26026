// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats::esco {

// Is the folder an ESCO download: tables of occupations and of skills among its files?
[[nodiscard]] bool is_edition(const Probe& probe);

// A folder of ESCO's CSV files as one edition: a framework of occupations (with ISCO groups), one of skills (with
// groups), hierarchy and collections joined in, and the relations between them. The version is the folder's name where
// that is one
// ("1.1.1"). Findings: esco.dangling (a relation or a broader entry names what the edition does not hold), esco.member
// (a file that is none of ESCO's tables).
[[nodiscard]] ReadResult<Document> read_edition(Input& input);

}  // namespace crosswalk::formats::esco
