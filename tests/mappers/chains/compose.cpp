// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "mappers/chains/chain.hpp"

using namespace crosswalk;
using chains::Link;

// The composition table of the SSSOM chaining rules with the negation of exact (T1, RCE1, RCE2), cell by cell.
TEST_CASE("two mappings compose as the table of the chaining rules says", "[mappers][chains]") {
  const Link exact{Relation::exact}, broad{Relation::broad}, narrow{Relation::narrow}, close{Relation::close},
      related{Relation::related}, no{Relation::exact, true}, none{};
  const std::vector<Link> columns{exact, broad, narrow, close, related, no};
  const std::vector<std::pair<Link, std::vector<Link>>> rows{
      {exact, {exact, broad, narrow, close, related, no}}, {broad, {broad, broad, none, none, none, none}},
      {narrow, {narrow, none, narrow, none, none, none}},  {close, {close, none, none, none, none, none}},
      {related, {related, none, none, none, none, none}},  {no, {no, none, none, none, none, none}}};
  for (const auto& [first, cells] : rows)
    for (std::size_t c = 0; c < columns.size(); ++c) {
      CAPTURE(name(first.relation), first.negated, name(columns[c].relation), columns[c].negated);
      CHECK((chains::compose(first, columns[c]) == cells[c]));
    }
}

TEST_CASE("a rule that is switched off composes nothing", "[mappers][chains]") {
  const Link exact{Relation::exact}, broad{Relation::broad};
  chains::Rules rules;
  rules.transitivity = false;
  CHECK((chains::compose(broad, broad, rules) == Link{}));
  rules = {};
  rules.exact_first = false;
  CHECK((chains::compose(exact, broad, rules) == Link{}));
  CHECK((chains::compose({Relation::broad, true}, exact) == Link{}));
}
