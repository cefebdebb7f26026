// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/verb.hpp"
#include "frameworks/formats/document.hpp"
#include "lib/model/competency.hpp"
#include "mappers/coverage/claims.hpp"

namespace crosswalk::cli {

// A document named on the command line, read with its diagnostics reported.
struct NamedDocument {
  std::string name;
  formats::Document document;
};

// "a.csv,b.csv": the files joined by commas, else the one thing of that name in the workspace (a competency framework,
// catalogue, mapping set or record). UsageError where it is neither.
[[nodiscard]] std::vector<NamedDocument> named_documents(const std::string& names, const std::string& as,
                                                         const Context& context);

// The competency framework those documents make together. UsageError where they hold none.
[[nodiscard]] CompetencyFramework framework_named(const std::string& names, const std::string& as,
                                                  const Context& context);

// Everything those documents claim: offerings with outcomes, attempts, mappings from items to competencies.
void add_claims_of(coverage::ClaimSet& into, const std::vector<NamedDocument>& documents,
                   const coverage::ClaimOptions& options);

// Mapping sets of files, for leading claims on to another framework.
[[nodiscard]] std::vector<MappingSet> mapping_sets(const std::vector<std::string>& files, const Context& context);

// "0.8" as a confidence; UsageError naming the option otherwise. Nothing for an empty text.
[[nodiscard]] std::optional<double> confidence_option(const std::string& text, std::string_view option);

}  // namespace crosswalk::cli
