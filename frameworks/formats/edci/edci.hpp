// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// Europass Digital Credential (EDCI, the XML form of the European Learning Model up to 2; docs/formats/edci.md) as a
// learner record: its achievements with the facts behind their specifiedBy references.
[[nodiscard]] Format edci_format();

}  // namespace crosswalk::formats
