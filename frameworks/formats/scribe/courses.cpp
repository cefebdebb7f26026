// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "frameworks/formats/scribe/block.hpp"

namespace crosswalk::formats::scribe {
namespace {

// Words that end a list of courses: what may follow one.
constexpr std::array ends{"label",
                          "mingrade",
                          "mingpa",
                          "nonexclusive",
                          "exclusive",
                          "share",
                          "sharewith",
                          "dontshare",
                          "maxperdisc",
                          "minperdisc",
                          "minspread",
                          "maxspread",
                          "minarea",
                          "maxtransfer",
                          "maxpassfail",
                          "maxcredit",
                          "maxcredits",
                          "maxclass",
                          "maxclasses",
                          "mincredit",
                          "mincredits",
                          "minclass",
                          "minclasses",
                          "maxterm",
                          "highpriority",
                          "lowpriority",
                          "lowestpriority",
                          "highestpriority",
                          "hide",
                          "hidefromadvice",
                          "notgpa",
                          "proxyadvice",
                          "remark",
                          "display",
                          "tag",
                          "ruletag",
                          "samedisc",
                          "else",
                          "endsub",
                          "end",
                          "except",
                          "including",
                          "minres",
                          "lastres",
                          "optional",
                          "then",
                          "decide",
                          "if",
                          "beginsub",
                          "hiderule",
                          "endif",
                          "beginelse",
                          "endelse",
                          "under",
                          "minterm"};

Selector joined(std::vector<Selector> parts) {
  return parts.size() == 1 ? std::move(parts.front()) : Selector::any_of(std::move(parts));
}

}  // namespace

Selector BlockReader::Courses::selector() const {
  std::vector<Selector> parts = any;
  parts.insert(parts.end(), all.begin(), all.end());
  for (const auto& area : areas) parts.insert(parts.end(), area.begin(), area.end());
  Selector out = parts.empty() ? Selector{} : joined(std::move(parts));
  return except.empty() ? out : Selector::except(std::move(out), except);
}

bool BlockReader::at_course_list_end() const {
  const Token& token = peek();
  if (token.kind == Token::Kind::end || token.sign(';') || token.sign(')')) return true;
  if (token.kind == Token::Kind::string) return true;
  return token.kind == Token::Kind::word && std::ranges::find(ends, token.folded) != ends.end();
}

// DISCIPLINE NUMBER with wildcards (@), ranges (200:399) and bare numbers that repeat the discipline.
Selector BlockReader::named(const std::string& discipline, const std::string& number) {
  if (accept_sign(':')) {
    const std::string last = next().text;
    const auto low = Rational::parse(number), high = Rational::parse(last);
    if (low && high && discipline.find('@') == std::string::npos)
      return Selector::of_range(discipline, static_cast<int>(low->numerator()), static_cast<int>(high->numerator()));
    if (low && high) {
      const std::string from = number, to = last;
      return Selector::all_of({Selector::where(Attribute::number, Comparison::at_least, {from}),
                               Selector::where(Attribute::number, Comparison::at_most, {to})});
    }
    return Selector::named_set(discipline + " " + number + ":" + last);
  }
  if (discipline == "@" && number == "@") return {};
  if (discipline.find('@') != std::string::npos || number.find('@') != std::string::npos)
    return Selector::of_pattern(discipline + number);
  return Selector::of_course(discipline + " " + number);
}

// (WITH DWResident=Y), (WITH DWTerm < "1032"): a test of the attempt. What cannot be told from a record is an undefined
// set, so that it stays unknown.
Selector BlockReader::attribute_test() {
  const std::string name = next().text, key = tokens_[at_ - 1].folded;
  std::string sign;
  while (peek().kind == Token::Kind::sign && !peek().sign('(') && !peek().sign(')')) sign += next().text;
  const std::string value = next().text;
  const bool yes = value == "Y" || value == "y", is_not = sign == "<>";
  const auto comparison = is_not         ? Comparison::is_not
                          : sign == ">=" ? Comparison::at_least
                          : sign == "<=" ? Comparison::at_most
                                         : Comparison::is;
  if ((key == "dwresident" || key == "dwtransfer") && sign == "=") {
    const bool resident = (key == "dwresident") == yes;
    return Selector::where(Attribute::origin, resident ? Comparison::is : Comparison::is,
                           {resident ? "resident" : "transfer"});
  }
  const bool plain = sign == "=" || sign == "<>" || sign == ">=" || sign == "<=";
  if (key == "attribute" && (sign == "=" || is_not)) return Selector::where(Attribute::tag, comparison, {value});
  if (key == "dwtitle" && plain)
    return Selector::where(Attribute::title, sign == "=" ? Comparison::matches : comparison, {value});
  if (key == "dwgradeletter" && plain) return Selector::where(Attribute::grade, comparison, {value});
  if (key == "dwcredits" && plain) return Selector::where(Attribute::credits, comparison, {value});
  loss.add("WITH " + name, "what a record does not carry: unknown until a person decides");
  return Selector::named_set(name + " " + sign + " " + value);
}

Selector BlockReader::with(Selector course) {
  if (!peek().sign('(') || !peek(1).is("with")) return course;
  next();
  next();
  std::vector<Selector> tests{std::move(course)};
  while (!peek().sign(')') && peek().kind != Token::Kind::end) {
    if (accept("and") || accept_sign(',')) continue;
    if (accept("or")) {
      Selector last = std::move(tests.back());
      tests.back() = Selector::any_of({std::move(last), attribute_test()});
      continue;
    }
    tests.push_back(attribute_test());
  }
  accept_sign(')');
  return tests.size() == 1 ? std::move(tests.front()) : Selector::all_of(std::move(tests));
}

bool BlockReader::course(std::string& discipline, Courses& into, bool plus, int area) {
  const Token token = peek();
  if (token.kind != Token::Kind::word) return false;
  const char first = token.text.front();
  const bool number_alone =
      (first >= '0' && first <= '9') || (first == '@' && !discipline.empty() && !peek(1).number() &&
                                         !(peek(1).kind == Token::Kind::word && peek(1).text == "@"));
  next();
  std::string number = token.text;
  if (!number_alone || discipline.empty()) {
    discipline = token.text;
    if (peek().kind != Token::Kind::word || at_course_list_end()) {
      number = "@";
    } else {
      number = next().text;
    }
  }
  Selector one = with(named(discipline, number));
  if (area >= 0)
    into.areas[static_cast<std::size_t>(area)].push_back(std::move(one));
  else
    (plus ? into.all : into.any).push_back(std::move(one));
  return true;
}

BlockReader::Courses BlockReader::courses() {
  Courses out;
  std::string discipline;
  bool plus = false;
  int area = -1;
  while (!at_course_list_end()) {
    if (accept_sign(',') || accept("or")) {
      plus = false;
    } else if (accept_sign('+') || accept("and")) {
      if (!out.any.empty() && out.all.empty() && !plus) {
        out.all.push_back(std::move(out.any.back()));
        out.any.pop_back();
      }
      plus = true;
    } else if (accept_sign('{')) {
      // {HIDE 1050, 108}: courses that count without being shown
      if (peek().folded.starts_with("hide")) next();
      loss.add("{HIDE}", "hints about what is shown");
    } else if (accept_sign('}')) {
    } else if (accept_sign('[')) {
      out.areas.emplace_back();
      area = static_cast<int>(out.areas.size()) - 1;
    } else if (accept_sign(']')) {
      area = -1;
    } else if (!course(discipline, out, plus, area)) {
      unmodelled(next().text, "in a list of courses is not understood");
    }
  }
  if (accept("except")) {
    const Courses without = courses();
    out.except = without.any;
    out.except.insert(out.except.end(), without.all.begin(), without.all.end());
  }
  if (accept("including")) {
    const Courses with_these = courses();
    out.including = with_these.any;
    out.including.insert(out.including.end(), with_these.all.begin(), with_these.all.end());
  }
  return out;
}

}  // namespace crosswalk::formats::scribe
