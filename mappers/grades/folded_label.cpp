// SPDX-License-Identifier: Apache-2.0
#include "mappers/grades/formulas.hpp"

namespace crosswalk::grades {

// U+00C0 to U+00FF, the bytes C3 80 to C3 BF, by their base letter; '?' keeps the letter.
std::string folded_label(std::string_view label) {
  static constexpr std::string_view bases = "aaaaaa?ceeeeiiii?nooooo?ouuuuy??aaaaaa?ceeeeiiii?nooooo?ouuuuy?y";
  std::string out;
  for (std::size_t i = 0; i < label.size(); ++i) {
    const auto byte = static_cast<unsigned char>(label[i]);
    if (byte == 0xC3 && i + 1 < label.size()) {
      const std::size_t at = static_cast<unsigned char>(label[i + 1]) - 0x80U;
      if (at < bases.size() && bases[at] != '?') {
        out += bases[at];
        ++i;
        continue;
      }
    }
    out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : label[i];
  }
  return out;
}

}  // namespace crosswalk::grades
