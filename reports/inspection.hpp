// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lib/diagnostics/diagnostic.hpp"
#include "lib/model/competency.hpp"
#include "lib/model/curriculum.hpp"
#include "lib/model/framework.hpp"
#include "lib/model/mapping.hpp"
#include "lib/model/offering.hpp"
#include "lib/model/requirement.hpp"
#include "lib/model/rule.hpp"
#include "lib/syntax/node.hpp"
#include "mappers/transcripts/transcript_summary.hpp"

namespace crosswalk::reports {

// What `inspect` says of a file. `facts` is what the kind of document makes it: see docs/schemas/inspect.json.
struct Inspection {
  std::string file, format, title, dialect, transport, kind;
  syntax::Node facts = syntax::Node::mapping();
  Diagnostics diagnostics;
  LossReport loss;
};

[[nodiscard]] syntax::Node facts(const transcripts::TranscriptSummary& summary);
[[nodiscard]] syntax::Node facts(const Catalogue& catalogue);
[[nodiscard]] syntax::Node facts(const RuleSet& rules);
[[nodiscard]] syntax::Node facts(const RuleSet& head, std::size_t rules);  // of a set whose rules were only counted
[[nodiscard]] syntax::Node facts(const Programme& programme);
[[nodiscard]] syntax::Node facts(const Framework& framework);
[[nodiscard]] syntax::Node facts(const CompetencyFramework& framework);
[[nodiscard]] syntax::Node facts(const MappingSet& mappings);
[[nodiscard]] syntax::Node facts(const Curriculum& curriculum);

// One attempt of `inspect --list`.
[[nodiscard]] syntax::Node listed(const Attempt& attempt);

[[nodiscard]] std::string inspection_json(const Inspection& inspection);
[[nodiscard]] std::string inspection_text(const Inspection& inspection);

}  // namespace crosswalk::reports
