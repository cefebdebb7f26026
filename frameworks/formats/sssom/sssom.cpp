// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/sssom/sssom.hpp"

#include <sstream>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

// The first line that is not metadata names the columns; the metadata names slots of its own.
Identity identify_sssom(const Probe& probe) {
  std::istringstream lines(probe.text);
  std::string line;
  while (std::getline(lines, line) && line.starts_with('#')) {
  }
  const bool predicate = line.find("predicate_id") != std::string::npos;
  const bool entities = line.find("subject_id") != std::string::npos || line.find("subject_label") != std::string::npos;
  return predicate && entities && line.find('\t') != std::string::npos ? Identity::yes : Identity::no;
}

LossReport write_document(const Document& document, std::ostream& out, const WriteOptions&) {
  const auto* set = document.get<MappingSet>();
  if (set == nullptr) throw UsageError("SSSOM holds mappings, and this document has none");
  write_sssom(*set, out);
  return {};
}

}  // namespace

Format sssom_format() {
  Format format;
  format.id = "sssom";
  format.title = "SSSOM/TSV 1.1";
  format.media_types = {"text/tab-separated-values"};
  format.extensions = {"sssom.tsv", "tsv"};
  format.identify = identify_sssom;
  format.read = read_sssom;
  format.write = write_document;
  return format;
}

}  // namespace crosswalk::formats
