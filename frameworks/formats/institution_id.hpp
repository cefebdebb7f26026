// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lib/model/learner_record.hpp"

namespace crosswalk::formats {

// The identifier a record calls an institution by: its domain (SCHAC), else its Erasmus code, PIC, ROR, else the first
// identifier that is no placeholder, else its title in lower case with hyphens ("university-of-oslo").
[[nodiscard]] InstitutionId institution_id(const Institution& institution);

}  // namespace crosswalk::formats
