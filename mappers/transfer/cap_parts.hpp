// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "mappers/transfer/line_draft.hpp"

namespace crosswalk::transfer {

// A target of a line, as caps see it.
struct Part {
  LineDraft* line = nullptr;
  Target* target = nullptr;
  std::shared_ptr<const Attempt> awarded{};  // the target as an attempt, where a cap speaks of what is awarded

  [[nodiscard]] bool is_excess() const { return target->attributes.contains("excess"); }
};

// What counts against caps, in the order it is served: firm before conditional; courses, blocks, electives, excess.
[[nodiscard]] std::vector<Part> parts_of(std::vector<LineDraft>& lines, const std::vector<Limit>& caps);

// Does a cap speak of a part: of what is awarded by the award scope, else of what was taken.
[[nodiscard]] bool concerns(const Limit& limit, const Part& part, const std::vector<Unit>& units,
                            const Situation& situation);

// The part's value of what the cap counts by (its subject, institution, area); the first where it has several.
[[nodiscard]] std::string value_of(const Limit& limit, const Part& part, const std::vector<Unit>& units);

[[nodiscard]] Rational sum_of(const std::vector<Part>& parts, const std::vector<std::uint32_t>& members);

// Takes a part down to an amount, with the step that says so; `value` is of what the cap counts by, where for each.
void cut(Part& part, const Rational& to, const Limit& limit, const std::string& value, const std::string& system);

// Records what a cap did.
void record(const Limit& limit, const Rational& amount, const Rational& claimed, const Rational& allowed,
            std::string text, Evaluation& into);

}  // namespace crosswalk::transfer
