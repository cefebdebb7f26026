// SPDX-License-Identifier: Apache-2.0
#include "frameworks/formats/njtransfer/succession.hpp"

#include <algorithm>
#include <optional>

#include "frameworks/formats/articulation/articulation.hpp"

namespace crosswalk::formats::njtransfer {
namespace {

Term begins(const Evaluation& one) { return std::max(one.course, one.evaluation); }

bool stronger(const Evaluation& a, const Evaluation& b) {
  if (a.evaluation != b.evaluation) return a.evaluation > b.evaluation;
  if (a.course != b.course) return a.course > b.course;
  return a.row < b.row;
}

const Evaluation* holder(const std::vector<Evaluation>& all, const Term& term) {
  const Evaluation* best = nullptr;
  for (const Evaluation& one : all)
    if (begins(one) <= term && (best == nullptr || stronger(one, *best))) best = &one;
  return best;
}

}  // namespace

std::vector<Reign> reigns(std::vector<Evaluation> evaluations) {
  std::vector<Term> starts;
  for (const Evaluation& one : evaluations) starts.push_back(begins(one));
  std::ranges::sort(starts);
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  std::vector<Reign> out;
  for (const Term& start : starts) {
    const std::size_t row = holder(evaluations, start)->row;
    if (!out.empty() && out.back().row == row) continue;
    if (!out.empty()) out.back().taken.until = month_before(start.date());
    out.push_back({row, {start.date(), {}}});
  }
  return out;
}

}  // namespace crosswalk::formats::njtransfer
