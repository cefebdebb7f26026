// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/xcri/xcri.hpp"

#include <algorithm>
#include <map>

#include "frameworks/formats/folded.hpp"
#include "frameworks/formats/institution_id.hpp"
#include "frameworks/formats/stated_credit.hpp"
#include "frameworks/formats/xml_reading.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/diagnostics/finding_list.hpp"

namespace crosswalk::formats {
namespace {

using syntax::XmlTree;

Identity identify_xcri(const Probe& probe) {
  if (!probe.xml_root || probe.xml_root->name != "catalog") return Identity::no;
  return probe.xml_root->space.find("xcri.org") != std::string::npos ? Identity::yes : Identity::unsure;
}

class XcriReader {
 public:
  XcriReader(const XmlTree& root, std::string_view file) : root_(root), file_(file), reading_(file) {}

  ReadResult<Document> read() {
    if (root_.name != "catalog")
      throw InputError("xcri.root", reading_.at(root_), "the root element is '" + root_.name + "', not 'catalog'");
    catalogue_.format = "xcri";
    catalogue_.title = reading_.text(root_, "title");
    if (catalogue_.title.empty()) catalogue_.title = reading_.text(root_, "description");
    for (const XmlTree* provider : reading_.all(root_, "provider")) read_provider(*provider);
    ReadResult<Document> result;
    const bool old = root_.space == "http://xcri.org/profiles/catalog";
    result.value.dialect = old ? "1.1" : root_.space.ends_with("1.2/catalog") ? "1.2" : root_.space;
    result.value.parts.emplace_back(std::move(catalogue_));
    reading_.report(root_, result.loss);
    result.diagnostics = findings_.take(file_);
    return result;
  }

 private:
  void warn(const XmlTree& where, std::string_view code, std::string what) {
    findings_.warn("xcri." + std::string(code), reading_.at(where), std::move(what));
  }

  void read_provider(const XmlTree& node) {
    Institution provider;
    for (const XmlTree* id : reading_.all(node, "identifier"))
      provider.ids.push_back({std::string(scheme(*id)), one_line(id->text)});
    provider.title = texts(node, "title");
    if (const XmlTree* url = reading_.child(node, "url"); url != nullptr && provider.ids.empty())
      provider.ids.push_back({"url", one_line(url->text)});
    provider.id = institution_id(provider);
    for (const XmlTree* course : reading_.all(node, "course")) read_course(*course, provider.id);
    catalogue_.institutions.push_back(std::move(provider));
  }

  // xsi:type without its prefix: "xcri:internalID" is internalID.
  static std::string_view scheme(const XmlTree& node) {
    const std::string_view type = node.attribute("type");
    return type.substr(type.find(':') == std::string_view::npos ? 0 : type.find(':') + 1);
  }

  LanguageText texts(const XmlTree& node, std::string_view name) {
    LanguageText all;
    for (const XmlTree* each : reading_.all(node, name))
      if (const std::string text = one_line(each->text); !text.empty())
        all.by_language.emplace(each->attribute("lang"), text);
    return all;
  }

  void read_course(const XmlTree& node, const InstitutionId& provider) {
    Offering course;
    course.provider = provider;
    course.where = reading_.at(node);
    read_identifiers(node, course);
    course.title = texts(node, "title");
    if (course.title.empty()) warn(node, "no-title", "course '" + course.id.text + "' has no title");
    course.description = texts(node, "description");
    if (course.description.empty()) course.description = texts(node, "abstract");
    for (const XmlTree* subject : reading_.all(node, "subject")) course.subjects.push_back(one_line(subject->text));
    for (const XmlTree* text : reading_.all(node, "prerequisite"))
      course.prerequisite_text.push_back(one_line(text->text));
    for (const XmlTree* text : reading_.all(node, "learningOutcome")) course.outcomes.push_back(one_line(text->text));
    for (const XmlTree* credit : reading_.all(node, "credit")) read_credit(*credit, course);
    for (const XmlTree* award : reading_.all(node, "qualification")) read_qualification(*award, course);
    for (const XmlTree* each : reading_.all(node, "presentation")) read_presentation(*each, course);
    catalogue_.offerings.push_back(std::move(course));
  }

