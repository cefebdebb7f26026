// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/xsd.hpp"

#include <catch2/catch.hpp>

#include "lib/diagnostics/error.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

const std::map<std::string, std::string> schemas{
    {"course.xsd",
     R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:c" xmlns:t="urn:t" elementFormDefault="qualified">
       <xs:import namespace="urn:t" schemaLocation="http://example.org/schemas/types.xsd"/>
       <xs:element name="course"><xs:complexType><xs:sequence>
         <xs:element name="credits" type="t:credits"/></xs:sequence></xs:complexType></xs:element></xs:schema>)"},
    {"types.xsd", R"(<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t">
       <xs:simpleType name="credits"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType></xs:schema>)"}};

}  // namespace

TEST_CASE("a valid document has no findings, an invalid one warnings with their line", "[syntax][xsd]") {
  CHECK(validate_xsd("<course xmlns='urn:c'><credits>7.5</credits></course>", "f.xml", schemas, "course.xsd").empty());
  const Diagnostics found =
      validate_xsd("<course xmlns='urn:c'>\n<credits>-1</credits>\n<x/></course>", "f.xml", schemas, "course.xsd");
  REQUIRE(found.size() >= 2);
  CHECK(found[0].severity == Severity::warning);
  CHECK(found[0].code == "xsd.invalid");
  CHECK(found[0].location.line == 2);
  CHECK(found[0].text.find("credits") != std::string::npos);
}

TEST_CASE("an import that is not shipped is an error, never an unchecked document", "[syntax][xsd]") {
  std::map<std::string, std::string> without = schemas;
  without.erase("types.xsd");
  CHECK_THROWS_WITH(validate_xsd("<course xmlns='urn:c'/>", "f.xml", without, "course.xsd"),
                    Catch::Matchers::Contains("http://example.org/schemas/types.xsd"));
  CHECK_THROWS_AS(validate_xsd("<a/>", "f.xml", {{"a.xsd", "<no/>"}}, "a.xsd"), FactError);
  CHECK_THROWS_AS(validate_xsd("<a/>", "f.xml", schemas, "none.xsd"), FactError);
}

TEST_CASE("validation follows nothing a document points at and refuses its DOCTYPE", "[syntax][xsd]") {
  const Diagnostics found = validate_xsd(
      "<course xmlns='urn:c' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x "
      "types.xsd'>"
      "<credits>1</credits></course>",
      "f.xml", schemas, "course.xsd");
  CHECK(found.empty());
  CHECK_THROWS_AS(validate_xsd("<!DOCTYPE a><a/>", "f.xml", schemas, "course.xsd"), InputError);
}
