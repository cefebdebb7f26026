// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "lib/model/learner_record.hpp"
#include "lib/trust/digest.hpp"

namespace crosswalk::formats {

// The content of an ELMO attachment as it streams by: a data: URL with base64 is counted and digested as the bytes it
// stands for; any other text, and base64 that is damaged, as the characters written without blanks. Constant memory.
class AttachmentContent {
 public:
  void begin();
  void add(std::string_view text);
  // Adds size, digest and media type to an attachment; whether the base64 could be decoded.
  [[nodiscard]] bool finish(Attachment& attachment);
  [[nodiscard]] std::uint64_t written() const { return written_; }

 private:
  void take(char c);
  void digit(unsigned value);

  trust::Sha256 decoded_, as_written_;
  std::string head_;                   // "data:application/pdf;base64,"
  std::string block_, written_block_;  // not yet digested
  std::uint64_t written_ = 0, bytes_ = 0;
  unsigned held_ = 0, bits_ = 0;
  bool in_head_ = true, damaged_ = false, padded_ = false;
};

}  // namespace crosswalk::formats
