// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/line_source.hpp"

#include <cstring>
#include <istream>

namespace crosswalk::syntax {

LineSource::LineSource(std::istream& in, std::string_view file, const Limits& limits)
    : in_(in), file_(file), limits_(limits), buffer_(std::size_t{256} << 10U) {}

bool LineSource::fill() {
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (end_ > limits_.tree_bytes)
    refuse_over_limit("tree-bytes", limits_.tree_bytes,
                      Location{file_, static_cast<std::uint32_t>(number_ + 1), {}, {}, {}}, "bytes of a line");
  if (end_ == buffer_.size()) buffer_.resize(buffer_.size() * 2);
  in_.read(buffer_.data() + end_, static_cast<std::streamsize>(buffer_.size() - end_));
  const auto count = static_cast<std::size_t>(in_.gcount());
  end_ += count;
  read_ += count;
  if (read_ > limits_.stream_bytes)
    refuse_over_limit("stream-bytes", limits_.stream_bytes,
                      Location{file_, static_cast<std::uint32_t>(number_ + 1), {}, {}, {}}, "bytes of a file");
  return count > 0;
}

std::optional<std::string_view> LineSource::next() {
  std::size_t searched = 0;
  while (true) {
    const char* start = buffer_.data() + begin_;
    const void* found = std::memchr(start + searched, '\n', end_ - begin_ - searched);
    if (found != nullptr) {
      const auto length = static_cast<std::size_t>(static_cast<const char*>(found) - start);
      begin_ += length + 1;
      ++number_;
      return std::string_view(start, length);
    }
    searched = end_ - begin_;
    if (fill()) continue;
    if (searched == 0) return std::nullopt;
    begin_ = end_;
    ++number_;
    return std::string_view(buffer_.data() + end_ - searched, searched);
  }
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace crosswalk::syntax
