// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>

#include "mappers/levels/compare.hpp"

namespace crosswalk::levels {
namespace {

std::string list(const std::set<int>& levels, const Framework& framework) {
  std::string out;
  for (const int each : levels) {
    if (!out.empty()) out += ", ";
    out += to_string(framework.levels[static_cast<std::size_t>(each)].ref);
  }
  return out;
}

void note_row(Answer& answer, const Referencing& row, const Date& as_of) {
  answer.evidence = std::max(answer.evidence, row.fact.evidence);
  if (row.standing != Standing::historic && row.standing != Standing::superseded) return;
  if (!has_ended(row, as_of) && row.fact.usage.period.until) return;
  std::string text = row.from.framework.text + " to " + row.to.framework.text;
  text += row.fact.usage.period.until ? " ended " + to_string(*row.fact.usage.period.until)
                                      : " is " + std::string(name(row.standing));
  if (std::ranges::find(answer.ended, text) == answer.ended.end()) answer.ended.push_back(text);
}

std::string why_none(const Referencing* row, const LevelRef& from, const Framework& to) {
  if (row == nullptr) return "no level of " + to.id.text + " is referenced to " + to_string(from);
  std::string out = to_string(from) + " has no counterpart in " + to.id.text;
  return row->fact.note.empty() ? out : out + ": " + row->fact.note;
}

// One hop for one level: what it reaches is added to `next`. That nothing is referenced to a level says "none" only at
// the end of a chain: a hub that does not reach down to it (QF-EHEA below higher education) says nothing about it.
Known hop(const ReferencingIndex& index, int from, int to, int level, bool last, Answer& answer, std::set<int>& next) {
  const PairRelation* relation = index.relation(from, to);
  if (relation == nullptr) return Known::unknown;
  const Level& at = index.framework(from).levels[static_cast<std::size_t>(level)];
  const LevelRef& source = at.ref;
  Known known = relation->known(level);
  for (const Step& step : relation->steps[static_cast<std::size_t>(level)]) {
    const LevelRef& target = index.framework(to).levels[static_cast<std::size_t>(step.to)].ref;
    answer.chain.push_back({source, target, step.row->relation, step.reversed, step.row});
    note_row(answer, *step.row, index.admission().as_of);
    next.insert(step.to);
  }
  const Referencing* row = relation->none[static_cast<std::size_t>(level)];
  if (known == Known::none && row == nullptr && (!last || !at.rank)) known = Known::unknown;
  if (known != Known::none) return known;
  answer.reason = why_none(row, source, index.framework(to));
  if (row != nullptr) {
    answer.chain.push_back({source, {index.framework(to).id, ""}, LevelRelation::none, false, row});
    note_row(answer, *row, index.admission().as_of);
  }
  return known;
}

void finish(Answer& answer, const std::set<int>& reached, const Framework& target) {
  answer.known = Known::levels;
  for (const int each : reached) answer.to.push_back(target.levels[static_cast<std::size_t>(each)].ref.level);
  answer.lowest = answer.to.front();
  answer.highest = answer.to.back();
  answer.reason.clear();
}

}  // namespace

Answer along(const ReferencingIndex& index, std::span<const int> chain, int level) {
  Answer answer;
  answer.kind = chain.size() == 2 ? AnswerKind::published : AnswerKind::composed;
  for (std::size_t i = 1; i + 1 < chain.size(); ++i) answer.through.push_back(index.framework(chain[i]).id.text);
  std::set<int> reached{level};
  for (std::size_t i = 0; i + 1 < chain.size(); ++i) {
    std::set<int> next;
    bool all_none = true;
    for (const int each : reached)
      all_none &= hop(index, chain[i], chain[i + 1], each, i + 2 == chain.size(), answer, next) == Known::none;
    if (next.empty()) {
      answer.known = all_none ? Known::none : Known::unknown;
      if (!all_none)
        answer.reason = "no admitted document places " + list(reached, index.framework(chain[i])) + " in " +
                        index.framework(chain[i + 1]).id.text;
      return answer;
    }
    reached = std::move(next);
  }
  finish(answer, reached, index.framework(chain.back()));
  return answer;
}

}  // namespace crosswalk::levels
