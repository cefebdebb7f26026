// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace crosswalk::text {

// A text for comparing: NFKC case-folded (Unicode, UAX 31), diacritics removed, everything that is neither letter nor
// digit turned into one space, none at the ends; apostrophes vanish ("student's" -> "students"). Input is UTF-8; bytes
// that are not become spaces. The original stays with the caller.
[[nodiscard]] std::string normalise(std::string_view text);

}  // namespace crosswalk::text
