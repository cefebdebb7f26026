// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "frameworks/formats/scribe/tokens.hpp"
#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/requirement.hpp"

namespace crosswalk::formats::scribe {

// A recursive-descent reader of one block. What it does not know becomes a requirement in plain words (unknown until a
// person decides) with a loss entry: never a rule left out or made weaker.
class BlockReader {
 public:
  BlockReader(std::string_view text, std::string_view file);
  [[nodiscard]] Programme read();

  Diagnostics diagnostics;
  LossReport loss;

 private:
  struct Courses {
    std::vector<Selector> any;  // joined by , or OR
    std::vector<Selector> all;  // joined by +
    std::vector<Selector> except, including;
    std::vector<std::vector<Selector>> areas;
    [[nodiscard]] bool empty() const { return any.empty() && all.empty() && areas.empty(); }
    [[nodiscard]] Selector selector() const;
  };

  // courses.cpp
  [[nodiscard]] Courses courses();
  bool course(std::string& discipline, Courses& into, bool plus, int area);
  [[nodiscard]] Selector named(const std::string& discipline, const std::string& number);
  [[nodiscard]] Selector with(Selector course);
  [[nodiscard]] Selector attribute_test();
  [[nodiscard]] bool at_course_list_end() const;

  // rules.cpp
  [[nodiscard]] Requirement rule(const std::string& id);
  void rules(Requirement& into, const std::string& id);
  [[nodiscard]] Requirement conditional(const std::string& id);
  [[nodiscard]] Requirement subset(const std::string& id);
  [[nodiscard]] Requirement groups(const std::string& id);
  [[nodiscard]] Requirement counted(const std::string& id);
  [[nodiscard]] Requirement words_until_end(const std::string& id, const std::string& why);
  void qualifiers(Requirement& into);
  bool qualifier(Requirement& into);
  bool limit_qualifier(Requirement& into, const std::string& word);
  bool sharing_qualifier(Requirement& into, const std::string& word);
  bool remark(Requirement& into);
  void area_limits(Requirement& into, std::int32_t least);
  void apply_grade(Requirement& into, const Rational& points) const;
  void hints();
  void label(Requirement& into);

  // condition.cpp
  [[nodiscard]] Condition condition();
  [[nodiscard]] Condition conjunction();
  [[nodiscard]] Condition comparison();

  // block.cpp
  void header(Programme& programme);
  void header_credits(Programme& programme);
  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  const Token& next();
  bool accept(std::string_view keyword);
  bool accept_sign(char sign);
  [[nodiscard]] std::optional<Rational> number();
  [[nodiscard]] Location here() const;
  void unmodelled(const std::string& what, const std::string& why);
  [[nodiscard]] std::string skip_parenthesis();

  std::vector<std::vector<Selector>> areas_;  // bracketed areas of the rule being read
  std::optional<Rational> header_grade_;      // MinGrade of the block, for every rule
  std::vector<Token> tokens_;
  std::size_t at_ = 0;
  std::string file_, text_;
};

}  // namespace crosswalk::formats::scribe
