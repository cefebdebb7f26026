// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "frameworks/formats/format.hpp"

namespace crosswalk::formats {

// European Digital Credentials for Learning, the JSON-LD form of the European Learning Model 3 (unsigned, signed as a
// JWS, or as uploaded to be issued): a learner record with what was specified as offerings (docs/formats/elm.md). The
// XML form of version 2 under the same name is read by the EDCI reader.
[[nodiscard]] Format elm_format();

}  // namespace crosswalk::formats
