// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string_view>

#include "lib/syntax/limits.hpp"

namespace crosswalk::syntax {

// A term of a triple, prefixes and base already resolved. Views live only during the call.
struct RdfTerm {
  enum class Kind { iri, blank, literal };
  Kind kind = Kind::iri;
  std::string_view text;      // IRI, blank node label, or literal text
  std::string_view language;  // of a literal, as written
  std::string_view datatype;  // IRI of a literal's type, empty where none is written
};

struct RdfTriple {
  RdfTerm subject, predicate, object;
  std::uint32_t line = 0, column = 0;  // about where it stands
};

enum class RdfSyntax { turtle, n_triples, n_quads, trig };

// Reads through serd in constant memory, graph names ignored. Relative IRIs are resolved against `base`. Refused
// (InputError): rdf.syntax, rdf.encoding, limit.*. Nothing is fetched.
void parse_rdf(std::istream& in, std::string_view file, RdfSyntax syntax, std::string_view base,
               const std::function<void(const RdfTriple&)>& triple, const Limits& limits = {});

}  // namespace crosswalk::syntax
