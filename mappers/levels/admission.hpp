// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "lib/model/referencing.hpp"

namespace crosswalk::levels {

// The date a question is asked for and which rows may answer it (design: standing governs use).
struct Admission {
  Date as_of;         // rows published later do not answer; default of the caller: the facts' release date
  bool past = false;  // as_of was asked for: superseded and draft rows of that time answer
  bool include_unverified = false;  // shaky, superseded and draft rows answer too, and the answer says so
  std::optional<int> awarded;       // year of the award: superseded rows of the edition then in force answer
  std::string edition;              // id of that edition; empty where none was picked by year
};

enum class Admitted {
  yes,
  not_usable,  // the relation was rejected: never
  shaky,       // needs include_unverified
  superseded,  // needs a date, the award's year or include_unverified
  draft,       // needs a date or include_unverified
  not_yet,     // published after as_of
};

[[nodiscard]] Admitted admit(const Referencing& row, const Admission& admission);
// Why a row does not answer: "kept out as draft (needs --as-of or --include-unverified)".
[[nodiscard]] std::string_view reason(Admitted admitted);
// The relation had ended by the date of the question (UK in the EQF, after 2020).
[[nodiscard]] bool has_ended(const Referencing& row, const Date& as_of);

}  // namespace crosswalk::levels
