// SPDX-License-Identifier: Apache-2.0
#include <zlib.h>

#include <new>

#include "lib/diagnostics/error.hpp"
#include "lib/syntax/transport.hpp"

namespace crosswalk::syntax {
namespace {

constexpr int gzip_only = 16 + MAX_WBITS;
constexpr std::uint64_t ratio_free_bytes = std::uint64_t{8} << 20U;

}  // namespace

GzipBytes::GzipBytes(std::unique_ptr<ByteSource> from, std::string_view file, const Limits& limits, Diagnostics& notes)
    : from_(std::move(from)), file_(file), limits_(limits), notes_(notes), stream_(std::make_unique<z_stream_s>()) {
  if (inflateInit2(stream_.get(), gzip_only) != Z_OK) throw std::bad_alloc();
}

GzipBytes::~GzipBytes() { inflateEnd(stream_.get()); }

Location GzipBytes::here() const { return Location{file_, {}, {}, packed_ - stream_->avail_in, {}}; }

std::size_t GzipBytes::read(char* into, std::size_t size) {
  if (ended_) return 0;
  stream_->next_out = reinterpret_cast<Bytef*>(into);
  stream_->avail_out = static_cast<uInt>(size);
  while (stream_->avail_out == size) {
    if (stream_->avail_in == 0 && !refill()) throw InputError("transport.gzip", here(), "the gzip data is cut off");
    const int result = inflate(stream_.get(), Z_NO_FLUSH);
    if (result == Z_MEM_ERROR) throw std::bad_alloc();
    if (result == Z_STREAM_END) {
      if (!next_member()) break;
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      throw InputError(
          "transport.gzip", here(),
          "the gzip data is damaged" + (stream_->msg == nullptr ? std::string() : ": " + std::string(stream_->msg)));
    }
  }
  const std::size_t count = size - stream_->avail_out;
  unpacked_ += count;
  check_size();
  return count;
}

bool GzipBytes::refill() {
  const std::size_t count = from_->read(in_.data(), in_.size());
  stream_->next_in = reinterpret_cast<Bytef*>(in_.data());
  stream_->avail_in = static_cast<uInt>(count);
  packed_ += count;
  return count > 0;
}

// After a member's end: another one begins, or nothing more is read.
bool GzipBytes::next_member() {
  if (stream_->avail_in == 0 && !refill()) {
    ended_ = true;
    return false;
  }
  if (stream_->next_in[0] == 0x1F) return inflateReset(stream_.get()) == Z_OK;
  ended_ = true;
  notes_.push_back({Severity::warning, "transport.trailing", here(), "bytes behind the gzip data are not read"});
  return false;
}

void GzipBytes::check_size() const {
  if (unpacked_ > limits_.stream_bytes)
    refuse_over_limit("stream-bytes", limits_.stream_bytes, here(), "unpacked bytes");
  if (unpacked_ > ratio_free_bytes && unpacked_ / limits_.unpack_ratio > packed_)
    refuse_over_limit("unpack-ratio", limits_.unpack_ratio, here(), "unpacked to packed bytes");
}

}  // namespace crosswalk::syntax
