// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>

#include "lib/syntax/byte_source.hpp"

struct z_stream_s;

namespace crosswalk::syntax {

// How transcripts travel: as they are, gzipped, base64 (EMREX posts gzip in base64), or both.
enum class Packing { none, base64, gzip };

// What the first bytes show. Base64 is taken for granted only where decoding them gives gzip, XML or JSON.
[[nodiscard]] Packing packing_of(std::string_view first_bytes);

// Base64 in either alphabet, wrapped or not. Warnings: transport.base64-url (URL-safe alphabet), transport.base64-space
// (a
// '+' that a form turned into a space). Refused: transport.base64 (another byte, text behind the padding).
class Base64Bytes : public ByteSource {
 public:
  Base64Bytes(std::unique_ptr<ByteSource> from, std::string_view file, Diagnostics& notes);
  [[nodiscard]] std::size_t read(char* into, std::size_t size) override;

 private:
  void take(char c);
  void digit(unsigned value);
  void note_once(bool& noted, const char* code, const char* text);
  [[nodiscard]] Location here() const;

  std::unique_ptr<ByteSource> from_;
  std::string file_;
  Diagnostics& notes_;
  std::string out_;
  std::size_t taken_ = 0;
  std::uint64_t offset_ = 0;
  unsigned bits_ = 0, held_ = 0;
  unsigned spaces_ = 0;
  bool line_start_ = true, padded_ = false, noted_url_ = false, noted_space_ = false, noted_cut_ = false;
};

// gzip (RFC 1952) with its checksum, several members one after another. Warning: transport.trailing (bytes behind the
// last member). Refused: transport.gzip (damaged, cut), limit.unpack-ratio (above 8 MiB unpacked), limit.stream-bytes.
class GzipBytes : public ByteSource {
 public:
  GzipBytes(std::unique_ptr<ByteSource> from, std::string_view file, const Limits& limits, Diagnostics& notes);
  ~GzipBytes() override;
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;
  [[nodiscard]] std::size_t read(char* into, std::size_t size) override;

 private:
  bool refill();
  bool next_member();
  void check_size() const;
  [[nodiscard]] Location here() const;

  std::unique_ptr<ByteSource> from_;
  std::string file_;
  Limits limits_;
  Diagnostics& notes_;
  std::unique_ptr<z_stream_s> stream_;
  std::array<char, 16384> in_{};
  std::uint64_t packed_ = 0, unpacked_ = 0;
  bool ended_ = false;
};

}  // namespace crosswalk::syntax
