// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/institution_id.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "frameworks/formats/folded.hpp"

namespace crosswalk::formats {
namespace {

constexpr std::array<std::string_view, 4> preferred{"schac", "erasmus", "pic", "ror"};

// "TODO : Issuer ID unknown" is what a Danish producer writes where it knows none.
bool usable(const ForeignId& id) { return !id.value.empty() && id.value.find("TODO") == std::string::npos; }

std::string slug(std::string_view title) {
  std::string out;
  for (const char c : title) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte) != 0)
      out += static_cast<char>(byte < 0x80 ? std::tolower(byte) : byte);
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

}  // namespace

InstitutionId institution_id(const Institution& institution) {
  for (const std::string_view scheme : preferred)
    for (const ForeignId& id : institution.ids)
      if (folded(id.scheme) == scheme && usable(id)) return InstitutionId{id.value};
  const auto any = std::ranges::find_if(institution.ids, usable);
  if (any != institution.ids.end()) return InstitutionId{any->value};
  return InstitutionId{slug(institution.title.text())};
}

}  // namespace crosswalk::formats
