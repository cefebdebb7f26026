// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/nus/rule.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <vector>

namespace crosswalk::formats::nus {
namespace {

constexpr std::array keys{"PROGRAM_TYPES", "PROGRAMME_TYPES", "COHORT_YEARS",
                          "SUBJECT_YEARS", "PROGRAMS",        "PROGRAMMES",
                          "PLAN_TYPES",    "COURSES",         "MODULES",
                          "SUBJECTS",      "UNITS",           "CAP",
                          "GPA",           "SPECIAL",         "SPECIAL_PROGRAMME",
                          "2ND_MAJOR",     "1ST_MAJOR",       "MINOR",
                          "SECOND_MAJOR",  "FIRST_MAJOR",     "PLANS"};

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) out.push_back(word);
    word.clear();
  };
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') {
      quoted = !quoted;
      word += c;
    } else if (!quoted && (c == ' ' || c == '\t' || c == '\n')) {
      flush();
    } else if (!quoted && (c == '(' || c == ')' || c == ',')) {
      flush();
      out.emplace_back(1, c);
    } else {
      word += c;
    }
  }
  flush();
  return out;
}

struct Wrong {};

class Parser {
 public:
  explicit Parser(std::vector<std::string> words) : words_(std::move(words)) {}

  Condition read() {
    Condition out = alternatives();
    if (at_ < words_.size()) throw Wrong{};
    return out;
  }

 private:
  const std::string& peek(std::size_t ahead = 0) const {
    static const std::string none;
    return at_ + ahead < words_.size() ? words_[at_ + ahead] : none;
  }
  bool accept(std::string_view word) {
    if (peek() != word) return false;
    ++at_;
    return true;
  }
  bool key() const { return std::ranges::find(keys, peek()) != keys.end(); }
  bool ends() const {
    return at_ >= words_.size() || peek() == ")" || peek() == "AND" || peek() == "OR" || peek() == "THEN";
  }

  Condition alternatives() {
    std::vector<Condition> parts{all()};
    while (accept("OR")) parts.push_back(all());
    Condition out = parts.size() == 1 ? parts.front() : Condition::any_of(std::move(parts));
    if (!accept("THEN")) return out;
    return gate(out, alternatives());
  }

  Condition all() {
    std::vector<Condition> parts{term()};
    while (accept("AND")) parts.push_back(term());
    return parts.size() == 1 ? parts.front() : Condition::all_of(std::move(parts));
  }

  static Condition gate(Condition test, Condition then) {
    Condition out;
    out.kind = Condition::Kind::choice;
    out.parts = {std::move(test), std::move(then)};
    return out;
  }

  // "(...)" or one clause; a clause of IF_IN .. THEN governs the rest of its parenthesis.
  Condition term() {
    if (accept("(")) {
      Condition inner = alternatives();
      if (!accept(")")) throw Wrong{};
      if (accept("THEN")) return gate(std::move(inner), all());
      return inner;
    }
    if (!key()) throw Wrong{};
    if (auto test = gates()) return gate(std::move(*test), all());
    const std::string name = words_[at_++];
    Condition out = clause(name);
    if (accept("THEN")) return gate(std::move(out), all());
    return out;
  }

  static bool gate_key(const std::string& word) {
    return std::ranges::find(keys, word) != keys.end() && word != "COURSES" && word != "MODULES" && word != "UNITS" &&
           word != "CAP" && word != "GPA";
  }

  // "X IF_IN a OR X IF_IN b THEN": all the clauses before one THEN are its gate. Nothing, and nothing taken, otherwise.
  std::optional<Condition> gates() {
    const std::size_t start = at_;
    std::vector<Condition> any;
    std::vector<Condition> both;
    while (gate_key(peek())) {
      const std::string name = words_[at_++];
      both.push_back(clause(name));
      if (accept("AND")) continue;
      any.push_back(both.size() == 1 ? both.front() : Condition::all_of(both));
      both.clear();
      if (accept("THEN")) return any.size() == 1 ? any.front() : Condition::any_of(any);
      if (!accept("OR")) break;
    }
    at_ = start;
    return {};
  }

  Condition clause(const std::string& name) {
    if (name == "COURSES" || name == "MODULES") return courses();
    if (name == "UNITS") return units();
    if (name == "CAP" || name == "GPA") return average();
    if (name == "COHORT_YEARS") return cohort();
    const bool is_not = peek().find("NOT") != std::string::npos;
    if (peek().find("IN") != std::string::npos && (peek().starts_with("IF") || peek().starts_with("MUST"))) ++at_;
    count();
    Condition out;
    out.kind = Condition::Kind::declared;
    out.key = name == "PROGRAMME_TYPES" ? "program-type" : declared_key(name);
    out.values = list();
    if (name == "SUBJECTS" || name == "SUBJECT_YEARS" || name.starts_with("SPECIAL")) {
      std::string words = name;
      for (const std::string& value : out.values) words += " " + value;
      return Condition::words(words);
    }
    return is_not ? negated(out) : out;
  }

