// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/scribe/block.hpp"

namespace crosswalk::formats::scribe {

using Measure = Limit::Measure;
using Bound = Limit::Bound;

void BlockReader::qualifiers(Requirement& into) {
  while (qualifier(into)) {
  }
}

void BlockReader::apply_grade(Requirement& into, const Rational& points) const {
  if (into.need && into.need->kind == Condition::Kind::take) into.need->take.grade.min_points = points;
  for (Requirement& part : into.parts) apply_grade(part, points);
}

bool BlockReader::remark(Requirement& into) {
  if (!peek().is("remark") && !peek().is("proxyadvice") && !peek().is("display")) return false;
  next();
  std::string text;
  while (peek().kind == Token::Kind::string) text += next().text;
  into.advice.push_back(text);
  accept_sign(';');
  return true;
}

// One qualifier of a rule or header; false where the next token is none.
bool BlockReader::qualifier(Requirement& into) {
  const std::string word = peek().kind == Token::Kind::word ? peek().folded : std::string();
  if (word.empty()) return false;
  if (word == "label") {
    label(into);
    return true;
  }
  if (word == "proxyadvice" || word == "display") {
    next();
    std::string text;
    while (peek().kind == Token::Kind::string) text += next().text;
    into.advice.push_back(text);
    return true;
  }
  if (word == "mingrade") {
    next();
    if (const auto points = number()) apply_grade(into, *points);
    return true;
  }
  if (word == "highpriority" || word == "highestpriority" || word == "lowpriority" || word == "lowestpriority") {
    into.priority = word == "highpriority" ? 1 : word == "highestpriority" ? 2 : word == "lowpriority" ? -1 : -2;
    next();
    return true;
  }
  if (word == "hide" || word == "hidefromadvice" || word == "hiderule" || word == "notgpa") {
    loss.add(next().text, "what is shown, not what is required");
    return true;
  }
  if (word == "optional") {
    into.optional = true;
    next();
    return true;
  }
  if (word == "tag" || word == "ruletag") {
    loss.add(next().text, "a machine tag");
    while (accept_sign('=')) next();
    return true;
  }
  return sharing_qualifier(into, word) || limit_qualifier(into, word);
}

// NonExclusive (ThisBlock), ShareWith (MAJOR), Exclusive (...).
bool BlockReader::sharing_qualifier(Requirement& into, const std::string& word) {
  const bool shares = word == "nonexclusive" || word == "share" || word == "sharewith";
  const bool apart = word == "exclusive" || word == "dontshare";
  if (!shares && !apart) return false;
  next();
  if (const auto amount = number()) {
    Limit limit;
    limit.bound = Bound::at_most;
    limit.measure = peek().folded.starts_with("class") ? Measure::shared_courses : Measure::shared_credits;
    limit.amount = *amount;
    next();
    into.limits.push_back(limit);
  }
  if (!accept_sign('(')) return true;
  std::string name;
  while (!peek().sign(')') && peek().kind != Token::Kind::end) {
    if (accept_sign(',')) {
      if (!name.empty()) (shares ? into.share_with : into.exclusive_of).push_back(name);
      name.clear();
      continue;
    }
    const Token& token = next();
    if (token.is("thisblock") || token.is("allblocks"))
      (shares ? into.share_with : into.exclusive_of).emplace_back("*");
    else
      name += token.text;
  }
  if (!name.empty()) (shares ? into.share_with : into.exclusive_of).push_back(name);
  accept_sign(')');
  return true;
}

// MaxCredits 3 in LIST, MinClass 2 in LIST, MinGPA 2.0, MinSpread 2, MaxPerDisc 1 Class (HIST), LastRes 15 of 30
// Credits ...
bool BlockReader::limit_qualifier(Requirement& into, const std::string& word) {
  Limit limit;
  limit.bound = word.starts_with("min") || word == "lastres" ? Bound::at_least : Bound::at_most;
  const bool listed = word == "maxcredit" || word == "maxcredits" || word == "maxclass" || word == "maxclasses" ||
                      word == "mincredit" || word == "mincredits" || word == "minclass" || word == "minclasses";
  const bool known = listed || word == "mingpa" || word == "minspread" || word == "maxspread" || word == "minarea" ||
                     word == "maxperdisc" || word == "minperdisc" || word == "maxtransfer" || word == "maxpassfail" ||
                     word == "minres" || word == "lastres" || word == "samedisc" || word == "maxterm" ||
                     word == "minterm" || word == "under";
  if (!known) return false;
  const std::string written = next().text;
  limit.text = written;
  const Rational amount = number().value_or(0);
  limit.amount = amount;
  limit.measure = word.find("class") != std::string::npos ? Measure::courses : Measure::credits;
  if (word == "lastres" && accept("of")) limit.last = number();
  if (peek().folded.starts_with("class") || peek().folded.starts_with("credit"))
    limit.measure = next().folded.starts_with("class") ? Measure::courses : Measure::credits;
  if (listed || word == "under") {
    accept("in");
    limit.of = courses().selector();
  } else if (word == "mingpa") {
    limit.measure = Measure::gpa;
    if (accept("in")) limit.of = courses().selector();
  } else if (word == "minspread" || word == "maxspread" || word == "samedisc") {
    limit.measure = Measure::distinct;
    limit.by = Attribute::subject;
    if (word == "samedisc") {
      limit.bound = Bound::at_most;
      limit.amount = 1;
      if (peek().sign('(')) loss.add("SameDisc", skip_parenthesis() + ": pairs of disciplines that count as one");
    }
  } else if (word == "minarea") {
    if (areas_.empty()) {
      into.min_areas = static_cast<std::int32_t>(amount.numerator());
      return true;
    }
    area_limits(into, static_cast<std::int32_t>(amount.numerator()));
    return true;
  } else if (word == "maxperdisc" || word == "minperdisc") {
    limit.by = Attribute::subject;
    if (accept_sign('(')) {
      std::vector<std::string> disciplines;
      while (!peek().sign(')') && peek().kind != Token::Kind::end)
        if (!accept_sign(',')) disciplines.push_back(next().text);
      accept_sign(')');
      if (disciplines != std::vector<std::string>{"@"})
        limit.of = Selector::where(Attribute::subject, Comparison::is, disciplines);
    }
    limit.each = true;
  } else if (word == "maxtransfer") {
    limit.of = Selector::where(Attribute::origin, Comparison::is, {"transfer"});
    if (peek().sign('(')) loss.add("MaxTransfer", skip_parenthesis());
  } else if (word == "minres" || word == "lastres") {
    limit.of = Selector::where(Attribute::origin, Comparison::is, {"resident"});
  } else if (word == "maxpassfail" || word == "maxterm" || word == "minterm") {
    into.unchecked.push_back(written + " " + to_string(amount) +
                             (limit.measure == Measure::courses ? " classes" : " credits"));
    if (peek().sign('(')) loss.add(written, skip_parenthesis());
    return true;
  }
  if (into.need && into.need->kind == Condition::Kind::take && into.parts.empty() && word != "mingpa")
    into.need->take.limits.push_back(limit);
  else
    into.limits.push_back(limit);
  return true;
}

// From at least n of the bracketed areas: each area becomes a part that may be used; the rule's own need then speaks of
// what they use together.
void BlockReader::area_limits(Requirement& into, std::int32_t least) {
  const Take whole = into.need->take;
  for (std::size_t i = 0; i < areas_.size(); ++i) {
    Requirement part;
    part.id.text = into.id.text + ".area" + std::to_string(i + 1);
    part.title = "area " + std::to_string(i + 1);
    Take take;
    take.from = areas_[i].size() == 1 ? areas_[i].front() : Selector::any_of(areas_[i]);
    take.grade = whole.grade;
    take.min_courses = 0;
    part.need = Condition::taking(std::move(take));
    into.parts.push_back(std::move(part));
  }
  into.at_least = 0;
  into.min_areas = least;
}

}  // namespace crosswalk::formats::scribe
