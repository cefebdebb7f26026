// SPDX-License-Identifier: Apache-2.0
// The named cases of policy bodies, asked of the shipped facts. Expected values are read from the documents the facts
// cite.
#include <catch2/catch.hpp>

#include <algorithm>

#include "frameworks/facts/registry.hpp"
#include "mappers/levels/anomalies.hpp"
#include "mappers/levels/editions.hpp"

using namespace crosswalk;          // NOLINT(google-build-using-namespace): tests
using namespace crosswalk::levels;  // NOLINT(google-build-using-namespace): tests

namespace {

const facts::Registry& shipped() {
  static const auto registry = facts::Registry::open(std::string(CROSSWALK_BINARY_DIR) + "/bin/facts.db");
  return registry;
}

Admission today() {
  Admission out;
  out.as_of = shipped().release().date;
  return out;
}

Comparison ask(const std::string& from, const std::string& to, const std::string& level, CompareOptions options = {},
               const Admission& admission = today()) {
  const facts::Facts& facts = shipped().facts();
  const ReferencingIndex index(facts.frameworks, facts.referencing, admission);
  return compare(index, index.position(from), index.position(to), level, facts.qualification_types, options);
}

Answer leading(const std::string& from, const std::string& to, const std::string& level, CompareOptions options = {},
               const Admission& admission = today()) {
  const Comparison found = ask(from, to, level, std::move(options), admission);
  REQUIRE(found.levels.size() == 1);
  return found.levels.front().leading;
}

using Labels = std::vector<std::string>;

CompareOptions via(const std::string& hub, const std::string& type = {}) {
  CompareOptions out;
  out.via = hub;
  out.type = type;
  return out;
}

}  // namespace

TEST_CASE("RQF 6 through the EQF is NFQ 7 or 8, and the honours bachelor narrows it to 8", "[levels][named]") {
  const Answer wide = leading("GB-RQF", "IE-NFQ", "6", via("EQF"));
  CHECK(wide.kind == AnswerKind::composed);
  CHECK(wide.to == Labels{"7", "8"});
  CHECK(wide.lowest == "7");
  CHECK(wide.highest == "8");
  CHECK(wide.ended == Labels{"GB-RQF to EQF ended 2020"});
  CHECK(std::ranges::find(wide.widened, "Honours Bachelor Degree: IE-NFQ/8") != wide.widened.end());
  CHECK(std::ranges::find(wide.widened, "Ordinary Bachelor Degree: IE-NFQ/7") != wide.widened.end());
  const Answer narrow = leading("GB-RQF", "IE-NFQ", "6", via("EQF", "honours bachelor"));
  CHECK(narrow.to == Labels{"8"});
  CHECK(narrow.reason == "narrowed from IE-NFQ/7, IE-NFQ/8 by the qualification type Honours Bachelor Degree");
  CHECK(leading("GB-RQF", "IE-NFQ", "6", via("EQF", "Bachelor's degree with honours")).to == Labels{"8"});
  CHECK(leading("GB-RQF", "IE-NFQ", "6", via("EQF", "ordinary bachelor")).to == Labels{"7"});
  CHECK(leading("GB-RQF", "IE-NFQ", "6", via("EQF", "bachelor")).to == Labels{"7", "8"});
}

TEST_CASE("SCQF 1 and 2 lie below EQF 1: none is an answer", "[levels][named]") {
  for (const char* level : {"1", "2"}) {
    const Answer found = leading("GB-SCQF", "EQF", level);
    CHECK(found.known == Known::none);
    CHECK(found.kind == AnswerKind::published);
    CHECK(found.reason == "GB-SCQF/" + std::string(level) + " has no counterpart in EQF: below EQF 1");
  }
}

TEST_CASE("NZ level 8 has no EQF level although AQF 8 equals NZ 8", "[levels][named]") {
  const Answer eqf = leading("NZ-NZQCF", "EQF", "8");
  CHECK(eqf.known == Known::none);
  CHECK(eqf.reason == "NZ-NZQCF/8 has no counterpart in EQF: left unlevelled by agreement");
  CHECK(leading("NZ-NZQCF", "EQF", "7").to == Labels{"6"});
  CHECK(leading("NZ-NZQCF", "EQF", "9").to == Labels{"7"});
  CHECK(leading("AU-AQF", "NZ-NZQCF", "8").to == Labels{"8"});
  CHECK(leading("EQF", "NZ-NZQCF", "1").known == Known::none);
  CHECK(leading("NZ-NZQCF", "IE-NFQ", "7").to == Labels{"7", "8"});
}

