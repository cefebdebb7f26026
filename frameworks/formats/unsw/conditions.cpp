// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/unsw/conditions.hpp"

#include <algorithm>

namespace crosswalk::formats::unsw {
namespace {

bool digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool capitals(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= 'A' && c <= 'Z'; });
}

class Parser {
 public:
  explicit Parser(const std::vector<std::string>& tokens) : tokens_(tokens) {}

  Condition read() {
    if (tokens_.empty() || (tokens_.size() == 2 && tokens_[0] == "(" && tokens_[1] == ")"))
      return Condition::always(true);
    Condition out = alternatives();
    std::string rest;
    while (at_ < tokens_.size()) rest += (rest.empty() ? "" : " ") + tokens_[at_++];
    return rest.empty() ? out : Condition::all_of({out, Condition::words(rest)});
  }

 private:
  bool is(std::string_view text) const { return at_ < tokens_.size() && tokens_[at_] == text; }
  bool ends() const { return at_ >= tokens_.size() || is("&&") || is("||") || is(")"); }

  // Terms joined by one operator; where both stand without parentheses the handbook does not say which binds tighter
  // (it means either), so both readings must agree: a choice nobody decided.
  Condition alternatives() {
    std::vector<Condition> terms{term()};
    std::vector<bool> ands;
    while (is("&&") || is("||")) {
      ands.push_back(tokens_[at_++] == "&&");
      terms.push_back(term());
    }
    if (terms.size() == 1) return terms.front();
    const bool all = std::ranges::all_of(ands, [](bool a) { return a; });
    if (all) return Condition::all_of(std::move(terms));
    if (std::ranges::none_of(ands, [](bool a) { return a; })) return Condition::any_of(std::move(terms));
    Condition out;
    out.kind = Condition::Kind::choice;
    out.parts = {Condition::words("whether 'and' or 'or' binds tighter in this condition"), grouped(terms, ands, true),
                 grouped(terms, ands, false)};
    return out;
  }

  static Condition grouped(const std::vector<Condition>& terms, const std::vector<bool>& ands, bool and_first) {
    std::vector<Condition> outer, inner{terms[0]};
    const auto close = [&] {
      if (inner.size() == 1)
        outer.push_back(inner.front());
      else
        outer.push_back(and_first ? Condition::all_of(inner) : Condition::any_of(inner));
      inner.clear();
    };
    for (std::size_t i = 0; i < ands.size(); ++i) {
      if (ands[i] != and_first) close();
      inner.push_back(terms[i + 1]);
    }
    close();
    return outer.size() == 1 ? outer.front() : and_first ? Condition::any_of(outer) : Condition::all_of(outer);
  }

  Condition term() {
    if (is("(")) {
      const std::size_t start = at_++;
      if (is(")")) {
        ++at_;
        return Condition::always(true);
      }
      Condition inner = alternatives();
      if (is(")")) ++at_;
      if (ends()) return inner;
      at_ = start;
      return words();
    }
    if (at_ >= tokens_.size()) return Condition::words("");
    const std::size_t start = at_;
    const std::string token = tokens_[at_++];
    Condition out;
    if (course_code(token)) {  // codes side by side: the operator got lost in the source, and both are asked
      std::vector<Condition> courses{Condition::course(token)};
      while (at_ < tokens_.size() && course_code(tokens_[at_])) courses.push_back(Condition::course(tokens_[at_++]));
      if (ends()) return courses.size() == 1 ? courses.front() : Condition::all_of(std::move(courses));
    }
    if (token.ends_with("UOC") && digits(token.substr(0, token.size() - 3)) &&
        units(token.substr(0, token.size() - 3), out))
      return out;
    if (token.ends_with("GRADE") && digits(token.substr(0, token.size() - 5)) &&
        graded(token.substr(0, token.size() - 5), out))
      return out;
    at_ = start;
    return words();
  }

  // 48UOC, 6UOC in COMP, 12UOC in L2, 6UOC in L3 COMP
  bool units(const std::string& amount, Condition& out) {
    Take take;
    take.min_credits = Rational::parse(amount);
    take.system = "UOC";
    if (is("in")) {
      ++at_;
      std::string level, subject;
      while (!ends()) {
        const std::string& word = tokens_[at_++];
        if (word.size() == 2 && word[0] == 'L' && digits(word.substr(1)))
          level = word.substr(1);
        else if (word.size() == 4 && capitals(word) && subject.empty())
          subject = word;
        else
          return false;
      }
      if (level.empty() && subject.empty()) return false;
      take.from = Selector::of_pattern((subject.empty() ? "????" : subject) + level + "*");
    }
    if (!ends()) return false;
    out = Condition::taking(std::move(take));
    return true;
  }

  bool graded(const std::string& mark, Condition& out) {
    if (!is("in")) return false;
    ++at_;
    if (at_ >= tokens_.size() || !course_code(tokens_[at_])) return false;
    Take take;
    take.from = Selector::of_course(tokens_[at_++]);
    take.grade.at_least = mark;
    if (!ends()) return false;
    out = Condition::taking(std::move(take));
    return true;
  }

  // Up to the operator or parenthesis that ends the term.
  Condition words() {
    std::string out;
    int depth = 0;
    while (at_ < tokens_.size()) {
      if (depth == 0 && ends()) break;
      if (is("(")) ++depth;
      if (is(")")) --depth;
      out += (out.empty() ? "" : " ") + tokens_[at_++];
    }
    return Condition::words(out);
  }

  const std::vector<std::string>& tokens_;
  std::size_t at_ = 0;
};

}  // namespace

bool course_code(const std::string& text) {
  return text.size() == 8 && capitals(std::string_view(text).substr(0, 4)) && digits(std::string_view(text).substr(4));
}

Condition condition(const std::vector<std::string>& tokens) { return Parser(tokens).read(); }

std::vector<std::string> tokens(const std::string& text) {
  std::vector<std::string> out;
  std::string word;
  const auto flush = [&] {
    if (!word.empty()) out.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n') {
      flush();
    } else if (c == '(' || c == ')') {
      flush();
      out.emplace_back(1, c);
    } else {
      word += c;
    }
  }
  flush();
  return out;
}

}  // namespace crosswalk::formats::unsw
