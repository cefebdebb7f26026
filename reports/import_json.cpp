// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/import_report.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {

std::string import_json(const std::vector<ImportedFile>& files) {
  syntax::Node out = answer("import");
  syntax::Node& list = out.set("files", syntax::Node::sequence());
  for (const ImportedFile& file : files) {
    syntax::Node& each = list.push(syntax::Node::mapping());
    each.set("file", text(file.file));
    put(each, "format", file.format);
    put(each, "sha256", file.sha256);
    each.set("stored", truth(file.stored));
    syntax::Node& records = each.set("records", syntax::Node::mapping());
    for (const auto& [kind, count] : file.records) records.set(kind, number(static_cast<std::int64_t>(count)));
    each.set("diagnostics", diagnostics(file.diagnostics));
    each.set("loss", losses(file.loss));
  }
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