  void read_identifiers(const XmlTree& node, Offering& course) {
    for (const XmlTree* id : reading_.all(node, "identifier")) {
      course.ids.push_back({std::string(scheme(*id)), one_line(id->text)});
      if (folded(scheme(*id)) == "internalid") course.code = CourseCode::parse(course.ids.back().value);
    }
    std::string id = to_string(course.code);
    if (id.empty())
      id = course.ids.empty() ? "course-" + std::to_string(catalogue_.offerings.size() + 1) : course.ids.front().value;
    const int times = ++times_[id];
    if (times == 2) warn(node, "duplicate", "course identifier '" + id + "' occurs more than once");
    course.id = OfferingId{times == 1 ? id : id + "#" + std::to_string(times)};
  }

  // A credit may state its value, its level, or both; the level belongs to the scheme.
  void read_credit(const XmlTree& node, Offering& course) {
    const std::string scheme_name = reading_.text(node, "scheme"), level = reading_.text(node, "level"),
                      value = reading_.text(node, "value");
    if (!level.empty()) course.levels.push_back({scheme_name, level, {}});
    if (value.empty()) return;
    const auto amount = usable_credit(value);
    if (!amount) return warn(node, "credit-value", "credit value '" + value + "' is no usable amount (0 to 99999)");
    const std::string system = folded_system(scheme_name);
    const bool again = std::ranges::any_of(course.credits, [&](const auto& c) { return c.system == system; });
    if (again) return warn(node, "credit-twice", "scheme '" + scheme_name + "' is given twice; the first is kept");
    course.credits.push_back({system, scheme_name, level, *amount});
  }

  void put(Offering& course, const char* key, const std::string& value) {
    if (!value.empty()) course.attributes.emplace(key, value);
  }

  void read_qualification(const XmlTree& node, Offering& course) {
    put(course, "qualification", reading_.text(node, "title"));
    put(course, "education_level", reading_.text(node, "educationLevel"));
    put(course, "awarded_by", reading_.text(node, "awardedBy"));
    put(course, "accredited_by", reading_.text(node, "accreditedBy"));
  }

  // When it is offered: the date of the start where it has one, else its text ("Start when you like").
  void read_presentation(const XmlTree& node, Offering& course) {
    const XmlTree* start = reading_.child(node, "start");
    std::string term = start == nullptr ? std::string() : std::string(start->attribute("dtf"));
    if (term.empty() && start != nullptr) term = one_line(start->text);
    course.terms.push_back(term.empty() ? "unstated" : term);
    put(course, "study_mode", reading_.text(node, "studyMode"));
    put(course, "attendance_mode", reading_.text(node, "attendanceMode"));
    put(course, "language", reading_.text(node, "languageOfInstruction"));
    put(course, "cost", reading_.text(node, "cost"));
    put(course, "duration", reading_.text(node, "duration"));
  }

  const XmlTree& root_;
  std::string_view file_;
  XmlReading reading_;
  FindingList findings_;
  Catalogue catalogue_;
  std::map<std::string, int> times_;
};

ReadResult<Document> read_xcri(Input& input) {
  const XmlTree root = syntax::parse_xml_tree(input.text(), input.name(), input.limits());
  return XcriReader(root, input.name()).read();
}

}  // namespace

Format xcri_format() {
  Format format;
  format.id = "xcri";
  format.title = "XCRI-CAP course catalogue";
  format.media_types = {"text/xml"};
  format.extensions = {"xml"};
  format.identify = identify_xcri;
  format.read = read_xcri;
  return format;
}

}  // namespace crosswalk::formats
