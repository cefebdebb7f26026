// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/utf8_stream.hpp"

#include <algorithm>

#include "lib/syntax/encoding.hpp"
#include "lib/syntax/utf8.hpp"

namespace crosswalk::syntax {

Utf8Stream::Utf8Stream(std::string_view encoding, std::string_view file, std::string_view code)
    : encoding_(encoding), file_(file), code_(code) {}

std::string_view Utf8Stream::next(std::string_view block, bool last) {
  if (fault_) return {};
  if (encoding_ == "utf-8") return next_utf8(block, last);
  rest_ += block;
  out_.clear();
  if (encoding_ == "utf-16le" || encoding_ == "utf-16be")
    convert_utf16(last);
  else
    convert_single_bytes();
  if (!fault_) count(out_);
  return out_;
}

std::string_view Utf8Stream::next_utf8(std::string_view block, bool last) {
  std::string_view text = block;
  if (!rest_.empty()) {
    out_ = rest_ + std::string(block);
    rest_.clear();
    text = out_;
  }
  const auto bad = first_not_utf8(text);
  if (!bad) {
    count(text);
    return text;
  }
  const std::string_view good = text.substr(0, *bad);
  if (!last && is_utf8_prefix(text.substr(*bad))) {
    rest_ = text.substr(*bad);
    count(good);
  } else {
    stop(good);
  }
  return good;
}

void Utf8Stream::convert_utf16(bool last) {
  const bool little = encoding_ == "utf-16le";
  std::size_t at = 0;
  const auto unit = [&](std::size_t i) {
    const auto first = static_cast<unsigned char>(rest_[i]), second = static_cast<unsigned char>(rest_[i + 1]);
    return static_cast<char32_t>(little ? first | (second << 8U) : second | (first << 8U));
  };
  while (rest_.size() - at >= 2) {
    char32_t value = unit(at);
    const bool high = value >= 0xD800 && value < 0xDC00;
    if (value >= 0xDC00 && value < 0xE000) return stop(out_);
    if (high && rest_.size() - at < 4) break;
    if (high) {
      const char32_t low = unit(at + 2);
      if (low < 0xDC00 || low > 0xDFFF) return stop(out_);
      value = 0x10000 + ((value - 0xD800) << 10U) + (low - 0xDC00);
    }
    append_utf8(out_, value);
    at += high ? 4 : 2;
  }
  rest_.erase(0, at);
  if (last && !rest_.empty()) stop(out_);
}

void Utf8Stream::convert_single_bytes() {
  for (const char c : rest_) {
    const auto value = single_byte(static_cast<unsigned char>(c), encoding_);
    if (!value) return stop(out_);
    append_utf8(out_, *value);
  }
  rest_.clear();
}

void Utf8Stream::stop(std::string_view good) {
  count(good);
  fault_.emplace(code_, Location{file_, line_, static_cast<std::uint32_t>(offset_ - line_start_ + 1), {}, {}},
                 "the bytes here are no " + encoding_ + " text");
}

void Utf8Stream::count(std::string_view good) {
  line_ += static_cast<std::uint32_t>(std::count(good.begin(), good.end(), '\n'));
  const std::size_t newline = good.rfind('\n');
  if (newline != std::string_view::npos) line_start_ = offset_ + newline + 1;
  offset_ += good.size();
}

}  // namespace crosswalk::syntax
