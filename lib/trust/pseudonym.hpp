// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/model/learner_record.hpp"

namespace crosswalk::trust {

// Who stands for a learner where outputs are redacted: "Learner 5f3c9a1e20", the same for the same person in every file
// and run, without name, birth, citizenship and identifiers. It is made of a digest of all of these, so it hides a
// person from readers, not from someone who can guess the person's details and compare.
[[nodiscard]] Learner pseudonym(const Learner& learner);

}  // namespace crosswalk::trust
