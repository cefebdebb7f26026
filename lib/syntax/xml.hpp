// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/limits.hpp"

namespace crosswalk::syntax {

struct XmlAttribute {
  std::string_view name;   // local name
  std::string_view space;  // namespace IRI, empty where none
  std::string_view value;
};

struct XmlElement {
  std::string_view name;   // local name
  std::string_view space;  // namespace IRI, empty where none
  std::vector<XmlAttribute> attributes;
  std::uint32_t line = 0;
  std::uint32_t column = 0;

  [[nodiscard]] const XmlAttribute* attribute(std::string_view local_name) const;
};

// What a reader implements. Views live only during the call. Text may come in pieces.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start(const XmlElement& element) = 0;
  virtual void text(std::string_view piece) = 0;
  virtual void end(std::string_view name, std::string_view space) = 0;
  virtual void note(const Diagnostic&) {}  // a warning of the parser: xml.encoding-declared
};

// libxml2 SAX push over a stream in constant memory. No entity substitution, no network, no file access; the first
// DOCTYPE stops the parser. Refused (InputError): xml.doctype, xml.syntax, xml.encoding (UTF-8, UTF-16, ISO-8859-1/15,
// windows-1252, US-ASCII only), limit.*. Namespace errors are xml.namespace. A text may be as long as an attachment
// (limits.attachment_bytes); a reader applies limits.field_bytes where it knows that a text is none. What the handler
// throws passes through.
void parse_xml(std::istream& in, std::string_view file, XmlHandler& handler, const Limits& limits = {});

// A small tree for documents that are read whole (catalogues' islands, credentials); same refusals.
struct XmlTree {
  std::string name, space, text;                                // text: the element's own character data, joined
  std::vector<std::pair<std::string, std::string>> attributes;  // local name, value (xml:lang is "lang")
  std::vector<XmlTree> children;
  std::uint32_t line = 0, column = 0;

  [[nodiscard]] const XmlTree* child(std::string_view local_name) const;  // the first, or null
  [[nodiscard]] std::vector<const XmlTree*> all(std::string_view local_name) const;
  [[nodiscard]] std::string_view attribute(std::string_view local_name) const;  // empty where absent
};

[[nodiscard]] XmlTree parse_xml_tree(std::string_view text, std::string_view file, const Limits& limits = {});

// Writes with pugixml: declaration, two-space indent, attributes in order.
[[nodiscard]] std::string write_xml(const XmlTree& root);

}  // namespace crosswalk::syntax
