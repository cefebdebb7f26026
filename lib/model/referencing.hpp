// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "lib/model/level.hpp"

namespace crosswalk {

// How a published document relates a level to one of another framework.
enum class LevelRelation {
  exact,     // the document equates them
  best_fit,  // the nearest level; each may shift a little
  partial,   // the document itself calls the match weak or partial
  spans,     // the level covers several of the other framework
  none,      // the document says there is no counterpart: an answer, not a gap
};

// How a published relation may be used today; the status as found stands beside it.
enum class Standing {
  in_force,
  historic,    // answers, and says when it ended
  superseded,  // answers only for a past date or with unverified rows admitted
  draft,       // answers only with unverified rows admitted
  not_usable,  // kept, shown, never used: UAE-NZ was rejected
};

[[nodiscard]] std::string_view name(LevelRelation relation);
[[nodiscard]] std::optional<LevelRelation> level_relation(std::string_view name);
[[nodiscard]] std::string_view name(Standing standing);
[[nodiscard]] std::optional<Standing> standing(std::string_view name);

// One row of a referencing document. fact.id is "from/level>to/level@document" ("from/level>to@document" where none).
// Invariants: `to.level` is empty exactly for none; `from.level` is empty only for none, and then the document says
// that the framework as a whole is not referenced.
struct Referencing {
  Fact fact;
  LevelRef from, to;
  LevelRelation relation = LevelRelation::best_fit;
  std::string cardinality;  // "1:1", "n:1", "1:n", "n:n", "1:0"
  std::string document;     // empty where there is none
  std::optional<int> year;
  std::string status;
  Standing standing = Standing::in_force;

  bool operator==(const Referencing&) const = default;
};

[[nodiscard]] std::string referencing_id(const Referencing& row);

}  // namespace crosswalk
