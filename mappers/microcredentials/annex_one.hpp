// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/credit_system.hpp"
#include "lib/model/learner_record.hpp"
#include "lib/model/microcredential.hpp"
#include "lib/model/offering.hpp"

// Council Recommendation 2022/C 243/02, Annex I: eleven elements that a micro-credential must state and five that it
// may. That all are there does not make it recognised; it is what recognition needs to be able to decide.
namespace crosswalk::microcredentials {

// Whose places for the elements are looked at: a format that has none for an element cannot be blamed for its absence.
enum class Carrier { elm, ctdl, open_badges };
[[nodiscard]] std::optional<Carrier> carrier_of(
    std::string_view format);  // "elm", "edci", "ctdl", "open-badges", "clr"

enum class Presence { present, missing, not_carried };
[[nodiscard]] std::string_view name(Presence presence);  // "present", "missing", "cannot be carried"

struct ElementFinding {
  const MicrocredentialElement* element = nullptr;
  Presence presence = Presence::missing;
  std::string found;   // what stands there, in short
  std::string remark;  // why it is weaker than it looks: "an identifier only"
};

struct Completeness {
  std::string id, title;                            // of the credential
  std::vector<ElementFinding> mandatory, optional;  // in the order of the elements
  [[nodiscard]] std::size_t present(const std::vector<ElementFinding>& among) const;
};

struct Facts {
  std::span<const MicrocredentialElement> elements;
  std::span<const CreditSystem> systems;
};

// Each credential of a record: its attempts that are part of no other.
[[nodiscard]] std::vector<Completeness> check(const LearnerRecord& record, Carrier carrier, const Facts& facts);
// Each credential that a catalogue describes: courses and assessments are none.
[[nodiscard]] std::vector<Completeness> check(const Catalogue& catalogue, Carrier carrier, const Facts& facts);

// Workload against credit, where the credit system says how many hours a credit is: microcredential.duration where a
// duration of months is more than ten times what the credits are full-time ("P60M" for 2 ECTS),
// microcredential.workload where the hours are less than half or more than twice what the credits are worth.
[[nodiscard]] Diagnostics implausible(const LearnerRecord& record, const Facts& facts);

}  // namespace crosswalk::microcredentials