  static std::string declared_key(const std::string& name) {
    if (name == "PROGRAM_TYPES") return "program-type";
    if (name.starts_with("PROGRAM")) return "programme";
    std::string out;
    for (const char c : name) out += c == '_' ? '-' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return out;
  }

  static Condition negated(Condition inner) {
    Condition out;
    out.kind = Condition::Kind::negation;
    out.parts = {std::move(inner)};
    return out;
  }

  std::optional<std::int32_t> count() {
    if (peek() != "(") return {};
    const auto number = Rational::parse(peek(1));
    if (!number || peek(2) != ")") return {};
    at_ += 3;
    return static_cast<std::int32_t>(number->numerator());
  }

  // Values up to the end of the clause, split at commas; words of one value joined ("Graduate Degree Research"). A
  // value may hold its own parenthesis: "CPE (Certificate)".
  std::vector<std::string> list() {
    std::vector<std::string> out;
    std::string value;
    while (!ends()) {
      if (accept(",")) {
        if (!value.empty()) out.push_back(value);
        value.clear();
        continue;
      }
      if (key()) throw Wrong{};
      if (peek() == "(") {
        if (peek(2) != ")") throw Wrong{};
        value += " (" + peek(1) + ")";
        at_ += 3;
        continue;
      }
      std::string word = words_[at_++];
      std::erase(word, '"');
      value += (value.empty() ? "" : " ") + word;
    }
    if (!value.empty()) out.push_back(value);
    if (out.empty()) throw Wrong{};
    return out;
  }

  // COURSES (n) CS1010:D, PH%:D: n of the list, each with at least that grade; no count is one.
  Condition courses() {
    const std::int32_t wanted = count().value_or(1);
    std::map<std::string, std::vector<Selector>> by_grade;
    std::size_t entries = 0;
    for (const std::string& entry : list()) {
      const std::size_t colon = entry.find(':');
      const std::string code = entry.substr(0, colon);
      const std::string grade = colon == std::string::npos ? "" : entry.substr(colon + 1);
      if (code.find(' ') != std::string::npos) throw Wrong{};
      std::string pattern = code;
      std::ranges::replace(pattern, '%', '*');
      by_grade[grade].push_back(code.find('%') == std::string::npos ? Selector::of_course(code)
                                                                    : Selector::of_pattern(pattern));
      ++entries;
    }
    std::vector<Condition> parts;
    for (auto& [grade, selectors] : by_grade) {
      Take take;
      take.from = selectors.size() == 1 ? selectors.front() : Selector::any_of(std::move(selectors));
      take.grade.at_least = grade;
      take.min_courses = wanted;
      parts.push_back(Condition::taking(std::move(take)));
    }
    if (parts.size() == 1) return parts.front();
    if (wanted == 1) return Condition::any_of(std::move(parts));
    if (static_cast<std::size_t>(wanted) == entries) {
      for (Condition& part : parts) {
        const Selector& from = part.take.from;
        part.take.min_courses = from.kind == Selector::Kind::any ? static_cast<std::int32_t>(from.parts.size()) : 1;
      }
      return Condition::all_of(std::move(parts));
    }
    std::vector<Condition> each;
    for (const Condition& part : parts) {
      const std::vector<Selector> from =
          part.take.from.kind == Selector::Kind::any ? part.take.from.parts : std::vector<Selector>{part.take.from};
      for (const Selector& one : from) {
        Take take = part.take;
        take.from = one;
        take.min_courses = 1;
        each.push_back(Condition::taking(std::move(take)));
      }
    }
    return Condition::at_least(wanted, std::move(each));
  }

  Condition units() {
    const auto amount = count();
    if (!amount) throw Wrong{};
    Condition out;
    out.kind = Condition::Kind::standing;
    out.amount = *amount;
    out.system = "NUS units";
    return out;
  }

  Condition average() {
    if (peek() != "(" || peek(2) != ")") throw Wrong{};
    const auto amount = Rational::parse(peek(1));
    if (!amount) throw Wrong{};
    at_ += 3;
    Condition out;
    out.kind = Condition::Kind::gpa;
    out.amount = *amount;
    return out;
  }

  // S:2020/21 E:2022/23: cohorts from, until.
  Condition cohort() {
    const bool is_not = peek().find("NOT") != std::string::npos;
    if (peek().starts_with("IF") || peek().starts_with("MUST")) ++at_;
    Condition out;
    out.kind = Condition::Kind::date;
    out.clock = Clock::catalogue;
    bool any = false;
    while (peek().starts_with("S:") || peek().starts_with("E:")) {
      const std::string word = words_[at_++];
      const auto year = Date::parse(word.substr(2, 4));
      if (!year) throw Wrong{};
      (word[0] == 'S' ? out.period.from : out.period.until) = *year;
      any = true;
    }
    if (!any) throw Wrong{};
    return is_not ? negated(out) : out;
  }

  std::vector<std::string> words_;
  std::size_t at_ = 0;
};

}  // namespace

Condition rule(const std::string& text, bool& parsed) {
  try {
    parsed = true;
    return Parser(words_of(text)).read();
  } catch (const Wrong&) {
    parsed = false;
    return Condition::words(text);
  }
}

}  // namespace crosswalk::formats::nus
