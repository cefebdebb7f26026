// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/transport.hpp"

#include <algorithm>

#include "lib/diagnostics/error.hpp"

namespace crosswalk::syntax {
namespace {

constexpr std::size_t shortest_base64 = 16;

bool looks_like_document(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF" || bytes.substr(0, 2) == "\x1F\x8B")
    return true;
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (bytes[first] == '<' || bytes[first] == '{' || bytes[first] == '[');
}

class ViewBytes : public ByteSource {
 public:
  explicit ViewBytes(std::string_view bytes) : bytes_(bytes) {}
  [[nodiscard]] std::size_t read(char* into, std::size_t size) override {
    const std::size_t count = bytes_.copy(into, size);
    bytes_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view bytes_;
};

bool base64_of_document(std::string_view first_bytes) {
  Diagnostics ignored;
  Base64Bytes decoded(std::make_unique<ViewBytes>(first_bytes), {}, ignored);
  std::array<char, 64> bytes{};
  try {
    const std::size_t count = decoded.read(bytes.data(), bytes.size());
    return looks_like_document({bytes.data(), count});
  } catch (const InputError&) {
    return false;
  }
}

// A signed token ("eyJ...", a dot, more): each part is base64, the whole is not.
bool is_token(std::string_view bytes) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const std::size_t other = bytes.find_first_not_of(alphabet);
  return bytes.starts_with("eyJ") && other != std::string_view::npos && bytes[other] == '.';
}

}  // namespace

Packing packing_of(std::string_view first_bytes) {
  if (first_bytes.substr(0, 2) == "\x1F\x8B") return Packing::gzip;
  if (looks_like_document(first_bytes) || first_bytes.size() < shortest_base64 || is_token(first_bytes))
    return Packing::none;
  return base64_of_document(first_bytes.substr(0, 64)) ? Packing::base64 : Packing::none;
}

Base64Bytes::Base64Bytes(std::unique_ptr<ByteSource> from, std::string_view file, Diagnostics& notes)
    : from_(std::move(from)), file_(file), notes_(notes) {}

Location Base64Bytes::here() const { return Location{file_, {}, {}, offset_, {}}; }

std::size_t Base64Bytes::read(char* into, std::size_t size) {
  while (taken_ == out_.size()) {
    out_.clear();
    taken_ = 0;
    std::array<char, 16384> block{};
    const std::size_t count = from_->read(block.data(), block.size());
    if (count == 0) {
      if (held_ == 6)
        note_once(noted_cut_, "transport.base64-cut",
                  "the base64 text ends inside a character, its end may be missing");
      return 0;
    }
    for (std::size_t i = 0; i < count; ++i, ++offset_) take(block.at(i));
  }
  const std::size_t count = std::min(size, out_.size() - taken_);
  out_.copy(into, count, taken_);
  taken_ += count;
  return count;
}

void Base64Bytes::take(char c) {
  if (c == '\r' || c == '\n' || c == '\t') {
    spaces_ = 0;
    line_start_ = true;
    return;
  }
  if (c == ' ') {
    if (!line_start_ && !padded_) ++spaces_;
    return;
  }
  line_start_ = false;
  if (c == '=') {
    padded_ = true;
    return;
  }
  if (padded_) throw InputError("transport.base64", here(), "base64 text goes on behind its padding");
  for (; spaces_ > 0; --spaces_) {
    note_once(noted_space_, "transport.base64-space", "a space stands where base64 has '+', read as '+'");
    digit(62);
  }
  if (c >= 'A' && c <= 'Z') return digit(static_cast<unsigned>(c - 'A'));
  if (c >= 'a' && c <= 'z') return digit(static_cast<unsigned>(c - 'a') + 26);
  if (c >= '0' && c <= '9') return digit(static_cast<unsigned>(c - '0') + 52);
  if (c == '-' || c == '_') note_once(noted_url_, "transport.base64-url", "base64 in its URL-safe alphabet");
  if (c == '+' || c == '-') return digit(62);
  if (c == '/' || c == '_') return digit(63);
  throw InputError("transport.base64", here(), "found '" + std::string(1, c) + "' in base64 text");
}

void Base64Bytes::digit(unsigned value) {
  bits_ = (bits_ << 6U) | value;
  held_ += 6;
  if (held_ < 8) return;
  held_ -= 8;
  out_ += static_cast<char>(static_cast<unsigned char>(bits_ >> held_));
  bits_ &= (1U << held_) - 1;
}

void Base64Bytes::note_once(bool& noted, const char* code, const char* text) {
  if (noted) return;
  noted = true;
  notes_.push_back({Severity::warning, code, here(), text});
}

}  // namespace crosswalk::syntax
