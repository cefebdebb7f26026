// SPDX-License-Identifier: Apache-2.0
#include "mappers/transcripts/transcript_summary.hpp"

#include <algorithm>

namespace crosswalk::transcripts {
namespace {

constexpr std::size_t most_labels = 1000;

void count(std::map<std::string, std::uint64_t>& counts, const std::string& label) {
  const auto entry = counts.find(label);
  if (entry != counts.end())
    ++entry->second;
  else if (counts.size() < most_labels)
    counts.emplace(label, 1);
}

}  // namespace

SummaryBuilder::SummaryBuilder(const std::string& file)
    : tally_(file), trees_([this](const AttemptTree& tree) { add_tree(tree); }) {}

void SummaryBuilder::add(std::size_t index, const Attempt& attempt) {
  const bool listed_again = attempt.status == Status::superseded;
  if (!listed_again) {
    ++summary_.achievements;
    count(summary_.types, attempt.type_as_written.empty() ? "(none)" : attempt.type_as_written);
    if (attempt.grade)
      count(summary_.grades, attempt.grade->label);
    else
      ++summary_.without_grade;
  }
  ++summary_.statuses[attempt.status];
  summary_.status_explicit += attempt.status_stated ? 1U : 0U;
  for (const StatedLevel& level : attempt.levels)
    count(summary_.levels, level.scheme.empty() ? level.value : level.scheme + " " + level.value);
  for (const StatedCredit& credit : attempt.credits)
    count(summary_.credit_spellings, credit.system_as_written.empty() ? credit.system : credit.system_as_written);
  if (summary_.fields.size() < most_labels) summary_.fields.insert(attempt.fields.begin(), attempt.fields.end());
  summary_.with_distribution += attempt.distribution ? 1U : 0U;
  summary_.attachments += attempt.attachments.size();
  trees_.add(index, attempt);
}

void SummaryBuilder::add_tree(const AttemptTree& tree) {
  tally_.add(tree);
  std::vector<std::uint64_t> depth(tree.size(), 1);
  std::vector<bool> has_parts(tree.size());
  for (std::size_t i = 0; i < tree.size(); ++i) {
    if (tree[i].parent) {
      depth[i] = depth[*tree[i].parent] + 1;
      has_parts[*tree[i].parent] = true;
    } else if (tree[i].status != Status::superseded) {
      ++summary_.roots;
    }
    summary_.max_depth = std::max(summary_.max_depth, depth[i]);
  }
  for (std::size_t i = 0; i < tree.size(); ++i)
    summary_.leaves += has_parts[i] || tree[i].status == Status::superseded ? 0U : 1U;
}

TranscriptSummary SummaryBuilder::take(LearnerRecord record) {
  trees_.finish();
  summary_.credits = tally_.take();
  summary_.attachments += record.attachments.size();
  // the table's reader has settled repeated courses and said so
  if (record.format == "csv-transcript")
    std::erase_if(summary_.credits.findings, [](const Diagnostic& d) { return d.code == "transcript.duplicate"; });
  summary_.credits_unknown = record.format == "csv-transcript" && summary_.credits.without_credit > 0;
  summary_.record = std::move(record);
  return std::move(summary_);
}

TranscriptSummary summarise(const LearnerRecord& record, const std::string& file) {
  SummaryBuilder builder(file);
  for (std::size_t i = 0; i < record.attempts.size(); ++i) builder.add(i, record.attempts[i]);
  LearnerRecord head = record;
  head.attempts.clear();
  return builder.take(std::move(head));
}

}  // namespace crosswalk::transcripts
