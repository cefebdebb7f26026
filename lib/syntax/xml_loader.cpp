// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/xml_loader.hpp"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlIO.h>

#include <mutex>

namespace crosswalk::syntax {
namespace {

// libxml2 offers one loader for the whole process and no argument for its caller: the shelf of this thread is that.
thread_local SchemaShelf* current_shelf = nullptr;  // NOLINT: see above

xmlParserInput* load_from_shelf(const char* location, const char*, xmlParserCtxt* parser) {
  if (current_shelf == nullptr || location == nullptr || parser == nullptr) return nullptr;
  const std::string* text = current_shelf->find(location);
  if (text == nullptr) {
    current_shelf->refused.emplace_back(location);
    return nullptr;
  }
  xmlParserInputBuffer* buffer =
      xmlParserInputBufferCreateMem(text->data(), static_cast<int>(text->size()), XML_CHAR_ENCODING_NONE);
  return buffer == nullptr ? nullptr : xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE);
}

}  // namespace

void prepare_libxml() {
  static std::once_flag once;
  std::call_once(once, [] {
    xmlInitParser();
    xmlSetExternalEntityLoader(&load_from_shelf);
  });
}

SchemaShelf::SchemaShelf(const std::map<std::string, std::string>& texts) : texts_(texts) {
  prepare_libxml();
  current_shelf = this;
}

SchemaShelf::~SchemaShelf() { current_shelf = nullptr; }

const std::string* SchemaShelf::find(const std::string& location) const {
  if (!open_) return nullptr;
  auto found = texts_.find(location);
  if (found == texts_.end()) found = texts_.find(location.substr(location.rfind('/') + 1));
  return found == texts_.end() ? nullptr : &found->second;
}

}  // namespace crosswalk::syntax
