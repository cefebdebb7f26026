// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/syntax/limits.hpp"

namespace crosswalk::syntax {

// The lines of a stream, one block read at a time; a line is a view that dies with the next call. A line over
// limits.tree_bytes, or a stream over limits.stream_bytes, is refused. A CR before the LF belongs to the line.
class LineSource {
 public:
  LineSource(std::istream& in, std::string_view file, const Limits& limits);

  [[nodiscard]] std::optional<std::string_view> next();
  [[nodiscard]] std::uint64_t number() const { return number_; }  // of the line returned last, from 1

 private:
  bool fill();

  std::istream& in_;
  std::string file_;
  Limits limits_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0, end_ = 0;  // the unread part of buffer_
  std::uint64_t number_ = 0, read_ = 0;
};

// Only blanks, tabs and line ends.
[[nodiscard]] bool is_blank(std::string_view line);

}  // namespace crosswalk::syntax
