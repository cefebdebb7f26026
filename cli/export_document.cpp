// SPDX-License-Identifier: Apache-2.0
#include "cli/export_document.hpp"

#include "frameworks/formats/format.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::cli {

const std::vector<std::string>& record_export_formats() {
  static const std::vector<std::string> all{"elmo", "csv-transcript", "crosswalk-yaml"};
  return all;
}

const std::vector<std::string>& catalogue_export_formats() {
  static const std::vector<std::string> all{"csv-catalogue"};
  return all;
}

LossReport export_document(const Context& context, const ExportRequest& request) {
  if (request.names.size() != 1)
    throw UsageError("export needs the one file to be written in another format, found " +
                     std::to_string(request.names.size()));
  const auto read = formats::read_file(request.names.front());
  context.report(read.diagnostics);
  LossReport loss = read.loss;
  const LossReport written = formats::format(request.format).write(read.value, *context.out, {});
  for (const Loss& each : written.losses()) loss.add(each.path, each.why, each.count);
  return loss;
}

}  // namespace crosswalk::cli
