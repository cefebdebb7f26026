// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/xsd.hpp"

#include <libxml/xmlschemas.h>

#include <memory>
#include <new>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/view_stream.hpp"
#include "lib/syntax/xml.hpp"
#include "lib/syntax/xml_loader.hpp"

namespace crosswalk::syntax {
namespace {

template <auto release>
struct Release {
  template <class Thing>
  void operator()(Thing* thing) const {
    release(thing);
  }
};
using Schema = std::unique_ptr<xmlSchema, Release<xmlSchemaFree>>;
using SchemaParser = std::unique_ptr<xmlSchemaParserCtxt, Release<xmlSchemaFreeParserCtxt>>;
using Validator = std::unique_ptr<xmlSchemaValidCtxt, Release<xmlSchemaFreeValidCtxt>>;

std::string one_line(const char* message) {
  std::string out = message == nullptr ? "not valid" : message;
  while (!out.empty() && (out.back() == '\n' || out.back() == '.')) out.pop_back();
  for (char& c : out)
    if (c == '\n') c = ' ';
  return out;
}

struct Findings {
  std::string file;
  Diagnostics list;
  std::string first_fault;  // of a schema
};

void on_schema_fault(void* into, xmlError* error) {
  auto& findings = *static_cast<Findings*>(into);
  if (error->level >= XML_ERR_ERROR && findings.first_fault.empty()) findings.first_fault = one_line(error->message);
}

void on_finding(void* into, xmlError* error) {
  auto& findings = *static_cast<Findings*>(into);
  if (error->level < XML_ERR_ERROR || findings.list.size() >= most_xsd_findings) return;
  findings.list.push_back({Severity::warning, "xsd.invalid",
                           Location{findings.file, static_cast<std::uint32_t>(error->line), {}, {}, {}},
                           one_line(error->message)});
}

// A failed import is only a warning to libxml2, which then checks nothing of it: here it is an error.
Schema read_schema(const std::string& text, const std::string& root, SchemaShelf& shelf) {
  const SchemaParser parser(xmlSchemaNewMemParserCtxt(text.data(), static_cast<int>(text.size())));
  if (!parser) throw std::bad_alloc();
  Findings faults;
  xmlSchemaSetParserStructuredErrors(parser.get(), &on_schema_fault, &faults);
  Schema schema(xmlSchemaParse(parser.get()));
  if (!shelf.refused.empty())
    throw FactError("schema " + root + " needs '" + shelf.refused.front() +
                    "', which is not among the shipped schemas");
  if (!schema) throw FactError("schema " + root + " cannot be used: " + faults.first_fault);
  return schema;
}

void require_readable(std::string_view text, std::string_view file, const Limits& limits) {
  struct Ignoring : XmlHandler {
    void start(const XmlElement&) override {}
    void text(std::string_view) override {}
    void end(std::string_view, std::string_view) override {}
  } ignoring;
  ViewStream in(text);
  parse_xml(in, file, ignoring, limits);
}

}  // namespace

Diagnostics validate_xsd(std::string_view text, std::string_view file,
                         const std::map<std::string, std::string>& schemas, const std::string& root,
                         const Limits& limits) {
  require_readable(text, file, limits);
  const auto found = schemas.find(root);
  if (found == schemas.end()) throw FactError("schema " + root + " is not among the shipped schemas");
  SchemaShelf shelf(schemas);
  const Schema schema = read_schema(found->second, root, shelf);
  const Validator validator(xmlSchemaNewValidCtxt(schema.get()));
  if (!validator) throw std::bad_alloc();
  Findings findings{std::string(file), {}, {}};
  xmlSchemaSetValidStructuredErrors(validator.get(), &on_finding, &findings);
  xmlParserInputBuffer* input =
      xmlParserInputBufferCreateMem(text.data(), static_cast<int>(text.size()), XML_CHAR_ENCODING_NONE);
  if (input == nullptr) throw std::bad_alloc();
  shelf.close();  // what the document itself points at is not loaded
  const int result = xmlSchemaValidateStream(validator.get(), input, XML_CHAR_ENCODING_NONE, nullptr, nullptr);
  if (result < 0) throw InputError("xsd.failed", Location{std::string(file), {}, {}, {}, {}}, "could not be validated");
  return findings.list;
}

}  // namespace crosswalk::syntax
