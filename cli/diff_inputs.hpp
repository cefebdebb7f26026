// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/competency_inputs.hpp"
#include "reports/diff.hpp"

namespace crosswalk::cli {

// What `diff` asks beside the two editions.
struct DiffRequest {
  std::vector<std::string> impact;   // records, catalogues, mappings: what is affected
  std::vector<std::string> migrate;  // mapping sets to bring to the new edition
  std::string migrated;              // file the migrated mappings are written to; empty: only the report
};

// One function a kind of document; each fills the whole report. The documents hold that kind.
using Editions = std::vector<NamedDocument>;
void diff_competencies(reports::DiffReport& report, const Editions& before, const Editions& after,
                       const DiffRequest& request, const Context& context);
void diff_rules(reports::DiffReport& report, const Editions& before, const Editions& after, const DiffRequest& request,
                const Context& context);
void diff_programmes(reports::DiffReport& report, const Editions& before, const Editions& after,
                     const DiffRequest& request, const Context& context);
void diff_catalogues(reports::DiffReport& report, const Editions& before, const Editions& after,
                     const DiffRequest& request, const Context& context);

// UsageError where the request asks what the kind of document cannot answer.
void refuse_migration(const DiffRequest& request, std::string_view kind);

}  // namespace crosswalk::cli
