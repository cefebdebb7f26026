// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/pesc/pesc.hpp"

#include "frameworks/formats/pesc/pesc_reader.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

bool is_root(std::string_view name) { return name == "CollegeTranscript" || name == "HighSchoolTranscript"; }

Identity identify_pesc(const Probe& probe) {
  return probe.xml_root && is_root(probe.xml_root->name) ? Identity::yes : Identity::no;
}

ReadResult<Document> read_pesc(Input& input) {
  const syntax::XmlTree root = syntax::parse_xml_tree(input.text(), input.name(), input.limits());
  if (!is_root(root.name))
    throw InputError("pesc.root", Location{input.name(), root.line, root.column, {}, {}},
                     "the root element is '" + root.name + "', not 'CollegeTranscript' or 'HighSchoolTranscript'");
  return PescReader(root, input.name()).read();
}

}  // namespace

Format pesc_format() {
  Format format;
  format.id = "pesc";
  format.title = "PESC college or high school transcript";
  format.media_types = {"text/xml"};
  format.extensions = {"xml"};
  format.identify = identify_pesc;
  format.read = read_pesc;
  return format;
}

}  // namespace crosswalk::formats
