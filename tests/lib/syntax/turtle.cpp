// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/turtle.hpp"

#include <catch2/catch.hpp>
#include <sstream>

#include "lib/diagnostics/error.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): a test of one namespace
using namespace crosswalk::syntax;  // NOLINT(google-build-using-namespace)

namespace {

std::string triples(const std::string& text, RdfSyntax syntax = RdfSyntax::turtle,
                    const std::string& base = "http://b/") {
  std::istringstream in(text);
  std::string out;
  const auto shown = [](const RdfTerm& term) {
    if (term.kind == RdfTerm::Kind::blank) return "_:" + std::string(term.text);
    if (term.kind == RdfTerm::Kind::iri) return "<" + std::string(term.text) + ">";
    return "'" + std::string(term.text) + "'@" + std::string(term.language) + "^" + std::string(term.datatype);
  };
  try {
    parse_rdf(in, "f.ttl", syntax, base, [&](const RdfTriple& triple) {
      out += std::to_string(triple.line) + " " + shown(triple.subject) + " " + shown(triple.predicate) + " " +
             shown(triple.object) + "\n";
    });
  } catch (const InputError& error) {
    out += error.what();
  }
  return out;
}

}  // namespace

TEST_CASE("Turtle triples come with prefixes and base resolved", "[syntax][turtle]") {
  CHECK(triples("@prefix s: <http://s/> .\n<x> s:p s:o ;\n  s:q \"ä\"@de, \"1\"^^s:int .\n") ==
        "2 <http://b/x> <http://s/p> <http://s/o>\n3 <http://b/x> <http://s/q> 'ä'@de^\n"
        "3 <http://b/x> <http://s/q> '1'@^http://s/int\n");
}

TEST_CASE("N-Triples are read line by line", "[syntax][turtle]") {
  CHECK(triples("<http://a> <http://p> \"x\\ny\" .\n_:b1 <http://p> <http://a> .\n", RdfSyntax::n_triples) ==
        "1 <http://a> <http://p> 'x\ny'@^\n2 _:b1 <http://p> <http://a>\n");
}

TEST_CASE("RDF that is refused names its place", "[syntax][turtle]") {
  CHECK(triples("<a> <b> .\n").find("f.ttl:1:") == 0);
  CHECK(triples("<a> <b> \"x\n").find("[rdf.syntax]") != std::string::npos);
  CHECK(triples("<a> x:b <c> .\n").find("prefix") != std::string::npos);
}
