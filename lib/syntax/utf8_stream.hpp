// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::syntax {

// Turns the blocks of a file in a known encoding (a name of known_encoding, UTF-16 with its byte order) into blocks of
// UTF-8 in constant memory. A byte that is no text in that encoding ends the good part; `fault` then says where.
class Utf8Stream {
 public:
  Utf8Stream(std::string_view encoding, std::string_view file, std::string_view code);

  // The text of one more block (a view that dies with the next call); `last` with the file's end. Empty after a fault.
  [[nodiscard]] std::string_view next(std::string_view block, bool last);
  [[nodiscard]] const std::optional<InputError>& fault() const { return fault_; }

 private:
  std::string_view next_utf8(std::string_view block, bool last);
  void convert_utf16(bool last);
  void convert_single_bytes();
  void stop(std::string_view good);
  void count(std::string_view good);

  std::string encoding_, file_, code_;
  std::string rest_;  // bytes of a character that the last block cut
  std::string out_;
  std::optional<InputError> fault_;
  std::uint64_t offset_ = 0, line_start_ = 0;  // in the UTF-8 text
  std::uint32_t line_ = 1;
};

}  // namespace crosswalk::syntax
