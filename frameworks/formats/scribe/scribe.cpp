// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/scribe/scribe.hpp"

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/scribe/block.hpp"

namespace crosswalk::formats {
namespace {

Identity identify_scribe(const Probe& probe) {
  if (probe.xml_root || !probe.json_keys.empty() || !probe.crosswalk.empty()) return Identity::no;
  const std::string text = folded(probe.text);
  const auto begin = text.find("\nbegin");
  const bool opens = begin != std::string::npos || text.starts_with("begin");
  const bool block = text.find(" credits") != std::string::npos || text.find(" class") != std::string::npos;
  const bool words = text.find("label") != std::string::npos || text.find("nonexclusive") != std::string::npos ||
                     text.find("mingpa") != std::string::npos || text.find("end.") != std::string::npos;
  return opens && block && words ? Identity::yes : Identity::no;
}

ReadResult<Document> read_scribe(Input& input) {
  scribe::BlockReader reader(input.text(), input.name());
  ReadResult<Document> out;
  out.value.format = "scribe";
  out.value.parts.emplace_back(reader.read());
  out.diagnostics = std::move(reader.diagnostics);
  out.loss = std::move(reader.loss);
  return out;
}

}  // namespace

Format scribe_format() {
  Format format;
  format.id = "scribe";
  format.title = "Degree Works Scribe blocks";
  format.extensions = {"scribe", "txt"};
  format.identify = identify_scribe;
  format.read = read_scribe;
  return format;
}

}  // namespace crosswalk::formats
