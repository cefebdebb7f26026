// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/diagnostics/diagnostic.hpp"

namespace crosswalk::syntax {

// In which encoding an XML text is read (XML 1.0, appendix F), from its first bytes.
struct XmlEncoding {
  std::string name;                 // one Utf8Stream knows
  std::optional<Diagnostic> doubt;  // the declaration says otherwise than the bytes
};

// BOM or bytes decide over the declaration. An encoding that is not read, or UTF-32 or EBCDIC, is an InputError
// xml.encoding.
[[nodiscard]] XmlEncoding detect_xml_encoding(std::string_view first_bytes, std::string_view file);

}  // namespace crosswalk::syntax
