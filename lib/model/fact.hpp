// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/diagnostics/location.hpp"
#include "lib/model/source.hpp"

namespace crosswalk {

// How well a fact is evidenced, best first. `unverified` is general knowledge nobody has seen in a document: it ships,
// and every answer that rests on it says so. `shaky` answers only where it is asked for.
enum class Evidence { checked, secondary, unverified, shaky };

[[nodiscard]] std::string_view name(Evidence evidence);                       // "checked", ...
[[nodiscard]] std::optional<Evidence> evidence(std::string_view confidence);  // "knowledge-high" is unverified
[[nodiscard]] std::string_view confidence(Evidence evidence);                 // the word used in data/

// What every record of data/ carries beside its own fields. Invariant: id and source.document are not empty.
struct Fact {
  std::string id;
  Source source;
  Usage usage;
  Evidence evidence = Evidence::checked;
  std::string note;
  Location where;  // the record in data/ or in the user's file

  bool operator==(const Fact&) const = default;
};

}  // namespace crosswalk
