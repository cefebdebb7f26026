// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "lib/quantity/date.hpp"

namespace crosswalk {

// Where a fact, rule or decision comes from. `document` is required of everything that answers; what is unknown is
// absent.
struct Source {
  std::string document;           // title or citation
  std::string locator;            // page, section, URL
  std::optional<Date> retrieved;  // when it was looked at
  std::string decided_by;         // the person or body that decided; empty where not stated
  std::optional<Date> decided_on;
  bool operator==(const Source&) const = default;
};

// Where and when a fact or rule may be used.
struct Usage {
  std::string jurisdiction;  // country, institution or body; empty: not limited
  Period period;
  std::string purpose;  // empty: any
  bool operator==(const Usage&) const = default;
};

}  // namespace crosswalk
