// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/xml_reading.hpp"

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

bool holds_something(const syntax::XmlTree& node) {
  return !node.children.empty() || !node.attributes.empty() || !trimmed(node.text).empty();
}

}  // namespace

const syntax::XmlTree* XmlReading::child(const syntax::XmlTree& parent, std::string_view name) {
  const syntax::XmlTree* found = parent.child(name);
  if (found != nullptr) use(*found);
  return found;
}

std::vector<const syntax::XmlTree*> XmlReading::all(const syntax::XmlTree& parent, std::string_view name) {
  auto found = parent.all(name);
  for (const syntax::XmlTree* each : found) use(*each);
  return found;
}

std::string XmlReading::text(const syntax::XmlTree& parent, std::string_view name) {
  const syntax::XmlTree* found = child(parent, name);
  return found == nullptr ? std::string() : one_line(found->text);
}

const syntax::XmlTree* XmlReading::path(const syntax::XmlTree& from, std::initializer_list<std::string_view> names) {
  const syntax::XmlTree* now = &from;
  for (const std::string_view name : names) {
    now = child(*now, name);
    if (now == nullptr) return nullptr;
  }
  return now;
}

void XmlReading::use_all(const syntax::XmlTree& node) {
  use(node);
  for (const syntax::XmlTree& each : node.children) use_all(each);
}

void XmlReading::report(const syntax::XmlTree& root, LossReport& loss) const {
  for (const syntax::XmlTree& each : root.children) {
    if (used_.contains(&each))
      report(each, loss);
    else if (holds_something(each))
      loss.add(root.name + "/" + each.name, "the model has no place for it");
  }
}

Location XmlReading::at(const syntax::XmlTree& node) const { return Location{file_, node.line, node.column, {}, {}}; }

}  // namespace crosswalk::formats
