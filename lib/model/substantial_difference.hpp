// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lib/model/learner_record.hpp"
#include "lib/model/source.hpp"
#include "lib/quantity/credit.hpp"

namespace crosswalk {

// What a qualification is held against when it is to be recognised as a whole for a stated purpose. What is not set is
// not asked, so no difference can be found in it.
struct RecognitionAim {
  std::string purpose;                    // "access to master's studies", "work as a teacher"; required
  std::string qualification;              // what it is compared with, for people
  std::string level_scheme, level;        // "EQF", "7"
  std::vector<std::string> levels_below;  // of that scheme: every one below is a substantial difference
  std::optional<Credit> workload;
  Rational workload_share = 1;        // so much of it is near enough (0..1)
  std::vector<std::string> bodies;    // any of them vouches for the quality of the awarding institution
  std::vector<std::string> fields;    // ISCED-F codes or beginnings; any of them is the wanted profile
  std::vector<std::string> outcomes;  // competency ids that the purpose needs
  Source source;
  bool operator==(const RecognitionAim&) const = default;
};

enum class RecognitionElement { level, workload, quality, profile, outcomes };
enum class Finding { no, yes, unknown };  // is there a substantial difference?

struct ElementFinding {
  RecognitionElement element = RecognitionElement::level;
  bool asked = true;
  Finding difference = Finding::unknown;
  std::string evidence;  // what was compared, or what is missing
  bool operator==(const ElementFinding&) const = default;
};

// Lisbon Recognition Convention, article VI and the explanatory memorandum: recognise unless a substantial difference
// is shown; the burden of proof is the evaluator's, so what is unknown is no reason to refuse; a difference leads to
// partial recognition where a part can be recognised.
enum class RecognitionAnswer { recognise, partial, not_recognised };

struct WholeRecognition {
  std::string purpose, qualification, against;
  RecognitionAnswer answer = RecognitionAnswer::recognise;
  std::vector<ElementFinding> elements;  // all five, in order
  std::string reason;
  std::vector<std::string> partial;    // what is recognised of it: credit by the ledger, access to parts, ...
  std::vector<std::string> to_obtain;  // evidence the evaluator still has to look for
  Source source;
  bool operator==(const WholeRecognition&) const = default;
};

[[nodiscard]] std::string_view name(RecognitionElement element);
[[nodiscard]] std::string_view name(Finding finding);
[[nodiscard]] std::string_view name(RecognitionAnswer answer);

}  // namespace crosswalk
