// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/byte_source.hpp"

#include <algorithm>
#include <cstring>
#include <istream>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::syntax {

StreamBytes::StreamBytes(std::istream& in, std::string_view file, const Limits& limits,
                         std::function<void(std::string_view)> seen)
    : in_(in), file_(file), limit_(limits.stream_bytes), seen_(std::move(seen)) {}

std::size_t StreamBytes::read(char* into, std::size_t size) {
  in_.read(into, static_cast<std::streamsize>(size));
  const auto count = static_cast<std::size_t>(in_.gcount());
  const Location here{file_, {}, {}, total_, {}};
  if (in_.bad()) throw InputError("file.read", here, "cannot be read on");
  total_ += count;
  if (total_ > limit_) refuse_over_limit("stream-bytes", limit_, here, "bytes of a file");
  if (seen_ && count > 0) seen_({into, count});
  return count;
}

std::string_view PeekedBytes::peek(std::size_t size) {
  while (ahead_.size() - taken_ < size) {
    const std::size_t had = ahead_.size();
    ahead_.resize(had + std::max<std::size_t>(size, 4096));
    const std::size_t count = from_->read(ahead_.data() + had, ahead_.size() - had);
    ahead_.resize(had + count);
    if (count == 0) break;
  }
  return std::string_view(ahead_).substr(taken_);
}

std::size_t PeekedBytes::read(char* into, std::size_t size) {
  if (taken_ == ahead_.size()) return from_->read(into, size);
  const std::size_t count = std::min(size, ahead_.size() - taken_);
  std::memcpy(into, ahead_.data() + taken_, count);
  taken_ += count;
  if (taken_ == ahead_.size()) {
    ahead_.clear();
    taken_ = 0;
  }
  return count;
}

}  // namespace crosswalk::syntax
