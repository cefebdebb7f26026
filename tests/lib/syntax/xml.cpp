// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/xml.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "tests/lib/syntax/bad_input.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

class Recorder : public XmlHandler {
 public:
  void start(const XmlElement& element) override {
    events += "<" + std::string(element.space.empty() ? "" : "{" + std::string(element.space) + "}") +
              std::string(element.name) + "@" + std::to_string(element.line) + ":" + std::to_string(element.column);
    for (const XmlAttribute& attribute : element.attributes)
      events += " " + std::string(attribute.name) + "=" + std::string(attribute.value);
    events += ">";
  }
  void text(std::string_view piece) override { events += piece; }
  void end(std::string_view name, std::string_view) override { events += "</" + std::string(name) + ">"; }
  void note(const Diagnostic& diagnostic) override { notes += to_string(diagnostic); }

  std::string events, notes;
};

std::string events(const std::string& text) {
  std::istringstream in(text);
  Recorder recorder;
  parse_xml(in, "f.xml", recorder);
  return recorder.notes + recorder.events;
}

std::string verdict(const std::string& text, const Limits& limits = {}) {
  try {
    std::istringstream in(text);
    Recorder recorder;
    parse_xml(in, "f.xml", recorder, limits);
    return "read";
  } catch (const InputError& error) {
    return error.what();
  }
}

std::string utf16(std::string_view ascii, bool little) {
  std::string out = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) out += little ? std::string{c, '\0'} : std::string{'\0', c};
  return out;
}

}  // namespace

TEST_CASE("XML events carry local name, namespace, decoded text and the place of the tag", "[syntax][xml]") {
  CHECK(events("<?xml version=\"1.0\"?>\n<!-- <x> -->\n <a xmlns=\"urn:n\" q=\"1 &amp; &#38;#38; 2\" xml:lang='sv'>\n"
               "t&lt;<![CDATA[<raw>]]>\n  <b/></a>") ==
        "<{urn:n}a@3:2 q=1 & &#38; 2 lang=sv>\nt<<raw>\n  <{urn:n}b@5:3></b></a>");
  CHECK(events("<a><!--->x--><?p <q> ?><b c='>'/></a>") == "<a@1:1><b@1:24 c=>></b></a>");
}

TEST_CASE("XML is read in the encodings of the list and in no other", "[syntax][xml][encoding]") {
  CHECK(events(utf16("<a>x</a>", true)) == "<a@1:1>x</a>");
  CHECK(events(utf16("<?xml version='1.0' encoding='UTF-16'?><a>x</a>", false)) == "<a@1:40>x</a>");
  CHECK(events("\xEF\xBB\xBF<a>ä</a>") == "<a@1:1>ä</a>");
  CHECK(events("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE4</a>") == "<a@1:44>ä</a>");
  CHECK(events("<?xml version='1.0' encoding='windows-1252'?><a>\x80</a>") == "<a@1:46>€</a>");
  CHECK(events("<?xml version='1.0' encoding='iso-8859-15'?><a>\xA4</a>") == "<a@1:45>€</a>");
  CHECK(
      verdict("<?xml version='1.0' encoding='UTF-7'?><a/>") ==
      "f.xml:1:1: error: encoding 'UTF-7' is not read (UTF-8, UTF-16, ISO-8859-1, ISO-8859-15, windows-1252, US-ASCII "
      "are) [xml.encoding]");
  CHECK(verdict("<a>\n \xE4</a>") == "f.xml:2:2: error: the bytes here are no utf-8 text [xml.encoding]");
  CHECK(verdict("<?xml version='1.0' encoding='us-ascii'?><a>\xE4</a>") ==
        "f.xml:1:45: error: the bytes here are no us-ascii text [xml.encoding]");
  CHECK(verdict(std::string("<\0\0\0a\0\0\0", 8)) == "f.xml:1:1: error: UTF-32 is not read [xml.encoding]");
}

TEST_CASE("where BOM and declaration differ the BOM decides, and that is noted", "[syntax][xml][encoding]") {
  CHECK(events("\xEF\xBB\xBF<?xml version='1.0' encoding='iso-8859-1'?><a>ä</a>") ==
        "f.xml:1:1: warning: the declaration says iso-8859-1, the bytes are read as utf-8 [xml.encoding-declared]"
        "<a@1:44>ä</a>");
  CHECK(verdict("<?xml version='1.0' encoding='utf-16'?><a/>") ==
        "f.xml:1:1: error: the declaration says utf-16, the bytes are not (correct or remove the declaration) "
        "[xml.encoding]");
}

TEST_CASE("a DOCTYPE stops the reader before anything of it is read", "[syntax][xml]") {
  const std::string expected = "f.xml:2:1: error: a DOCTYPE is not read, remove it [xml.doctype]";
  CHECK(verdict("<?xml version='1.0'?>\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>") == expected);
  CHECK(
      verdict("<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY x 'y'><!ENTITY % p SYSTEM 'http://h/'> %p;]><a>&x;</a>") ==
      expected);
  CHECK(verdict("<!---->\n<!DOCTYPE a>") == expected);
}

