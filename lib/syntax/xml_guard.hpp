// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/limits.hpp"
#include "lib/syntax/text_cursor.hpp"

namespace crosswalk::syntax {

// Walks an XML text just ahead of the parser: finds where start tags begin, and stops at what the parser must not see:
// a DOCTYPE, a tag with too many bytes or attributes (libxml2 compares them pairwise), an over-long comment or text. It
// judges nothing else; on text that is not well formed it may be wrong about tags, and the parser says why.
class XmlGuard {
 public:
  XmlGuard(std::string_view file, const Limits& limits) : file_(file), limits_(limits) {}

  // How many bytes of the piece may be parsed: all, or those before the fault.
  [[nodiscard]] std::size_t accept(std::string_view piece);
  [[nodiscard]] const std::optional<InputError>& fault() const { return fault_; }

  // Place of the next start tag, in the order of the text; nothing where the guard saw no further one.
  [[nodiscard]] TextPlace next_start();

 private:
  enum class State { text, open, bang, comment_open, comment, cdata, instruction, start_tag, end_tag };

  [[nodiscard]] std::size_t step(std::string_view rest);
  [[nodiscard]] std::size_t in_text(std::string_view rest);
  [[nodiscard]] std::size_t in_start_tag(std::string_view rest);
  [[nodiscard]] std::size_t in_end_tag(std::string_view rest);
  [[nodiscard]] std::size_t until_close(std::string_view rest, char before, std::uint32_t times);
  void after_open(char c);
  void after_bang(char c);
  void enter(State state, std::size_t passed);
  void pass(std::string_view text);
  void check_size(std::size_t passed);
  void check(std::uint64_t value, std::uint64_t limit, std::string_view name, std::string_view what) {
    if (value > limit) over(limit, name, what);
  }
  void over(std::uint64_t limit, std::string_view name, std::string_view what);
  [[nodiscard]] TextPlace here() const;
  void stop(InputError fault) { fault_ = std::move(fault); }

  std::string file_;
  Limits limits_;
  State state_ = State::text;
  char quote_ = 0;         // inside this kind of quotes in a start tag
  std::uint32_t run_ = 0;  // bytes in a row that may announce the end of a comment, CDATA section or instruction
  std::uint32_t attributes_ = 0;
  std::uint64_t begin_ = 0;  // offset where the present text or piece of markup began
  std::uint64_t offset_ = 0, line_start_ = 0;
  std::uint32_t line_ = 1;
  TextPlace opened_;  // where the last '<' stands
  std::vector<TextPlace> starts_;
  std::size_t next_ = 0;
  std::optional<InputError> fault_;
};

}  // namespace crosswalk::syntax
