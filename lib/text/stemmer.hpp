// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

struct sb_stemmer;

namespace crosswalk::text {

// Snowball stems of one language. Not thread-safe: one object a thread.
class Stemmer {
 public:
  // BCP 47 tag or ISO 639 code; a language without a Snowball stemmer leaves words as they are.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&& other) noexcept;
  Stemmer& operator=(Stemmer&& other) noexcept;

  [[nodiscard]] bool active() const { return stemmer_ != nullptr; }
  [[nodiscard]] std::string stem(std::string_view normalised_word) const;

 private:
  sb_stemmer* stemmer_;
};

}  // namespace crosswalk::text
