// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/owl/owl.hpp"

#include <unordered_map>

#include "frameworks/formats/folded.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::formats {
namespace {

bool is_synonym(std::string_view name) {
  return name == "hasRelatedSynonym" || name == "hasExactSynonym" || name == "altLabel" || name == "hiddenLabel";
}

class Reader final : public syntax::XmlHandler {
 public:
  explicit Reader(const std::string& file) {
    framework.source = file;
    framework.language = "en";
  }

  void start(const syntax::XmlElement& element) override {
    text_.clear();
    ++depth_;
    const auto* about = element.attribute("about");
    const auto* resource = element.attribute("resource");
    if (element.name == "Ontology" && about != nullptr) framework.id = about->value;
    if (depth_ == 2) begin(element.name, about == nullptr ? std::string_view() : about->value);
    if (resource == nullptr || subject_.empty()) return;
    const std::string value(resource->value);
    if (element.name == "subClassOf" || element.name == "someValuesFrom" || element.name == "broader")
      entry_.parents.push_back(value);
    if (is_synonym(element.name)) synonyms_.emplace_back(subject_, value);
  }

  void text(std::string_view piece) override { text_ += piece; }

  void end(std::string_view name, std::string_view) override {
    if (depth_ == 3 && !subject_.empty()) take(name);
    if (depth_ == 2 && is_class_ && !subject_.empty()) {
      place_.emplace(subject_, framework.entries.size());
      framework.entries.push_back(std::move(entry_));
    }
    if (depth_ == 2) subject_.clear();
    --depth_;
    text_.clear();
  }

  // Synonyms are nodes of their own, named before or after the class.
  void finish() {
    for (const auto& [id, node] : synonyms_) {
      const auto place = place_.find(id);
      const auto label = label_of_.find(node);
      if (place != place_.end() && label != label_of_.end())
        framework.entries[place->second].alternatives.push_back({"en", label->second});
    }
    for (Competency& entry : framework.entries)
      std::erase_if(entry.parents, [&](const std::string& parent) { return !place_.contains(parent); });
  }

  CompetencyFramework framework;

 private:
  void begin(std::string_view name, std::string_view about) {
    is_class_ = name == "Class" || name == "Concept";
    subject_ = about;
    entry_ = Competency{};
    entry_.id = about;
    entry_.type = "class";
  }

  void take(std::string_view name) {
    std::string text = one_line(text_);
    if (text.empty()) return;
    if (name == "label" || name == "prefLabel") {
      label_of_.emplace(subject_, text);
      if (entry_.labels.empty()) entry_.labels.push_back({"en", std::move(text)});
    } else if (is_synonym(name)) {
      entry_.alternatives.push_back({"en", std::move(text)});
    } else if (name == "definition" || name == "comment") {
      entry_.definitions.push_back({"en", std::move(text)});
    } else if (name == "notation") {
      entry_.notation = std::move(text);
    }
  }

  std::string text_, subject_;
  Competency entry_;
  bool is_class_ = false;
  int depth_ = 0;
  std::vector<std::pair<std::string, std::string>> synonyms_;
  std::unordered_map<std::string, std::size_t> place_;
  std::unordered_map<std::string, std::string> label_of_;
};

ReadResult<Document> read_owl(Input& input) {
  Reader reader(input.name());
  syntax::parse_xml(input.stream(), input.name(), reader, input.limits());
  reader.finish();
  ReadResult<Document> result;
  result.value.format = "owl";
  result.value.parts.emplace_back(std::move(reader.framework));
  return result;
}

}  // namespace

Format owl_format() {
  Format format;
  format.id = "owl";
  format.title = "OWL classes (RDF/XML)";
  format.media_types = {"application/rdf+xml"};
  format.extensions = {"owl", "rdf"};
  format.identify = [](const Probe& probe) {
    const bool rdf = probe.xml_root && probe.xml_root->name == "RDF";
    return rdf && probe.text.find("<owl:") != std::string::npos ? Identity::yes : Identity::no;
  };
  format.read = read_owl;
  return format;
}

}  // namespace crosswalk::formats
