// SPDX-License-Identifier: Apache-2.0
// Writes an ELMO 1.7 file of about so many megabytes to standard output, the same bytes each time: reports of nested
// programmes with courses, grades, distributions, levels. generate_elmo MEGABYTES
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <string>

namespace {

std::uint64_t state = 88172645463325252ULL;

// xorshift64 (Marsaglia 2003).
std::uint64_t next(std::uint64_t below) {
  state ^= state << 13U;
  state ^= state >> 7U;
  state ^= state << 17U;
  return state % below;
}

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + text + "</" + name + ">\n";
}

std::string course(std::uint64_t number) {
  const std::string code = "C" + std::to_string(number), year = std::to_string(2000 + next(24));
  std::string out = "<learningOpportunitySpecification>\n<identifier type=\"local\">" + code + "</identifier>\n";
  out += "<title xml:lang=\"en\">Course number " + std::to_string(number) + " in applied mathematics</title>\n";
  out += "<title xml:lang=\"no\">Emne nummer " + std::to_string(number) + " i anvendt matematikk</title>\n";
  out += element("type", "Course") + element("iscedCode", "0541");
  out += "<specifies>\n<learningOpportunityInstance>\n" + element("start", year + "-08-15") +
         element("date", year + "-12-15") + element("status", next(20) == 0 ? "failed" : "passed") +
         element("resultLabel", std::string(1, static_cast<char>('A' + next(5))));
  out += "<resultDistribution>\n";
  for (char label = 'A'; label <= 'F'; ++label)
    out += std::string("<category label=\"") + label + "\" count=\"" + std::to_string(next(200)) + "\"/>\n";
  out += "</resultDistribution>\n<credit>\n" + element("scheme", "ECTS") + element("level", "Bachelor") +
         element("value", std::to_string(5 + next(3) * 5)) + "</credit>\n<level>\n" + element("type", "EQF") +
         element("value", "6") + "</level>\n" + element("languageOfInstruction", "en");
  return out + "</learningOpportunityInstance>\n</specifies>\n</learningOpportunitySpecification>\n";
}

std::string report(std::uint64_t& number) {
  std::string out =
      "<report>\n<issuer>\n<country>NO</country>\n<identifier type=\"schac\">bench.example</identifier>\n"
      "<title xml:lang=\"en\">Bench University</title>\n<url>http://bench.example</url>\n</issuer>\n"
      "<learningOpportunitySpecification>\n<identifier type=\"local\">P" +
      std::to_string(number) +
      "</identifier>\n<title xml:lang=\"en\">Programme</title>\n<type>Degree Programme</type>\n<specifies>\n"
      "<learningOpportunityInstance>\n<status>passed</status>\n</learningOpportunityInstance>\n</specifies>\n";
  for (int i = 0; i < 40; ++i) out += "<hasPart>\n" + course(++number) + "</hasPart>\n";
  return out + "</learningOpportunitySpecification>\n<issueDate>2024-01-01T00:00:00Z</issueDate>\n</report>\n";
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: generate_elmo MEGABYTES > FILE\n", stderr);
    return 2;
  }
  const std::uint64_t wanted = std::strtoull(arguments[1], nullptr, 10) << 20U;
  std::string block =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<elmo xmlns=\"https://github.com/emrex-eu/elmo-schemas/tree/v1\">\n"
      "<generatedDate>2024-01-01T00:00:00Z</generatedDate>\n<learner><givenNames>Bench</givenNames>"
      "<familyName>Mark</familyName><bday>2000-01-01</bday></learner>\n";
  std::uint64_t written = 0, number = 0;
  while (written < wanted) {
    block += report(number);
    written += block.size();
    std::cout << block;
    block.clear();
  }
  std::cout << "</elmo>\n";
  return std::cout ? 0 : 1;
}
