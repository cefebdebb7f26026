// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/xml_encoding.hpp"

#include <algorithm>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/encoding.hpp"

namespace crosswalk::syntax {
namespace {

// The value of encoding="..." in an XML declaration written in ASCII bytes, or empty.
std::string_view declared(std::string_view text) {
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  if (text.substr(0, 5) != "<?xml") return {};
  const std::string_view declaration = text.substr(0, std::min(text.find("?>"), std::size_t{1024}));
  std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  at = declaration.find_first_of("'\"", at);
  if (at == std::string_view::npos) return {};
  const std::size_t stop = declaration.find(declaration[at], at + 1);
  return stop == std::string_view::npos ? std::string_view() : declaration.substr(at + 1, stop - at - 1);
}

Location start(std::string_view file) { return Location{std::string(file), 1, 1, {}, {}}; }

Diagnostic doubt(std::string_view file, std::string_view said, std::string_view read) {
  return {Severity::warning, "xml.encoding-declared", start(file),
          "the declaration says " + std::string(said) + ", the bytes are read as " + std::string(read)};
}

}  // namespace

XmlEncoding detect_xml_encoding(std::string_view first_bytes, std::string_view file) {
  using std::literals::string_view_literals::operator""sv;
  for (const std::string_view mark : {"\0\0\xFE\xFF"sv, "\xFF\xFE\0\0"sv, "\0\0\0<"sv, "<\0\0\0"sv})
    if (first_bytes.substr(0, 4) == mark) throw InputError("xml.encoding", start(file), "UTF-32 is not read");
  if (first_bytes.substr(0, 4) == "\x4C\x6F\xA7\x94")
    throw InputError("xml.encoding", start(file), "EBCDIC is not read");
  const std::string_view marked = marked_encoding(first_bytes);
  const std::string_view said = declared(first_bytes);
  if (marked.substr(0, 6) == "utf-16") return {std::string(marked), {}};
  if (said.empty()) return {"utf-8", {}};
  const std::string_view known = known_encoding(said);
  if (known.empty())
    throw InputError("xml.encoding", start(file),
                     "encoding '" + std::string(said) +
                         "' is not read (UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, windows-1252, US-ASCII are)");
  if (marked == "utf-8" && known != "utf-8") return {"utf-8", doubt(file, said, "utf-8")};
  if (known.substr(0, 6) == "utf-16")
    throw InputError(
        "xml.encoding", start(file),
        "the declaration says " + std::string(said) + ", the bytes are not (correct or remove the declaration)");
  return {std::string(known), {}};
}

}  // namespace crosswalk::syntax
