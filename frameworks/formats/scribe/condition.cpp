// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "frameworks/formats/scribe/block.hpp"

namespace crosswalk::formats::scribe {

// (Major=EECE-BA), (A OR B), NOT: what IF asks.
Condition BlockReader::condition() {
  std::vector<Condition> parts{conjunction()};
  while (accept("or")) parts.push_back(conjunction());
  return parts.size() == 1 ? std::move(parts.front()) : Condition::any_of(std::move(parts));
}

Condition BlockReader::conjunction() {
  std::vector<Condition> parts{comparison()};
  while (accept("and")) parts.push_back(comparison());
  return parts.size() == 1 ? std::move(parts.front()) : Condition::all_of(std::move(parts));
}

Condition BlockReader::comparison() {
  if (accept_sign('(')) {
    Condition inner = condition();
    accept_sign(')');
    return inner;
  }
  static constexpr std::array declared{"major",   "minor",   "conc",   "concentration", "degree",
                                       "program", "college", "school", "spec",          "cohort",
                                       "other",   "level",   "libl",   "catalogyear"};
  const Token name = next();
  std::string sign;
  while (peek().kind == Token::Kind::sign && !peek().sign('(') && !peek().sign(')')) sign += next().text;
  const bool known = std::ranges::find(declared, name.folded) != declared.end() && (sign == "=" || sign == "<>");
  if (known) {
    Condition out;
    out.kind = Condition::Kind::declared;
    out.key = name.folded;
    out.values = {next().text};
    if (sign == "=") return out;
    Condition negated;
    negated.kind = Condition::Kind::negation;
    negated.parts = {out};
    return negated;
  }
  std::string words = name.text + (sign.empty() ? "" : " " + sign);
  while (!peek().sign(')') && !peek().is("and") && !peek().is("or") && !peek().is("then") &&
         peek().kind != Token::Kind::end)
    words += " " + next().text;
  unmodelled(name.text, "in a condition is not modelled: unknown until a person decides");
  return Condition::words(words);
}

}  // namespace crosswalk::formats::scribe
