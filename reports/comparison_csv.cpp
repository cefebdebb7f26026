// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/csv.hpp"
#include "reports/comparison.hpp"

namespace crosswalk::reports {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& each : parts) out += (out.empty() ? "" : "; ") + each;
  return out;
}

std::string record(const levels::LevelAnswer& level, const levels::Answer& answer, std::size_t rank,
                   const FrameworkId& target) {
  const auto ref = [&](const std::string& label) { return label.empty() ? "" : to_string(LevelRef{target, label}); };
  std::vector<std::string> to;
  for (const std::string& label : answer.to) to.push_back(ref(label));
  return syntax::write_csv_record(
      {to_string(level.from), std::to_string(rank), std::string(levels::name(answer.known)), joined(to),
       ref(answer.lowest), ref(answer.highest), std::string(levels::name(answer.kind)), joined(answer.through),
       std::string(name(answer.evidence)), joined(document_words(answer)), joined(answer.ended), answer.reason});
}

}  // namespace

std::string comparison_csv(const ComparisonReport& report) {
  std::string out = syntax::write_csv_record({"from", "rank", "answer", "to", "lowest", "highest", "kind", "through",
                                              "evidence", "documents", "ended", "reason"});
  for (const levels::LevelAnswer& level : report.comparison->levels) {
    std::size_t rank = 1;
    out += record(level, level.leading, rank, report.comparison->to);
    for (const levels::Answer& each : level.alternatives) out += record(level, each, ++rank, report.comparison->to);
  }
  return out;
}

}  // namespace crosswalk::reports
