// SPDX-License-Identifier: Apache-2.0
#include "lib/syntax/json.hpp"
#include "reports/inspection.hpp"
#include "reports/json.hpp"

namespace crosswalk::reports {

std::string inspection_json(const Inspection& inspection) {
  syntax::Node out = answer("inspect");
  out.set("file", text(inspection.file));
  out.set("format", text(inspection.format));
  put(out, "dialect", inspection.dialect);
  put(out, "transport", inspection.transport);
  out.set("kind", text(inspection.kind));
  out.set("facts", inspection.facts);
  out.set("diagnostics", diagnostics(inspection.diagnostics));
  out.set("loss", losses(inspection.loss));
  return syntax::write_json(out) + "\n";
}

}  // namespace crosswalk::reports
