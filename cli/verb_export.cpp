// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_export.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <ostream>

#include "cli/export_competencies.hpp"
#include "cli/export_document.hpp"
#include "cli/export_frameworks.hpp"
#include "cli/export_rules.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "reports/json.hpp"

namespace crosswalk::cli {
namespace {

// One kind of thing that can be written. Recipe: a function as below, one line in the list.
struct ExportKind {
  std::string_view name;
  const std::vector<std::string>& (*formats)();
  LossReport (*write)(const Context& context, const ExportRequest& request);
};

constexpr std::array kinds{
    ExportKind{"frameworks", framework_export_formats, export_frameworks},
    ExportKind{"record", record_export_formats, export_document},
    ExportKind{"catalogue", catalogue_export_formats, export_document},
    ExportKind{"rules", rule_export_formats, export_rules},
    ExportKind{"competencies", competency_export_formats, export_competencies},
    ExportKind{"mappings", mapping_export_formats, export_mappings},
};

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& each : parts) out += (out.empty() ? "" : ", ") + each;
  return out;
}

std::string kind_names() {
  std::vector<std::string> names;
  for (const ExportKind& each : kinds) names.emplace_back(each.name);
  return joined(names);
}

class Export : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("kind", kind_, "what to write: " + kind_names());
    options.positionals("names", request_.names,
                        "frameworks: which ones, all where none is named; record, catalogue: the file; rules: a file, "
                        "or a rule set of the workspace",
                        false);
    std::string writes;
    for (const ExportKind& each : kinds)
      writes += (writes.empty() ? "" : "; ") + std::string(each.name) + ": " + joined(each.formats());
    options.value("--to", request_.format, writes, true);
    options.value("--loss", loss_, "write what the format cannot carry to this file as JSON instead of standard error");
    options.values("--with", request_.with, "your own frameworks or referencing, YAML or CSV");
    options.flag("--include-unverified", request_.include_unverified, "write shaky rows too");
    options.examples(
        "  crosswalk export frameworks --to sssom -o referencing.sssom.tsv\n"
        "  crosswalk export frameworks IE-NFQ GB-RQF --to skos -o islands.ttl\n"
        "  crosswalk export frameworks --to graphml -o referencing.graphml\n"
        "  crosswalk export competencies skills.csv,groups.csv --to skos -o skills.ttl\n"
        "  crosswalk export record data/samples/transcripts/stadsholm.csv --to elmo -o stadsholm.xml\n"
        "  crosswalk export catalogue data/samples/catalogues/fjordland.csv --to csv-catalogue\n"
        "  crosswalk export rules lakeside-2026 --to crosswalk-ndjson -o rules.ndjson");
  }

  [[nodiscard]] bool writes_document() const override { return true; }

  int run(const Context& context) override {
    const auto kind = std::ranges::find(kinds, kind_, &ExportKind::name);
    if (kind == kinds.end()) throw UsageError("export knows " + kind_names() + "; found '" + kind_ + "'");
    const auto& formats = kind->formats();
    if (std::ranges::find(formats, request_.format) == formats.end())
      throw UsageError("export " + kind_ + " writes " + joined(formats) + ", found '" + request_.format + "'");
    report(context, kind->write(context, request_));
    return done;
  }

 private:
  void report(const Context& context, const LossReport& loss) const {
    if (!loss_.empty()) {
      syntax::Node out = reports::answer("loss");
      out.set("loss", reports::losses(loss));
      std::ofstream file(loss_, std::ios::binary | std::ios::trunc);
      file << syntax::write_json(out) << "\n";
      if (!file) throw InputError("output.write", Location{loss_, {}, {}, {}, {}}, "cannot be written");
      return;
    }
    for (const Loss& each : loss.losses())
      *context.err << "lost: " << printable(each.path) << " (" << each.count << "): " << printable(each.why) << "\n";
  }

  std::string kind_, loss_;
  ExportRequest request_;
};

}  // namespace

std::unique_ptr<Verb> make_export() { return std::make_unique<Export>(); }

}  // namespace crosswalk::cli
