// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lib/model/condition.hpp"
#include "lib/model/selector.hpp"
#include "lib/quantity/date.hpp"

namespace crosswalk::store {

// Names of enumerators that the model itself never prints.
[[nodiscard]] constexpr std::string_view name(Take::Join join) { return join == Take::Join::both ? "both" : "either"; }
[[nodiscard]] constexpr std::string_view name(Season season) {
  switch (season) {
    case Season::unknown:
      return "unknown";
    case Season::winter:
      return "winter";
    case Season::spring:
      return "spring";
    case Season::summer:
      return "summer";
    case Season::fall:
      return "fall";
  }
  return {};
}
[[nodiscard]] constexpr std::string_view name(Selector::Kind kind) {
  switch (kind) {
    case Selector::Kind::everything:
      return "everything";
    case Selector::Kind::course:
      return "course";
    case Selector::Kind::pattern:
      return "pattern";
    case Selector::Kind::range:
      return "range";
    case Selector::Kind::where:
      return "where";
    case Selector::Kind::any:
      return "any";
    case Selector::Kind::all:
      return "all";
    case Selector::Kind::except:
      return "except";
    case Selector::Kind::set:
      return "set";
  }
  return {};
}

}  // namespace crosswalk::store