TEST_CASE("RQF 4 is SCQF 7 directly and 7 or 8 through EQF 5: the direct one leads", "[levels][named]") {
  const Comparison found = ask("GB-RQF", "GB-SCQF", "4");
  const LevelAnswer& level = found.levels.front();
  CHECK(level.leading.kind == AnswerKind::published);
  CHECK(level.leading.to == Labels{"7"});
  const auto through_eqf = std::ranges::find(level.alternatives, Labels{"EQF"}, &Answer::through);
  REQUIRE(through_eqf != level.alternatives.end());
  CHECK(through_eqf->to == Labels{"7", "8"});
}

TEST_CASE("a rejected relation is never used", "[levels][named]") {
  Admission everything = today();
  everything.include_unverified = true;
  everything.past = true;
  for (const Admission& admission : {today(), everything}) {
    const Comparison found = ask("AE-QFE", "NZ-NZQCF", "7", {}, admission);
    CHECK(found.levels.front().leading.known == Known::unknown);
    CHECK(found.remarks ==
          Labels{"Initial mapping NZQA - UAE NQA (AE-QFE to NZ-NZQCF) was rejected and is never used"});
  }
}

TEST_CASE("NL 4+ is above 4 and a partial match of EQF 4, not 5", "[levels][named]") {
  const Answer found = leading("NL-NLQF", "EQF", "4+");
  CHECK(found.to == Labels{"4"});
  CHECK(found.chain.front().relation == LevelRelation::partial);
  CHECK(leading("NL-NLQF", "EQF", "Entry").known == Known::none);
}

TEST_CASE("the year of the award picks the French edition", "[levels][named]") {
  const auto& frameworks = shipped().facts().frameworks;
  const Framework& cncp = *shipped().framework("FR-CNCP");
  CHECK(edition_of(frameworks, cncp, 2018).picked->id.text == "FR-1969");
  CHECK(edition_of(frameworks, cncp, 2020).picked->id.text == "FR-CNCP");
  const EditionChoice between = edition_of(frameworks, cncp, 2019);
  CHECK(between.picked->id.text == "FR-CNCP");
  REQUIRE(between.also.size() == 1);
  CHECK(between.also.front()->id.text == "FR-1969");
  CHECK(edition_of(frameworks, *shipped().framework("GB-RQF"), 2010).picked->id.text == "GB-QCF");
  CHECK(edition_of(frameworks, *shipped().framework("GB-RQF"), 1999).picked == nullptr);

  Admission awarded = today();
  awarded.awarded = 2018;
  awarded.edition = "FR-1969";
  CHECK(leading("FR-1969", "EQF", "II", {}, awarded).to == Labels{"6"});
  CHECK(leading("FR-1969", "EQF", "II", {}, awarded).kind == AnswerKind::published);
  // without the year the superseded report does not answer; the decree of 2019 and the report of 2021 do
  const Answer now = leading("FR-1969", "EQF", "III");
  CHECK(now.kind == AnswerKind::composed);
  CHECK(now.through == Labels{"FR-CNCP"});
  CHECK(now.to == Labels{"5"});
}

TEST_CASE("one old level splits: SLQF 2012 level 7 became 7, 8 and 9", "[levels][named]") {
  CHECK(leading("LK-SLQF2012", "LK-SLQF", "7").to == Labels{"7", "8", "9"});
}

TEST_CASE("a date before a document leaves it out; a date before its end does not say it ended", "[levels][date]") {
  Admission past = today();
  past.past = true;
  past.as_of = {2018, 6, 1};
  // the report is of 2019: in 2018 only the one on the QCF answers, through the transition of 2015
  CHECK(leading("GB-RQF", "EQF", "6", {}, past).through == Labels{"GB-QCF"});
  past.as_of = {2020, 6, 1};
  const Answer found = leading("GB-RQF", "EQF", "6", {}, past);
  CHECK(found.to == Labels{"6"});
  CHECK(found.ended.empty());
}

