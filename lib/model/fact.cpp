// SPDX-License-Identifier: Apache-2.0
#include "lib/model/fact.hpp"

namespace crosswalk {

std::string_view name(Evidence evidence) {
  switch (evidence) {
    case Evidence::checked:
      return "checked";
    case Evidence::secondary:
      return "secondary";
    case Evidence::unverified:
      return "unverified";
    case Evidence::shaky:
      return "shaky";
  }
  return "shaky";
}

std::string_view confidence(Evidence evidence) {
  switch (evidence) {
    case Evidence::checked:
      return "checked";
    case Evidence::secondary:
      return "secondary";
    case Evidence::unverified:
      return "knowledge-high";
    case Evidence::shaky:
      return "knowledge-low";
  }
  return "knowledge-low";
}

std::optional<Evidence> evidence(std::string_view word) {
  for (const Evidence each : {Evidence::checked, Evidence::secondary, Evidence::unverified, Evidence::shaky})
    if (word == confidence(each)) return each;
  return std::nullopt;
}

}  // namespace crosswalk
