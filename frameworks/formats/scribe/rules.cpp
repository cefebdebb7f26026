// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/scribe/block.hpp"

namespace crosswalk::formats::scribe {
namespace {

std::string child(const std::string& id, std::size_t index) {
  return id.empty() ? std::to_string(index) : id + "." + std::to_string(index);
}

bool credits_word(const Token& token) { return token.folded.starts_with("credit"); }
bool classes_word(const Token& token) { return token.folded.starts_with("class"); }

}  // namespace

// Rules up to END, ENDSUB: each closed by a semicolon, which IF ... THEN ... ELSE may leave out inside.
void BlockReader::rules(Requirement& into, const std::string& id) {
  while (!peek().is("end") && !peek().is("endsub") && !peek().is("endelse") && peek().kind != Token::Kind::end) {
    if (accept_sign(';') || remark(into)) continue;
    into.parts.push_back(rule(child(id, into.parts.size() + 1)));
    accept_sign(';');
  }
}

Requirement BlockReader::rule(const std::string& id) {
  if (peek().is("if")) return conditional(id);
  if (peek().is("beginsub")) return subset(id);
  if (peek().number()) {
    std::size_t unit = 1;
    if (peek(1).sign(':')) unit = 3;
    if (peek(unit).folded.starts_with("group")) return groups(id);
    if (credits_word(peek(unit)) || classes_word(peek(unit))) return counted(id);
  }
  return words_until_end(id, "is a kind of rule that is not modelled");
}

// IF (c) THEN rule ELSE rule: two requirements of which exactly one applies. Never a choice of one.
Requirement BlockReader::conditional(const std::string& id) {
  next();
  const Condition test = condition();
  accept("then");
  Requirement out;
  out.id.text = id;
  const auto branch = [&](const std::string& name) {
    if (!accept("beginelse") && !accept("beginif")) {
      Requirement only = rule(name);
      while (remark(only)) {
      }
      return only;
    }
    Requirement all;
    all.id.text = name;
    rules(all, name);
    accept("endelse");
    accept("endif");
    return all;
  };
  Requirement then = branch(id + ".then");
  then.when = test;
  out.title = then.title;
  out.parts.push_back(std::move(then));
  const bool semicolon = peek().sign(';') && peek(1).is("else");
  if (semicolon) next();
  if (!accept("else")) return out;
  Requirement otherwise = branch(id + ".else");
  Condition negated;
  negated.kind = Condition::Kind::negation;
  negated.parts = {test};
  otherwise.when = negated;
  out.title = otherwise.title.empty() ? out.title : otherwise.title;
  out.parts.push_back(std::move(otherwise));
  return out;
}

Requirement BlockReader::subset(const std::string& id) {
  next();
  Requirement out;
  out.id.text = id;
  rules(out, id);
  accept("endsub");
  qualifiers(out);
  return out;
}

// n Groups in (rule) OR (rule): so many of them.
Requirement BlockReader::groups(const std::string& id) {
  Requirement out;
  out.id.text = id;
  const auto low = number();
  out.at_least = static_cast<std::int32_t>(low->numerator());
  if (accept_sign(':'))
    if (const auto high = number()) out.at_most = static_cast<std::int32_t>(high->numerator());
  next();
  hints();
  accept("in");
  while (accept_sign('(')) {
    out.parts.push_back(rule(child(id, out.parts.size() + 1)));
    accept_sign(';');
    if (!accept_sign(')')) unmodelled("(", "of a group is not closed");
    if (!accept("or") && !accept_sign(',')) break;
  }
  qualifiers(out);
  return out;
}

// n Classes in LIST, 20:21 Credits in LIST, 3 Classes or 9 Credits in LIST.
Requirement BlockReader::counted(const std::string& id) {
  Requirement out;
  out.id.text = id;
  Take take;
  bool again = true;
  while (again) {
    const auto low = number();
    std::optional<Rational> high;
    if (accept_sign(':')) high = number();
    if (classes_word(next())) {
      take.min_courses = static_cast<std::int32_t>(low->numerator());
      if (high) take.max_courses = static_cast<std::int32_t>(high->numerator());
    } else {
      take.min_credits = low;
      take.max_credits = high;
    }
    again = (peek().is("and") || peek().is("or")) && peek(1).number();
    if (again) take.join = next().is("or") ? Take::Join::either : Take::Join::both;
  }
  if (accept("pseudo")) loss.add("Pseudo", "credits that are not enforced exactly");
  hints();
  accept("in");
  const Courses list = courses();
  take.from = list.selector();
  take.including = list.all;
  take.including.insert(take.including.end(), list.including.begin(), list.including.end());
  if (list.empty()) unmodelled("in", "is followed by no course");
  out.need = Condition::taking(std::move(take));
  if (header_grade_) apply_grade(out, *header_grade_);
  areas_ = list.areas;
  qualifiers(out);
  areas_.clear();
  return out;
}

Requirement BlockReader::words_until_end(const std::string& id, const std::string& why) {
  Requirement out;
  out.id.text = id;
  const std::string first = peek().text;
  unmodelled(first, why + "; it is kept in its words, to be decided by a person");
  std::string words;
  int depth = 0;
  while (peek().kind != Token::Kind::end && !peek().is("end") && !peek().is("endsub") && !peek().is("else")) {
    if (depth == 0 && (peek().sign(';') || peek().sign(')'))) break;
    if (peek().sign('(')) ++depth;
    if (peek().sign(')')) --depth;
    if (peek().is("label")) {
      label(out);
      continue;
    }
    words += (words.empty() ? "" : " ") + next().text;
  }
  if (words.empty()) words = next().text;
  out.need = Condition::words(words);
  return out;
}

// (Decide=BestGrade) and the like: hints for choosing among equals.
void BlockReader::hints() {
  while (peek().sign('(') && peek(1).kind == Token::Kind::word && peek(2).sign('='))
    loss.add("hint", skip_parenthesis() + ": how Degree Works chooses among equals");
}

void BlockReader::label(Requirement& into) {
  next();
  while (peek().kind == Token::Kind::word && peek().number()) next();
  if (peek().kind == Token::Kind::word && peek(1).kind == Token::Kind::string) next();
  if (peek().kind == Token::Kind::string) into.title = next().text;
  while (!into.title.empty() && into.title.back() == ' ') into.title.pop_back();
}

}  // namespace crosswalk::formats::scribe
