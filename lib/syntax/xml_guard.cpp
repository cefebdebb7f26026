// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/xml_guard.hpp"

#include <algorithm>

namespace crosswalk::syntax {

std::size_t XmlGuard::accept(std::string_view piece) {
  starts_.erase(starts_.begin(), starts_.begin() + static_cast<std::ptrdiff_t>(next_));
  next_ = 0;
  std::size_t at = 0;
  while (at < piece.size()) {
    const std::size_t passed = step(piece.substr(at));
    check_size(passed);
    if (fault_) return at;
    pass(piece.substr(at, passed));
    at += passed;
  }
  return at;
}

TextPlace XmlGuard::next_start() { return next_ < starts_.size() ? starts_[next_++] : here(); }

TextPlace XmlGuard::here() const { return {line_, static_cast<std::uint32_t>(offset_ - line_start_ + 1)}; }

// Looks at one run or byte and returns its length; the caller passes it.
std::size_t XmlGuard::step(std::string_view rest) {
  switch (state_) {
    case State::text:
      return in_text(rest);
    case State::open:
      after_open(rest[0]);
      return 1;
    case State::bang:
      after_bang(rest[0]);
      return 1;
    case State::comment_open:
      state_ = State::comment;
      return 1;
    case State::comment:
      return until_close(rest, '-', 2);
    case State::cdata:
      return until_close(rest, ']', 2);
    case State::instruction:
      return until_close(rest, '?', 1);
    case State::start_tag:
      return in_start_tag(rest);
    case State::end_tag:
      return in_end_tag(rest);
  }
  return rest.size();
}

std::size_t XmlGuard::in_text(std::string_view rest) {
  const std::size_t open = rest.find('<');
  if (open == std::string_view::npos) return rest.size();
  if (open > 0) return open;
  opened_ = here();
  enter(State::open, 0);
  return 1;
}

void XmlGuard::after_open(char c) {
  state_ = c == '!' ? State::bang : c == '?' ? State::instruction : c == '/' ? State::end_tag : State::start_tag;
  run_ = 0;
  quote_ = 0;
  attributes_ = 0;
  if (state_ == State::start_tag) starts_.push_back(opened_);
}

void XmlGuard::after_bang(char c) {
  state_ = c == '-' ? State::comment_open : c == '[' ? State::cdata : State::end_tag;
  if (c == 'D' || c == 'd')
    stop(InputError("xml.doctype", Location{file_, opened_.line, opened_.column, {}, {}},
                    "a DOCTYPE is not read, remove it"));
}

std::size_t XmlGuard::in_start_tag(std::string_view rest) {
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const char c = rest[at];
    if (quote_ != 0) {
      if (c == quote_) quote_ = 0;
    } else if (c == '"' || c == '\'') {
      quote_ = c;
    } else if (c == '=') {
      ++attributes_;
    } else if (c == '>') {
      enter(State::text, at + 1);
      return at + 1;
    }
  }
  return rest.size();
}

std::size_t XmlGuard::in_end_tag(std::string_view rest) {
  const std::size_t close = rest.find('>');
  if (close == std::string_view::npos) return rest.size();
  enter(State::text, close + 1);
  return close + 1;
}

// Up to a '>' that follows `times` bytes `before` in a row.
std::size_t XmlGuard::until_close(std::string_view rest, char before, std::uint32_t times) {
  for (std::size_t at = 0; at < rest.size(); ++at) {
    if (rest[at] == '>' && run_ >= times) {
      enter(State::text, at + 1);
      return at + 1;
    }
    run_ = rest[at] == before ? run_ + 1 : 0;
  }
  return rest.size();
}

// `passed` bytes from here the state begins; what ends there is measured.
void XmlGuard::enter(State state, std::size_t passed) {
  check_size(passed);
  state_ = state;
  begin_ = offset_ + passed;
}

void XmlGuard::pass(std::string_view text) {
  if (text.size() == 1 && text[0] != '\n') {  // most steps are one byte of markup
    ++offset_;
    return;
  }
  const std::size_t newline = text.rfind('\n');
  if (newline != std::string_view::npos) {
    line_ += static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    line_start_ = offset_ + newline + 1;
  }
  offset_ += text.size();
}

void XmlGuard::over(std::uint64_t limit, std::string_view name, std::string_view what) {
  if (fault_) return;
  const TextPlace place = state_ == State::text ? here() : opened_;
  stop(over_limit(name, limit, Location{file_, place.line, place.column, {}, {}}, what));
}

void XmlGuard::check_size(std::size_t passed) {
  const std::uint64_t size = offset_ + passed - begin_;
  switch (state_) {
    case State::open:
    case State::bang:
    case State::comment_open:
      return;
    case State::start_tag:
      check(attributes_, limits_.attributes, "attributes", "attributes of one tag");
      return check(size, limits_.tag_bytes, "tag-bytes", "bytes of one tag");
    case State::end_tag:
      return check(size, limits_.tag_bytes, "tag-bytes", "bytes of one tag");
    case State::comment:
    case State::instruction:
      return check(size, limits_.field_bytes, "field-bytes", "bytes of a comment or instruction");
    case State::cdata:
    case State::text:
      return check(size, limits_.attachment_bytes, "attachment-bytes", "bytes of a text");
  }
}

}  // namespace crosswalk::syntax
