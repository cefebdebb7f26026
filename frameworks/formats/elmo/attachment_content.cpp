// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/elmo/attachment_content.hpp"

#include <array>

namespace crosswalk::formats {
namespace {

constexpr std::size_t longest_head = 200;
constexpr std::size_t block_bytes = 4096;
constexpr unsigned char no_digit = 64;

constexpr std::array<unsigned char, 256> base64_values() {
  std::array<unsigned char, 256> values{};
  values.fill(no_digit);
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  for (std::size_t i = 0; i < alphabet.size(); ++i)
    values[static_cast<unsigned char>(alphabet[i])] = static_cast<unsigned char>(i);
  return values;
}

constexpr auto values = base64_values();

void flush(trust::Sha256& digest, std::string& block) {
  digest.add(block);
  block.clear();
}

}  // namespace

void AttachmentContent::begin() { *this = AttachmentContent(); }

void AttachmentContent::add(std::string_view text) {
  for (const char c : text)
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') take(c);
}

void AttachmentContent::take(char c) {
  ++written_;
  written_block_ += c;
  if (written_block_.size() >= block_bytes) flush(as_written_, written_block_);
  if (in_head_) {
    head_ += c;
    if (c == ',' || head_.size() > longest_head) in_head_ = false;
    return;
  }
  if (c == '=') {
    padded_ = true;
    return;
  }
  const unsigned char value = values[static_cast<unsigned char>(c)];
  if (value == no_digit || padded_)
    damaged_ = true;
  else
    digit(value);
}

void AttachmentContent::digit(unsigned value) {
  held_ = (held_ << 6U) | value;
  bits_ += 6;
  if (bits_ < 8) return;
  bits_ -= 8;
  block_ += static_cast<char>((held_ >> bits_) & 255U);
  ++bytes_;
  if (block_.size() >= block_bytes) flush(decoded_, block_);
}

bool AttachmentContent::finish(Attachment& attachment) {
  flush(decoded_, block_);
  flush(as_written_, written_block_);
  const bool is_url = head_.starts_with("data:");
  if (is_url) attachment.media_type = head_.substr(5, head_.find_first_of(";,", 5) - 5);
  if (is_url && head_.ends_with(";base64,") && !damaged_) {
    attachment.bytes += bytes_;
    attachment.sha256 = decoded_.take_hex();
    return true;
  }
  attachment.bytes += written_;
  attachment.sha256 = as_written_.take_hex();
  return !is_url;
}

}  // namespace crosswalk::formats
