// SPDX-License-Identifier: Apache-2.0
#include "mappers/transfer/cap_parts.hpp"

#include <algorithm>

namespace crosswalk::transfer {
namespace {

Attempt as_attempt(const Target& target) {
  Attempt out;
  out.code = target.course;
  out.title = LanguageText(target.title);
  out.origin = Origin::transfer;
  if (!target.effective_level.empty()) out.levels.push_back({{}, target.effective_level, {}});
  out.attributes = target.attributes;
  if (!target.area.empty()) out.attributes.emplace("area", target.area);
  out.attributes.emplace("award", std::string(name(target.kind)));
  return out;
}

int served(const Part& part) {
  const int firm = part.line->fate == Fate::awarded ? 0 : 8;
  if (part.is_excess()) return firm + 4;
  switch (part.target->kind) {
    case AwardKind::course:
      return firm;
    case AwardKind::block:
      return firm + 1;
    default:
      return firm + 2;
  }
}

}  // namespace

std::vector<Part> parts_of(std::vector<LineDraft>& lines, const std::vector<Limit>& caps) {
  const bool awards = std::ranges::any_of(caps, [](const Limit& cap) { return cap.scope == Limit::Scope::award; });
  std::vector<Part> out;
  for (LineDraft& line : lines)
    for (Target& target : line.line.targets)
      if (line.gives() && !target.exact.is_zero() && !line.exempt_from_caps)
        out.push_back({&line, &target, awards ? std::make_shared<const Attempt>(as_attempt(target)) : nullptr});
  std::ranges::stable_sort(out, {}, served);
  return out;
}

bool concerns(const Limit& limit, const Part& part, const std::vector<Unit>& units, const Situation& situation) {
  const auto& listed = part.line->counts_against;
  if (!listed.empty()) return std::ranges::find(listed, limit.id) != listed.end();
  if (limit.scope == Limit::Scope::award) return matches(limit.of, *part.awarded, situation).yes();
  return std::ranges::any_of(part.line->units,
                             [&](std::uint32_t unit) { return matches(limit.of, *units[unit].seen, situation).yes(); });
}

std::string value_of(const Limit& limit, const Part& part, const std::vector<Unit>& units) {
  const Attempt& asked = limit.scope == Limit::Scope::award ? *part.awarded : *units[part.line->units.front()].seen;
  const auto values = values_of(asked, *limit.by, limit.by_name);
  return values.empty() ? std::string() : values.front();
}

Rational sum_of(const std::vector<Part>& parts, const std::vector<std::uint32_t>& members) {
  Rational out;
  for (const std::uint32_t part : members) out += parts[part].target->exact;
  return out;
}

void cut(Part& part, const Rational& to, const Limit& limit, const std::string& value, const std::string& system) {
  const Rational before = part.target->exact;
  part.target->exact = to;
  part.line->capped += before - to;
  part.line->capped_units_only = part.line->capped_units_only || limit.units_only;
  std::string text = to_string(limit);
  if (!value.empty()) text += " (" + value + ")";
  text += ": " + to_string(Credit{before, system}) + " becomes " + to_string(Credit{to, system});
  if (limit.units_only) text += "; the content still counts";
  part.line->line.steps.push_back(
      {Step::Kind::cap, std::move(text), Credit{before, system}, Credit{to, system}, {}, limit.id, limit.source});
  if (!to.is_zero()) return;
  part.target->unit_credit = false;
  if (!limit.units_only) part.target->subject_credit = false;
}

void record(const Limit& limit, const Rational& amount, const Rational& claimed, const Rational& allowed,
            std::string text, Evaluation& into) {
  into.caps.push_back({limit.id, std::move(text), amount, claimed, allowed, limit.units_only, limit.source});
}

}  // namespace crosswalk::transfer
