// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "lib/model/attempt_trees.hpp"
#include "lib/model/credit_tally.hpp"
#include "lib/model/learner_record.hpp"

namespace crosswalk::transcripts {

// What a transcript holds, in counts: its shape, how its attempts ended, its credits. Counts are of attempts unless
// said otherwise; a CSV row that repeats a course is no achievement of its own.
struct TranscriptSummary {
  LearnerRecord record;  // without its attempts
  std::uint64_t achievements = 0, roots = 0, leaves = 0, max_depth = 0;
  std::map<std::string, std::uint64_t> types;  // as written; "(none)" where not stated
  std::map<Status, std::uint64_t> statuses;
  std::uint64_t status_explicit = 0;
  std::map<std::string, std::uint64_t> grades;  // labels; at most 1000 different ones
  std::uint64_t without_grade = 0;
  std::map<std::string, std::uint64_t> levels;  // "EQF 6"
  std::set<std::string> fields;                 // ISCED-F codes as written
  std::map<std::string, std::uint64_t> credit_spellings;
  std::uint64_t with_distribution = 0, attachments = 0;
  CreditFigures credits;
  bool credits_unknown = false;  // a table in which a passed course states no credit: no total can be given
};

// Gathers a summary from attempts as they come (both orders of AttemptTrees), in memory that depends on the largest
// tree only.
class SummaryBuilder {
 public:
  explicit SummaryBuilder(const std::string& file);
  void add(std::size_t index, const Attempt& attempt);
  // `record` is the record without its attempts.
  [[nodiscard]] TranscriptSummary take(LearnerRecord record);

 private:
  void add_tree(const AttemptTree& tree);

  TranscriptSummary summary_;
  CreditTally tally_;
  AttemptTrees trees_;
};

[[nodiscard]] TranscriptSummary summarise(const LearnerRecord& record, const std::string& file = {});

}  // namespace crosswalk::transcripts
