// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "mappers/offerings/explore.hpp"

using namespace crosswalk;

namespace {

Offering offering(std::string id, std::string title) {
  Offering out;
  out.id.text = std::move(id);
  out.title = LanguageText(std::move(title));
  return out;
}

std::vector<Catalogue> market() {
  Catalogue catalogue;
  Offering waves = offering("A", "Waves"), tides = offering("B", "Tides and waves"), fish = offering("C", "Fish");
  waves.credits = {{"ECTS", "ECTS", "", Rational(5)}};
  waves.cost = Money{Rational(100), "EUR"};
  tides.credits = {{"ECTS", "ECTS", "", Rational(10)}};
  tides.outcomes = {"x", "y"};
  fish.outcomes = {"x"};
  fish.cost = Money{Rational(90), "NOK"};
  catalogue.offerings = {waves, tides, fish};
  return {catalogue};
}

std::vector<std::string> found(const offerings::Query& query) {
  const auto catalogues = market();
  std::vector<std::string> out;
  for (const offerings::Match& match : offerings::search(catalogues, query))
    out.push_back(catalogues[match.catalogue].offerings[match.offering].id.text + (match.fits.yes() ? "" : "?"));
  return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("offerings are found by words, credits, outcomes", "[mappers][offerings]") {
  offerings::Query query;
  CHECK(found(query) == Ids{"A", "B", "C"});
  query.words = "WAVES";
  CHECK(found(query) == Ids{"A", "B"});
  query.most_credits = Rational(7);
  CHECK(found(query) == Ids{"A"});
  offerings::Query outcomes;
  outcomes.outcomes = {"x", "y"};
  CHECK(found(outcomes) == Ids{"B", "A?"});  // A does not say what it teaches
}

TEST_CASE("what an offering does not state cannot rule it out", "[mappers][offerings]") {
  offerings::Query query;
  query.most_cost = Money{Rational(95), "EUR"};
  CHECK(found(query) == Ids{"B?", "C?"});  // B states no cost, C another currency, A costs more
}

TEST_CASE("a comparison marks what differs and what is not stated", "[mappers][offerings]") {
  const auto catalogues = market();
  const auto rows = offerings::compare(std::vector<offerings::Chosen>{{&catalogues[0], &catalogues[0].offerings[0]},
                                                                      {&catalogues[0], &catalogues[0].offerings[1]}});
  const auto row = [&](const std::string& what) {
    for (const offerings::Row& each : rows)
      if (each.what == what) return each;
    FAIL("no row " << what);
    return rows.front();
  };
  CHECK(row("credits").values == Ids{"5 ECTS", "10 ECTS"});
  CHECK(row("credits").differs);
  CHECK(row("cost").silent == 1);
  CHECK_FALSE(row("cost").differs);
  CHECK(row("price").values.front() == "20.00 EUR a credit of ECTS");
}
