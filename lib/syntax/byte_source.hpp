// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/syntax/limits.hpp"

namespace crosswalk::syntax {

// Bytes one after another; each way of packing is a source that reads another one.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  // Up to `size` bytes, 0 only at the end.
  [[nodiscard]] virtual std::size_t read(char* into, std::size_t size) = 0;
};

// The bytes of a stream, counted against limits.stream_bytes; a failing device is file.read. `seen` is told every
// block.
class StreamBytes : public ByteSource {
 public:
  StreamBytes(std::istream& in, std::string_view file, const Limits& limits,
              std::function<void(std::string_view)> seen = {});
  [[nodiscard]] std::size_t read(char* into, std::size_t size) override;

 private:
  std::istream& in_;
  std::string file_;
  std::uint64_t limit_, total_ = 0;
  std::function<void(std::string_view)> seen_;
};

// A source whose beginning can be looked at before it is read.
class PeekedBytes : public ByteSource {
 public:
  explicit PeekedBytes(std::unique_ptr<ByteSource> from) : from_(std::move(from)) {}
  // At least `size` bytes of what comes next, or all there is.
  [[nodiscard]] std::string_view peek(std::size_t size);
  [[nodiscard]] std::size_t read(char* into, std::size_t size) override;

 private:
  std::unique_ptr<ByteSource> from_;
  std::string ahead_;
  std::size_t taken_ = 0;
};

}  // namespace crosswalk::syntax
