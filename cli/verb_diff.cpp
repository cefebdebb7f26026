// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_diff.hpp"

#include <algorithm>
#include <array>
#include <ostream>

#include "cli/diff_inputs.hpp"
#include "cli/verb.hpp"
#include "cli/writers.hpp"
#include "lib/diagnostics/error.hpp"

namespace crosswalk::cli {
namespace {

// One kind of document that has editions. Recipe: a function as in diff_inputs.hpp, one line here.
struct DiffKind {
  std::string_view kind;  // of formats::kind
  void (*run)(reports::DiffReport& report, const Editions& before, const Editions& after, const DiffRequest& request,
              const Context& context);
};
constexpr std::array kinds{
    DiffKind{"competencies", diff_competencies},
    DiffKind{"rules", diff_rules},
    DiffKind{"programme", diff_programmes},
    DiffKind{"catalogue", diff_catalogues},
};

class Diff : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("OLD", old_,
                       "the old edition: competencies, rules, a programme, a catalogue; files joined by commas");
    options.positional("NEW", new_, "the new edition");
    options.values("--impact", request_.impact, "records, catalogues or mappings: what of them is affected");
    options.values("--migrate", request_.migrate, "mappings to bring to the new edition of the competencies");
    options.value("--migrated", request_.migrated, "SSSOM file for the migrated mappings");
    options.value("--as", as_, "the format of both, where content alone does not tell it");
    options.number("--list", list_, "rows a list of the text answer shows (40)");
    options.examples(
        "  crosswalk diff skillGroups-1.1.0.csv skillGroups-1.1.1.csv\n"
        "  crosswalk diff old.case.json new.case.json --migrate map.sssom.tsv --migrated new.sssom.tsv\n"
        "  crosswalk diff rules-2025.yaml rules-2026.yaml --impact record.yaml");
  }

  int run(const Context& context) override {
    if (list_ < 0) throw UsageError("--list wants 0 or more");
    const Editions before = named_documents(old_, as_, context), after = named_documents(new_, as_, context);
    reports::DiffReport report;
    report.kind = kind_of(before);
    report.listed = static_cast<std::size_t>(list_);
    if (kind_of(after) != report.kind)
      throw UsageError(old_ + " holds " + report.kind + " and " + new_ + " " + kind_of(after) +
                       ": two kinds do not compare");
    const auto found = std::ranges::find(kinds, report.kind, &DiffKind::kind);
    if (found == kinds.end())
      throw UsageError("diff compares competencies, rules, programmes and catalogues, found " + report.kind);
    found->run(report, before, after, request_, context);
    print(context, report, {reports::diff_text, reports::diff_json, reports::diff_csv, reports::diff_html});
    return report.differs() ? answer_is_no : done;
  }

 private:
  static std::string kind_of(const Editions& documents) {
    for (const DiffKind& kind : kinds)
      for (const NamedDocument& each : documents)
        for (const formats::Part& part : each.document.parts)
          if (formats::kind(part) == kind.kind) return std::string(kind.kind);
    return std::string(formats::kind(documents.front().document));
  }

  std::string old_, new_, as_;
  DiffRequest request_;
  std::int64_t list_ = 40;
};

}  // namespace

std::unique_ptr<Verb> make_diff() { return std::make_unique<Diff>(); }

}  // namespace crosswalk::cli
