// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/scribe/block.hpp"

#include "lib/diagnostics/error.hpp"

namespace crosswalk::formats::scribe {

BlockReader::BlockReader(std::string_view text, std::string_view file)
    : tokens_(tokens(text)), file_(file), text_(text) {}

const Token& BlockReader::peek(std::size_t ahead) const { return tokens_[std::min(at_ + ahead, tokens_.size() - 1)]; }

const Token& BlockReader::next() {
  const Token& token = peek();
  if (at_ + 1 < tokens_.size()) ++at_;
  return token;
}

bool BlockReader::accept(std::string_view keyword) {
  if (!peek().is(keyword)) return false;
  next();
  return true;
}

bool BlockReader::accept_sign(char sign) {
  if (!peek().sign(sign)) return false;
  next();
  return true;
}

std::optional<Rational> BlockReader::number() {
  if (!peek().number()) return {};
  return Rational::parse(next().text);
}

Location BlockReader::here() const { return {file_, peek().line, peek().column, {}, {}}; }

void BlockReader::unmodelled(const std::string& what, const std::string& why) {
  diagnostics.push_back({Severity::warning, "scribe.not-modelled", here(), "'" + what + "' " + why});
  loss.add(what, why);
}

// From "(" to its ")", as text.
std::string BlockReader::skip_parenthesis() {
  std::string out;
  int depth = 0;
  do {
    const Token& token = next();
    if (token.sign('(')) ++depth;
    if (token.sign(')')) --depth;
    out += (out.empty() || token.sign(')') || out.back() == '(' ? "" : " ") + token.text;
  } while (depth > 0 && peek().kind != Token::Kind::end);
  return out;
}

namespace {

// The comment lines before BEGIN name the block: ##RA000901, ##Queens College, ...
std::vector<std::string> preamble(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find('\n', i), text.size());
    std::string line = text.substr(i, end - i);
    while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.pop_back();
    if (line.starts_with("BEGIN") || line.starts_with("Begin")) break;
    const auto first = line.find_first_not_of("# ");
    if (line.starts_with('#') && first != std::string::npos) out.push_back(line.substr(first));
    i = end + 1;
  }
  return out;
}

}  // namespace

Programme BlockReader::read() {
  while (!peek().is("begin") && peek().kind != Token::Kind::end) next();
  if (!accept("begin"))
    throw InputError("scribe.no-block", {file_, {}, {}, {}, {}}, "a Scribe block stands between BEGIN and END");
  Programme out;
  const std::vector<std::string> names = preamble(text_);
  if (!names.empty()) out.id.text = names[0];
  for (std::size_t i = 2; i < names.size(); ++i)
    if (names[i].find('=') == std::string::npos && names[i].find_first_not_of("0123456789-() ") != std::string::npos &&
        (out.title.empty() || names[i].find(' ') != std::string::npos) && names[i].find("ended") == std::string::npos)
      out.title = names[i];
  if (names.size() > 1) out.institution.text = names[1];
  if (out.title.empty()) out.title = out.id.text;
  out.system = "semester hours";
  out.source.document =
      "Degree Works block " + out.id.text + (out.institution.empty() ? "" : ", " + out.institution.text);
  out.root.id.text = "0";
  out.root.title = out.title;
  header(out);
  rules(out.root, "");
  if (!accept("end")) unmodelled("END", "is missing: the block is cut short");
  return out;
}

// "56 Credits", "120 Credits Pseudo", "40 Classes": what the block asks in all.
void BlockReader::header_credits(Programme& programme) {
  Limit limit;
  limit.bound = Limit::Bound::at_least;
  limit.scope = Limit::Scope::programme;
  limit.amount = *number();
  if (accept_sign(':')) static_cast<void>(number());
  const bool classes = peek().folded.starts_with("class");
  next();
  limit.measure = classes ? Limit::Measure::courses : Limit::Measure::credits;
  limit.text = "of the block in all";
  if (accept("pseudo")) {
    programme.root.advice.push_back("about " + to_string(limit.amount) + (classes ? " classes" : " credits") +
                                    " in all");
    return;
  }
  programme.limits.push_back(limit);
}

void BlockReader::header(Programme& programme) {
  Requirement collected;  // qualifiers of the header speak of the whole block
  while (!peek().sign(';') && !peek().is("end") && peek().kind != Token::Kind::end) {
    const Token token = peek();
    if (token.number()) {
      header_credits(programme);
    } else if (token.is("mingrade")) {
      next();
      header_grade_ = number();
    } else if (!qualifier(collected)) {
      const std::string word = next().text;
      unmodelled(word, "in the header is not modelled; a person has to check it");
      programme.root.unchecked.push_back("header: " + word);
    }
  }
  accept_sign(';');
  for (Limit& limit : collected.limits) {
    limit.scope = Limit::Scope::programme;
    programme.limits.push_back(limit);
  }
  programme.root.share_with = collected.share_with;
  programme.root.exclusive_of = collected.exclusive_of;
  for (const std::string& text : collected.advice) programme.root.advice.push_back(text);
  for (const std::string& text : collected.unchecked) programme.root.unchecked.push_back(text);
}

}  // namespace crosswalk::formats::scribe
