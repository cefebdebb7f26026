// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/articulation/code_list.hpp"

#include <algorithm>

namespace crosswalk::formats {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_number(std::string_view word) { return !word.empty() && is_digit(word.front()); }
bool joins(std::string_view word) { return word == "&" || word == "+" || word == ","; }

bool is_subject(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '&'; }) &&
         word != "&";
}

// Words, a comma standing alone, and each parenthesis as one word with its brackets.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  int depth = 0;
  const auto close = [&] {
    if (!word.empty()) out.push_back(word);
    word.clear();
  };
  for (const char c : text) {
    if (c == '(' && depth++ == 0) close();
    if (depth == 0 && (c == ' ' || c == ',')) {
      close();
      if (c == ',') out.emplace_back(",");
      continue;
    }
    word += c;
    if (c == ')' && depth > 0 && --depth == 0) close();
  }
  close();
  return out;
}

class Scanner {
 public:
  Scanner(std::vector<std::string> words, std::string_view subject) : words_(std::move(words)), subject_(subject) {}

  CodeList read() {
    if (!read_first()) {
      out_.title = rest(0);
      return std::move(out_);
    }
    while (read_next()) {
    }
    read_title();
    return std::move(out_);
  }

 private:
  bool read_first() {
    std::size_t at = 0;
    while (at < words_.size() && !is_number(words_[at]) && words_[at].front() != '(') ++at;
    if (at == words_.size() || !is_number(words_[at]) || at > 3) return false;
    if (at > 0) subject_ = rest(0, at);
    if (subject_.empty()) return false;
    add_numbers(words_[at]);
    at_ = at + 1;
    return true;
  }

  // "+103L", "& 10101", ", 20100", "& MATH 1325" directly behind.
  bool read_next() {
    if (at_ + 1 >= words_.size() || !joins(words_[at_])) return false;
    if (is_number(words_[at_ + 1])) {
      add_numbers(words_[at_ + 1]);
      at_ += 2;
      return true;
    }
    return read_full_code(at_ + 1);
  }

  bool read_full_code(std::size_t at) {
    if (at + 1 >= words_.size() || !is_subject(words_[at]) || !is_number(words_[at + 1])) return false;
    subject_ = words_[at];
    add_numbers(words_[at + 1]);
    at_ = at + 2;
    return true;
  }

  void add_numbers(const std::string& word) {
    std::string part;
    for (const char c : word + "+") {
      if (c != '+' && c != '/') {
        part += c;
        continue;
      }
      while (!part.empty() && (part.back() == '^' || part.back() == '*')) part.pop_back();
      if (is_number(part)) out_.codes.push_back({subject_, part});
      part.clear();
    }
  }

  void read_title() {
    while (at_ < words_.size()) {
      const std::string& word = words_[at_];
      if (word == "&" && read_full_code(at_ + 1)) continue;
      if (word.front() == '(')
        out_.aside.push_back(word.substr(1, word.size() - (word.back() == ')' ? 2 : 1)));
      else
        out_.title += (out_.title.empty() || word == "," ? "" : " ") + word;
      ++at_;
    }
  }

  std::string rest(std::size_t from, std::size_t until = std::string::npos) const {
    std::string out;
    for (std::size_t i = from; i < words_.size() && i < until; ++i) out += (out.empty() ? "" : " ") + words_[i];
    return out;
  }

  std::vector<std::string> words_;
  std::string subject_;
  std::size_t at_ = 0;
  CodeList out_;
};

}  // namespace

CodeList code_list(std::string_view text, std::string_view subject_before) {
  return Scanner(words_of(text), subject_before).read();
}

bool is_placeholder_number(std::string_view number) {
  for (const std::string_view mark : {"XX", "TT", "--", "XTRA", "XUND"})
    if (number.find(mark) != std::string_view::npos) return true;
  return false;
}

}  // namespace crosswalk::formats