TEST_CASE("shaky rows answer only when asked for, and draft rows too", "[levels][admission]") {
  CHECK(leading("HK-HKQF", "EQF", "5").evidence != Evidence::shaky);
  Admission everything = today();
  everything.include_unverified = true;
  const Answer shaky = leading("HK-HKQF", "EQF", "5", {}, everything);
  CHECK(shaky.to == Labels{"6"});
  CHECK(shaky.evidence == Evidence::shaky);
  const Comparison draft = ask("ZA-NQF1995", "ZA-NQF", "5");
  CHECK(draft.levels.front().leading.known == Known::unknown);
  CHECK(ask("ZA-NQF1995", "ZA-NQF", "5", {}, everything).levels.front().leading.to == Labels{"5", "6"});
}

TEST_CASE("a framework that is not referenced is unknown, not none", "[levels][unknown]") {
  const Answer found = leading("BA-BHQF", "EQF", "6");
  CHECK(found.known == Known::unknown);
  CHECK(found.reason == "BA-BHQF to EQF: not referenced (no referencing; overview table shows no linking year)");
}

TEST_CASE("a nominal guess needs to be asked for and is named so", "[levels][nominal]") {
  CHECK(leading("BA-BHQF", "EQF", "6").kind != AnswerKind::nominal);
  CompareOptions guess;
  guess.nominal = true;
  const Answer found = leading("BA-BHQF", "EQF", "6", guess);
  CHECK(found.kind == AnswerKind::nominal);
  CHECK(found.to == Labels{"6"});
  CHECK(leading("IE-NFQ", "EQF", "8", guess).to == Labels{"6"});  // what is known is never replaced by a guess
}

TEST_CASE("contradictions, widenings and lost round trips are reported", "[levels][anomalies]") {
  const facts::Facts& facts = shipped().facts();
  const ReferencingIndex index(facts.frameworks, facts.referencing, today());
  const auto found = [&](const std::string& from, const std::string& to) {
    return anomalies(index,
                     compare(index, index.position(from), index.position(to), {}, facts.qualification_types, {}));
  };
  const auto has = [](const std::vector<Anomaly>& all, AnomalyKind kind, const std::string& text) {
    return std::ranges::any_of(all,
                               [&](const Anomaly& each) { return each.kind == kind && each.text.starts_with(text); });
  };
  const auto scotland = found("GB-RQF", "GB-SCQF");
  CHECK(has(scotland, AnomalyKind::widening,
            "GB-RQF/4: published {GB-SCQF/7}, composed through EQF {GB-SCQF/7, GB-SCQF/8}"));
  CHECK(std::ranges::none_of(scotland, [](const Anomaly& each) { return each.kind == AnomalyKind::order_inversion; }));
  const auto europe = found("IE-NFQ", "EQF");
  CHECK(has(europe, AnomalyKind::round_trip, "IE-NFQ/7 goes to {EQF/6} and comes back as {IE-NFQ/7, IE-NFQ/8}"));
  const auto pacific = found("NZ-NZQCF", "EQF");
  CHECK(has(pacific, AnomalyKind::gap, "NZ-NZQCF/8 has no counterpart although levels below and above it have"));
}

TEST_CASE("no published pair inverts the order", "[levels][anomalies]") {
  const facts::Facts& facts = shipped().facts();
  Admission everything = today();
  everything.include_unverified = true;
  const ReferencingIndex index(facts.frameworks, facts.referencing, everything);
  for (int from = 0; from < index.size(); ++from)
    for (const int to : index.neighbours(from)) {
      CAPTURE(index.framework(from).id.text, index.framework(to).id.text);
      Comparison direct{index.framework(from).id, index.framework(to).id, {}, {}};
      const std::vector<int> chain{from, to};
      for (std::size_t i = 0; i < index.framework(from).levels.size(); ++i)
        direct.levels.push_back({index.framework(from).levels[i].ref, along(index, chain, static_cast<int>(i)), {}});
      for (const Anomaly& each : anomalies(index, direct)) CHECK(each.kind != AnomalyKind::order_inversion);
    }
}
