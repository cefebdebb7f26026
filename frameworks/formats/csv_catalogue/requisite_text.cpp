// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/csv_catalogue/requisite_text.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

constexpr int deepest = 32;

// Brackets, commas and operator signs stand alone; the rest are words.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> out;
  std::string word;
  const auto close = [&] {
    if (!word.empty()) out.push_back(std::move(word));
    word.clear();
  };
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      close();
    } else if (std::string_view("(),;|&+").find(c) != std::string_view::npos) {
      close();
      out.emplace_back(1, c);
    } else {
      word += c;
    }
  }
  close();
  return out;
}

enum class Join { none, both, either };

Join join_of(const std::string& word) {
  const std::string low = folded(word);
  if (low == "and" || low == "&" || low == "+" || low == ";") return Join::both;
  return low == "or" || low == "|" ? Join::either : Join::none;
}

class Parser {
 public:
  explicit Parser(std::vector<std::string> words) : words_(std::move(words)) {}

  std::optional<Condition> read() {
    auto all = expression(0);
    return all && at_ == words_.size() ? std::move(all) : std::nullopt;
  }

 private:
  [[nodiscard]] bool is(std::string_view word) const { return at_ < words_.size() && words_[at_] == word; }

  std::optional<Condition> expression(int depth) {
    auto first = operand(depth);
    if (!first) return std::nullopt;
    std::vector<Condition> parts{std::move(*first)};
    Join join = Join::none;
    while (at_ < words_.size() && join_of(words_[at_]) != Join::none) {
      const Join next = join_of(words_[at_++]);
      if (join != Join::none && next != join) return std::nullopt;
      join = next;
      auto part = operand(depth);
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    }
    if (parts.size() == 1) return std::move(parts.front());
    return join == Join::both ? Condition::all_of(std::move(parts)) : Condition::any_of(std::move(parts));
  }

  std::optional<Condition> operand(int depth) {
    if (depth > deepest || at_ >= words_.size()) return std::nullopt;
    if (is("(")) return bracketed(depth);
    if (at_ + 2 < words_.size() && folded(words_[at_ + 1]) == "of" && words_[at_ + 2] == "(") return choice();
    return course();
  }

  std::optional<Condition> bracketed(int depth) {
    ++at_;
    auto inner = expression(depth + 1);
    if (!inner || !is(")")) return std::nullopt;
    ++at_;
    return inner;
  }

  // "2 of (A, B, C)"
  std::optional<Condition> choice() {
    std::int32_t count = 0;
    const std::string& word = words_[at_];
    const auto [end, fault] = std::from_chars(word.data(), word.data() + word.size(), count);
    if (fault != std::errc() || end != word.data() + word.size() || count < 1) return std::nullopt;
    at_ += 3;
    std::vector<Condition> parts;
    do {
      if (!parts.empty()) ++at_;
      auto part = course();
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    } while (is(","));
    if (!is(")") || static_cast<std::size_t>(count) > parts.size()) return std::nullopt;
    ++at_;
    return Condition::at_least(count, std::move(parts));
  }

  // Words up to the next sign: one course code, which has a subject and a number.
  std::optional<Condition> course() {
    std::string text;
    while (at_ < words_.size() && join_of(words_[at_]) == Join::none && !is("(") && !is(")") && !is(","))
      text += (text.empty() ? "" : " ") + words_[at_++];
    const CourseCode code = CourseCode::parse(text);
    const auto blanks = std::ranges::count(text, ' ');
    if (code.subject.empty() || code.number.empty() || blanks > 2) return std::nullopt;
    return Condition::course(text);
  }

  std::vector<std::string> words_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Condition> requisite_condition(std::string_view text) { return Parser(words_of(text)).read(); }

}  // namespace crosswalk::formats