TEST_CASE("XML that is not well formed names its place", "[syntax][xml]") {
  CHECK(verdict("") == "f.xml:1:1: error: the text is empty [xml.syntax]");
  CHECK(verdict("<a>\n<b></a>").rfind("f.xml:2:", 0) == 0);
  CHECK(verdict("<a x='1' x='2'/>").find("Attribute x redefined [xml.syntax]") != std::string::npos);
  CHECK(verdict("<a>&nbsp;</a>").find("Entity 'nbsp' not defined [xml.syntax]") != std::string::npos);
  CHECK(verdict("<a>&#1;</a>").find("[xml.syntax]") != std::string::npos);
  CHECK(verdict("<a><b>x</b>") == "f.xml:1:12: error: the text ends inside an element [xml.syntax]");
  CHECK(verdict("<a/><b/>").find("[xml.syntax]") != std::string::npos);
  CHECK(verdict("<p:a/>").find("Namespace prefix p on a is not defined [xml.namespace]") != std::string::npos);
}

TEST_CASE("XML limits are inclusive and name their option", "[syntax][xml][limits]") {
  const auto nested = [](int depth) {
    std::string out;
    for (int i = 0; i < depth; ++i) out += "<a>";
    for (int i = 0; i < depth; ++i) out += "</a>";
    return out;
  };
  CHECK(verdict(nested(200)) == "read");
  CHECK(verdict(nested(201)) ==
        "f.xml:1:601: error: nesting over the limit of 200 (raise it with --read-limit xml-depth=N) [limit.xml-depth]");
  Limits deeper;
  deeper.xml_depth = 1000;
  CHECK(verdict(nested(1000), deeper) == "read");
  const auto attributes = [](int count) {
    std::string out = "<a";
    for (int i = 0; i < count; ++i) out += " a" + std::to_string(i) + "=''";
    return out + "/>";
  };
  CHECK(verdict(attributes(1000)) == "read");
  CHECK(verdict(attributes(1001)).find("attributes of one tag over the limit of 1000") != std::string::npos);
  const auto tag = [](std::size_t size) { return "<a b='" + std::string(size - 9, 'x') + "'/>"; };
  CHECK(verdict(tag(64U << 10U)) == "read");
  CHECK(verdict(tag((64U << 10U) + 1)) ==
        "f.xml:1:1: error: bytes of one tag over the limit of 65536 (raise it with --read-limit tag-bytes=N) "
        "[limit.tag-bytes]");
  CHECK(verdict("<a><!--" + std::string(2U << 20U, 'x') + "--></a>").find("[limit.field-bytes]") != std::string::npos);
  Limits small;
  small.attachment_bytes = 100'000;
  CHECK(verdict("<a>" + std::string(100'000, 'x') + "</a>", small) == "read");
  CHECK(verdict("<a>" + std::string(100'001, 'x') + "</a>", small).find("[limit.attachment-bytes]") !=
        std::string::npos);
  small.stream_bytes = 10;
  CHECK(verdict("<a>1234</a>", small).find("[limit.stream-bytes]") != std::string::npos);
}

TEST_CASE("what a handler throws reaches the caller", "[syntax][xml]") {
  class Refusing : public XmlHandler {
    void start(const XmlElement&) override {}
    void text(std::string_view) override { throw UsageError("enough"); }
    void end(std::string_view, std::string_view) override {}
  } handler;
  std::istringstream in("<a>x</a>");
  CHECK_THROWS_WITH(parse_xml(in, "f.xml", handler), "enough");
}

TEST_CASE("an XML tree holds children in order and writes itself", "[syntax][xml][tree]") {
  const std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<a xmlns=\"urn:n\" x=\"1 &amp; 2\">\n"
      "  <b xml:lang=\"sv\">t &lt; u</b>\n"
      "  <c />\n"
      "  <b xmlns=\"\">v</b>\n"
      "</a>\n";
  const XmlTree root = parse_xml_tree(text, "f.xml");
  CHECK(root.child("b")->text == "t < u");
  CHECK(root.child("b")->attribute("lang") == "sv");
  CHECK(root.all("b").size() == 2);
  CHECK((root.all("b")[1]->line == 5 && root.all("b")[1]->column == 3));
  CHECK(root.child("d") == nullptr);
  CHECK(write_xml(root) == text);
}

TEST_CASE("W3C XML conformance suite: every verdict of the index", "[syntax][xml][corpus]") {
  const auto entries = bad_input::entries("xml/");
  if (entries.empty()) {
    WARN("skipped: no corpus");
    return;
  }
  for (const auto& entry : entries) {
    const std::string found = verdict(bad_input::bytes(bad_input::folder() / entry.path));
    CAPTURE(entry.path, entry.expect, found);
    if (entry.expect == "accept-syntax") CHECK(found.find("[xml.syntax]") == std::string::npos);
    if (entry.expect == "reject" || entry.expect == "reject-doctype") CHECK(found.rfind("f.xml:", 0) == 0);
  }
}
