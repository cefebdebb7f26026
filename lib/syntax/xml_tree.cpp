// SPDX-License-Identifier: Apache-2.0
#include <pugixml.hpp>
#include <sstream>

#include "lib/syntax/view_stream.hpp"
#include "lib/syntax/xml.hpp"

namespace crosswalk::syntax {
namespace {

// Only the innermost open element grows, so pointers to the outer ones stay good.
class TreeHandler : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    XmlTree& node = open_.empty() ? root : open_.back()->children.emplace_back();
    node.name = element.name;
    node.space = element.space;
    node.line = element.line;
    node.column = element.column;
    for (const XmlAttribute& attribute : element.attributes)
      node.attributes.emplace_back(attribute.name, attribute.value);
    open_.push_back(&node);
  }
  void text(std::string_view piece) override {
    if (!open_.empty()) open_.back()->text += piece;
  }
  void end(std::string_view, std::string_view) override { open_.pop_back(); }

  XmlTree root;

 private:
  std::vector<XmlTree*> open_;
};

// XML 1.0 has no way to write most control characters: they become the replacement character.
std::string writable(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n' || c == '\r')
      out += c;
    else
      out += "\xEF\xBF\xBD";
  }
  return out;
}

void append(pugi::xml_node parent, const XmlTree& tree, const std::string& space) {
  pugi::xml_node node = parent.append_child(tree.name.c_str());
  if (tree.space != space) node.append_attribute("xmlns") = tree.space.c_str();
  for (const auto& [name, value] : tree.attributes)
    node.append_attribute(name == "lang" ? "xml:lang" : name.c_str()) = writable(value).c_str();
  if (tree.text.find_first_not_of(" \t\r\n") != std::string::npos || tree.children.empty()) {
    if (!tree.text.empty()) node.append_child(pugi::node_pcdata).set_value(writable(tree.text).c_str());
  }
  for (const XmlTree& child : tree.children) append(node, child, tree.space);
}

}  // namespace

const XmlTree* XmlTree::child(std::string_view local_name) const {
  for (const XmlTree& tree : children)
    if (tree.name == local_name) return &tree;
  return nullptr;
}

std::vector<const XmlTree*> XmlTree::all(std::string_view local_name) const {
  std::vector<const XmlTree*> out;
  for (const XmlTree& tree : children)
    if (tree.name == local_name) out.push_back(&tree);
  return out;
}

std::string_view XmlTree::attribute(std::string_view local_name) const {
  for (const auto& attribute : attributes)
    if (attribute.first == local_name) return attribute.second;
  return {};
}

XmlTree parse_xml_tree(std::string_view text, std::string_view file, const Limits& limits) {
  if (text.size() > limits.tree_bytes)
    refuse_over_limit("tree-bytes", limits.tree_bytes, Location{std::string(file), {}, {}, {}, {}},
                      "bytes of XML text");
  TreeHandler handler;
  ViewStream in(text);
  parse_xml(in, file, handler, limits);
  return std::move(handler.root);
}

std::string write_xml(const XmlTree& root) {
  pugi::xml_document document;
  pugi::xml_node declaration = document.append_child(pugi::node_declaration);
  declaration.append_attribute("version") = "1.0";
  declaration.append_attribute("encoding") = "UTF-8";
  append(document, root, {});
  std::ostringstream out;
  document.save(out, "  ", pugi::format_indent);
  return out.str();
}

}  // namespace crosswalk::syntax
