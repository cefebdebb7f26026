// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/export_frameworks.hpp"

namespace crosswalk::cli {

// The formats that write a document of a kind: a transcript or a catalogue.
[[nodiscard]] const std::vector<std::string>& record_export_formats();
[[nodiscard]] const std::vector<std::string>& catalogue_export_formats();
// Reads the one file that is named, in any format that is read, and writes it in another; what the reader left out and
// what the writer cannot carry are one loss report. UsageError where no or several files are named.
[[nodiscard]] LossReport export_document(const Context& context, const ExportRequest& request);

}  // namespace crosswalk::cli
