// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elmo/elmo.hpp"

#include "frameworks/formats/elmo/elmo_reader.hpp"
#include "frameworks/formats/elmo/elmo_writer.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats {
namespace {

Identity identify_elmo(const Probe& probe) {
  return probe.xml_root && probe.xml_root->name == "elmo" ? Identity::yes : Identity::no;
}

// Passes <elmo> on and refuses a document that has another root.
class WholeDocument : public syntax::XmlHandler {
 public:
  WholeDocument(ElmoReader& elmo, std::string_view file) : elmo_(elmo), file_(file) {}

  void start(const syntax::XmlElement& element) override {
    if (!elmo_.inside() && element.name != "elmo")
      throw InputError("elmo.root", Location{std::string(file_), element.line, element.column, {}, {}},
                       "the root element is '" + std::string(element.name) + "', not 'elmo'");
    elmo_.start(element);
  }
  void text(std::string_view piece) override { elmo_.text(piece); }
  void end(std::string_view name, std::string_view space) override { elmo_.end(name, space); }

 private:
  ElmoReader& elmo_;
  std::string_view file_;
};

ReadResult<LearnerRecord> stream_elmo(Input& input, const Format::Attempts& attempt) {
  ElmoReader reader(input.name(), attempt);
  WholeDocument handler(reader, input.name());
  syntax::parse_xml(input.stream(), input.name(), handler, input.limits());
  return reader.take();
}

ReadResult<Document> read_elmo(Input& input) { return collect(stream_elmo, input); }

}  // namespace

Format elmo_format() {
  Format format;
  format.id = "elmo";
  format.title = "EMREX ELMO 1.0 to 2.1 and its pre-1.0 form";
  format.media_types = {"application/elmo+xml", "text/xml"};
  format.extensions = {"xml", "elmo"};
  format.identify = identify_elmo;
  format.read = read_elmo;
  format.stream = stream_elmo;
  format.write = write_elmo;
  return format;
}

}  // namespace crosswalk::formats
