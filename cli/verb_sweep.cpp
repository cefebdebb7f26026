// SPDX-License-Identifier: Apache-2.0
#include "cli/verb_sweep.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>

#include "cli/audit_inputs.hpp"
#include "cli/transfer_inputs.hpp"
#include "lib/diagnostics/error.hpp"
#include "lib/syntax/json.hpp"
#include "reports/sweep.hpp"

namespace crosswalk::cli {
namespace {

// The files in a folder, sorted.
std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> out;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) out.push_back(entry.path().string());
  std::ranges::sort(out);
  return out;
}

class Sweep : public Verb {
 public:
  void declare(Options& options) override {
    options.positional("RECORD", record_, "the learner's record, or -");
    options.values("--programmes", programmes_,
                   "files of programmes, folders of them, or ids in the workspace (default: all it has)");
    options.value("--as", as_, "the record's format, where content alone does not tell it");
    options.value("--programmes-as", programmes_as_, "the programmes' format, likewise");
    options.value("--catalogue", catalogue_, "the learner's catalogue or class year");
    options.number("--work", work_, "steps of search for each programme");
    options.number("--top", top_, "show only so many");
    options.examples(
        "  crosswalk sweep record.csv --programmes majors/ certificates/\n"
        "  crosswalk sweep record.csv --programmes majors/*.yaml --top 10 --json");
  }

  int run(const Context& context) override {
    const LearnerRecord record = read_record(record_, as_, context);
    const auto scales = audit_scales(context.facts);
    audit::Options options;
    options.scales = &scales;
    options.catalogue = catalogue_;
    if (!context.as_of.empty()) options.as_of = Date::parse(context.as_of);
    if (work_ > 0) options.work = static_cast<std::uint64_t>(work_);
    const std::vector<Programme> programmes = read_all(context);
    std::vector<audit::Brief> ranked = audit::sweep(record, programmes, options);
    const bool proven = std::ranges::all_of(ranked, &audit::Brief::optimal);
    if (top_ > 0 && ranked.size() > static_cast<std::size_t>(top_)) ranked.resize(static_cast<std::size_t>(top_));
    *context.out << rendered(ranked, context.format);
    return proven ? done : not_proven;
  }

 private:
  std::vector<Programme> read_all(const Context& context) const {
    if (programmes_.empty()) return workspace_programmes(context);
    std::vector<Programme> out;
    const auto add = [&](std::vector<Programme> more) { std::ranges::move(more, std::back_inserter(out)); };
    for (const std::string& path : programmes_) {
      if (!std::filesystem::is_directory(path)) {
        add(read_programmes(path, programmes_as_, context));
        continue;
      }
      for (const std::string& file : files_in(path)) try {
          add(read_programmes(file, programmes_as_, context));
        } catch (const InputError& error) {  // a folder may hold a README too
          if (error.diagnostic().code != "format.unknown") throw;
          Diagnostic passed_over = error.diagnostic();
          passed_over.severity = Severity::warning;
          context.report({passed_over});
        }
    }
    if (out.empty()) throw UsageError("no programme in " + programmes_.front());
    return out;
  }

  std::string rendered(const std::vector<audit::Brief>& ranked, Format format) const {
    switch (format) {
      case Format::json:
        return syntax::write_json(reports::sweep_json(ranked, record_)) + "\n";
      case Format::csv:
        return reports::sweep_csv(ranked);
      case Format::html:
        return reports::sweep_html(ranked, record_);
      case Format::text:
        return reports::sweep_text(ranked);
    }
    return {};
  }

  std::string record_, as_, programmes_as_, catalogue_;
  std::vector<std::string> programmes_;
  std::int64_t work_ = 0, top_ = 0;
};

}  // namespace

std::unique_ptr<Verb> make_sweep() { return std::make_unique<Sweep>(); }

}  // namespace crosswalk::cli
