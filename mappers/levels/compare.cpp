// SPDX-License-Identifier: Apache-2.0
#include "mappers/levels/compare.hpp"

#include <algorithm>
#include <set>

#include "mappers/levels/narrowing.hpp"

namespace crosswalk::levels {
namespace {

Answer nominal(const Framework& from, const Framework& to, std::size_t level) {
  Answer out;
  out.kind = AnswerKind::nominal;
  const LevelRef& source = from.levels[level].ref;
  const Level* same = to.level(source.level);
  if (same == nullptr) return out;
  out.known = Known::levels;
  out.to = {source.level};
  out.lowest = out.highest = source.level;
  out.chain.push_back({source, same->ref, LevelRelation::partial, false, nullptr});
  out.evidence = Evidence::shaky;
  out.reason = "nominal: the labels are equal; no document says that the levels are";
  return out;
}

// Certain before doubtful answers, then fewer links, better evidence, fewer levels, then the frameworks between.
auto preference(const Answer& answer) {
  return std::tuple(answer.known == Known::unknown, answer.kind, answer.known == Known::none, answer.through.size(),
                    answer.evidence, answer.to.size(), answer.through);
}

std::string why_nothing(const ReferencingIndex& index, int from, int to) {
  for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)})
    if (const Referencing* whole = index.whole(a, b))
      return whole->from.framework.text + " to " + whole->to.framework.text + ": " + whole->status +
             (whole->fact.note.empty() ? "" : " (" + whole->fact.note + ")");
  const auto kept_out = index.kept_out(from, to);
  if (!kept_out.empty())
    return "what is published between " + index.framework(from).id.text + " and " + index.framework(to).id.text + " " +
           std::string(reason(kept_out.front().second));
  return "no document relates " + index.framework(from).id.text + " to " + index.framework(to).id.text +
         ", directly or through a hub";
}

LevelAnswer answer_level(const ReferencingIndex& index, const std::vector<std::vector<int>>& ways, int from, int to,
                         int level, std::span<const QualificationType> types, const CompareOptions& options) {
  LevelAnswer out;
  const Framework& target = index.framework(to);
  out.from = index.framework(from).levels[static_cast<std::size_t>(level)].ref;
  std::vector<Answer> answers;
  for (const auto& way : ways) answers.push_back(along(index, way, level));
  if (!options.type.empty())
    for (Answer& each : answers) narrow(each, target, types, options.type);
  const bool asked = !options.via.empty() && !answers.empty() && answers.front().kind == AnswerKind::composed;
  std::ranges::stable_sort(asked ? std::span(answers).subspan(1) : std::span(answers), {}, preference);
  if (answers.empty()) {
    answers.emplace_back();
    answers.front().kind = AnswerKind::composed;
    answers.front().reason = why_nothing(index, from, to);
  }
  if (options.nominal && answers.front().known == Known::unknown)
    if (Answer guess = nominal(index.framework(from), target, static_cast<std::size_t>(level));
        guess.known == Known::levels)
      answers.insert(answers.begin(), std::move(guess));
  for (Answer& each : answers) each.widened = narrowing_types(each, target, types);
  out.leading = std::move(answers.front());
  out.alternatives.assign(std::make_move_iterator(answers.begin() + 1), std::make_move_iterator(answers.end()));
  std::erase_if(out.alternatives, [](const Answer& each) { return each.known == Known::unknown; });
  return out;
}

// One line a document that had something to say and may not.
std::vector<std::string> kept_out_remarks(const ReferencingIndex& index, int from, int to) {
  std::set<std::string> lines;
  for (const auto& [row, why] : index.kept_out(from, to))
    lines.insert((row->document.empty() ? row->fact.source.document : row->document) + " (" + row->from.framework.text +
                 " to " + row->to.framework.text + ") " + std::string(reason(why)));
  return {lines.begin(), lines.end()};
}

}  // namespace

std::string_view name(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::published:
      return "published";
    case AnswerKind::composed:
      return "composed";
    case AnswerKind::nominal:
      return "nominal";
  }
  return "nominal";
}

std::string_view name(Known known) {
  switch (known) {
    case Known::levels:
      return "levels";
    case Known::none:
      return "none";
    case Known::unknown:
      return "unknown";
  }
  return "unknown";
}

Comparison compare(const ReferencingIndex& index, int from, int to, std::string_view level,
                   std::span<const QualificationType> types, const CompareOptions& options) {
  Comparison out{index.framework(from).id, index.framework(to).id, {}, {}};
  const auto ways = chains(index, from, to, options);
  const auto& levels = index.framework(from).levels;
  for (std::size_t i = 0; i < levels.size(); ++i)
    if (level.empty() || levels[i].ref.level == level)
      out.levels.push_back(answer_level(index, ways, from, to, static_cast<int>(i), types, options));
  out.remarks = kept_out_remarks(index, from, to);
  return out;
}

}  // namespace crosswalk::levels
