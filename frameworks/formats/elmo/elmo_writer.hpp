// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <iosfwd>

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Writes a learner record as ELMO: one report an institution, the tree of attempts. Editions "1" (default) and "2"
// (2.1). In edition 2 what an evaluation awarded (attempts with `derived_from`) is written as resultOfRecognition; a
// second record in the document is its recognitionBasis. Attachment contents, signatures and what ELMO has no element
// for are loss; attempts that are planned, withdrawn, superseded or of unknown status are left out, since ELMO would
// call them passed.
LossReport write_elmo(const Document& document, std::ostream& out, const WriteOptions& options);

}  // namespace crosswalk::formats
